import path from 'node:path';
import { FORMATS } from '../core/formats/index.ts';
import { importFiles } from '../main/service/import-files.ts';
import { readInChildProcesses } from '../main/service/import-reading.ts';
import { type Command, type Outcome, refused, wrongUsage } from './command.ts';
import { offsetUnitNamed } from './offset-unit.ts';
import type { Invocation } from './usage.ts';
import { withProject } from './with-project.ts';

type Imported = Awaited<ReturnType<typeof importFiles>>;

function outcomeOf(done: Imported): Outcome {
  if (!done.ok) return refused(done.error);
  const { imported, skipped, failed } = done.value;
  return {
    exit: failed.length === 0 ? 0 : 1,
    json: {
      imported: imported.map((one) => ({ ...one, warnings: [...one.warnings] })),
      skipped: skipped.map((one) => ({ ...one })),
      failed: failed.map((one) => ({ ...one })),
    },
    text: [
      ...imported.map((one) => `Imported ${one.articleId}  ${one.title}`),
      ...skipped.map((one) => `Skipped ${one.file}: ${one.reason}`),
      ...failed.map((one) => `Failed ${one.file}: ${one.reason}`),
    ],
  };
}

function misuse({ options }: Invocation): string | undefined {
  const { format, 'offset-unit': unit } = options;
  if (format !== undefined && FORMATS.every((one) => one.id !== format || one.read === undefined)) {
    return `There is no format “${format}” that can be read.`;
  }
  return unit !== undefined && offsetUnitNamed(unit) === undefined
    ? `There is no offset unit “${unit}”.`
    : undefined;
}

/** `import DIR FILE… [--format F] [--analyst A] [--offset-unit U] [--charset C]`: one bad file never stops the others. */
export const importCommand: Command = {
  name: 'import',
  operands: [2, Number.POSITIVE_INFINITY],
  options: ['format', 'analyst', 'offset-unit', 'charset'],
  async run(invocation, output) {
    const problem = misuse(invocation);
    if (problem !== undefined) return wrongUsage(problem);
    const [folder = '', ...files] = invocation.operands;
    const { analyst, charset, format, 'offset-unit': unit } = invocation.options;
    return withProject(folder, analyst, output, async ({ store, me }) => {
      const done = await importFiles(store, {
        me,
        files: files.map((file) => path.resolve(file)),
        charset,
        format,
        offsetUnit: unit === undefined ? undefined : offsetUnitNamed(unit),
        now: Date.now(),
        readArticles: readInChildProcesses(output.worker),
      });
      if (done.ok) {
        for (const { title, warnings } of done.value.imported) {
          for (const warning of warnings) output.message(`${title}: ${warning}`);
        }
        for (const { file, reason } of done.value.failed) output.message(`${file}: ${reason}`);
      }
      return outcomeOf(done);
    });
  },
};
