import type { Op } from '../../core/log/op.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { countRecords } from './counts.ts';
import { faultCode, makeFault } from './disk.ts';
import { readDocument } from './documents.ts';
import { isTemporaryName, type Surroundings } from './durable-json.ts';
import { type Engine, setIndex } from './engine.ts';
import { faultFile, fromFault, type Notice, refuse, type StoreError } from './errors.ts';
import type { Fence } from './fence.ts';
import {
  ARTICLES_FOLDER,
  BUNDLES_FOLDER,
  channelOfKey,
  type DocumentKey,
  HISTORY_FOLDER,
  LOCK_FILE,
  ORIGINALS_FOLDER,
  PROJECT_FILE,
  QUARANTINE_FOLDER,
  type StreamKey,
  streamKey,
} from './layout.ts';
import { logWriter } from './log-writer.ts';
import { noProject } from './no-project.ts';
import { listStreams, type OpenedStreams, openStreams, setAside } from './open-streams.ts';
import { ownReplica } from './own-replica.ts';
import { emptyProject, readProject } from './project-file.ts';
import { fromRecordData } from './record-data.ts';
import type { Document } from './records.ts';
import { replay } from './replay.ts';
import type { ProjectData } from './snapshot-data.ts';
import { checkArticlesNamed } from './unnamed-articles.ts';

/** What opening needs. */
export interface EngineOptions {
  readonly around: Surroundings;
  readonly notices: Notice[];
  readonly replica: string;
  readonly fence?: Fence | undefined;
  readonly clock: () => number;
  /** Id of a project whose snapshots are to be made again from its log, which is whole. */
  readonly afresh?: string | undefined;
}

/** An open project, and whether its snapshots have to be written before anything else. */
export interface OpenedEngine {
  readonly engine: Engine;
  readonly snapshotsFirst: boolean;
}

interface FoundProject {
  readonly data: ProjectData;
  /** True where `project.json` had to be given up and everything comes from the log. */
  readonly fromLog: boolean;
}

/** `project.json`, or an empty one where only the log is left or is to be believed. */
async function findProject({
  around,
  afresh,
}: EngineOptions): Promise<Result<FoundProject, StoreError>> {
  if (afresh !== undefined) return ok({ data: emptyProject(afresh), fromLog: true });
  try {
    const data = await readProject(around);
    if (data !== undefined) return ok({ data, fromLog: false });
  } catch (fault) {
    if (faultCode(fault) !== 'ECORRUPT') throw fault;
  }
  const streams = await listStreams(around);
  if (streams.length === 0)
    return refuse('not-a-project', await noProject(around.disk, around.dir), PROJECT_FILE);
  around.report({
    kind: 'rebuilt',
    file: PROJECT_FILE,
    message: `${PROJECT_FILE} is lost; the project was rebuilt from its log.`,
  });
  return ok({ data: emptyProject(''), fromLog: true });
}

async function newEngine(
  options: EngineOptions,
  data: ProjectData,
  opened: OpenedStreams,
  replica: string,
): Promise<Engine> {
  const { around, notices, clock } = options;
  const maps = await fromRecordData(data.records, '');
  const engine: Engine = {
    around,
    id: data.id === '' ? (opened.header?.project ?? '') : data.id,
    replica,
    fence: options.fence,
    clock,
    writer: logWriter(around.disk, around.dir),
    notices,
    project: { records: { maps, version: data.sync.version }, shared: false, dirty: false },
    documents: new Map(),
    pinned: new Set(),
    index: new Map(),
    analysts: new Map(),
    histories: new Map(),
    historyHeads: new Map(Object.entries(data.history)),
    streams: opened.streams,
    stamp: data.sync.stamp,
    logBytes: opened.bytes,
    checkpointBytes: 0,
    refusal: undefined,
  };
  for (const [key, index] of Object.entries(data.documents)) setIndex(engine, key, index);
  return engine;
}

/** Folders that hold snapshots, each with the folders in it. */
async function snapshotFolders(around: Surroundings): Promise<readonly string[]> {
  const folders = ['gold', 'review', HISTORY_FOLDER];
  for (const articleId of await around.disk.list(`${around.dir}/layers`)) {
    folders.push(`layers/${articleId}`);
  }
  return folders;
}

/**
 * Removes what a process that died left half-written. After a proper end there is nothing, and the
 * folders of a hundred thousand articles need not be looked into.
 */
async function removeTemporaries(around: Surroundings, unclean: boolean): Promise<void> {
  const { disk, dir } = around;
  const died = unclean || (await disk.stat(`${dir}/${LOCK_FILE}`)) !== undefined;
  if (!died || around.readOnly) return;
  const folders = [
    '',
    ARTICLES_FOLDER,
    BUNDLES_FOLDER,
    `${ARTICLES_FOLDER}/${ORIGINALS_FOLDER}`,
    QUARANTINE_FOLDER,
    ...(await snapshotFolders(around)),
  ];
  for (const folder of folders) {
    const path = folder === '' ? dir : `${dir}/${folder}`;
    for (const name of await disk.list(path)) {
      if (isTemporaryName(name)) await disk.unlink(`${path}/${name}`);
    }
  }
}

