import { fieldValue, isDeleted, type RecordState } from '../../core/log/record.ts';
import type { RecordMaps, Version } from './records.ts';

/** How many annotations and relations a document holds, deleted ones left out. */
export interface Counts {
  readonly annotations: number;
  readonly relations: number;
  /** Label id → annotations. */
  readonly byLabel: { readonly [label: string]: number };
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

function sum(counts: Counts, difference: Difference): Counts {
  const byLabel = new Map(Object.entries(counts.byLabel));
  for (const [label, by] of difference.byLabel) byLabel.set(label, (byLabel.get(label) ?? 0) + by);
  return {
    annotations: counts.annotations + difference.annotations,
    relations: counts.relations + difference.relations,
    byLabel: Object.fromEntries([...byLabel].filter(([, count]) => count > 0)),
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
  for (const { kind, before, after } of changes) {
    add(difference, kind, before, -1);
    add(difference, kind, after, 1);
  }
  return sum(counts, difference);
}

/** The counts of a whole document. */
export function countRecords(maps: RecordMaps): Counts {
  const difference: Difference = { annotations: 0, relations: 0, byLabel: new Map() };
  for (const [kind, records] of maps) {
    for (const record of records.values()) add(difference, kind, record, 1);
  }
  return sum(NO_COUNTS, difference);
}
