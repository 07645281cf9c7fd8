import { canonical } from '../../core/formats/canonical-json.ts';
import { addAnnotation, addRelation } from '../../core/log/annotation-ops.ts';
import { addComment } from '../../core/log/comment-ops.ts';
import { DOCUMENT, editDocument } from '../../core/log/document-ops.ts';
import { isFrozen } from '../../core/log/frozen.ts';
import { DELETED, type OpDraft } from '../../core/log/op.ts';
import { isDeleted } from '../../core/log/record.ts';
import { analystId } from '../../core/model/analyst.ts';
import type { Json, JsonObject } from '../../core/model/json.ts';
import { ok, type Result } from '../../core/result.ts';
import type { StoreError } from '../store/errors.ts';
import type { Layer, Store } from '../store/store.ts';
import type { PlannedLayer } from './planned-article.ts';

/** What a layer that comes in adds, and what of it was here already and differs. */
export interface LayerAdditions {
  readonly drafts: OpDraft[];
  annotations: number;
  relations: number;
  /** In words, each a whole sentence. */
  readonly kept: string[];
}

/** Nothing added yet. */
export function noAdditions(): LayerAdditions {
  return { drafts: [], annotations: 0, relations: 0, kept: [] };
}

/** What a person said; times and origin alone make no other annotation. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  annotation: ['label', 'spans', 'note', 'confidence'],
  relation: ['type', 'from', 'to', 'note'],
  comment: ['target', 'targetAnalyst', 'thread', 'text', 'action'],
};

type Fields = { readonly [field: string]: Json };

/** The record a draft would write to: in the project, or planned earlier in this import. */
function held(layer: Layer, planned: ReadonlyMap<string, OpDraft>, draft: OpDraft) {
  const before = planned.get(draftKey(draft));
  if (before !== undefined) return { fields: before.p, isGone: false };
  const record = layer.get(draft.k)?.get(draft.r);
  if (record === undefined) return undefined;
  const fields: Fields = Object.fromEntries(
    Object.entries(record).map(([field, register]) => [field, register.value]),
  );
  return { fields, isGone: isDeleted(record) };
}

/** Names the record of a draft. */
export function draftKey({ c, k, r }: OpDraft): string {
  return `${c} ${k} ${r}`;
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(canonical(a ?? null)) === JSON.stringify(canonical(b ?? null));
}

function saysTheSame(kind: string, given: Fields, known: Fields): boolean {
  const attributes = [...Object.keys(given), ...Object.keys(known)].filter((one) =>
    one.startsWith('a.'),
  );
  return [...(SAID[kind] ?? []), ...attributes].every((field) => {
    const isNote = field === 'note';
    return isSame(given[field] ?? (isNote ? '' : null), known[field] ?? (isNote ? '' : null));
  });
}

/** A draft that brings a deleted record back exactly as given: what it had besides is cleared. */
function broughtBack(draft: OpDraft, known: Fields): OpDraft {
  const cleared = Object.keys(known).filter(
    (field) => field !== DELETED && known[field] !== null && !Object.hasOwn(draft.p, field),
  );
  return { ...draft, p: { ...draft.p, ...Object.fromEntries(cleared.map((one) => [one, null])) } };
}

/** Adds a draft unless its record is here. True where it was added. */
function add(
  draft: OpDraft,
  layer: Layer,
  planned: ReadonlyMap<string, OpDraft>,
  into: LayerAdditions,
): boolean {
  const known = held(layer, planned, draft);
  if (known === undefined || known.isGone) {
    into.drafts.push(known === undefined ? draft : broughtBack(draft, known.fields));
    return true;
  }
  if (!saysTheSame(draft.k, draft.p, known.fields)) {
    const id = draft.r.slice(draft.r.indexOf('/') + 1);
    into.kept.push(`The ${draft.k} ${id} is here already and differs; the one here was kept.`);
  }
  return false;
}

/** True for a layer that has annotations or relations, whatever this import brings. */
function hasWork(layer: Layer): boolean {
  return ['annotation', 'relation'].some((kind) =>
    [...(layer.get(kind)?.values() ?? [])].some((record) => !isDeleted(record)),
  );
}

