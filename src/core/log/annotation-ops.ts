import type { Anchor, Annotation, Relation } from '../model/annotation.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { DELETED, layerAnalyst, layerChannel, type OpDraft, splitRecordId } from './op.ts';
import { fieldValue, isDeleted, type RecordState } from './record.ts';

/** Field name of an attribute: each attribute is a field of its own, so that edits to two of them merge. */
const ATTRIBUTE = 'a.';

/** Names one annotation for an edit. */
export type AnnotationKey = Pick<Annotation, 'id' | 'articleId' | 'analyst'>;

function key(of: AnnotationKey, kind: string): Pick<OpDraft, 'c' | 'k' | 'r'> {
  return { c: layerChannel(of.analyst), k: kind, r: `${of.articleId}/${of.id}` };
}

function attributeFields(attributes: JsonObject): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [`${ATTRIBUTE}${name}`, value]),
  );
}

/** The draft that creates an annotation (or brings a deleted one with this id back as given). */
export function addAnnotation(annotation: Annotation): OpDraft {
  const p: Record<string, Json> = {
    label: annotation.label,
    spans: annotation.anchor as unknown as Json,
    note: annotation.note,
    origin: annotation.origin,
    codebookVersion: annotation.codebookVersion,
    createdAt: annotation.createdAt,
    updatedAt: annotation.updatedAt,
    ...attributeFields(annotation.attributes),
    [DELETED]: false,
  };
  return { ...key(annotation, 'annotation'), p };
}

/** What an edit may change. Attributes not named are left alone; `null` clears one. */
export interface AnnotationEdit {
  readonly label?: string;
  readonly anchor?: Anchor;
  readonly note?: string;
  readonly attributes?: JsonObject;
}

/** The draft that changes an annotation. @param at ISO-8601 UTC */
export function editAnnotation(of: AnnotationKey, edit: AnnotationEdit, at: string): OpDraft {
  const p: Record<string, Json> = { updatedAt: at };
  if (edit.label !== undefined) p['label'] = edit.label;
  if (edit.anchor !== undefined) p['spans'] = edit.anchor as unknown as Json;
  if (edit.note !== undefined) p['note'] = edit.note;
  Object.assign(p, attributeFields(edit.attributes ?? {}));
  return { ...key(of, 'annotation'), p };
}

/**
 * The draft that deletes an annotation. Its tombstone is a plan: `resolveTombstone` fills in the
 * values in force when it is applied.
 */
export function removeAnnotation(of: AnnotationKey): OpDraft {
  return { ...key(of, 'annotation'), p: { [DELETED]: true } };
}

/** The draft that creates a relation. */
export function addRelation(relation: Relation): OpDraft {
  const p = { type: relation.type, from: relation.from, to: relation.to, [DELETED]: false };
  return { ...key(relation, 'relation'), p };
}

/** The draft that sets labels on the whole article. */
export function setDocumentLabels(articleId: string, analyst: string, labels: JsonObject): OpDraft {
  return { ...key({ id: 'document', articleId, analyst }, 'document'), p: { labels } };
}

function attributesOf(record: RecordState): JsonObject {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([field, register]) => field.startsWith(ATTRIBUTE) && register.value !== null)
      .map(([field, register]) => [field.slice(ATTRIBUTE.length), register.value]),
  );
}

function text(record: RecordState, field: string): string {
  const value = fieldValue(record, field);
  return typeof value === 'string' ? value : '';
}

/**
 * An annotation as its record says, or `undefined` where it is deleted or not an annotation.
 * @param recordId `<article id>/<annotation id>`
 */
export function annotationFrom(
  channel: string,
  recordId: string,
  record: RecordState,
): Annotation | undefined {
  const ids = splitRecordId(recordId);
  const analyst = layerAnalyst(channel);
  const anchor = fieldValue(record, 'spans');
  if (ids === undefined || analyst === undefined || anchor === undefined || anchor === null) {
    return undefined;
  }
  if (isDeleted(record)) return undefined;
  const version = fieldValue(record, 'codebookVersion');
  return {
    id: ids.id,
    articleId: ids.articleId,
    analyst,
    label: text(record, 'label'),
    anchor: anchor as unknown as Anchor,
    attributes: attributesOf(record),
    note: text(record, 'note'),
    origin: (fieldValue(record, 'origin') ?? {}) as JsonObject,
    codebookVersion: typeof version === 'number' ? version : 0,
    createdAt: text(record, 'createdAt'),
    updatedAt: text(record, 'updatedAt'),
  };
}

/** A relation as its record says, or `undefined` where it is deleted. */
export function relationFrom(
  channel: string,
  recordId: string,
  record: RecordState,
): Relation | undefined {
  const ids = splitRecordId(recordId);
  const analyst = layerAnalyst(channel);
  if (ids === undefined || analyst === undefined || isDeleted(record)) return undefined;
  return {
    id: ids.id,
    articleId: ids.articleId,
    analyst,
    type: text(record, 'type'),
    from: text(record, 'from'),
    to: text(record, 'to'),
  };
}
