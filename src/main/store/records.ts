import type { RecordState } from '../../core/log/record.ts';

/** Sequence numbers by replica: which ops of a channel a document includes. */
export type Version = { readonly [replica: string]: number };

/** Kind → record id → record. */
export type RecordMaps = ReadonlyMap<string, ReadonlyMap<string, RecordState>>;

/** The records of one document, in memory. */
export interface Records {
  readonly maps: Map<string, Map<string, RecordState>>;
  readonly version: Version;
}

/** A document in memory. Its records are replaced, never changed, while somebody is writing them. */
export interface Document {
  records: Records;
  /** True while a snapshot of `records` is being written: the next change copies the maps first. */
  shared: boolean;
  /** True when `records` has changes that no snapshot has. */
  dirty: boolean;
}

/** A document without records. */
export function emptyDocument(): Document {
  return { records: { maps: new Map(), version: {} }, shared: false, dirty: false };
}

function copyMaps(maps: Records['maps']): Records['maps'] {
  return new Map([...maps].map(([kind, records]) => [kind, new Map(records)]));
}

/** A record, or `undefined` where it never existed. */
export function getRecord(document: Document, kind: string, id: string): RecordState | undefined {
  return document.records.maps.get(kind)?.get(id);
}

/** One change to a document: the record as it is after an op. */
export interface Change {
  readonly kind: string;
  readonly id: string;
  readonly state: RecordState;
  readonly replica: string;
  readonly seq: number;
}

/** Puts records into a document and marks it changed. */
export function putRecords(document: Document, changes: readonly Change[]): void {
  if (document.shared) {
    document.records = { ...document.records, maps: copyMaps(document.records.maps) };
    document.shared = false;
  }
  const { maps } = document.records;
  const version: Record<string, number> = { ...document.records.version };
  for (const { kind, id, state, replica, seq } of changes) {
    const records = maps.get(kind) ?? new Map<string, RecordState>();
    records.set(id, state);
    maps.set(kind, records);
    version[replica] = Math.max(seq, version[replica] ?? 0);
  }
  document.records = { maps, version };
  document.dirty = true;
}

/** True when the document has an op already. */
export function includesOp(document: Document, replica: string, seq: number): boolean {
  return seq <= (document.records.version[replica] ?? 0);
}

/** True when `version` has everything that `wanted` has. */
export function reaches(version: Version, wanted: Version): boolean {
  return Object.entries(wanted).every(([replica, seq]) => (version[replica] ?? 0) >= seq);
}
