import type { DatasetFacts, Format } from '../../core/formats/format.ts';
import type { DatasetManifest } from './dataset-manifest.ts';

/** Text as Markdown that shows just that text. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~!]/g, '\\$&');
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return 'None.\n';
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

function counted(counts: Readonly<Record<string, number>>): (string | number)[][] {
  return Object.entries(counts).map(([name, count]) => [plain(name), count]);
}

/** A dataset's datasheet in Markdown: what is in it, how it came to be, and what it leaves out. */
export function datasheet(
  { project, at, tool, offsetUnit, counts, losses, files }: DatasetManifest,
  { codebook }: DatasetFacts,
  format: Format,
): string {
  const labels = codebook.labels.filter(({ name }) => counts.byLabel[name] !== undefined);
  const names = Object.keys(files).filter((name) => name !== '');
  return [
    `# ${plain(project)}\n`,
    `Made on ${at} with ${tool}. Format: ${plain(format.label)}; offsets count ${offsetUnit}.\n`,
    '## What is in it\n',
    `${counts.articles} articles, ${counts.annotations} annotations, ${counts.relations} relations.\n`,
    table(['label', 'annotations'], counted(counts.byLabel)),
    table(['analyst', 'annotations'], counted(counts.byAnalyst)),
    '## What the labels mean\n',
    `Codebook “${plain(codebook.name)}”, version ${codebook.version}.\n`,
    table(
      ['label', 'definition'],
      labels.map(({ name, definition }) => [plain(name), plain(definition)]),
    ),
    '## What the format could not hold\n',
    table(
      ['what', 'how many', 'for example', 'formats that hold it'],
      losses.map(({ what, count, examples, couldBeHeldBy }) => [
        plain(what),
        count,
        plain(examples.slice(0, 3).join('; ')),
        couldBeHeldBy.join(', '),
      ]),
    ),
    ...(names.length === 0 ? [] : ['## Files\n', `${names.map(plain).join(', ')}\n`]),
  ].join('\n');
}
