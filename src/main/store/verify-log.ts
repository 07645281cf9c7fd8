import type { Op } from '../../core/log/op.ts';
import { isFileName } from '../../core/log/schema.ts';
import { batchOf } from './commit-id.ts';
import type { Disk } from './disk.ts';
import { LOG_FOLDER, logFile, type StreamKey, streamKey } from './layout.ts';
import { BEGINNING, type Position, scanLog } from './log-scan.ts';
import { judgeTails, lastBatch, type Tail, type TailVerdict } from './torn.ts';
import { type Findings, tellUnreadable } from './verify-findings.ts';

/** One stream as its file has it. */
export interface VerifiedStream {
  readonly verdict: TailVerdict;
  /** Project id that the header names. */
  readonly project: string | undefined;
  /** Number of the last op before the file; above 0 the file is not the whole stream. */
  readonly base: number;
}

/** All streams, with the ops that count. */
export interface VerifiedLogs {
  readonly streams: ReadonlyMap<StreamKey, VerifiedStream>;
  readonly ops: readonly Op[];
  /** Channels of which the log alone cannot rebuild everything. */
  readonly broken: Set<string>;
}

const EXTENSION = '.jsonl';

interface NamedTail extends Tail {
  readonly file: string;
  readonly replica: string;
  readonly channel: string;
}

async function readTails(disk: Disk, dir: string, found: Findings): Promise<readonly NamedTail[]> {
  const tails: NamedTail[] = [];
  for (const replica of await disk.list(`${dir}/${LOG_FOLDER}`)) {
    for (const name of await disk.list(`${dir}/${LOG_FOLDER}/${replica}`)) {
      const channel = name.slice(0, -EXTENSION.length);
      if (!name.endsWith(EXTENSION) || !isFileName(channel)) continue;
      const file = logFile(replica, channel);
      const key = streamKey(replica, channel);
      try {
        const scan = await scanLog(disk, `${dir}/${file}`, BEGINNING);
        tails.push({ key, from: BEGINNING, scan, file, replica, channel });
      } catch (fault) {
        tellUnreadable(fault, file, found);
      }
    }
  }
  return tails;
}

function checkHeader(tail: NamedTail, found: Findings): void {
  const { header } = tail.scan;
  if (header === undefined) {
    if (tail.scan.entries.length > 0) {
      found.problems.push({ file: tail.file, line: 1, message: 'The header cannot be read.' });
    }
    return;
  }
  if (header.replica !== tail.replica || header.channel !== tail.channel) {
    const message = `The header says it is ${header.replica}/${header.channel}.`;
    found.problems.push({ file: tail.file, line: 1, message });
  }
}

/** One misplaced line breaks the chain in several places: the first of them is told. */
function checkChain({ file, scan }: NamedTail, found: Findings): void {
  const [first, ...others] = scan.breaks;
  if (first === undefined) return;
  const swapped = scan.breaks.find(({ order }) => order);
  const message =
    swapped === undefined
      ? `The chain is broken: ${first.message}${others.length === 0 ? '' : `, and ${others.length} more breaks follow`}.`
      : `The lines are not in their order: ${swapped.message}.`;
  found.problems.push({ file, line: first.line, message });
}

function checkLines(tail: NamedTail, verdict: TailVerdict, found: Findings): void {
  const { file, scan } = tail;
  for (const { line } of [...verdict.damaged, ...verdict.suspicious]) {
    const message = 'This line is damaged: its checksum does not fit.';
    found.problems.push({ file, line, message });
  }
  checkChain(tail, found);
  for (const { op, line } of verdict.entries) {
    if (op.a === tail.replica && op.c === tail.channel) continue;
    found.problems.push({ file, line, message: `This op belongs to ${op.a}/${op.c}.` });
  }
  if (verdict.keep < scan.size && verdict.suspicious.length === 0) {
    found.notices.push(`${file} ends in an edit that was never saved completely.`);
  }
}

/** Where the snapshots leave off, by stream. */
type Known = { readonly [stream: StreamKey]: Position };

/**
 * True where each log file of a replica is there as far as the snapshots know it. Otherwise ops
 * that are missing from a batch prove nothing: they may have been in what was lost.
 */
function isComplete(
  replica: string,
  tails: readonly NamedTail[],
  known: Known | undefined,
): boolean {
  if (known === undefined) return false;
  const sizes = new Map(tails.map(({ key, scan }) => [key, scan.size]));
  return Object.entries(known)
    .filter(([key, { s }]) => key.startsWith(`${replica}/`) && s > 0)
    .every(([key, { offset }]) => offset > 0 && (sizes.get(key) ?? 0) >= offset);
}

/** True where the snapshots have ops of the last batch: it was saved, whatever the log lacks of it now. */
function isLastKnown(own: readonly NamedTail[], known: Known): boolean {
  const batch = lastBatch(own)?.batch;
  return own.some(({ key, scan }) => {
    const at = known[key]?.s ?? 0;
    return scan.entries.some(({ op }) => op.s <= at && batchOf(op.g[0])?.batch === batch);
  });
}

function judge(tails: readonly NamedTail[], known: Known | undefined): readonly TailVerdict[] {
  const replicas = new Set(tails.map((tail) => tail.replica));
  return [...replicas].flatMap((replica) => {
    const own = tails.filter((tail) => tail.replica === replica);
    const whole = own.every(({ scan }) => (scan.header?.base.s ?? 0) === 0);
    const complete = whole && isComplete(replica, tails, known) && !isLastKnown(own, known ?? {});
    return judgeTails(own, complete);
  });
}

/**
 * Checks every line of every log file, and the chains.
 * @param known where the snapshots leave off; `undefined` where nobody knows
 */
export async function verifyLogs(
  disk: Disk,
  dir: string,
  known: Known | undefined,
  found: Findings,
): Promise<VerifiedLogs> {
  const tails = await readTails(disk, dir, found);
  const verdicts = new Map(judge(tails, known).map((verdict) => [verdict.key, verdict]));
  const streams = new Map<StreamKey, VerifiedStream>();
  const ops: Op[] = [];
  const broken = new Set<string>();
  for (const tail of tails) {
    const verdict = verdicts.get(tail.key);
    if (verdict === undefined) continue;
    checkHeader(tail, found);
    checkLines(tail, verdict, found);
    const base = tail.scan.header?.base.s ?? 0;
    const lacks = base > 0 || verdict.damaged.length > 0 || verdict.suspicious.length > 0;
    if (lacks || tail.scan.breaks.length > 0) broken.add(tail.channel);
    streams.set(tail.key, { verdict, project: tail.scan.header?.project, base });
    for (const { op } of verdict.entries) ops.push(op);
  }
  return { streams, ops, broken };
}
