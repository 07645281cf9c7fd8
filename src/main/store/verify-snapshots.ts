import { isDeepStrictEqual } from 'node:util';
import { migrate } from '../../core/log/migrations.ts';
import type { Op } from '../../core/log/op.ts';
import type { RecordState } from '../../core/log/record.ts';
import { isFileName } from '../../core/log/schema.ts';
import { countRecords, type DocumentIndex } from './counts.ts';
import type { Disk } from './disk.ts';
import { applyToDocument, idPrefix } from './documents.ts';
import type { Accept } from './durable-json.ts';
import type { Format } from './format.ts';
import { historyFile } from './histories.ts';
import {
  channelOfKey,
  type DocumentKey,
  documentFile,
  documentOf,
  HISTORY_FOLDER,
  PROJECT_FILE,
  PROJECT_KEY,
} from './layout.ts';
import { fromRecordData } from './record-data.ts';
import { type Document, emptyDocument, type Records, reaches } from './records.ts';
import { unseal } from './sealed.ts';
import { asDocumentData, asHistoryData, asProjectData, type ProjectData } from './snapshot-data.ts';
import { type Findings, isBlamed, readNamed } from './verify-findings.ts';
import type { VerifiedLogs } from './verify-log.ts';
import { checkPointers, checkReach } from './verify-reach.ts';

/** The project's documents as snapshots and log together have them. */
export type VerifiedState = ReadonlyMap<DocumentKey, Document>;

/** Where a project lies, and the format it is to be in. */
export interface Place {
  readonly disk: Disk;
  readonly dir: string;
  readonly format: Format;
}

/** The data of a sealed file, with problems noted; `undefined` where it cannot be used. */
async function readSealed<T>(
  place: Place,
  file: string,
  accept: Accept<T>,
  found: Findings,
): Promise<T | undefined> {
  const { disk, dir, format } = place;
  const bytes = await readNamed(disk, dir, file, found);
  if (bytes === undefined) return undefined;
  const opened = unseal(bytes);
  if (!opened.ok) {
    found.problems.push({ file, message: `This file is damaged: ${opened.reason}.` });
    return undefined;
  }
  const { kind, version } = opened.seal;
  if (version > format.version) {
    found.problems.push({ file, message: `This file has the newer format version ${version}.` });
  }
  const data = await accept(migrate(kind, opened.data, version, format.migrations, format.version));
  if (data !== undefined) return data;
  found.problems.push({
    file,
    message: 'This file is not the kind of document that belongs here.',
  });
  return undefined;
}

const SNAPSHOT = /^(?<stem>.+)\.json(?<backup>\.bak)?$/u;

async function checkFolder<T>(
  place: Place,
  folder: string,
  accept: Accept<T>,
  found: Findings,
): Promise<ReadonlyMap<DocumentKey, T>> {
  const { disk, dir } = place;
  const good = new Map<DocumentKey, T>();
  for (const name of await disk.list(`${dir}/${folder}`)) {
    const { stem = '', backup } = SNAPSHOT.exec(name)?.groups ?? {};
    if (!isFileName(stem)) continue;
    const data = await readSealed(place, `${folder}/${name}`, accept, found);
    if (data !== undefined && backup === undefined) good.set(`${folder}/${stem}`, data);
  }
  return good;
}

/** `project.json`, with what is wrong with it and its backup noted. */
export async function readProjectFile(
  place: Place,
  found: Findings,
): Promise<ProjectData | undefined> {
  const { disk, dir } = place;
  const backup = `${PROJECT_FILE}.bak`;
  if ((await disk.stat(`${dir}/${backup}`)) !== undefined) {
    await readSealed(place, backup, asProjectData, found);
  }
  if ((await disk.stat(`${dir}/${PROJECT_FILE}`)) === undefined) {
    found.problems.push({ file: PROJECT_FILE, message: 'This file is missing.' });
    return undefined;
  }
  return readSealed(place, PROJECT_FILE, asProjectData, found);
}

