import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/** Writes a file whole or not at all. */
export async function writeWhole(
  file: string,
  pieces: Iterable<string | Uint8Array>,
): Promise<void> {
  const half = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = await open(half, 'wx');
    try {
      for (const piece of pieces) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, file);
  } catch (cause) {
    await rm(half, { force: true });
    throw cause;
  }
}
