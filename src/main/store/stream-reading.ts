import { err, ok, type Result } from '../../core/result.ts';
import { readStretch } from './disk.ts';
import type { Engine } from './engine.ts';
import { fromFault, type StoreError } from './errors.ts';
import { logFile, streamKey } from './layout.ts';

/** A stream of the log, as far as it is acknowledged. */
export interface StreamHead {
  readonly replica: string;
  readonly channel: string;
  /** Last sequence number, and the hash of that op; empty where only the number is known. */
  readonly s: number;
  readonly h: string;
}

/** The streams that there are, in the order of their names. */
export function streamHeads(engine: Engine): readonly StreamHead[] {
  return [...engine.streams.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { replica, channel, s, h }]) => ({ replica, channel, s, h }));
}

/** The bytes of a stream's file up to what is acknowledged; none where the file was lost. */
export async function readStream(
  engine: Engine,
  replica: string,
  channel: string,
): Promise<Result<Uint8Array, StoreError>> {
  const stream = engine.streams.get(streamKey(replica, channel));
  if (stream === undefined || !stream.exists) return ok(new Uint8Array(0));
  const file = logFile(replica, channel);
  try {
    const handle = await engine.around.disk.open(`${engine.around.dir}/${file}`, 'read');
    try {
      return ok(await readStretch(handle, 0, stream.offset));
    } finally {
      await handle.close();
    }
  } catch (fault) {
    return err(fromFault(fault, file));
  }
}
