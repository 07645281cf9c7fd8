import { textField } from '../../core/log/fields.ts';
import { splitRecordId } from '../../core/log/op.ts';
import { fieldValue, isDeleted, type RecordState } from '../../core/log/record.ts';
import type { RecordMaps, Version } from './records.ts';

/** How many annotations and relations a document holds, deleted ones left out. */
export interface Counts {
  readonly annotations: number;
  readonly relations: number;
  /** Label id → annotations. */
  readonly byLabel: { readonly [label: string]: number };
  /** How far the analyst is, where they said so: `new`, `in-progress` or `submitted`. */
  readonly state?: string;
  /** How far the text was read, in UTF-16 code units, where it is known. */
  readonly seen?: number;
  /** Annotations that their analyst is unsure of; absent where there are none. */
  readonly unsure?: number;
  /** Ids of the labels of the whole article; absent where there are none. */
  readonly documentLabels?: readonly string[];
  /** Comment id → what of it decides whether its thread is open; absent where there are none. */
  readonly comments?: { readonly [id: string]: CommentIndex };
}

/** What the index knows of a comment. */
export interface CommentIndex {
  readonly thread: string;
  /** Analyst id of the layer the annotation is in; empty for the article. */
  readonly targetAnalyst: string;
  readonly action: string;
  /** ISO-8601 UTC. */
  readonly createdAt: string;
}

/** What the index knows of a document without opening it. */
export interface DocumentIndex extends Counts {
  readonly version: Version;
}

/** Nothing counted. */
export const NO_COUNTS: Counts = { annotations: 0, relations: 0, byLabel: {} };

/** Counts as they are being changed. */
interface Changing {
  annotations: number;
  relations: number;
  unsure: number;
  readonly byLabel: Map<string, number>;
  readonly comments: Map<string, CommentIndex>;
  document: OfDocument;
}

/** What the document record says. */
type OfDocument = Pick<Counts, 'state' | 'seen' | 'documentLabels'>;

function changing(counts: Counts): Changing {
  const { annotations, relations, byLabel, unsure = 0, comments = {} } = counts;
  return {
    annotations,
    relations,
    unsure,
    byLabel: new Map(Object.entries(byLabel)),
    comments: new Map(Object.entries(comments)),
    document: counts,
  };
}

function countAnnotation(to: Changing, record: RecordState, by: 1 | -1): void {
  to.annotations += by;
  if (fieldValue(record, 'confidence') === 'low') to.unsure += by;
  const label = fieldValue(record, 'label');
  if (typeof label === 'string') to.byLabel.set(label, (to.byLabel.get(label) ?? 0) + by);
}

function commentIndex(record: RecordState): CommentIndex {
  return {
    thread: textField(record, 'thread'),
    targetAnalyst: textField(record, 'targetAnalyst'),
    action: textField(record, 'action'),
    createdAt: textField(record, 'createdAt'),
  };
}

function add(
  to: Changing,
  kind: string,
  id: string,
  record: RecordState | undefined,
  by: 1 | -1,
): void {
  if (record === undefined || isDeleted(record)) return;
  if (kind === 'annotation') countAnnotation(to, record, by);
  else if (kind === 'relation') to.relations += by;
  else if (kind === 'comment') {
    const own = splitRecordId(id)?.id ?? id;
    if (by === 1) to.comments.set(own, commentIndex(record));
    else to.comments.delete(own);
  }
}

/** What the document record of a layer says; nothing where it says nothing. */
function ofDocument(record: RecordState): OfDocument {
  if (isDeleted(record)) return {};
  const state = fieldValue(record, 'state');
  const seen = fieldValue(record, 'seen');
  const labels = fieldValue(record, 'labels');
  const given = typeof labels === 'object' && labels !== null ? Object.keys(labels) : [];
  return {
    ...(typeof state === 'string' ? { state } : {}),
    ...(typeof seen === 'number' ? { seen } : {}),
    ...(given.length > 0 ? { documentLabels: given } : {}),
  };
}

function counted({ annotations, relations, unsure, ...to }: Changing): Counts {
  const { state, seen, documentLabels } = to.document;
  return {
    annotations,
    relations,
    byLabel: Object.fromEntries([...to.byLabel].filter(([, count]) => count > 0)),
    ...(state === undefined ? {} : { state }),
    ...(seen === undefined ? {} : { seen }),
    ...(unsure > 0 ? { unsure } : {}),
    ...(documentLabels === undefined ? {} : { documentLabels }),
    ...(to.comments.size > 0 ? { comments: Object.fromEntries(to.comments) } : {}),
  };
}

/** A record before and after a change. */
export interface RecordChange {
  readonly kind: string;
  /** `<article id>/<own id>`. */
  readonly id: string;
  readonly before: RecordState | undefined;
  readonly after: RecordState;
}

/** The counts after changes. */
export function recount(counts: Counts, changes: readonly RecordChange[]): Counts {
  const to = changing(counts);
  for (const { kind, id, before, after } of changes) {
    add(to, kind, id, before, -1);
    add(to, kind, id, after, 1);
    if (kind === 'document') to.document = ofDocument(after);
  }
  return counted(to);
}

/** The counts of a whole document. */
export function countRecords(maps: RecordMaps): Counts {
  const to = changing(NO_COUNTS);
  for (const [kind, records] of maps) {
    for (const [id, record] of records) {
      add(to, kind, id, record, 1);
      if (kind === 'document') to.document = ofDocument(record);
    }
  }
  return counted(to);
}
