import type { Capabilities } from '../src/core/formats/capabilities.ts';
import type { Format } from '../src/core/formats/format.ts';

const CAN: readonly (readonly [keyof Capabilities, string])[] = [
  ['overlap', 'overlaps'],
  ['discontinuous', 'several parts'],
  ['zeroWidth', 'places without words'],
  ['relations', 'relations'],
  ['attributes', 'attributes'],
  ['analysts', 'analysts'],
  ['documentLabels', 'labels of the article'],
];

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** What each format keeps, as a table in Markdown: one row for each, in the order of the list. */
export function formatsTable(formats: readonly Format[]): string {
  const head = [
    'id',
    'name',
    'files',
    'read',
    'written',
    'offsets count',
    ...CAN.map(([, is]) => is),
  ];
  const yes = (is: boolean): string => (is ? 'yes' : '–');
  const rows = formats.map(({ id, label, extensions, layout, read, write, offsetUnit, can }) =>
    row([
      `\`${id}\``,
      label,
      `${layout}: ${extensions.map((one) => `\`${one}\``).join(' ')}`,
      yes(read !== undefined),
      yes(write !== undefined),
      offsetUnit,
      ...CAN.map(([key]) => yes(can[key])),
    ]),
  );
  return row(head) + row(head.map(() => '---')) + rows.join('');
}
