import type { Op } from '../../core/log/op.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Engine } from './engine.ts';
import { refuse, type StoreError } from './errors.ts';
import { streamKey } from './layout.ts';
import { encodeLine, hashOf, headerText } from './log-line.ts';
import type { Addition, Stream } from './log-writer.ts';
import { readyNames } from './names.ts';
import { incomingFault } from './plan.ts';
import { replay } from './replay.ts';
import type { Outcome, Settled } from './settled.ts';

/** An op of another installation, with the exact text that its hash is of. */
export interface IncomingOp {
  readonly op: Op;
  readonly text: string;
}

/** What goes on the end of one stream of ours. */
export interface IncomingStream {
  readonly replica: string;
  readonly channel: string;
  readonly ops: readonly IncomingOp[];
}

/** What others wrote, to be taken into the log as it is. */
export interface Incoming {
  readonly streams: readonly IncomingStream[];
  readonly label: string;
}

interface Grown {
  readonly addition: Addition;
  readonly after: Stream;
}

function streamFor(engine: Engine, { replica, channel }: IncomingStream): Stream {
  const key = streamKey(replica, channel);
  const none = { replica, channel, s: 0, h: '', offset: 0, lines: 0, exists: false };
  return engine.streams.get(key) ?? none;
}

/** The stream with ops added; `undefined` where they do not follow from what is there. */
function grow(engine: Engine, incoming: IncomingStream): Grown | undefined {
  const stream = streamFor(engine, incoming);
  const lines: Uint8Array[] = [];
  let { s, h } = stream;
  if (!stream.exists) {
    const { replica, channel } = stream;
    const text = headerText({ project: engine.id, replica, channel, base: { s, h } });
    lines.push(encodeLine(text));
    if (s === 0) h = hashOf(text);
  }
  for (const { op, text } of incoming.ops) {
    if (op.s !== s + 1 || (op.h !== h && h !== '')) return undefined;
    lines.push(encodeLine(text));
    s = op.s;
    h = hashOf(text);
  }
  const bytes = Buffer.concat(lines);
  const after = {
    ...stream,
    s,
    h,
    offset: stream.offset + bytes.length,
    lines: stream.lines + lines.length,
    exists: true,
  };
  return { addition: { stream, bytes }, after };
}

/** Whether the ops can be stored at all; nothing is written unless all of them can. */
async function checkAll(engine: Engine, ops: readonly Op[]): Promise<Result<void, StoreError>> {
  await readyNames(engine);
  for (const op of ops) {
    const fault = incomingFault(engine, op);
    if (fault !== undefined) return refuse('name', fault);
  }
  return ok(undefined);
}

/**
 * Takes ops of other installations into the log, byte for byte, and applies them. A crash in the
 * middle leaves the beginnings of some streams, each good by itself: doing it again completes it.
 * To be called when nothing else is being committed.
 */
export async function receive(engine: Engine, { streams, label }: Incoming): Promise<Settled> {
  const ops = streams.flatMap((stream) => stream.ops.map(({ op }) => op));
  const checked = await checkAll(engine, ops);
  if (!checked.ok) return checked;
  const grown: Grown[] = [];
  for (const stream of streams) {
    const one = grow(engine, stream);
    if (one === undefined) {
      return refuse(
        'io',
        `What came for ${stream.replica}/${stream.channel} does not follow from what is here.`,
      );
    }
    grown.push(one);
  }
  const appended = await engine.writer.append(grown.map(({ addition }) => addition));
  if (appended.state === 'dead') engine.refusal = appended.error;
  if (appended.state !== 'durable') return err(appended.error);
  for (const { addition, after } of grown) {
    engine.streams.set(streamKey(after.replica, after.channel), after);
    engine.logBytes += addition.bytes.length;
  }
  await replay(engine, ops, undefined);
  const outcome: Outcome = { ops, label };
  return ok(outcome);
}
