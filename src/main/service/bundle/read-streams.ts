import { type BundleStream, ownChannels, streamEntry } from '../../../core/log/bundle-manifest.ts';
import { stampReplica, stampTime } from '../../../core/log/hlc.ts';
import { layerAnalyst, type Op } from '../../../core/log/op.ts';
import { opSchema } from '../../../core/log/schema.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { OpenedBundle } from './sealed-bundle.ts';
import { readLines, type StreamLines, type StreamOp } from './stream-lines.ts';

/** A stretch of a stream whose every link holds. */
export interface ReadStream extends BundleStream {
  /** Hash before its first op; of the header where it begins a stream. */
  readonly before: string;
  readonly ops: readonly StreamOp[];
}

const STAMP = /^[0-9a-z]{13}\.[A-Za-z0-9._-]+$/u;

/** Stamps after this would leave no room for those that have to come after them: the year 5000. */
const LATEST = Date.UTC(5000, 0, 1);

function headerFault(
  { header }: StreamLines,
  stream: BundleStream,
  project: string,
): string | undefined {
  const { replica, channel, from } = stream;
  if (header.version !== 1) return 'has a newer form';
  const fits =
    header.project === project &&
    header.replica === replica &&
    header.channel === channel &&
    header.base.s === from - 1;
  return fits ? undefined : 'does not begin as the manifest says';
}

function opFault({ op }: StreamOp, { replica, channel }: BundleStream): string | undefined {
  if (!opSchema.safeParse(op).success) return 'is no edit';
  if (op.a !== replica || op.c !== channel) return 'belongs to another log';
  const good = STAMP.test(op.t) && stampReplica(op.t) === replica && stampTime(op.t) < LATEST;
  return good ? undefined : 'has a stamp that cannot be';
}

/** Whether the author may hand over this op; see docs/file-format.md, “Who signs for what”. */
function rightsFault(op: Op, author: string): string | undefined {
  if (ownChannels(author).has(op.c) || op.u === author) return undefined;
  // Gold and reviews are the work of several; whoever took part carries them.
  return layerAnalyst(op.c) === undefined
    ? undefined
    : `is the work of ${op.u} in the layer of ${layerAnalyst(op.c) ?? ''}, which ${author} cannot hand over`;
}

function chainFault(lines: StreamLines, stream: BundleStream, author: string): string | undefined {
  const { base } = lines.header;
  let s = base.s;
  let h = s === 0 ? lines.headerHash : base.h;
  let stamp = '';
  for (const one of lines.ops) {
    const place = `edit ${String(one.op.s)}`;
    const fault = opFault(one, stream) ?? rightsFault(one.op, author);
    if (fault !== undefined) return `${place} ${fault}`;
    if (one.op.s !== s + 1 || one.op.h !== h) return `${place} does not follow from the one before`;
    if (one.op.t <= stamp) return `${place} is older than the one before`;
    s = one.op.s;
    h = one.hash;
    stamp = one.op.t;
  }
  return s === stream.to && h === stream.head ? undefined : 'does not end as the manifest says';
}

function readStream(
  { manifest, files }: OpenedBundle,
  stream: BundleStream,
): Result<ReadStream, string> {
  const name = streamEntry(stream);
  const lines = readLines(files.get(name) ?? new Uint8Array(0));
  if (lines === undefined) return err(`Its entry ${name} cannot be read.`);
  const fault =
    headerFault(lines, stream, manifest.project.id) ??
    chainFault(lines, stream, manifest.from.analyst);
  if (fault !== undefined) return err(`Its entry ${name} ${fault}.`);
  const before = lines.header.base.s === 0 ? lines.headerHash : lines.header.base.h;
  return ok({ ...stream, before, ops: lines.ops });
}

/** The streams of a bundle, each checked from its first to its last link. The error is in words. */
export function readStreams(bundle: OpenedBundle): Result<readonly ReadStream[], string> {
  const streams: ReadStream[] = [];
  for (const stream of bundle.manifest.streams) {
    const read = readStream(bundle, stream);
    if (!read.ok) return read;
    streams.push(read.value);
  }
  return ok(streams);
}
