import type { Op, OpDraft } from '../../core/log/op.ts';
import { addAnalyst, addArticle, articleFrom } from '../../core/log/project-ops.ts';
import { fieldValue } from '../../core/log/record.ts';
import { type Analyst, analystId } from '../../core/model/analyst.ts';
import type { Json, JsonObject } from '../../core/model/json.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Output } from '../../ipc/contract.ts';
import type { StoreError } from '../store/errors.ts';
import { newPace } from '../store/pace.ts';
import { originalName } from '../store/put-articles.ts';
import type { Store } from '../store/store.ts';
import { articleIdOf } from './article-id.ts';
import { type ImportedCodebook, withCodebook } from './import-codebook.ts';
import { addLayer, draftKey, type LayerAdditions, noAdditions } from './import-layers.ts';
import type { PlannedArticle } from './planned-article.ts';
import { analystsOf, articlesOf } from './project-view.ts';

/** What an import did: the JSON of `verbale import --json` (DESIGN §9). */
export type ImportResult = Output<'import.apply'>['result'];

/** An import that was written. */
export interface AppliedImport {
  readonly ops: readonly Op[];
  readonly result: ImportResult;
  /** The file of each entry of `result.imported`. */
  readonly files: readonly string[];
}

function newRoster(store: Store, planned: readonly PlannedArticle[]): OpDraft[] {
  const analysts = new Set(analystsOf(store).map((one) => one.id));
  const drafts: OpDraft[] = [];
  for (const { layers, people } of planned) {
    for (const name of [...layers.map((layer) => layer.analystName), ...people]) {
      const analyst: Analyst = { id: analystId(name), name };
      if (analysts.has(analyst.id)) continue;
      analysts.add(analyst.id);
      drafts.push(addAnalyst(analyst));
    }
  }
  return drafts;
}

/** Collects what an import will write and report. */
interface Ledger {
  readonly drafts: OpDraft[];
  /** Drafts of layers so far, by {@link draftKey}. */
  readonly inLayers: Map<string, OpDraft>;
  /** Articles whose text is new, under the id they get. */
  readonly articles: PlannedArticle[];
  readonly files: string[];
  readonly result: ImportResult;
  /** SHA-256 of text → article id, of what is in the project or has just been planned. */
  readonly bySha: Map<string, string>;
  /** Article id → SHA-256, of what has just been planned. */
  readonly byId: Map<string, string>;
}

const NATURAL = new Intl.Collator('en', { numeric: true });

/** Failures in the order of their files, and in each as its lines stand: 2 before 10. */
export function inFileOrder(
  failed: ImportResult['failed'],
  rank: (file: string) => number,
): ImportResult['failed'] {
  return failed.toSorted((a, b) => {
    const order = rank(a.file) - rank(b.file);
    return order === 0 ? NATURAL.compare(a.reason, b.reason) : order;
  });
}

/** True when an id stands for another text, also one that was removed: its file is still there. */
function isTaken(store: Store, { byId }: Ledger, articleId: string, sha: string): boolean {
  if (!store.holdName(articleId)) return true;
  const record = store.projectRecords('article').get(articleId);
  const holds = byId.get(articleId) ?? (record === undefined ? sha : fieldValue(record, 'sha256'));
  return holds !== sha;
}

/** `line 3: …`, or the words alone for a file that is one article. */
function placed({ place }: PlannedArticle, words: string): string {
  return place === undefined ? words : `${place}: ${words}`;
}

/**
 * The id an article comes in under (decision 0010): that of the article that has its text already,
 * else its own, else, where that one stands for another text, the one made from its text.
 */
function idFor(store: Store, { article }: PlannedArticle, ledger: Ledger): string | undefined {
  const heldAs = ledger.bySha.get(article.sha256);
  if (heldAs !== undefined) return heldAs;
  const own = articleIdOf(article.sha256);
  return [article.id, own].find((id) => !isTaken(store, ledger, id, article.sha256));
}

