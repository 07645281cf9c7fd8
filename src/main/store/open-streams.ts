import type { Op } from '../../core/log/op.ts';
import { isFileName } from '../../core/log/schema.ts';
import { makeFolders, readStretch } from './disk.ts';
import { quarantine, type Surroundings, writeTemporary } from './durable-json.ts';
import {
  LOCK_FILE,
  LOG_FOLDER,
  logFile,
  QUARANTINE_FOLDER,
  type StreamKey,
  streamKey,
} from './layout.ts';
import type { LogHeader } from './log-line.ts';
import { BEGINNING, type Position, scanLog } from './log-scan.ts';
import type { Stream } from './log-writer.ts';
import { judgeTails, type Tail, type TailVerdict } from './torn.ts';

const EXTENSION = '.jsonl';

/** The streams of a project as they are at open. */
export interface OpenedStreams {
  readonly streams: Map<StreamKey, Stream>;
  /** Ops that the snapshots may lack, in each stream's order. */
  readonly ops: readonly Op[];
  /** Bytes of log that were read. */
  readonly bytes: number;
  /** True where a file that the index knows is gone or cut: the snapshots must be written at once. */
  readonly lost: boolean;
  /** True where the log has anything that the snapshots may lack. */
  readonly unclean: boolean;
  readonly header: LogHeader | undefined;
}

/** The log of one replica on one channel. */
export interface Found {
  readonly replica: string;
  readonly channel: string;
}

/** The log files there are. */
export async function listStreams(around: Surroundings): Promise<readonly Found[]> {
  const { disk, dir } = around;
  const found: Found[] = [];
  for (const replica of await disk.list(`${dir}/${LOG_FOLDER}`)) {
    if (!isFileName(replica)) continue;
    for (const name of await disk.list(`${dir}/${LOG_FOLDER}/${replica}`)) {
      const channel = name.slice(0, -EXTENSION.length);
      if (name.endsWith(EXTENSION) && isFileName(channel)) found.push({ replica, channel });
    }
  }
  return found;
}

/** Keeps a copy of bytes that are about to be cut off. */
async function keepBytes(around: Surroundings, file: string, from: number): Promise<string> {
  const { disk, dir } = around;
  const folder = await makeFolders(disk, dir, [QUARANTINE_FOLDER]);
  const handle = await disk.open(`${dir}/${file}`, 'read');
  try {
    const bytes = await readStretch(handle, from, (await handle.size()) - from);
    const mark = Buffer.from(around.random(4)).toString('hex');
    const name = `${file.replaceAll('/', '_')}.${from}.${mark}`;
    await writeTemporary(disk, `${folder}/${name}`, bytes);
    return `${QUARANTINE_FOLDER}/${name}`;
  } finally {
    await handle.close();
  }
}

