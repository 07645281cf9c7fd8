import { findLabel, LABEL_PATTERNS, type Label, type LabelHue } from '../../core/model/codebook.ts';

const HUES: readonly LabelHue[] = [
  'violet',
  'green',
  'brown',
  'pink',
  'blue',
  'red',
  'ochre',
  'grey',
];
const SHORTCUTS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 40);
  return plain === '' ? 'label' : plain;
}

function freeId(name: string, labels: readonly Label[]): string {
  const base = slug(name);
  const taken = new Set(labels.map((label) => label.id));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

function freeLook(labels: readonly Label[]): Pick<Label, 'hue' | 'pattern'> {
  const taken = new Set(labels.map((label) => `${label.hue} ${label.pattern}`));
  for (const pattern of LABEL_PATTERNS) {
    for (const hue of HUES) {
      if (!taken.has(`${hue} ${pattern}`)) return { hue, pattern };
    }
  }
  return { hue: 'grey', pattern: 'single' };
}

/**
 * The label of this name, or a new one for it: with a look no other label has, and the next free
 * number key.
 */
export function labelFor(given: string, labels: readonly Label[]): Label {
  const name = given.trim();
  const known = findLabel(labels, name);
  if (known !== undefined) return known;
  const keys = new Set(labels.map((label) => label.shortcut));
  const [letter = '?'] = name.toUpperCase();
  return {
    id: freeId(name, labels),
    name,
    letter,
    ...freeLook(labels),
    shortcut: SHORTCUTS.find((key) => !keys.has(key)) ?? '',
    definition: '',
    order: Math.max(0, ...labels.map((label) => label.order)) + 1,
    guideline: '',
    zeroWidth: false,
    helper: false,
    retired: false,
  };
}
