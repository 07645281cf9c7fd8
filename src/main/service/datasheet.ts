import { jsonLine } from '../../core/formats/canonical-json.ts';
import type { DatasetFacts, Format } from '../../core/formats/format.ts';
import type { DatasetCounts, DatasetManifest } from './dataset-manifest.ts';

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

function articlesIn({ articles, sentences }: DatasetCounts): string {
  return sentences === undefined
    ? `${articles} articles`
    : `${sentences} sentences of ${articles} articles`;
}

function splitLines({ splits }: DatasetCounts): string[] {
  if (splits === undefined) return [];
  const rows = Object.entries(splits).map(([split, { articles, annotations, byLabel }]) => [
    split,
    articles,
    annotations,
    plain(
      Object.entries(byLabel)
        .map(([label, count]) => `${label} ${count}`)
        .join(', '),
    ),
  ]);
  return [table(['split', 'articles', 'annotations', 'by label'], rows)];
}

function chosen({ recipe, choice }: DatasetManifest): string[][] {
  const rows = Object.entries({ recipe: recipe ?? 'none', ...choice });
  return rows.map(([name, value]) => [
    name,
    plain(typeof value === 'string' ? value : jsonLine(value)),
  ]);
}

const NOT_SEARCHED = `Analysts have pseudonyms. What people wrote was not searched for names: texts, bylines, notes,
comments, values of attributes, and the codebook. Times are as they were.
`;

/** A dataset's datasheet in Markdown: what is in it, how it came to be, and what it leaves out. */
export function datasheet(
  manifest: DatasetManifest,
  { codebook }: DatasetFacts,
  format: Format,
): string {
  const { project, at, tool, offsetUnit, counts, losses, leftOut, files } = manifest;
  const labels = codebook.labels.filter(({ name }) => counts.byLabel[name] !== undefined);
  const names = Object.keys(files).filter((name) => name !== '');
  return [
    `# ${plain(project)}\n`,
    `The project as of ${at}, written with ${tool}. Format: ${plain(format.label)}; offsets count ${offsetUnit}.\n`,
    '## What is in it\n',
    `${articlesIn(counts)}, ${counts.annotations} annotations, ${counts.relations} relations.\n`,
    table(['label', 'annotations'], counted(counts.byLabel)),
    table(['analyst', 'annotations'], counted(counts.byAnalyst)),
    ...splitLines(counts),
    '## What was chosen\n',
    table(['choice', ''], chosen(manifest)),
    ...(manifest.choice['deidentified'] === true ? [NOT_SEARCHED] : []),
    table(
      ['left out by choice', 'how many', 'for example'],
      leftOut.map(({ what, count, examples }) => [
        plain(what),
        count,
        plain(examples.slice(0, 3).join('; ')),
      ]),
    ),
    '## How far analysts agree\n',
    `Not known: ${plain(manifest.agreement.reason)}\n`,
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
