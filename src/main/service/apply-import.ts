import {
  addAnnotation,
  addRelation,
  annotationFrom,
  setDocumentLabels,
} from '../../core/log/annotation-ops.ts';
import type { Op, OpDraft } from '../../core/log/op.ts';
import { addAnalyst, addArticle, addLabel } from '../../core/log/project-ops.ts';
import { fieldValue, isDeleted } from '../../core/log/record.ts';
import { type Analyst, analystId } from '../../core/model/analyst.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Output } from '../../ipc/contract.ts';
import type { StoreError } from '../store/errors.ts';
import type { Layer, Store } from '../store/store.ts';
import type { PlannedArticle, PlannedLayer } from './planned-article.ts';
import { analystsOf, articlesOf, labelsOf } from './project-view.ts';

/** What an import did: the JSON of `verbale import --json` (DESIGN §9). */
export type ImportResult = Output<'import.apply'>['result'];

interface Imported {
  readonly articleId: string;
  readonly title: string;
  readonly characters: number;
  annotations: number;
  relations: number;
  readonly warnings: string[];
}

/** Two annotations that say the same, whatever order their keys are in. */
function isSame(a: Annotation, b: Annotation): boolean {
  const plain = (one: Annotation): string =>
    JSON.stringify([one.label, one.anchor.spans, one.note, one.createdAt, one.updatedAt]);
  return plain(a) === plain(b);
}

type Drafts = Result<OpDraft[], StoreError>;

function annotationDrafts(
  held: Layer,
  layer: PlannedLayer,
  at: LayerKey,
  into: Imported,
): OpDraft[] {
  const drafts: OpDraft[] = [];
  for (const annotation of layer.annotations) {
    const draft = addAnnotation({ ...annotation, ...at });
    const record = held.get('annotation')?.get(draft.r);
    const known = record === undefined ? undefined : annotationFrom(draft.c, draft.r, record);
    if (known === undefined) {
      drafts.push(draft);
      into.annotations += 1;
    } else if (!isSame(known, annotation)) {
      into.warnings.push(
        `Annotation ${annotation.id} is here already and differs; the one in the project was kept.`,
      );
    }
  }
  return drafts;
}

function relationDrafts(held: Layer, layer: PlannedLayer, at: LayerKey, into: Imported): OpDraft[] {
  const drafts: OpDraft[] = [];
  for (const relation of layer.relations) {
    const draft = addRelation({ ...relation, ...at });
    const record = held.get('relation')?.get(draft.r);
    if (record !== undefined && !isDeleted(record)) continue;
    drafts.push(draft);
    into.relations += 1;
  }
  return drafts;
}

/** Names a layer: one analyst on one article. */
interface LayerKey {
  readonly articleId: string;
  readonly analyst: string;
}

async function layerDrafts(
  store: Store,
  articleId: string,
  layer: PlannedLayer,
  into: Imported,
): Promise<Drafts> {
  const at: LayerKey = { articleId, analyst: analystId(layer.analystName) };
  const held = await store.layer(articleId, at.analyst);
  if (!held.ok) return held;
  const drafts = [
    ...annotationDrafts(held.value, layer, at, into),
    ...relationDrafts(held.value, layer, at, into),
  ];
  const labelled = Object.keys(layer.documentLabels).length > 0;
  if (labelled && held.value.get('document') === undefined) {
    drafts.push(setDocumentLabels(articleId, at.analyst, layer.documentLabels));
  }
  return ok(drafts);
}

function newRoster(store: Store, planned: readonly PlannedArticle[]): OpDraft[] {
  const analysts = new Set(analystsOf(store).map((one) => one.id));
  const labels = new Set(labelsOf(store).map((one) => one.id));
  const drafts: OpDraft[] = [];
  for (const { layers, labels: needed } of planned) {
    for (const label of needed) {
      if (labels.has(label.id)) continue;
      labels.add(label.id);
      drafts.push(addLabel(label));
    }
    for (const { analystName } of layers) {
      const analyst: Analyst = { id: analystId(analystName), name: analystName };
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
  readonly files: PlannedArticle[];
  readonly result: ImportResult;
  /** SHA-256 of text → article id, of what is in the project or has just been planned. */
  readonly bySha: Map<string, string>;
}

/** True when an id stands for another text, also one that was removed: its file is still there. */
function isTaken(store: Store, articleId: string, sha: string): boolean {
  const record = store.projectRecords('article').get(articleId);
  return record !== undefined && fieldValue(record, 'sha256') !== sha;
}

async function planOne(
  store: Store,
  plan: PlannedArticle,
  ledger: Ledger,
): Promise<Result<void, StoreError>> {
  const { article } = plan;
  const heldAs = ledger.bySha.get(article.sha256);
  const articleId = heldAs ?? article.id;
  const report: Imported = {
    articleId,
    title: article.title,
    characters: article.characters,
    annotations: 0,
    relations: 0,
    warnings: [...plan.warnings],
  };
  const drafts: OpDraft[] = [];
  for (const layer of plan.layers) {
    const made = await layerDrafts(store, articleId, layer, report);
    if (!made.ok) return made;
    drafts.push(...made.value);
  }
  if (heldAs !== undefined && drafts.length === 0) {
    const reason = 'The project has an article with the same text already.';
    ledger.result.skipped.push({ file: plan.file, reason, articleId });
    return ok(undefined);
  }
  if (heldAs === undefined && isTaken(store, article.id, article.sha256)) {
    const reason = `The project has another text under the id ${article.id}.`;
    ledger.result.failed.push({ file: plan.file, reason });
    return ok(undefined);
  }
  if (heldAs === undefined) {
    ledger.bySha.set(article.sha256, articleId);
    ledger.files.push(plan);
    ledger.drafts.push(addArticle(article));
  }
  ledger.drafts.push(...drafts);
  ledger.result.imported.push(report);
  return ok(undefined);
}

function textFiles(plan: PlannedArticle): Parameters<Store['putArticles']>[0][number] {
  const { article, text, original } = plan;
  const sidecar = { id: article.id, sha256: article.sha256, source: article.source };
  const extra =
    original === undefined ? {} : { original: { bytes: original.bytes, ext: original.extension } };
  return { articleId: article.id, text, sidecar, ...extra };
}

/**
 * Adds planned articles and their layers to a project, as one commit that undo takes back.
 * Texts that are already there are skipped; their layers come in where they are new.
 * Answers the ops that were written, and the report.
 */
export async function applyImport(
  store: Store,
  analyst: string,
  planned: readonly PlannedArticle[],
): Promise<Result<{ ops: readonly Op[]; result: ImportResult }, StoreError>> {
  const ledger: Ledger = {
    drafts: newRoster(store, planned),
    files: [],
    result: { imported: [], skipped: [], failed: [] },
    bySha: new Map(articlesOf(store).map((one) => [one.sha256, one.id] as const)),
  };
  for (const plan of planned) {
    const done = await planOne(store, plan, ledger);
    if (!done.ok) return done;
  }
  if (ledger.result.imported.length === 0) return ok({ ops: [], result: ledger.result });
  const put = await store.putArticles(ledger.files.map(textFiles));
  if (!put.ok) return put;
  const count = ledger.result.imported.length;
  const label = count === 1 ? 'Import an article' : `Import ${count} articles`;
  const written = await store.commit(analyst, ledger.drafts, { label });
  if (!written.ok) return written;
  return ok({ ops: written.value, result: ledger.result });
}