function aboutId(plan: PlannedArticle, articleId: string, isHeld: boolean): string[] {
  const { id } = plan.article;
  if (id === articleId) return [];
  const words = isHeld
    ? `Its text is in the project under the id ${articleId}, not ${id}; what is marked in it was added there.`
    : `The project has another text under the id ${id}; this one came in as ${articleId}.`;
  return [placed(plan, words)];
}

/** Each thing that was left out, and what was not: an entry of `failed` for the file. */
function tellRefused({ file, refused, layers }: PlannedArticle, ledger: Ledger): void {
  const count = layers.reduce((sum, layer) => sum + layer.annotations.length, 0);
  const marks = count === 1 ? '1 other annotation' : `${count} other annotations`;
  const rest = count === 0 ? 'The article is' : `The article and its ${marks} are`;
  for (const reason of refused) {
    ledger.result.failed.push({ file, reason: `${reason}. ${rest} in the project.` });
  }
}

/** What was left out of an article on request, up to this much JSON (UTF-16 units). */
const MOST_LEFT_OUT = 1_000_000;

/** An import record with what was left out, and the draft that says so of an article that is here. */
function attachTo(
  store: Store,
  heldAs: string | undefined,
  { article, leftOut }: PlannedArticle,
): { readonly source: JsonObject; readonly draft?: OpDraft } {
  const record = heldAs === undefined ? undefined : store.projectRecords('article').get(heldAs);
  const held =
    record === undefined || heldAs === undefined ? undefined : articleFrom(heldAs, record);
  const source = heldAs === undefined ? article.source : (held?.source ?? {});
  const before = Array.isArray(source['leftOut']) ? (source['leftOut'] as readonly Json[]) : [];
  const known = new Set(before.map((one) => JSON.stringify(one)));
  let room = MOST_LEFT_OUT - JSON.stringify(before).length;
  const news = leftOut.filter((one) => {
    const text = JSON.stringify(one);
    room -= text.length;
    return !known.has(text) && room >= 0;
  });
  if (news.length === 0) return { source };
  const extended: JsonObject = { ...source, leftOut: [...before, ...news] };
  if (heldAs === undefined || held === undefined) return { source: extended };
  const draft = { c: 'project', k: 'article', r: heldAs, p: { source: extended } };
  return { source: extended, draft };
}

function takeOver(
  store: Store,
  plan: PlannedArticle,
  articleId: string,
  isHeld: boolean,
  added: LayerAdditions,
  ledger: Ledger,
): void {
  const { article, file } = plan;
  const kept = added.kept.map((words) => placed(plan, words));
  const attached = attachTo(store, isHeld ? articleId : undefined, plan);
  if (isHeld && added.drafts.length === 0 && attached.draft === undefined) {
    const reason = ['The project has an article with the same text already.', ...kept].join(' ');
    ledger.result.skipped.push({ file, reason, articleId });
    return;
  }
  if (!isHeld) {
    ledger.bySha.set(article.sha256, articleId);
    ledger.byId.set(articleId, article.sha256);
    const renamed = { ...article, id: articleId, source: attached.source };
    ledger.articles.push({ ...plan, article: renamed });
    ledger.drafts.push(addArticle(renamed));
  }
  if (attached.draft !== undefined) ledger.drafts.push(attached.draft);
  // One by one: an article may bring more annotations than a call takes arguments.
  for (const draft of added.drafts) {
    ledger.drafts.push(draft);
    ledger.inLayers.set(draftKey(draft), draft);
  }
  ledger.files.push(file);
  ledger.result.imported.push({
    articleId,
    title: article.title,
    characters: article.characters,
    annotations: added.annotations,
    relations: added.relations,
    warnings: [...plan.warnings, ...aboutId(plan, articleId, isHeld), ...kept],
  });
}