async function readDocuments(
  place: Place,
  found: Findings,
): Promise<ReadonlyMap<DocumentKey, Records>> {
  const { disk, dir } = place;
  const folders = ['gold', 'review'];
  for (const articleId of await disk.list(`${dir}/layers`)) folders.push(`layers/${articleId}`);
  const documents = new Map<DocumentKey, Records>();
  for (const folder of folders) {
    const good = await checkFolder(place, folder, asDocumentData, found);
    for (const [key, data] of good) {
      documents.set(key, {
        maps: await fromRecordData(data.records, idPrefix(key)),
        version: data.version,
      });
    }
  }
  return documents;
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

function plain({ maps }: Records): ReadonlyMap<string, unknown> {
  return new Map(
    [...maps].flatMap(([kind, records]) =>
      [...records].map(([id, record]): [string, unknown] => [`${kind} ${id}`, plainRecord(record)]),
    ),
  );
}

/** Names of the records that two versions of a document do not have alike. */
function differences(one: Records, other: Records): readonly string[] {
  const [left, right] = [plain(one), plain(other)];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (name) => !isDeepStrictEqual(left.get(name), right.get(name)),
  );
}

/** Compares a snapshot with what the log says it should be. @returns the log's version */
function compareWithLog(
  key: DocumentKey,
  snapshot: Records,
  ops: readonly Op[],
  found: Findings,
): Records {
  const replayed = emptyDocument();
  for (const op of ops) {
    if (op.s <= (snapshot.version[op.a] ?? 0)) applyToDocument(replayed, op);
  }
  const [first, ...others] = differences(replayed.records, snapshot);
  if (first === undefined) return snapshot;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const message = `The log says something else of ${first}${more}.`;
  found.problems.push({ file: documentFile(key), message });
  return { ...replayed.records, version: snapshot.version };
}

function compareWithIndex(
  key: DocumentKey,
  snapshot: Records | undefined,
  index: DocumentIndex,
  found: Findings,
): void {
  const file = documentFile(key);
  if (isBlamed(found, file)) return;
  if (snapshot === undefined) {
    found.problems.push({ file, message: 'This file is missing.' });
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

/** The state that log and snapshots come to; where they differ, the log counts. */
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
    const whole = snapshot !== undefined && !logs.broken.has(channelOfKey(key));
    const compared = whole ? compareWithLog(key, snapshot, ops, found) : snapshot;
    // `shared` makes the first change copy the maps, so that the snapshot stays as it was read.
    const records = compared ?? emptyDocument().records;
    const document: Document = { records, shared: true, dirty: false };
    for (const op of ops) applyToDocument(document, op);
    state.set(key, document);
  }
  return state;
}

function checkHistories(project: ProjectData, histories: ReadonlySet<string>, found: Findings) {
  for (const analyst of Object.keys(project.history)) {
    const file = historyFile(analyst);
    if (histories.has(`${HISTORY_FOLDER}/${analyst}`) || isBlamed(found, file)) continue;
    found.problems.push({ file, message: 'This file is missing.' });
  }
}

/** Checks every snapshot, and that snapshots, index and log agree. */
export async function verifySnapshots(
  place: Place,
  project: ProjectData | undefined,
  logs: VerifiedLogs,
  found: Findings,
): Promise<VerifiedState> {
  const snapshots = new Map(await readDocuments(place, found));
  const histories = await checkFolder(place, HISTORY_FOLDER, asHistoryData, found);
  if (project === undefined) checkReach(snapshots, logs, found);
  else {
    checkPointers(project, logs, found);
    checkHistories(project, new Set(histories.keys()), found);
    const maps = await fromRecordData(project.records, '');
    snapshots.set(PROJECT_KEY, { maps, version: project.sync.version });
  }
  if (logs.broken.size > 0) {
    found.notices.push(
      'Where the log lacks something, the other files could not be compared with it.',
    );
  }
  const state = combine(snapshots, logs, found);
  for (const [key, index] of Object.entries(project?.documents ?? {})) {
    compareWithIndex(key, snapshots.get(key), index, found);
  }
  return state;
}
