import { isDeepStrictEqual } from 'node:util';
import { FORMAT_VERSION } from '../../core/log/migrations.ts';
import type { Op } from '../../core/log/op.ts';
import type { RecordState } from '../../core/log/record.ts';
import { countRecords, type DocumentIndex } from './counts.ts';
import type { Disk } from './disk.ts';
import { applyToDocument, idPrefix } from './documents.ts';
import {
  type DocumentKey,
  documentFile,
  documentOf,
  HISTORY_FOLDER,
  logFile,
  PROJECT_FILE,
  PROJECT_KEY,
} from './layout.ts';
import { type Document, emptyDocument, type Records, reaches } from './records.ts';
import { unseal } from './sealed.ts';
import {
  fromRecordData,
  isDocumentData,
  isHistoryData,
  isProjectData,
  type ProjectData,
} from './snapshot-data.ts';
import type { Findings } from './verify-findings.ts';
import type { VerifiedLogs } from './verify-log.ts';

/** The project's documents as snapshots and log together have them. */
export type VerifiedState = ReadonlyMap<DocumentKey, Document>;

/** The data of a sealed file, with problems noted; `undefined` where it cannot be used. */
async function readSealed<T>(
  disk: Disk,
  dir: string,
  file: string,
  accepts: (data: unknown) => data is T,
  found: Findings,
): Promise<T | undefined> {
  const opened = unseal(await disk.readFile(`${dir}/${file}`));
  if (!opened.ok) {
    found.problems.push({ file, message: `This file is damaged: ${opened.reason}.` });
    return undefined;
  }
  if (opened.seal.version > FORMAT_VERSION) {
    const message = `This file has the newer format version ${opened.seal.version}.`;
    found.problems.push({ file, message });
  }
  if (accepts(opened.data)) return opened.data;
  found.problems.push({
    file,
    message: 'This file is not the kind of document that belongs here.',
  });
  return undefined;
}

async function checkFolder<T>(
  disk: Disk,
  dir: string,
  folder: string,
  accepts: (data: unknown) => data is T,
  found: Findings,
): Promise<ReadonlyMap<DocumentKey, T>> {
  const good = new Map<DocumentKey, T>();
  for (const name of await disk.list(`${dir}/${folder}`)) {
    if (name.startsWith('.') || !/\.json(?:\.bak)?$/u.test(name)) continue;
    const data = await readSealed(disk, dir, `${folder}/${name}`, accepts, found);
    if (data !== undefined && name.endsWith('.json')) {
      good.set(`${folder}/${name.slice(0, -'.json'.length)}`, data);
    }
  }
  return good;
}

async function readProjectFile(
  disk: Disk,
  dir: string,
  found: Findings,
): Promise<ProjectData | undefined> {
  const backup = `${PROJECT_FILE}.bak`;
  if ((await disk.stat(`${dir}/${backup}`)) !== undefined) {
    await readSealed(disk, dir, backup, isProjectData, found);
  }
  if ((await disk.stat(`${dir}/${PROJECT_FILE}`)) === undefined) {
    found.problems.push({ file: PROJECT_FILE, message: 'This file is missing.' });
    return undefined;
  }
  return readSealed(disk, dir, PROJECT_FILE, isProjectData, found);
}

async function readDocuments(
  disk: Disk,
  dir: string,
  found: Findings,
): Promise<ReadonlyMap<DocumentKey, Records>> {
  const folders = ['gold', 'review'];
  for (const articleId of await disk.list(`${dir}/layers`)) folders.push(`layers/${articleId}`);
  const documents = new Map<DocumentKey, Records>();
  for (const folder of folders) {
    const good = await checkFolder(disk, dir, folder, isDocumentData, found);
    for (const [key, data] of good) {
      documents.set(key, {
        maps: fromRecordData(data.records, idPrefix(key)),
        version: data.version,
      });
    }
  }
  return documents;
}

/** Checks that the pointers of `project.json` fit the log. */
function checkPointers(project: ProjectData, logs: VerifiedLogs, found: Findings): void {
  for (const [key, at] of Object.entries(project.sync.streams)) {
    if (at.offset === 0) continue;
    const [replica = '', channel = ''] = key.split('/');
    const file = logFile(replica, channel);
    const stream = logs.streams.get(key);
    if (stream === undefined) {
      found.problems.push({ file, message: 'This file is missing.' });
    } else if (stream.verdict.end.s < at.s) {
      const message = `Ops after ${stream.verdict.end.s} are missing; the snapshots go to ${at.s}.`;
      found.problems.push({ file, message });
    } else {
      const entry = stream.verdict.entries.find(({ op }) => op.s === at.s);
      const fits = entry === undefined ? at.s <= stream.base : entry.hash === at.h;
      if (!fits) found.problems.push({ file, message: `Op ${at.s} is not the one it was.` });
    }
  }
  for (const [key, { project: id }] of logs.streams) {
    if (id === undefined || id === project.id) continue;
    found.problems.push({ file: `log/${key}.jsonl`, message: `This is a log of project ${id}.` });
  }
}

