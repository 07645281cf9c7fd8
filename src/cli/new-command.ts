import path from 'node:path';
import { createWorkspace } from '../main/service/open-workspace.ts';
import { personName } from '../main/service/user-data.ts';
import { type Command, refused } from './command.ts';
import { commandLineOptions } from './with-project.ts';

/** `new DIR [--name N]` → `{project, id}`. */
export const newCommand: Command = {
  name: 'new',
  operands: [1, 1],
  options: ['name'],
  async run({ operands: [folder = ''], options: given }) {
    const options = await commandLineOptions();
    if (typeof options === 'string') return refused(options);
    const dir = path.resolve(folder);
    const name = given['name'] ?? path.basename(dir).replace(/\.verbale$/u, '');
    const created = await createWorkspace(dir, name, personName(process.env), options);
    if (!created.ok) return refused(created.error.message);
    const { store } = created.value;
    const { id } = store;
    const closed = await store.close();
    if (!closed.ok) return refused(closed.error.message);
    return { exit: 0, json: { project: dir, id }, text: [`Made ${dir}`] };
  },
};
