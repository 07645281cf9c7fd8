import { err, ok, type Result } from '../../../core/result.ts';
import type { Store } from '../../store/store.ts';
import type { ReadStream } from './read-streams.ts';
import { readLines, type StreamOp } from './stream-lines.ts';

/** A stream of a bundle beside ours of the same name. */
export interface Compared {
  readonly stream: ReadStream;
  /** Ops that we have. */
  readonly held: number;
  /** Ops that go on from ours. */
  readonly fresh: readonly StreamOp[];
  /** Our last number, where the bundle begins later and something between is missing. */
  readonly gapAfter?: number;
  /** The first number under which we have another op. */
  readonly forkedFrom?: number;
}

/** Hashes of our ops by number, as far as our log goes back. */
async function ownHashes(
  store: Store,
  { replica, channel }: ReadStream,
): Promise<Result<ReadonlyMap<number, string>, string>> {
  const file = await store.readStream(replica, channel);
  if (!file.ok) return err(file.error.message);
  const lines = readLines(file.value);
  if (file.value.length > 0 && lines === undefined) {
    return err(`The log of ${replica}/${channel} here is damaged; “verify” says where.`);
  }
  const hashes = new Map((lines?.ops ?? []).map(({ op, hash }) => [op.s, hash]));
  const base = lines?.header.base;
  if (base !== undefined && base.s > 0) hashes.set(base.s, base.h);
  return ok(hashes);
}

/** Two ops of one number differ somewhere; from where on? */
async function findFork(store: Store, stream: ReadStream): Promise<Result<Compared, string>> {
  const own = await ownHashes(store, stream);
  if (!own.ok) return own;
  const first = stream.ops.findIndex(({ op, hash }) => {
    const ours = own.value.get(op.s);
    return ours !== undefined && ours !== '' && ours !== hash;
  });
  const held = first < 0 ? 0 : first;
  return ok({ stream, held, fresh: [], forkedFrom: stream.from + held });
}

function hashAt(stream: ReadStream, s: number): string | undefined {
  return s === stream.from - 1 ? stream.before : stream.ops[s - stream.from]?.hash;
}

/** The stream beside ours, which is at op `s` with hash `h`; empty where only the number is known. */
async function besideOurs(
  store: Store,
  stream: ReadStream,
  { s, h }: { readonly s: number; readonly h: string },
): Promise<Result<Compared, string>> {
  if (s <= stream.to) {
    if (h !== '' && h !== hashAt(stream, s)) return findFork(store, stream);
    const held = s - stream.from + 1;
    return ok({ stream, held, fresh: stream.ops.slice(held) });
  }
  const own = await ownHashes(store, stream);
  if (!own.ok) return own;
  const at = own.value.get(stream.to) ?? '';
  if (at !== '' && at !== stream.head) return findFork(store, stream);
  return ok({ stream, held: stream.ops.length, fresh: [] });
}

/** Compares a stream of a bundle with ours, by numbers and hashes. The error is in words. */
export async function compareStream(
  store: Store,
  stream: ReadStream,
): Promise<Result<Compared, string>> {
  const ours = store
    .streams()
    .find((one) => one.replica === stream.replica && one.channel === stream.channel);
  const { s, h } = ours ?? { s: 0, h: '' };
  if (s < stream.from - 1) return ok({ stream, held: 0, fresh: [], gapAfter: s });
  return s === 0 ? ok({ stream, held: 0, fresh: stream.ops }) : besideOurs(store, stream, { s, h });
}
