import path from 'node:path';
import { err, ok, type Result } from '../core/result.ts';
import { readCodebookFile } from '../main/service/codebook-files.ts';
import { problemLines } from '../main/service/codebook-text.ts';
import { inProject } from '../main/service/in-project.ts';
import { type Beginning, createWorkspace, openWorkspace } from '../main/service/open-workspace.ts';
import { copyProject } from '../main/service/project-copy.ts';
import { personName } from '../main/service/user-data.ts';
import { type Command, type Outcome, refused, wrongUsage } from './command.ts';
import type { Invocation } from './usage.ts';
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

/** Makes a project out of another one, which is let go of again. */
async function newFrom(
  source: string,
  folder: string,
  name: string,
  articles: boolean,
): Promise<Outcome> {
  const options = await commandLineOptions();
  if (typeof options === 'string') return refused(options);
  const analyst = personName(process.env);
  const opened = await openWorkspace(path.resolve(source), analyst, options);
  if (!opened.ok) return refused(opened.error.message);
  const from = opened.value.store;
  const copying = { from, folder, name, analyst, articles };
  const copied = await copyProject(copying, { ...options, clock: Date.now });
  const closed = await from.close();
  if (!copied.ok) return refused(copied.error.message);
  if (!closed.ok) return refused(closed.error.message);
  const { id, articles: count } = copied.value;
  const taken = articles ? ` with ${String(count)} articles` : '';
  return {
    exit: 0,
    json: { project: folder, id, articles: count },
    text: [`Made ${folder} from ${source}${taken}`],
  };
}

function misuse(
  folder: string,
  { name, from, codebook }: Invocation['options'],
  flags: Invocation['flags'],
): string | undefined {
  if (folder === '') return 'new: name the folder to make the project in.';
  if (name?.trim() === '') return 'new: --name needs a name.';
  if (from === undefined) {
    return flags.has('with-articles') ? '--with-articles needs --from.' : undefined;
  }
  return codebook === undefined
    ? undefined
    : '--codebook and --from are both a codebook: name one of them.';
}

/**
 * `new DIR [--name N] [--codebook F]` → `{project, id}`;
 * `new DIR --from P [--with-articles] [--name N]` → `{project, id, articles}`.
 */
export const newCommand: Command = {
  name: 'new',
  operands: [1, 1],
  options: ['name', 'codebook', 'from', 'with-articles'],
  async run({ operands: [folder = ''], options: given, flags }) {
    const problem = misuse(folder, given, flags);
    if (problem !== undefined) return wrongUsage(problem);
    const options = await commandLineOptions();
    if (typeof options === 'string') return refused(options);
    const dir = path.resolve(folder);
    const inside = await inProject(path.dirname(dir));
    if (inside !== undefined) return refused(inside);
    const name = given['name'] ?? path.basename(dir).replace(/\.verbale$/u, '');
    const from = given['from'];
    if (from !== undefined) {
      return newFrom(from, dir, name, flags.has('with-articles'));
    }
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
