import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Verbale } from './command-line.ts';

const LABELS = [
  { id: 'claim', name: 'Claim', letter: 'C', hue: 'blue', pattern: 'single', shortcut: '1' },
  { id: 'threat', name: 'Threat', letter: 'T', hue: 'red', pattern: 'double', shortcut: '2' },
  {
    id: 'gap',
    name: 'Gap',
    letter: 'G',
    hue: 'violet',
    pattern: 'single',
    shortcut: '3',
    zeroWidth: true,
  },
  {
    id: 'opinion',
    name: 'Opinion piece',
    letter: 'O',
    hue: 'green',
    pattern: 'single',
    shortcut: '8',
    document: true,
  },
  {
    id: 'wire',
    name: 'Wire report',
    letter: 'W',
    hue: 'brown',
    pattern: 'single',
    shortcut: '9',
    document: true,
  },
];

const ATTRIBUTES = [
  { id: 'agency', name: 'Agency', type: 'text', labels: ['wire'], required: true, order: 1 },
  {
    id: 'tone',
    name: 'Tone',
    type: 'choice',
    labels: ['opinion'],
    values: [
      { id: 'calm', name: 'Calm', key: 'c' },
      { id: 'sharp', name: 'Sharp', key: 's' },
    ],
    order: 2,
  },
];

/**
 * Makes a project with labels for words, one that needs none (`3`), and labels for whole articles;
 * answers its folder.
 */
export async function projectWithAllLabels(
  verbale: Verbale,
  scratch: string,
  files: readonly string[],
): Promise<string> {
  const file = path.join(scratch, 'all-labels.json');
  const labels = LABELS.map((label, index) => ({ ...label, order: index + 1 }));
  const codebook = { format: 'verbale-codebook', version: 1, name: 'All labels', labels };
  await writeFile(file, JSON.stringify({ ...codebook, attributes: ATTRIBUTES }));
  const folder = path.join(scratch, 'all-labels.verbale');
  for (const argv of [
    ['new', folder, '--codebook', file],
    ['import', folder, ...files],
  ]) {
    const ended = await verbale(...argv, '--json');
    if (ended.exit !== 0) throw new Error(ended.stderr);
  }
  return folder;
}
