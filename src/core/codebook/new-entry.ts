import { type Attribute, type AttributeType, PLAIN_ATTRIBUTE } from '../model/attribute.ts';
import { LABEL_PATTERNS, type Label, type LabelHue, type RelationType } from '../model/codebook.ts';

/** In the order in which new labels take them: what the default codebook has comes late. */
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
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

type Entries = readonly { readonly id: string; readonly order: number }[];

function slug(name: string, otherwise: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 40)
    .replace(/-+$/u, '');
  return plain === '' ? otherwise : plain;
}

function freeId(name: string, otherwise: string, entries: Entries): string {
  const base = slug(name, otherwise);
  const taken = new Set(entries.map(({ id }) => id.toLowerCase()));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

function nextOrder(entries: Entries): number {
  return entries.reduce((most, { order }) => Math.max(most, order), 0) + 1;
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

/** A letter of the name that no label has, else any that none has. */
function freeLetter(name: string, labels: readonly Label[]): string {
  const taken = new Set(labels.map(({ letter }) => letter.toUpperCase()));
  const own = Array.from(name.toUpperCase()).filter((one) => /^[\p{L}\p{N}]$/u.test(one));
  return [...own, ...Array.from(LETTERS)].find((one) => !taken.has(one)) ?? own[0] ?? '?';
}

/**
 * A label of this name as the codebook lacks it: with an id, a letter and a look that no other
 * label has, and the next free number key.
 * @param document for whole articles, not for words
 */
export function newLabel(name: string, labels: readonly Label[], document = false): Label {
  const keys = new Set(labels.map((label) => label.shortcut));
  return {
    id: freeId(name, 'label', labels),
    name,
    letter: freeLetter(name, labels),
    ...freeLook(labels),
    shortcut: document ? '' : (SHORTCUTS.find((key) => !keys.has(key)) ?? ''),
    definition: '',
    order: nextOrder(labels),
    guideline: '',
    zeroWidth: false,
    helper: false,
    retired: false,
    ...(document ? { document: true } : {}),
  };
}

/** A relation type of this name as the codebook lacks it; it may link anything. */
export function newRelationType(name: string, types: readonly RelationType[]): RelationType {
  return {
    id: freeId(name, 'relation', types),
    name,
    from: [],
    to: [],
    sameLabel: false,
    definition: '',
    order: nextOrder(types),
  };
}

/** An attribute of this name as the codebook lacks it. @param labels ids of those it belongs to */
export function newAttribute(
  name: string,
  type: AttributeType,
  labels: readonly string[],
  attributes: readonly Attribute[],
): Attribute {
  const id = freeId(name, 'attribute', attributes);
  return { ...PLAIN_ATTRIBUTE, id, name, type, labels, order: nextOrder(attributes) };
}
