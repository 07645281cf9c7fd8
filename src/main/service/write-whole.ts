import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { reasonIn } from '../../core/fault-words.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { inProject } from './in-project.ts';

/**
 * Writes a file that a person chose, whole or not at all, and never into a project; why it was not
 * written, in words.
 */
export async function writeWhole(
  file: string,
  pieces: Iterable<string | Uint8Array>,
): Promise<Result<void, string>> {
  const refused = await inProject(path.resolve(file));
  if (refused !== undefined) return err(refused);
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
    return ok(undefined);
  } catch (cause) {
    await rm(half, { force: true });
    return err(`Nothing was written to ${file}: ${reasonIn(cause)}`);
  }
}
