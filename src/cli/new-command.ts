import path from 'node:path';
import { err, ok, type Result } from '../core/result.ts';
import { readCodebookFile } from '../main/service/codebook-files.ts';
import { problemLines } from '../main/service/codebook-text.ts';
import { type Beginning, createWorkspace } from '../main/service/open-workspace.ts';
import { personName } from '../main/service/user-data.ts';
import { type Command, refused } from './command.ts';
import { commandLineOptions } from './with-project.ts';

/** The codebook in a file, or nothing where no file is named; why it cannot be used, line by line. */
async function codebookFrom(
  file: string | undefined,
): Promise<Result<Pick<Beginning, 'codebook'>, string>> {
  if (file === undefined) return ok({});
  const read = await readCodebookFile(path.resolve(file));
  if (read.ok) return ok({ codebook: read.value });
  return err([`${file} is no codebook.`, ...problemLines(read.error)].join('\n'));
}

/** `new DIR [--name N] [--codebook F]` → `{project, id}`. */
export const newCommand: Command = {
  name: 'new',
  operands: [1, 1],
  options: ['name', 'codebook'],
  async run({ operands: [folder = ''], options: given }) {
    const options = await commandLineOptions();
    if (typeof options === 'string') return refused(options);
    const dir = path.resolve(folder);
    const name = given['name'] ?? path.basename(dir).replace(/\.verbale$/u, '');
    const codebook = await codebookFrom(given['codebook']);
    if (!codebook.ok) return refused(codebook.error);
    const created = await createWorkspace(dir, name, personName(process.env), {
      ...options,
      ...codebook.value,
      clock: Date.now,
    });
    if (!created.ok) return refused(created.error.message);
    const { store } = created.value;
    const { id } = store;
    const closed = await store.close();
    if (!closed.ok) return refused(closed.error.message);
    return { exit: 0, json: { project: dir, id }, text: [`Made ${dir}`] };
  },
};
