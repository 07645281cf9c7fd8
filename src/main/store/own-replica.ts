import { type Disk, readStretch } from './disk.ts';
import type { Surroundings } from './durable-json.ts';
import type { Fence, Mark } from './fence.ts';
import { freshId } from './installation.ts';
import { logFile } from './layout.ts';
import { decodeLine } from './log-line.ts';
import { listStreams } from './open-streams.ts';

const FIRST_LOOK = 1 << 14;
const NEWLINE = 0x0a;

/** The line that ends at a place in a file, without its newline; `undefined` where none does. */
async function lineBefore(disk: Disk, path: string, offset: number): Promise<Buffer | undefined> {
  const stat = await disk.stat(path);
  if (stat === undefined || stat.folder || stat.size < offset || offset === 0) return undefined;
  const file = await disk.open(path, 'read');
  try {
    for (let length = FIRST_LOOK; ; length *= 2) {
      const from = Math.max(0, offset - length);
      const bytes = Buffer.from(await readStretch(file, from, offset - from));
      if (bytes.at(-1) !== NEWLINE) return undefined;
      const before = bytes.lastIndexOf(NEWLINE, -2);
      if (before >= 0 || from === 0) return bytes.subarray(before + 1, -1);
    }
  } finally {
    await file.close();
  }
}

async function holds(
  { disk, dir }: Surroundings,
  replica: string,
  channel: string,
  mark: Mark,
): Promise<boolean> {
  const line = await lineBefore(disk, `${dir}/${logFile(replica, channel)}`, mark.offset);
  const content = line === undefined ? undefined : decodeLine(line);
  return content?.type === 'op' && content.op.s === mark.s && content.hash === mark.h;
}

/** Who is to write in the folder that is being opened. */
export async function ownReplica(
  around: Surroundings,
  options: { readonly replica: string; readonly fence?: Fence | undefined },
  project: string,
): Promise<string> {
  const { replica, fence } = options;
  if (fence === undefined || around.readOnly) return replica;
  if (project === '') {
    // Only the log is left: nobody can say whose numbers are used up.
    return freshId('r', around.random);
  }
  const there = new Set((await listStreams(around)).map((stream) => stream.replica));
  return fence.replicaFor({
    project,
    holds: (of, channel, mark) => holds(around, of, channel, mark),
    knows: (one) => there.has(one),
  });
}
