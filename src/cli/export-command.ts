import path from 'node:path';
import type { Format } from '../core/formats/format.ts';
import { FORMATS } from '../core/formats/index.ts';
import { exportDataset } from '../main/service/export-dataset.ts';
import { analystsOf } from '../main/service/project-view.ts';
import type { Workspace } from '../main/service/workspace.ts';
import { type Command, type Outcome, refused, wrongUsage } from './command.ts';
import { offsetUnitNamed } from './offset-unit.ts';
import type { Invocation } from './usage.ts';
import { withProject } from './with-project.ts';

function whoseLayers(
  { store }: Workspace,
  name: string | undefined,
): ReadonlySet<string> | undefined | string {
  if (name === undefined) return undefined;
  const analysts = analystsOf(store);
  const found = analysts.find((one) => one.name === name || one.id === name);
  if (found !== undefined) return new Set([found.id]);
  const known = analysts.map((one) => one.name).join(', ');
  return `The project has no analyst “${name}”. It has: ${known === '' ? 'none' : known}.`;
}

async function write(
  workspace: Workspace,
  format: Format,
  { options }: Invocation,
): Promise<Outcome> {
  const offsetUnit = offsetUnitNamed(options['offset-unit'] ?? format.offsetUnit);
  if (offsetUnit === undefined) {
    return wrongUsage(`There is no offset unit “${options['offset-unit'] ?? ''}”.`);
  }
  const whose = whoseLayers(workspace, options['analyst']);
  if (typeof whose === 'string') return refused(whose);
  const out = path.resolve(options['out'] ?? '');
  const at = new Date().toISOString();
  const done = await exportDataset(workspace.store, { format, offsetUnit, whose }, out, { at });
  if (!done.ok) return refused(done.error);
  const { files, beside, records, lost } = done.value;
  return {
    exit: 0,
    json: {
      files: [...files],
      records,
      lost: lost.map(({ what, count, examples }) => ({ what, count, examples: [...examples] })),
    },
    text: [
      `Wrote ${records} ${records === 1 ? 'record' : 'records'} to ${files.join(', ')}`,
      ...beside.map((file) => `About it: ${file}`),
      ...lost.map(({ what, count }) => `Not in the file: ${count} × ${what}`),
    ],
  };
}

/** `export DIR --format F --out PATH [--analyst A | --all] [--offset-unit U]` → `{files,records,lost}`. */
export const exportCommand: Command = {
  name: 'export',
  operands: [1, 1],
  options: ['format', 'out', 'analyst', 'all', 'offset-unit'],
  async run(invocation, output) {
    const { operands, options, flags } = invocation;
    if (options['out'] === undefined) return wrongUsage('export: --out says where to.');
    if (flags.has('all') && options['analyst'] !== undefined) {
      return wrongUsage('export: --analyst and --all exclude each other.');
    }
    const id = options['format'] ?? 'jsonl';
    const format = FORMATS.find((one) => one.id === id);
    if (format === undefined) return wrongUsage(`There is no format “${id}”.`);
    const unit = options['offset-unit'];
    if (unit !== undefined && offsetUnitNamed(unit) === undefined) {
      return wrongUsage(`There is no offset unit “${unit}”.`);
    }
    return withProject(operands[0] ?? '', undefined, output, (workspace) =>
      write(workspace, format, invocation),
    );
  },
};
