import { batchOf } from './commit-id.ts';
import type { StreamKey } from './layout.ts';
import type { BadLine, LogEntry, LogScan, Position } from './log-scan.ts';

/** The end of one of our own streams, as found at open. */
export interface Tail {
  readonly key: StreamKey;
  /** Where reading began: everything before is in the snapshots. */
  readonly from: Position;
  readonly scan: LogScan;
}

/** What to do with a tail. */
export interface TailVerdict {
  readonly key: StreamKey;
  readonly entries: readonly LogEntry[];
  /** Bytes to keep; less than the file's size where its end was never acknowledged. */
  readonly keep: number;
  /** Where the stream goes on. */
  readonly end: Position;
  /** Lines before `keep` that cannot be read: damage to what was acknowledged. */
  readonly damaged: readonly BadLine[];
  /** Lines after `keep` that look changed rather than cut short. */
  readonly suspicious: readonly BadLine[];
}

interface LastBatch {
  readonly batch: string;
  readonly missing: number;
}

/**
 * True where a line that is damaged rather than cut short may be one of the last batch's: nothing of an
 * older batch stands after it. The batch was saved then, and lacks what was damaged since.
 */
function isDamaged({ scan }: Tail, batch: string): boolean {
  const before = scan.entries.findLast(({ op }) => (batchOf(op.g[0])?.batch ?? '') < batch);
  return scan.bad.some(({ whole, start }) => whole && start >= (before?.end ?? 0));
}

/** The newest batch that the streams have anything of, and how many of its ops they lack. */
export function lastBatch(tails: readonly Tail[]): LastBatch | undefined {
  let newest = '';
  let total = 0;
  let found = 0;
  for (const { scan } of tails) {
    for (const { op } of scan.entries) {
      const batch = batchOf(op.g[0]);
      if (batch === undefined || batch.batch < newest) continue;
      if (batch.batch > newest) {
        newest = batch.batch;
        total = batch.ops;
        found = 0;
      }
      found += 1;
    }
  }
  return newest === '' ? undefined : { batch: newest, missing: total - found };
}

function positionAfter(tail: Tail, kept: readonly LogEntry[]): Position {
  const last = kept.at(-1);
  return last === undefined
    ? tail.scan.begin
    : { s: last.op.s, h: last.hash, offset: last.end, lines: last.line };
}

function judge(tail: Tail, torn: string | undefined): TailVerdict {
  const { scan, key } = tail;
  const entries =
    torn === undefined
      ? scan.entries
      : scan.entries.filter((entry) => batchOf(entry.op.g[0])?.batch !== torn);
  const end = entries.length === scan.entries.length ? scan.end : positionAfter(tail, entries);
  const before = scan.bad.filter((line) => line.start < end.offset);
  const after = scan.bad.filter((line) => line.start >= end.offset);
  return {
    key,
    entries,
    keep: end.offset,
    end,
    damaged: before,
    suspicious: after.filter((line) => line.whole),
  };
}

/**
 * Tells what of our own streams' ends counts. The last batch counts only when all its ops are
 * there, or when what is missing was damaged; unreadable lines at the very end never counted.
 * @param complete false where a stream of ours is known to be lost, so that missing ops prove nothing
 */
export function judgeTails(tails: readonly Tail[], complete: boolean): readonly TailVerdict[] {
  const last = lastBatch(tails);
  const torn =
    complete &&
    last !== undefined &&
    last.missing > 0 &&
    !tails.some((tail) => isDamaged(tail, last.batch))
      ? last.batch
      : undefined;
  return tails.map((tail) => judge(tail, torn));
}
