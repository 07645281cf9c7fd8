import { z } from 'zod';
import type { History } from '../../core/log/history.ts';
import type { Stamp } from '../../core/log/op.ts';
import type { RecordState } from '../../core/log/record.ts';
import { isRecordState } from '../../core/log/schema.ts';
import type { Json } from '../../core/model/json.ts';
import type { DocumentIndex } from './counts.ts';
import type { HistoryHead } from './engine.ts';
import type { Position } from './log-scan.ts';
import type { RecordMaps, Records, Version } from './records.ts';

/** Records as snapshots keep them: kind → id → field → register. */
export type RecordData = {
  readonly [kind: string]: { readonly [id: string]: RecordState };
};

/** `layers/…`, `gold/…` and `review/…`. */
export interface DocumentData {
  readonly version: Version;
  readonly records: RecordData;
}

/** `history/<analyst>.json`. */
export interface HistoryData extends History {
  /** Stream → last op of this analyst's that the lists include. */
  readonly version: Version;
}

const count = z.int().nonnegative();
const version = z.record(z.string(), count);

// Objects may have keys unknown to us: a newer version's file is shown, though never written.
const records = z.custom<RecordData>((value) =>
  isRecordOf(value, (kind) => isRecordOf(kind, (record) => isRecordState(record))),
);

function isRecordOf(value: unknown, check: (entry: unknown) => boolean): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(check)
  );
}

const documentSchema = z.looseObject({ version, records });

const draft = z.looseObject({
  c: z.string(),
  k: z.string(),
  r: z.string(),
  p: z.record(
    z.string(),
    z.custom<Json>((value) => value !== undefined),
  ),
});

const entry = z.looseObject({
  id: z.string(),
  label: z.string(),
  articleId: z.string().optional(),
  inverse: z.array(draft),
});

const historySchema = z.looseObject({ version, undo: z.array(entry), redo: z.array(entry) });

const streamSchema = z.looseObject({ s: count, h: z.string(), offset: count, lines: count });

const indexSchema = z.looseObject({
  annotations: count,
  relations: count,
  byLabel: z.record(z.string(), count),
  version,
});

const projectSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  formatVersion: z.int(),
  sync: z.looseObject({
    version,
    stamp: z.string(),
    streams: z.record(z.string(), streamSchema),
  }),
  history: z.record(
    z.string(),
    z.looseObject({ undo: z.string().optional(), redo: z.string().optional() }),
  ),
  documents: z.record(z.string(), indexSchema),
  records,
});

/** `project.json`. */
export interface ProjectData {
  readonly id: string;
  readonly name: string;
  readonly formatVersion: number;
  readonly sync: {
    /** What `records` includes of the project channel. */
    readonly version: Version;
    /** Greatest stamp given or seen. */
    readonly stamp: Stamp;
    /** Stream → how far the snapshots include it, and where in its file that is. */
    readonly streams: { readonly [stream: string]: Position };
  };
  /** Analyst → labels of what can be undone and redone. */
  readonly history: { readonly [analyst: string]: HistoryHead };
  readonly documents: { readonly [key: string]: DocumentIndex };
  readonly records: RecordData;
}

/** True for the content of a document's snapshot. */
export function isDocumentData(data: unknown): data is DocumentData {
  return documentSchema.safeParse(data).success;
}

/** True for the content of a history's snapshot. */
export function isHistoryData(data: unknown): data is HistoryData {
  return historySchema.safeParse(data).success;
}

/** True for the content of `project.json`. */
export function isProjectData(data: unknown): data is ProjectData {
  return projectSchema.safeParse(data).success;
}

/**
 * Records as they are written. Ids lose the prefix that the file's own name says already.
 * @param prefix `<article id>/` or empty
 */
export function toRecordData(maps: RecordMaps, prefix: string): RecordData {
  return Object.fromEntries(
    [...maps].map(([kind, byId]) => [
      kind,
      Object.fromEntries([...byId].map(([id, state]) => [id.slice(prefix.length), state])),
    ]),
  );
}

/** Records as they are in memory. @param prefix as in {@link toRecordData} */
export function fromRecordData(data: RecordData, prefix: string): Records['maps'] {
  return new Map(
    Object.entries(data).map(([kind, byId]) => [
      kind,
      new Map(Object.entries(byId).map(([id, state]) => [`${prefix}${id}`, state])),
    ]),
  );
}
