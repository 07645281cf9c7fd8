import { checkDrafts } from '../../core/log/draft-check.ts';
import { articleOfOp, layerAnalyst, layerChannel, type OpDraft } from '../../core/log/op.ts';
import { analystFrom, articleFrom } from '../../core/log/project-ops.ts';
import type { RecordState } from '../../core/log/record.ts';
import { ok } from '../../core/result.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Layer, Store } from '../store/store.ts';
import { codebookOf } from './codebook-view.ts';
import { fromStore, refuse } from './problems.ts';
import type { Workspace } from './workspace.ts';

/** The articles and layers that some drafts concern, read once before they are checked. */
interface Surroundings {
  /** Article id → text; empty where no draft needs it. */
  readonly texts: Map<string, string>;
  readonly layers: Map<string, Layer>;
}

function hasArticle(store: Store, articleId: string): boolean {
  const record = store.projectRecords('article').get(articleId);
  return record !== undefined && articleFrom(articleId, record) !== undefined;
}

function hasAnalyst(store: Store, id: string): boolean {
  const record = store.projectRecords('analyst').get(id);
  return record !== undefined && analystFrom(id, record) !== undefined;
}

/** The layers a draft is checked against: its own and, for a comment, the one it speaks about. */
function analystsOf(store: Store, { c, k, p }: OpDraft): readonly string[] {
  const own = layerAnalyst(c);
  if (own === undefined) return [];
  const other = p['targetAnalyst'];
  if (k !== 'comment' || typeof other !== 'string' || other === own) return [own];
  return hasAnalyst(store, other) ? [own, other] : [own];
}

/** Tags, assignments and states say nothing about the text: a hundred thousand need not be read. */
function needsText({ c, k, p }: OpDraft): boolean {
  if (c === 'project') return p['furniture'] !== undefined;
  return k !== 'document' || p['seen'] !== undefined;
}

/** Takes note of an article: its text where that is needed, otherwise only that it is there. */
async function readArticle(
  store: Store,
  articleId: string,
  withText: boolean,
  into: Surroundings,
): Promise<Reply<void>> {
  if (!hasArticle(store, articleId)) return { ok: true, value: undefined };
  const text = withText ? await store.text(articleId) : ok('');
  if (!text.ok) return { ok: false, error: fromStore(text.error) };
  into.texts.set(articleId, text.value);
  return { ok: true, value: undefined };
}

async function readSurroundings(
  store: Store,
  drafts: readonly OpDraft[],
): Promise<Reply<Surroundings>> {
  const found: Surroundings = { texts: new Map(), layers: new Map() };
  const readToo = new Set(drafts.filter(needsText).map(articleOfOp));
  for (const draft of drafts) {
    const articleId = articleOfOp(draft);
    if (articleId === undefined) continue;
    if (!found.texts.has(articleId)) {
      const read = await readArticle(store, articleId, readToo.has(articleId), found);
      if (!read.ok) return read;
    }
    for (const analyst of found.texts.has(articleId) ? analystsOf(store, draft) : []) {
      const key = `${articleId} ${layerChannel(analyst)}`;
      if (found.layers.has(key)) continue;
      const layer = await store.layer(articleId, analyst);
      if (!layer.ok) return { ok: false, error: fromStore(layer.error) };
      found.layers.set(key, layer.value);
    }
  }
  return { ok: true, value: found };
}

type RecordKey = Pick<OpDraft, 'c' | 'k' | 'r'>;

function recordOf(store: Store, found: Surroundings, draft: RecordKey): RecordState | undefined {
  if (draft.c === 'project') return store.projectRecords('article').get(draft.r);
  const articleId = articleOfOp(draft) ?? '';
  return found.layers.get(`${articleId} ${draft.c}`)?.get(draft.k)?.get(draft.r);
}

/** Checks edits that the window proposes and makes them last. Answers once they are on disk. */
export async function commitEdits(
  { store, me }: Workspace,
  label: string,
  drafts: readonly OpDraft[],
): Promise<Reply<Output<'commit'>>> {
  const found = await readSurroundings(store, drafts);
  if (!found.ok) return found;
  const codebook = codebookOf(store);
  const checked = checkDrafts(drafts, {
    analyst: me.id,
    labels: new Map(codebook.labels.map((one) => [one.id, one] as const)),
    attributes: new Map(codebook.attributes.map((one) => [one.id, one] as const)),
    hasAnalyst: (id) => hasAnalyst(store, id),
    hasArticle: (id) => hasArticle(store, id),
    record: (draft) => recordOf(store, found.value, draft),
    text: (articleId) => found.value.texts.get(articleId),
  });
  if (!checked.ok) return refuse('refused', checked.error);
  const written = await store.commit(me.id, drafts, { label });
  if (!written.ok) return { ok: false, error: fromStore(written.error) };
  const ops = written.value as Output<'commit'>['ops'];
  return { ok: true, value: { ops, history: { ...store.history(me.id) } } };
}