/** What a layer says about the whole article, where the one that is here does not say it yet. */
function addDocument(
  { articleId, analyst }: LayerKey,
  { documentLabels, document, analystName }: PlannedLayer,
  layer: Layer,
  planned: ReadonlyMap<string, OpDraft>,
  into: LayerAdditions,
): void {
  const given: JsonObject = {
    ...(Object.keys(documentLabels).length === 0 ? {} : { labels: documentLabels }),
    ...document,
  };
  const whole = editDocument(articleId, analyst, given);
  const known = held(layer, planned, whole);
  const fields = known === undefined || known.isGone ? {} : known.fields;
  const isUnknown = (field: string): boolean => (fields[field] ?? null) === null;
  // A file that says “submitted” speaks of its own layer: what is here besides was not checked.
  const freezes = given['state'] === 'submitted' && hasWork(layer);
  const missing = Object.entries(given).filter(
    ([field]) => isUnknown(field) && !(freezes && field === 'state'),
  );
  if (missing.length > 0) {
    into.drafts.push(editDocument(articleId, analyst, Object.fromEntries(missing)));
  }
  const differ = Object.keys(given).filter(
    // How far somebody read is nobody's opinion.
    (field) =>
      field !== 'seen' && (fields[field] ?? null) !== null && !isSame(given[field], fields[field]),
  );
  if (differ.length > 0) {
    into.kept.push(
      `What ${analystName} says about the whole article (${differ.join(', ')}) is here already and differs; what is here was kept.`,
    );
  }
}

/** Names a layer: one analyst on one article. */
interface LayerKey {
  readonly articleId: string;
  readonly analyst: string;
}

/** What would have been added to a layer, had it not been submitted: told, and left out. */
function tellFrozen(
  at: LayerKey,
  { annotations, relations, analystName }: PlannedLayer,
  layer: Layer,
  planned: ReadonlyMap<string, OpDraft>,
  into: LayerAdditions,
): void {
  const left = noAdditions();
  for (const annotation of annotations) {
    if (add(addAnnotation({ ...annotation, ...at }), layer, planned, left)) left.annotations += 1;
  }
  for (const relation of relations) {
    if (add(addRelation({ ...relation, ...at }), layer, planned, left)) left.relations += 1;
  }
  into.kept.push(...left.kept);
  const count = left.annotations + left.relations;
  if (count === 0) return;
  const what = count === 1 ? '1 annotation or relation' : `${count} annotations and relations`;
  into.kept.push(
    `${analystName}’s layer is submitted and was kept as it is: ${what} of the file did not come in. Take the layer back to in progress and import again.`,
  );
}

/**
 * Adds what a planned layer has and the project has not. What is there already stays as it is, and
 * is told where it differs; to a submitted layer only comments are added.
 * @param planned drafts of this import so far, by {@link draftKey}
 */
export async function addLayer(
  store: Store,
  articleId: string,
  planned: ReadonlyMap<string, OpDraft>,
  layer: PlannedLayer,
  into: LayerAdditions,
): Promise<Result<void, StoreError>> {
  const at: LayerKey = { articleId, analyst: analystId(layer.analystName) };
  const found = await store.layer(articleId, at.analyst);
  if (!found.ok) return found;
  for (const comment of layer.comments) {
    add(addComment({ ...comment, ...at }), found.value, planned, into);
  }
  if (isFrozen(found.value.get(DOCUMENT)?.get(`${articleId}/${DOCUMENT}`))) {
    tellFrozen(at, layer, found.value, planned, into);
    return ok(undefined);
  }
  for (const annotation of layer.annotations) {
    const draft = addAnnotation({ ...annotation, ...at });
    if (add(draft, found.value, planned, into)) into.annotations += 1;
  }
  for (const relation of layer.relations) {
    const draft = addRelation({ ...relation, ...at });
    if (add(draft, found.value, planned, into)) into.relations += 1;
  }
  addDocument(at, layer, found.value, planned, into);
  return ok(undefined);
}
