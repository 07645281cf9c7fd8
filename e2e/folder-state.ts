import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Every file of a folder and the hash of what is in it: equal before and after means untouched. */
export async function folderState(folder: string): Promise<Record<string, string>> {
  const state: Record<string, string> = {};
  for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
    const file = path.join(folder, name);
    if (!(await stat(file)).isFile()) continue;
    state[name] = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  }
  return state;
}
