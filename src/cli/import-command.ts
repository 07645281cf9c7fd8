import path from 'node:path';
import { FORMATS } from '../core/formats/index.ts';
import { columnChoice } from '../main/service/column-choice.ts';
import { type ImportedFiles, importFiles, isCharset } from '../main/service/import-files.ts';
import type { NameRequest } from '../main/service/import-names.ts';
import { readInChildProcesses } from '../main/service/import-reading.ts';
import { type Command, type Outcome, refused, wrongUsage } from './command.ts';
import { offsetUnitNamed } from './offset-unit.ts';
import type { Invocation } from './usage.ts';
import { withProject } from './with-project.ts';

/** The paths of a report as they were given; those of files in a folder begin as it was given. */
function asGiven(done: ImportedFiles, given: readonly string[]): ImportedFiles {
  const named = given.map((one) => [one, path.resolve(one)] as const);
  const shown = (file: string): string => {
    for (const [one, whole] of named) {
      if (file === whole) return one;
      if (file.startsWith(whole + path.sep)) return path.join(one, path.relative(whole, file));
    }
    return file;
  };
  return {
    ...done,
    importedFrom: done.importedFrom.map(shown),
    skipped: done.skipped.map((one) => ({ ...one, file: shown(one.file) })),
    failed: done.failed.map((one) => ({ ...one, file: shown(one.file) })),
  };
}

function outcomeOf({ imported, skipped, failed }: ImportedFiles): Outcome {
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

/** `FOREIGN=OURS` as two names; the last `=` parts them. */
function parted(given: string): readonly [string, string] | undefined {
  const at = given.lastIndexOf('=');
  return at < 1 ? undefined : [given.slice(0, at), given.slice(at + 1).trim()];
}

function namesIn({ flags, lists }: Invocation): NameRequest {
  return {
    labels: new Map(
      (lists['label'] ?? []).flatMap((given) => [parted(given) ?? (['', ''] as const)]),
    ),
    unmatched: flags.has('keep-codebook') ? 'ask' : 'create',
    mayBeNew: flags.has('create-labels'),
  };
}

function misuseOfNames({ flags, lists }: Invocation): string | undefined {
  const odd = (lists['label'] ?? []).find((given) => parted(given) === undefined);
  if (odd !== undefined) return `--label takes FOREIGN=OURS, not “${odd}”.`;
  if (flags.has('create-labels') && flags.has('keep-codebook')) {
    return 'Labels cannot both be made (--create-labels) and not (--keep-codebook).';
  }
  return undefined;
}

function misuse(invocation: Invocation): string | undefined {
  const { options, lists } = invocation;
  const { charset, format, 'offset-unit': unit } = options;
  const names = misuseOfNames(invocation);
  if (names !== undefined) return names;
  if (charset !== undefined && !isCharset(charset)) {
    return `There is no charset “${charset}”.`;
  }
  if (format !== undefined && FORMATS.every((one) => one.id !== format || one.read === undefined)) {
    return `There is no format “${format}” that can be read.`;
  }
  const columns = columnChoice(lists['column'] ?? []);
  if (!columns.ok) return columns.error;
  return unit !== undefined && offsetUnitNamed(unit) === undefined
    ? `There is no offset unit “${unit}”.`
    : undefined;
}

/** `import DIR FILE…` and what is said about files and their labels (see `usage.ts`): one bad file never stops the others. */
export const importCommand: Command = {
  name: 'import',
  operands: [2, Number.POSITIVE_INFINITY],
  options: [
    'format',
    'analyst',
    'offset-unit',
    'charset',
    'column',
    'label',
    'create-labels',
    'keep-codebook',
  ],
  async run(invocation, output) {
    const problem = misuse(invocation);
    if (problem !== undefined) return wrongUsage(problem);
    const columns = columnChoice(invocation.lists['column'] ?? []);
    const [folder = '', ...files] = invocation.operands;
    const { analyst, charset, format, 'offset-unit': unit } = invocation.options;
    return withProject(folder, analyst, output, async ({ whole, me }) => {
      const read = await importFiles(whole, {
        me,
        files: files.map((file) => path.resolve(file)),
        charset,
        ...(columns.ok && columns.value.length > 0 ? { columns: columns.value } : {}),
        format,
        names: namesIn(invocation),
        offsetUnit: unit === undefined ? undefined : offsetUnitNamed(unit),
        now: Date.now(),
        readArticles: readInChildProcesses(output.worker),
      });
      if (!read.ok) return refused(read.error);
      const done = asGiven(read.value, files);
      for (const [index, { warnings }] of done.imported.entries()) {
        const file = done.importedFrom[index] ?? '';
        for (const warning of warnings) output.message(`${file}: ${warning}`);
      }
      for (const { file, reason } of done.failed) output.message(`${file}: ${reason}`);
      return outcomeOf(done);
    });
  },
};
