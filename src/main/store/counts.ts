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
}

/** What the index knows of a document without opening it. */
export interface DocumentIndex extends Counts {
  readonly version: Version;
}

/** Nothing counted. */
export const NO_COUNTS: Counts = { annotations: 0, relations: 0, byLabel: {} };

/** How counts change. */
interface Difference {
  annotations: number;
  relations: number;
  readonly byLabel: Map<string, number>;
}

function add(to: Difference, kind: string, record: RecordState | undefined, by: 1 | -1): void {
  if (record === undefined || isDeleted(record)) return;
  if (kind === 'relation') to.relations += by;
  if (kind !== 'annotation') return;
  to.annotations += by;
  const label = fieldValue(record, 'label');
  if (typeof label === 'string') to.byLabel.set(label, (to.byLabel.get(label) ?? 0) + by);
}

type Progress = Pick<Counts, 'state' | 'seen'>;

/** How far a layer is, as its document record says; nothing where it says nothing. */
function progressIn(record: RecordState): Progress {
  if (isDeleted(record)) return {};
  const state = fieldValue(record, 'state');
  const seen = fieldValue(record, 'seen');
  return {
    ...(typeof state === 'string' ? { state } : {}),
    ...(typeof seen === 'number' ? { seen } : {}),
  };
}

function sum(counts: Counts, difference: Difference, { state, seen }: Progress): Counts {
  const byLabel = new Map(Object.entries(counts.byLabel));
  for (const [label, by] of difference.byLabel) byLabel.set(label, (byLabel.get(label) ?? 0) + by);
  return {
    annotations: counts.annotations + difference.annotations,
    relations: counts.relations + difference.relations,
    byLabel: Object.fromEntries([...byLabel].filter(([, count]) => count > 0)),
    ...(state === undefined ? {} : { state }),
    ...(seen === undefined ? {} : { seen }),
  };
}

/** A record before and after a change. */
export interface RecordChange {
  readonly kind: string;
  readonly before: RecordState | undefined;
  readonly after: RecordState;
}

/** The counts after changes. */
export function recount(counts: Counts, changes: readonly RecordChange[]): Counts {
  const difference: Difference = { annotations: 0, relations: 0, byLabel: new Map() };
  let progress: Progress = counts;
  for (const { kind, before, after } of changes) {
    add(difference, kind, before, -1);
    add(difference, kind, after, 1);
    if (kind === 'document') progress = progressIn(after);
  }
  return sum(counts, difference, progress);
}

/** The counts of a whole document. */
export function countRecords(maps: RecordMaps): Counts {
  const difference: Difference = { annotations: 0, relations: 0, byLabel: new Map() };
  let progress: Progress = {};
  for (const [kind, records] of maps) {
    for (const record of records.values()) {
      add(difference, kind, record, 1);
      if (kind === 'document') progress = progressIn(record);
    }
  }
  return sum(NO_COUNTS, difference, progress);
}