async function planOne(
  store: Store,
  plan: PlannedArticle,
  ledger: Ledger,
): Promise<Result<void, StoreError>> {
  const { article, file } = plan;
  const articleId = idFor(store, plan, ledger);
  if (articleId === undefined) {
    const reason = `The project has other texts under the ids that “${article.title}” could have. It did not come in.`;
    ledger.result.failed.push({ file, reason: placed(plan, reason) });
    return ok(undefined);
  }
  const added = noAdditions();
  for (const layer of plan.layers) {
    const done = await addLayer(store, articleId, ledger.inLayers, layer, added);
    if (!done.ok) return done;
  }
  takeOver(store, plan, articleId, ledger.bySha.has(article.sha256), added, ledger);
  tellRefused(plan, ledger);
  return ok(undefined);
}

function textFiles(plan: PlannedArticle): Parameters<Store['putArticles']>[0][number] {
  const { article, text, original } = plan;
  const sidecar = { id: article.id, sha256: article.sha256, source: article.source };
  if (original === undefined) return { articleId: article.id, text, sidecar };
  const kept = { bytes: original.bytes, ext: original.extension };
  const named = { ...sidecar, original: originalName(kept) };
  return { articleId: article.id, text, sidecar: named, original: kept };
}

/** A refusal that says what became of the import. */
function nothingCameIn(error: StoreError): StoreError {
  const advice = error.kind === 'full' ? ' Make room on the disk and import again.' : '';
  const message = `${error.message}. Nothing of this import is in the project.${advice}`;
  return { ...error, message };
}

/** Writes texts, then the commit that names them; where that is refused, the texts go again. */
async function write(
  store: Store,
  analyst: string,
  { articles, drafts, result }: Ledger,
  codebook: ImportedCodebook | undefined,
): Promise<Result<readonly Op[], StoreError>> {
  const put = await store.putArticles(articles.map(textFiles));
  if (!put.ok) return err(nothingCameIn(put.error));
  const count = result.imported.length;
  const label = count === 1 ? 'Import an article' : `Import ${count} articles`;
  const all = await withCodebook(store, drafts, codebook);
  const written = await store.commit(analyst, all, { label });
  if (written.ok || store.refusal() !== undefined) return written;
  await store.dropFiles(put.value);
  return err(nothingCameIn(written.error));
}

async function apply(
  store: Store,
  analyst: string,
  planned: readonly PlannedArticle[],
  codebook: ImportedCodebook | undefined,
): Promise<Result<AppliedImport, StoreError>> {
  const ledger: Ledger = {
    drafts: newRoster(store, planned),
    inLayers: new Map(),
    articles: [],
    files: [],
    result: { imported: [], skipped: [], failed: [] },
    bySha: new Map(articlesOf(store).map((one) => [one.sha256, one.id] as const)),
    byId: new Map(),
  };
  const pace = newPace();
  for (const plan of planned) {
    const done = await planOne(store, plan, ledger);
    if (!done.ok) return done;
    const turn = pace();
    if (turn !== undefined) await turn;
  }
  const { result, files } = ledger;
  if (result.imported.length === 0) return ok({ ops: [], result, files });
  const written = await write(store, analyst, ledger, codebook);
  return written.ok ? ok({ ops: written.value, result, files }) : written;
}

/** Imports under way; one waits for the other, for a text may come with both. */
const running = new WeakMap<Store, Promise<unknown>>();

/**
 * Adds planned articles and their layers to a project, as one commit that undo takes back.
 * Texts that are already there are skipped; their layers come in where they are new. What of a
 * file does not come in is listed in `failed`, also where the rest of it did. An import that is
 * refused leaves nothing behind.
 * @param codebook what of it the layers may need; it becomes one version, in the same commit
 */
export function applyImport(
  store: Store,
  analyst: string,
  planned: readonly PlannedArticle[],
  codebook?: ImportedCodebook,
): Promise<Result<AppliedImport, StoreError>> {
  const turn = async (): Promise<Result<AppliedImport, StoreError>> =>
    apply(store, analyst, planned, codebook);
  const before = running.get(store) ?? Promise.resolve();
  const done = before.then(turn, turn);
  running.set(store, done);
  return done;
}
