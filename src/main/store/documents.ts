import { Low } from 'lowdb';
import type { Op } from '../../core/log/op.ts';
import { applyOp } from '../../core/log/record.ts';
import { ok, type Result } from '../../core/result.ts';
import { countRecords } from './counts.ts';
import { faultCode } from './disk.ts';
import { durableJSONFile, type Surroundings } from './durable-json.ts';
import { type Engine, setIndex } from './engine.ts';
import { fromFault, refuse, type StoreError } from './errors.ts';
import {
  channelOfKey,
  type DocumentKey,
  documentFile,
  documentOf,
  logFile,
  PROJECT_KEY,
} from './layout.ts';
import { BEGINNING, scanLog } from './log-scan.ts';
import { fromRecordData, toRecordData } from './record-data.ts';
import {
  type Document,
  emptyDocument,
  getRecord,
  includesOp,
  putRecords,
  type Records,
  reaches,
} from './records.ts';
import { asDocumentData, type DocumentData } from './snapshot-data.ts';

/** How many unchanged documents stay in memory. */
const KEPT_DOCUMENTS = 200;

/** The part of a document's record ids that its file name says already. */
export function idPrefix(key: DocumentKey): string {
  const [root, articleId] = key.split('/');
  return root === 'review' || articleId === undefined ? '' : `${articleId}/`;
}

function documentDatabase(around: Surroundings, key: DocumentKey, expected: boolean) {
  const adapter = durableJSONFile<DocumentData>(around, {
    kind: 'document',
    file: documentFile(key),
    expected,
    accept: asDocumentData,
  });
  const empty: DocumentData = { version: {}, records: {} };
  return { adapter, low: new Low<DocumentData>(adapter, empty) };
}

/** Writes a document's snapshot. @returns bytes written. Throws the disk's faults. */
export async function writeDocument(
  around: Surroundings,
  key: DocumentKey,
  records: Records,
): Promise<number> {
  const { adapter, low } = documentDatabase(around, key, false);
  low.data = { version: records.version, records: await toRecordData(records.maps, idPrefix(key)) };
  await low.write();
  return adapter.written();
}

/** A document's snapshot, from its file or its backup. Throws the disk's faults and `ECORRUPT`. */
export async function readDocument(
  around: Surroundings,
  key: DocumentKey,
  expected: boolean,
): Promise<{ readonly records: Records; readonly origin: 'none' | 'current' | 'backup' }> {
  const { adapter, low } = documentDatabase(around, key, expected);
  await low.read();
  const maps = await fromRecordData(low.data.records, idPrefix(key));
  return { records: { maps, version: low.data.version }, origin: adapter.origin() };
}

/** Applies an op to a document that may have it already. @returns false where it had */
export function applyToDocument(document: Document, op: Op): boolean {
  if (includesOp(document, op.a, op.s)) return false;
  const state = applyOp(getRecord(document, op.k, op.r), op);
  putRecords(document, [{ kind: op.k, id: op.r, state, replica: op.a, seq: op.s }]);
  return true;
}

/** Brings a document up to date from the whole log. @returns true where every stream was whole */
async function replayWholeLog(
  engine: Engine,
  key: DocumentKey,
  document: Document,
): Promise<boolean> {
  const { disk, dir } = engine.around;
  const channel = channelOfKey(key);
  let whole = true;
  for (const stream of engine.streams.values()) {
    if (stream.channel !== channel || !stream.exists) continue;
    const path = `${dir}/${logFile(stream.replica, channel)}`;
    const scan = await scanLog(disk, path, BEGINNING, (op) => documentOf(op) === key);
    const had = document.records.version[stream.replica] ?? 0;
    const base = scan.header?.base.s ?? 0;
    if (base > had || scan.bad.length > 0 || scan.breaks.length > 0) whole = false;
    for (const { op, end } of scan.entries) {
      if (end <= stream.offset) applyToDocument(document, op);
    }
  }
  return whole;
}