function opsByDocument(ops: readonly Op[]): ReadonlyMap<DocumentKey, readonly Op[]> {
  const grouped = new Map<DocumentKey, Op[]>();
  for (const op of ops) {
    const key = documentOf(op);
    if (key === undefined) continue;
    const list = grouped.get(key);
    if (list === undefined) grouped.set(key, [op]);
    else list.push(op);
  }
  return grouped;
}

/** A record without the book-keeping that depends on the order in which streams arrived. */
function plainRecord(record: RecordState): unknown {
  return Object.fromEntries(
    Object.entries(record).map(([field, { value, stamp, losers }]) => [
      field,
      { value, stamp, losers: losers ?? [] },
    ]),
  );
}

function plain({ maps }: Records): unknown {
  return new Map(
    [...maps].flatMap(([kind, records]) =>
      [...records].map(([id, record]): [string, unknown] => [`${kind} ${id}`, plainRecord(record)]),
    ),
  );
}

/** Checks that replaying the log gives what the snapshot says. */
function compareWithLog(
  key: DocumentKey,
  snapshot: Records,
  ops: readonly Op[],
  found: Findings,
): void {
  const replayed = emptyDocument();
  for (const op of ops) {
    if (op.s <= (snapshot.version[op.a] ?? 0)) applyToDocument(replayed, op);
  }
  if (isDeepStrictEqual(plain(replayed.records), plain(snapshot))) return;
  found.problems.push({ file: documentFile(key), message: 'The log says something else.' });
}

function compareWithIndex(
  key: DocumentKey,
  snapshot: Records | undefined,
  index: DocumentIndex,
  found: Findings,
): void {
  const file = documentFile(key);
  if (snapshot === undefined) {
    found.problems.push({ file, message: 'This file is missing or cannot be used.' });
    return;
  }
  const { version, ...counts } = index;
  if (!reaches(snapshot.version, version)) {
    found.problems.push({ file, message: 'This file is older than project.json says.' });
  }
  const same = isDeepStrictEqual(snapshot.version, version);
  if (same && !isDeepStrictEqual(countRecords(snapshot.maps), counts)) {
    found.problems.push({ file: PROJECT_FILE, message: `The counts of ${file} are wrong.` });
  }
}

function combine(
  snapshots: ReadonlyMap<DocumentKey, Records>,
  logs: VerifiedLogs,
  found: Findings,
): VerifiedState {
  const grouped = opsByDocument(logs.ops);
  const state = new Map<DocumentKey, Document>();
  for (const key of new Set([...snapshots.keys(), ...grouped.keys()])) {
    const snapshot = snapshots.get(key);
    const ops = grouped.get(key) ?? [];
    if (snapshot !== undefined && logs.whole) compareWithLog(key, snapshot, ops, found);
    const records = snapshot ?? emptyDocument().records;
    // `shared` makes the first change copy the maps, so that the snapshot stays as it was read.
    const document: Document = { records, shared: true, dirty: false };
    for (const op of ops) applyToDocument(document, op);
    state.set(key, document);
  }
  return state;
}

/** Checks every snapshot, and that snapshots, index and log agree. */
export async function verifySnapshots(
  disk: Disk,
  dir: string,
  logs: VerifiedLogs,
  found: Findings,
): Promise<VerifiedState> {
  const project = await readProjectFile(disk, dir, found);
  const snapshots = new Map(await readDocuments(disk, dir, found));
  await checkFolder(disk, dir, HISTORY_FOLDER, isHistoryData, found);
  if (project !== undefined) {
    checkPointers(project, logs, found);
    for (const [key, index] of Object.entries(project.documents)) {
      compareWithIndex(key, snapshots.get(key), index, found);
    }
    const maps = fromRecordData(project.records, '');
    snapshots.set(PROJECT_KEY, { maps, version: project.sync.version });
  }
  if (!logs.whole) {
    found.notices.push('The log does not begin at the beginning, so it was not compared in full.');
  }
  return combine(snapshots, logs, found);
}
