import {
  type Anchor,
  type Annotation,
  type Confidence,
  isConfidence,
  type Relation,
} from '../model/annotation.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { numberField, textField } from './fields.ts';
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
    ...(annotation.confidence === undefined ? {} : { confidence: annotation.confidence }),
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
  /** `null` takes back that anything was said. */
  readonly confidence?: Confidence | null;
  readonly attributes?: JsonObject;
}

/** The draft that changes an annotation. @param at ISO-8601 UTC */
export function editAnnotation(of: AnnotationKey, edit: AnnotationEdit, at: string): OpDraft {
  const p: Record<string, Json> = { updatedAt: at };
  if (edit.label !== undefined) p['label'] = edit.label;
  if (edit.anchor !== undefined) p['spans'] = edit.anchor as unknown as Json;
  if (edit.note !== undefined) p['note'] = edit.note;
  if (edit.confidence !== undefined) p['confidence'] = edit.confidence;
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
  const { id: _id, articleId: _articleId, analyst: _analyst, ...fields } = relation;
  return { ...key(relation, 'relation'), p: { ...fields, [DELETED]: false } };
}

/** What an edit of a relation may change. */
export type RelationEdit = Partial<Pick<Relation, 'type' | 'from' | 'to' | 'note'>>;

/** The draft that changes a relation. @param at ISO-8601 UTC */
export function editRelation(of: AnnotationKey, edit: RelationEdit, at: string): OpDraft {
  return { ...key(of, 'relation'), p: { ...edit, updatedAt: at } };
}

/** The draft that removes a relation. */
export function removeRelation(of: AnnotationKey): OpDraft {
  return { ...key(of, 'relation'), p: { [DELETED]: true } };
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
  const confidence = fieldValue(record, 'confidence');
  return {
    id: ids.id,
    articleId: ids.articleId,
    analyst,
    label: textField(record, 'label'),
    anchor: anchor as unknown as Anchor,
    attributes: attributesOf(record),
    note: textField(record, 'note'),
    ...(isConfidence(confidence) ? { confidence } : {}),
    origin: (fieldValue(record, 'origin') ?? {}) as JsonObject,
    codebookVersion: numberField(record, 'codebookVersion'),
    createdAt: textField(record, 'createdAt'),
    updatedAt: textField(record, 'updatedAt'),
  };
}

/** What relations have had only since they can be edited. */
function laterFields(
  record: RecordState,
): Pick<Relation, 'note' | 'codebookVersion' | 'createdAt' | 'updatedAt'> {
  const note = textField(record, 'note');
  const codebookVersion = numberField(record, 'codebookVersion');
  const createdAt = textField(record, 'createdAt');
  const updatedAt = textField(record, 'updatedAt');
  return {
    ...(note === '' ? {} : { note }),
    ...(codebookVersion === 0 ? {} : { codebookVersion }),
    ...(createdAt === '' ? {} : { createdAt }),
    ...(updatedAt === '' ? {} : { updatedAt }),
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
    type: textField(record, 'type'),
    from: textField(record, 'from'),
    to: textField(record, 'to'),
    ...laterFields(record),
  };
}
