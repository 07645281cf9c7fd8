import { open } from 'node:fs/promises';
// Its entry for Node declares a `require` of its own, which the bundle has already.
import { Zip, ZipDeflate } from 'fflate/browser';

const CHUNK_BYTES = 1 << 18;

/** The earliest time a zip can state (APPNOTE 6.3.10 §4.4.6): the same files give the same bytes. */
const MTIME = new Date(1980, 0, 1);

/** Feeds a file into its entry, piece by piece. */
async function feed(file: string, entry: ZipDeflate, drain: () => Promise<void>): Promise<void> {
  const handle = await open(file, 'r');
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(
        Buffer.allocUnsafe(CHUNK_BYTES),
        0,
        CHUNK_BYTES,
      );
      entry.push(buffer.subarray(0, bytesRead), bytesRead === 0);
      await drain();
      if (bytesRead === 0) return;
    }
  } finally {
    await handle.close();
  }
}

/**
 * Writes files into a new zip, in order of their names, never all of them in memory.
 * @param files absolute path of each by its name in the zip
 */
export async function zipFolder(files: ReadonlyMap<string, string>, zip: string): Promise<void> {
  const out = await open(zip, 'wx');
  const waiting: Uint8Array[] = [];
  let failure: Error | undefined;
  const archive = new Zip((error, data) => {
    if (error !== null) failure = error;
    else waiting.push(data);
  });
  const drain = async (): Promise<void> => {
    if (failure !== undefined) throw failure;
    for (const piece of waiting.splice(0)) await out.writeFile(piece);
  };
  try {
    for (const [name, file] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = MTIME;
      archive.add(entry);
      await feed(file, entry, drain);
    }
    archive.end();
    await drain();
  } finally {
    await out.close();
  }
}