/** The snapshot, or an empty document where neither it nor its backup can be used. */
async function bestSnapshot(
  engine: Engine,
  key: DocumentKey,
): Promise<{ readonly records: Records; readonly good: boolean }> {
  const expected = engine.index.has(key);
  try {
    const { records, origin } = await readDocument(engine.around, key, expected);
    return { records, good: origin === 'current' || !expected };
  } catch (fault) {
    if (faultCode(fault) !== 'ECORRUPT') throw fault;
    return { records: emptyDocument().records, good: false };
  }
}

/** Rebuilds a document whose snapshot is lost or too old, and says so. */
async function rebuild(
  engine: Engine,
  key: DocumentKey,
  records: Records,
): Promise<Result<Document, StoreError>> {
  const file = documentFile(key);
  const document: Document = { records, shared: false, dirty: true };
  const whole = await replayWholeLog(engine, key, document);
  const wanted = engine.index.get(key)?.version ?? {};
  const complete = reaches(document.records.version, wanted);
  if (!complete && document.records.maps.size === 0) {
    return refuse('corrupt', `${file} is lost, and so is the log it could be rebuilt from.`, file);
  }
  const full = complete && whole;
  engine.around.report({
    kind: full ? 'rebuilt' : 'damage',
    file,
    message: full
      ? `${file} could not be used and was rebuilt from its backup and the log; nothing is lost.`
      : `${file} could not be used and was rebuilt as far as its backup and the log go; edits may be missing.`,
  });
  setIndex(engine, key, {
    ...countRecords(document.records.maps),
    version: document.records.version,
  });
  return ok(document);
}

/** An index that an older version wrote counts less; what is read anyway is counted whole. */
function countAgain(engine: Engine, key: DocumentKey, { maps }: Records): void {
  const indexed = engine.index.get(key);
  if (indexed === undefined) return;
  setIndex(engine, key, { ...countRecords(maps), version: indexed.version });
}

async function load(engine: Engine, key: DocumentKey): Promise<Result<Document, StoreError>> {
  try {
    const { records, good } = await bestSnapshot(engine, key);
    const wanted = engine.index.get(key)?.version ?? {};
    if (good && reaches(records.version, wanted)) {
      countAgain(engine, key, records);
      return ok({ records, shared: false, dirty: false });
    }
    return await rebuild(engine, key, records);
  } catch (fault) {
    return { ok: false, error: fromFault(fault, documentFile(key)) };
  }
}

function evict(engine: Engine): void {
  let surplus = engine.documents.size - KEPT_DOCUMENTS;
  for (const [key, document] of engine.documents) {
    if (surplus <= 0) return;
    if (document.dirty || document.shared || engine.pinned.has(key)) continue;
    engine.documents.delete(key);
    surplus -= 1;
  }
}

type Loading = Map<DocumentKey, Promise<Result<Document, StoreError>>>;

/** Documents being read, so that two who ask at once get the same one. */
const LOADING = new WeakMap<Engine, Loading>();

async function loadOnce(engine: Engine, key: DocumentKey): Promise<Result<Document, StoreError>> {
  const loading: Loading = LOADING.get(engine) ?? new Map();
  LOADING.set(engine, loading);
  const underWay = loading.get(key);
  if (underWay !== undefined) return underWay;
  const work = load(engine, key);
  loading.set(key, work);
  const loaded = await work;
  loading.delete(key);
  if (loaded.ok) {
    engine.documents.set(key, loaded.value);
    evict(engine);
  }
  return loaded;
}

/** A document, from memory or from disk. Empty where nothing was ever written to it. */
export async function useDocument(
  engine: Engine,
  key: DocumentKey,
): Promise<Result<Document, StoreError>> {
  if (key === PROJECT_KEY) return ok(engine.project);
  const known = engine.documents.get(key);
  if (known === undefined) return loadOnce(engine, key);
  engine.documents.delete(key);
  engine.documents.set(key, known);
  return ok(known);
}