/** The snapshots there are, where no index says so. */
async function findSnapshots(around: Surroundings): Promise<ReadonlySet<DocumentKey>> {
  const keys = new Set<DocumentKey>();
  for (const folder of await snapshotFolders(around)) {
    if (folder === HISTORY_FOLDER) continue;
    for (const name of await around.disk.list(`${around.dir}/${folder}`)) {
      const stem = /^(?<stem>[^.].*)\.json(?:\.bak)?$/u.exec(name)?.groups?.['stem'];
      if (stem !== undefined) keys.add(`${folder}/${stem}`);
    }
  }
  return keys;
}

/** Enters snapshots that no index knows. Those that cannot be used are rebuilt by the replay. */
async function indexSnapshots(engine: Engine): Promise<void> {
  for (const key of await findSnapshots(engine.around)) {
    try {
      const { records } = await readDocument(engine.around, key, false);
      const document: Document = { records, shared: false, dirty: true };
      engine.documents.set(key, document);
      setIndex(engine, key, { ...countRecords(records.maps), version: records.version });
    } catch (fault) {
      if (faultCode(fault) !== 'ECORRUPT') throw fault;
    }
  }
}

/** The highest number that any snapshot knows of each stream. */
async function knownNumbers(around: Surroundings): Promise<ReadonlyMap<StreamKey, number>> {
  const highest = new Map<StreamKey, number>();
  for (const key of await findSnapshots(around)) {
    const { records } = await readDocument(around, key, false).catch((fault: unknown) => {
      if (faultCode(fault) !== 'ECORRUPT') throw fault;
      return { records: { version: {} } };
    });
    for (const [replica, seq] of Object.entries(records.version)) {
      const stream = streamKey(replica, channelOfKey(key));
      highest.set(stream, Math.max(seq, highest.get(stream) ?? 0));
    }
  }
  return highest;
}

/** Raises the streams that were lost to where the snapshots are: no number is ever given twice. */
async function raiseLostStreams(engine: Engine, ops: readonly Op[]): Promise<void> {
  const known = new Set(ops.map((op) => streamKey(op.a, op.c)));
  for (const [key, seq] of await knownNumbers(engine.around)) {
    const stream = engine.streams.get(key);
    if (stream === undefined || stream.exists || known.has(key)) continue;
    if (seq > stream.s) engine.streams.set(key, { ...stream, s: seq, h: '' });
  }
}

/**
 * The same where `project.json` is lost with whole logs, or with their ends: only the snapshots know
 * of those. Their numbers must not be given again, for a replay would take what is new for known.
 */
async function findLostStreams(engine: Engine): Promise<void> {
  for (const [key, seq] of await knownNumbers(engine.around)) {
    const stream = engine.streams.get(key);
    if (stream !== undefined && stream.s >= seq) continue;
    const [replica = '', channel = ''] = key.split('/');
    await setAside(
      engine.around,
      { replica, channel },
      stream === undefined ? 'is gone' : 'is shorter than it was',
    );
    engine.streams.set(key, {
      replica,
      channel,
      s: seq,
      h: '',
      offset: 0,
      lines: 0,
      exists: false,
    });
  }
}

async function open(options: EngineOptions): Promise<Result<OpenedEngine, StoreError>> {
  const { around } = options;
  const found = await findProject(options);
  if (!found.ok) return found;
  const { data, fromLog } = found.value;
  const replica = await ownReplica(around, options, data.id);
  const isLost = fromLog && options.afresh === undefined;
  const named = isLost ? await checkArticlesNamed(around, replica) : ok(undefined);
  if (!named.ok) return named;
  const known = fromLog ? undefined : new Map(Object.entries(data.sync.streams));
  const opened = await openStreams(around, replica, known);
  await removeTemporaries(around, opened.unclean);
  const engine = await newEngine(options, data, opened, replica);
  if (engine.id === '') throw makeFault('ECORRUPT', 'neither project.json nor the log can be used');
  await fill(engine, opened, fromLog, replica);
  const snapshotsFirst = fromLog || opened.lost;
  if (snapshotsFirst) engine.project.dirty = true;
  return ok({ engine, snapshotsFirst });
}

/** Brings what the logs hold beyond the snapshots into memory, and minds what was lost of either. */
async function fill(
  engine: Engine,
  opened: OpenedStreams,
  fromLog: boolean,
  replica: string,
): Promise<void> {
  if (fromLog) await indexSnapshots(engine);
  if (opened.lost) await raiseLostStreams(engine, opened.ops);
  await replay(engine, opened.ops, replica);
  if (fromLog) await findLostStreams(engine);
}

/**
 * Reads a project into memory: `project.json`, the ends of the logs, and the documents that those
 * concern. Nothing else is read until somebody asks for it.
 */
export async function openEngine(
  options: EngineOptions,
): Promise<Result<OpenedEngine, StoreError>> {
  try {
    return await open(options);
  } catch (fault) {
    const code = faultCode(fault);
    if (code === undefined) throw fault;
    const { message } = fault as Error;
    if (code === 'ENEWER') return err({ kind: 'newer', message, file: PROJECT_FILE });
    return err(fromFault(fault, faultFile(fault, options.around.dir, PROJECT_FILE)));
  }
}
