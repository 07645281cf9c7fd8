import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { seal, unseal } from '../src/main/store/sealed.ts';

/** Makes of a project what a later Verbale would have left: a format version that does not exist yet. */
export async function makeNewer(folder: string): Promise<void> {
  const file = path.join(folder, 'project.json');
  const opened = unseal(await readFile(file));
  if (!opened.ok) throw new Error(opened.reason);
  await writeFile(file, seal(opened.seal.kind, 99, opened.data));
}
