import type { Op } from '../../core/log/op.ts';
import { type Disk, type DiskFile, readStretch } from './disk.ts';
import { decodeLine, type LogHeader } from './log-line.ts';

const CHUNK_BYTES = 1 << 18;

/** A place between two lines of a log file. */
export interface Position {
  /** Sequence number of the last op before it. */
  readonly s: number;
  /** Hash of that op, or of the header. */
  readonly h: string;
  /** Bytes from the beginning of the file. */
  readonly offset: number;
  /** Lines before it, the header counted. */
  readonly lines: number;
}

/** The beginning of a file: a header is expected. */
export const BEGINNING: Position = { s: 0, h: '', offset: 0, lines: 0 };

/** An op and where it stands; `start` and `end` in bytes. */
export interface LogEntry {
  readonly op: Op;
  readonly hash: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A line that cannot be read. */
export interface BadLine {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** True where it looks like a complete line that was changed, not like one that was cut short. */
  readonly whole: boolean;
}

/** A place where the chain of hashes or sequence numbers does not hold. */
export interface ChainBreak {
  readonly line: number;
  /** True where the line stands after one that it should stand before. */
  readonly order: boolean;
  readonly message: string;
}

/** Which ops to hold on to. @param end bytes from the beginning of the file to behind its line */
export type Keep = (op: Op, end: number) => boolean;

/** What a file holds from a position to its end. */
export interface LogScan {
  readonly header: LogHeader | undefined;
  readonly entries: readonly LogEntry[];
  readonly bad: readonly BadLine[];
  readonly breaks: readonly ChainBreak[];
  /** Bytes of the file. */
  readonly size: number;
  /** Before the first op: where reading began, or after the header. */
  readonly begin: Position;
  /** After the last good line. */
  readonly end: Position;
}

interface Line {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  readonly terminated: boolean;
}

async function* linesOf(file: DiskFile, from: number): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  let position = from;
  let start = from;
  for (;;) {
    const chunk = await readStretch(file, position, CHUNK_BYTES);
    if (chunk.length === 0) break;
    position += chunk.length;
    const buffer = Buffer.concat([rest, chunk]);
    let used = 0;
    for (let at = buffer.indexOf(10); at >= 0; at = buffer.indexOf(10, used)) {
      const bytes = buffer.subarray(used, at);
      const end = start + bytes.length + 1;
      yield { bytes, start, end, terminated: true };
      start = end;
      used = at + 1;
    }
    rest = buffer.subarray(used);
  }
  if (rest.length > 0) {
    yield { bytes: rest, start, end: start + rest.length, terminated: false };
  }
}

interface Collected {
  header: LogHeader | undefined;
  readonly entries: LogEntry[];
  readonly bad: BadLine[];
  readonly breaks: ChainBreak[];
  begin: Position;
  end: Position;
  /** True where the line before could not be read, so the next one's hash has nothing to fit. */
  afterBad: boolean;
}

function chainFault(before: Position, op: Op, afterBad: boolean): string | undefined {
  if (op.s <= before.s) return `op ${op.s} comes after op ${before.s}`;
  if (afterBad) return undefined;
  if (op.s !== before.s + 1) return `ops ${before.s + 1} to ${op.s - 1} are missing`;
  return op.h === before.h || before.h === ''
    ? undefined
    : `op ${op.s} does not follow from the line before it`;
}

function takeOp(into: Collected, entry: LogEntry, keep: Keep): void {
  const { op } = entry;
  const fault = chainFault(into.end, op, into.afterBad);
  if (fault !== undefined) {
    into.breaks.push({ line: entry.line, message: fault, order: op.s <= into.end.s });
  }
  into.afterBad = false;
  // A line that repeats an op adds nothing; the place after it is still a good place.
  const s = Math.max(op.s, into.end.s);
  if (op.s > into.end.s && keep(op, entry.end)) into.entries.push(entry);
  into.end = { s, h: entry.hash, offset: entry.end, lines: entry.line };
}

function takeLine(into: Collected, line: Line, number: number, keep: Keep): void {
  const content = line.terminated ? decodeLine(line.bytes) : { type: 'bad' as const };
  if (content.type === 'op') {
    const { op, hash } = content;
    takeOp(into, { op, hash, start: line.start, end: line.end, line: number }, keep);
  } else if (content.type === 'header' && number === 1) {
    into.header = content.header;
    const { s, h } = content.header.base;
    into.end = { s, h: h === '' && s === 0 ? content.hash : h, offset: line.end, lines: 1 };
    into.begin = into.end;
  } else {
    const whole = line.terminated && !line.bytes.includes(0) && line.bytes.length > 0;
    into.bad.push({ start: line.start, end: line.end, line: number, whole });
    into.afterBad = true;
  }
}

/**
 * Reads a log file from a position to its end, checking every line and the chain.
 * @param keep which ops to hold on to; all are checked
 */
export async function scanLog(
  disk: Disk,
  path: string,
  from: Position,
  keep: Keep = () => true,
): Promise<LogScan> {
  const into: Collected = {
    header: undefined,
    entries: [],
    bad: [],
    breaks: [],
    begin: from,
    end: from,
    afterBad: false,
  };
  const file = await disk.open(path, 'read');
  try {
    const size = await file.size();
    let number = from.lines;
    for await (const line of linesOf(file, from.offset)) {
      number += 1;
      takeLine(into, line, number, keep);
    }
    return { ...into, size };
  } finally {
    await file.close();
  }
}
