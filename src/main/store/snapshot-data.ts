import { z } from 'zod';
import type { History } from '../../core/log/history.ts';
import type { OpDraft, Stamp } from '../../core/log/op.ts';
import type { DocumentIndex } from './counts.ts';
import type { HistoryHead } from './engine.ts';
import type { Position } from './log-scan.ts';
import { newPace } from './pace.ts';
import type { Version } from './records.ts';
import { isStoredRecord, type StoredRecord } from './stored-record.ts';

/** Records as snapshots keep them: kind → id → field → register. */
export type RecordData = {
  readonly [kind: string]: { readonly [id: string]: StoredRecord };
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

/** What there may be a hundred thousand of is only looked at here, and checked in turns below. */
const anyObject = z.custom<Readonly<Record<string, unknown>>>(isObject);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOf(value: unknown, check: (entry: unknown) => boolean): boolean {
  return isObject(value) && Object.values(value).every(check);
}

/** The same, giving way to other work as it goes. */
async function isRecordOfMany(
  value: unknown,
  check: (entry: unknown) => boolean,
): Promise<boolean> {
  if (!isObject(value)) return false;
  const turn = newPace();
  for (const key of Object.keys(value)) {
    if (!check(value[key])) return false;
    const pause = turn();
    if (pause !== undefined) await pause;
  }
  return true;
}

async function areRecords(value: Readonly<Record<string, unknown>>): Promise<boolean> {
  for (const records of Object.values(value)) {
    if (!(await isRecordOfMany(records, isStoredRecord))) return false;
  }
  return true;
}

// Objects may have keys unknown to us: a newer version's file is shown, though never written.
const documentSchema = z.looseObject({ version, records: anyObject });

function isDraft(value: unknown): boolean {
  const { c, k, r, p } = (value ?? {}) as Partial<OpDraft>;
  const named = typeof c === 'string' && typeof k === 'string' && typeof r === 'string';
  return named && isRecordOf(p, () => true);
}

const entry = z.looseObject({
  id: z.string(),
  label: z.string(),
  articleId: z.string().optional(),
  inverse: z.custom<readonly OpDraft[]>((value) => Array.isArray(value) && value.every(isDraft)),
});

const historySchema = z.looseObject({ version, undo: z.array(entry), redo: z.array(entry) });

const streamSchema = z.looseObject({ s: count, h: z.string(), offset: count, lines: count });

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isAbsentOr(value: unknown, check: (value: unknown) => boolean): boolean {
  return value === undefined || check(value);
}

function isIndex(value: unknown): boolean {
  const one = (value ?? {}) as Partial<DocumentIndex>;
  return (
    isCount(one.annotations) &&
    isCount(one.relations) &&
    isRecordOf(one.byLabel, isCount) &&
    isRecordOf(one.version, isCount) &&
    isAbsentOr(one.state, (state) => typeof state === 'string') &&
    isAbsentOr(one.seen, isCount) &&
    isAbsentOr(one.unsure, isCount) &&
    isAbsentOr(one.documentLabels, Array.isArray) &&
    isAbsentOr(one.comments, (comments) => isRecordOf(comments, isObject))
  );
}

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
  documents: anyObject,
  records: anyObject,
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

/** The content of a document's snapshot. */
export async function asDocumentData(data: unknown): Promise<DocumentData | undefined> {
  const parsed = documentSchema.safeParse(data);
  const sound = parsed.success && (await areRecords(parsed.data.records));
  return sound ? (data as DocumentData) : undefined;
}

/** The content of a history's snapshot. */
export async function asHistoryData(data: unknown): Promise<HistoryData | undefined> {
  return historySchema.safeParse(data).success ? (data as HistoryData) : undefined;
}

/** The content of `project.json`. */
export async function asProjectData(data: unknown): Promise<ProjectData | undefined> {
  const parsed = projectSchema.safeParse(data);
  const sound =
    parsed.success &&
    (await areRecords(parsed.data.records)) &&
    (await isRecordOfMany(parsed.data.documents, isIndex));
  return sound ? (data as ProjectData) : undefined;
}