async function cut(around: Surroundings, file: string, verdict: TailVerdict): Promise<void> {
  const [suspect] = verdict.suspicious;
  const kept = around.readOnly ? file : await keepBytes(around, file, verdict.keep);
  if (!around.readOnly) {
    const handle = await around.disk.open(`${around.dir}/${file}`, 'edit');
    try {
      await handle.truncate(verdict.keep);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  }
  around.report(
    suspect === undefined
      ? {
          kind: 'torn',
          file,
          message: `${file} ended in an edit that was never saved completely, as after a crash. It was cut off; its bytes are kept as ${kept}.`,
        }
      : {
          kind: 'damage',
          file,
          message: `${file}, line ${suspect.line}: the last line is damaged and cannot be used. Its bytes are kept as ${kept}.`,
        },
  );
}

/** Clears away a file that a crash left before its first line was whole. */
async function removeUnborn(around: Surroundings, file: string, size: number): Promise<void> {
  if (around.readOnly) return;
  if (size === 0) {
    await around.disk.unlink(`${around.dir}/${file}`);
    return;
  }
  const kept = await quarantine(around, file);
  around.report({
    kind: 'torn',
    file,
    message: `${file} was never saved completely, as after a crash. It is kept as ${kept}.`,
  });
}

function reportDamage(around: Surroundings, file: string, tail: Tail, verdict: TailVerdict): void {
  for (const { line } of verdict.damaged) {
    around.report({
      kind: 'damage',
      file,
      message: `${file}, line ${line}: this edit is damaged and was left out; everything after it was read.`,
    });
  }
  for (const { line, message } of tail.scan.breaks) {
    around.report({ kind: 'damage', file, message: `${file}, line ${line}: ${message}.` });
  }
}

/** Sets a log file aside that lacks what the index, or a snapshot, says it has. */
export async function setAside(around: Surroundings, found: Found, reason: string): Promise<void> {
  const file = logFile(found.replica, found.channel);
  let kept = '';
  const there = (await around.disk.stat(`${around.dir}/${file}`)) !== undefined;
  if (there && !around.readOnly) {
    kept = ` What is left of it is kept as ${await quarantine(around, file)}.`;
    await around.disk.syncFolder(`${around.dir}/${LOG_FOLDER}/${found.replica}`);
  }
  // While it was open, the other files were not brought up; nobody knows what the log had besides.
  const unclosed = (await around.disk.stat(`${around.dir}/${LOCK_FILE}`)) !== undefined;
  const since = unclosed
    ? ' The project was not closed properly, so the last edits before that may be lost with it.'
    : '';
  around.report({
    kind: 'damage',
    file,
    message: `${file} ${reason}. What its edits came to is in the other files; only the record of the single edits is lost, and a new log goes on from here.${since}${kept}`,
  });
}

interface Progress {
  readonly around: Surroundings;
  readonly tails: Map<StreamKey, Tail & Found>;
  readonly lost: Map<StreamKey, Stream>;
}

/** What is wrong with a log file that cannot be read on. */
function lossOf(stat: { readonly folder: boolean } | undefined): string {
  if (stat === undefined) return 'is gone';
  return stat.folder ? 'is a folder, not a log' : 'is shorter than it was';
}

async function readTail(
  progress: Progress,
  found: Found,
  known: Position | undefined,
): Promise<void> {
  const { around } = progress;
  const key = streamKey(found.replica, found.channel);
  const file = `${around.dir}/${logFile(found.replica, found.channel)}`;
  const stat = await around.disk.stat(file);
  const from = known ?? BEGINNING;
  if (stat === undefined || stat.folder || stat.size < from.offset) {
    if (from.offset > 0 || stat?.folder === true) {
      await setAside(around, found, lossOf(stat));
    }
    const { s, h } = from;
    progress.lost.set(key, { ...found, s, h, offset: 0, lines: 0, exists: false });
    return;
  }
  const scan = await scanLog(around.disk, file, from);
  progress.tails.set(key, { ...found, key, from, scan });
}

function streamAfter(tail: Tail & Found, verdict: TailVerdict): Stream {
  const { replica, channel, from } = tail;
  const { end } = verdict;
  // The snapshots may know more ops than the file: their numbers must not be given again.
  const ahead = from.s > end.s;
  return {
    replica,
    channel,
    s: ahead ? from.s : end.s,
    h: ahead ? from.h : end.h,
    offset: end.offset,
    lines: end.lines,
    exists: end.offset > 0,
  };
}

/** Acts on the verdicts. @returns the ops that count */
async function settleTails(
  progress: Progress,
  verdicts: readonly TailVerdict[],
  streams: Map<StreamKey, Stream>,
): Promise<Op[]> {
  const { around, tails } = progress;
  const ops: Op[] = [];
  for (const verdict of verdicts) {
    const tail = tails.get(verdict.key);
    if (tail === undefined) continue;
    const file = logFile(tail.replica, tail.channel);
    reportDamage(around, file, tail, verdict);
    if (verdict.keep === 0) await removeUnborn(around, file, tail.scan.size);
    else if (verdict.keep < tail.scan.size) await cut(around, file, verdict);
    streams.set(verdict.key, streamAfter(tail, verdict));
    for (const { op } of verdict.entries) ops.push(op);
  }
  return ops;
}

/** Flushes what a process that died may have left in the system's hands only. */
async function makeLasting(around: Surroundings, streams: Iterable<Stream>): Promise<void> {
  const { disk, dir } = around;
  for (const { replica, channel, exists } of streams) {
    if (!exists) continue;
    await makeFolders(disk, dir, [LOG_FOLDER, replica]);
    const file = await disk.open(`${dir}/${logFile(replica, channel)}`, 'edit');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await disk.syncFolder(`${dir}/${LOG_FOLDER}/${replica}`);
  }
}

/** The streams that have a file, and those that the snapshots know. */
async function allStreams(
  around: Surroundings,
  known: ReadonlyMap<StreamKey, Position> | undefined,
): Promise<ReadonlyMap<StreamKey, Found>> {
  const found = new Map<StreamKey, Found>();
  for (const one of await listStreams(around)) found.set(streamKey(one.replica, one.channel), one);
  for (const key of known?.keys() ?? []) {
    const [replica = '', channel = ''] = key.split('/');
    found.set(key, { replica, channel });
  }
  return found;
}

function isUnclean(progress: Progress): boolean {
  return [...progress.tails.values()].some(({ scan, from }) => scan.size > from.offset);
}

/**
 * Reads the ends of all log files, from where the snapshots leave off; cuts what was never
 * acknowledged. Throws the disk's faults.
 * @param known where the snapshots leave off, by stream; `undefined` where that is lost: nobody knows
 * then which logs there were, and ops that are missing from a batch may have been in one of those
 */
export async function openStreams(
  around: Surroundings,
  replica: string,
  known: ReadonlyMap<StreamKey, Position> | undefined,
): Promise<OpenedStreams> {
  const progress: Progress = { around, tails: new Map(), lost: new Map() };
  for (const [key, one] of await allStreams(around, known))
    await readTail(progress, one, known?.get(key));
  const tails = [...progress.tails.values()];
  const own = tails.filter((tail) => tail.replica === replica);
  const others = tails.filter((tail) => tail.replica !== replica);
  const lost = [...progress.lost.keys()].some((key) => (known?.get(key)?.offset ?? 0) > 0);
  const streams = new Map<StreamKey, Stream>(progress.lost);
  const verdicts = [...judgeTails(own, known !== undefined && !lost), ...judgeTails(others, false)];
  const ops = await settleTails(progress, verdicts, streams);
  const unclean = isUnclean(progress);
  if (unclean && !around.readOnly) await makeLasting(around, streams.values());
  return {
    streams,
    ops,
    bytes: tails.reduce((sum, { scan, from }) => sum + scan.size - from.offset, 0),
    lost,
    unclean,
    header: tails.find((tail) => tail.scan.header !== undefined)?.scan.header,
  };
}
