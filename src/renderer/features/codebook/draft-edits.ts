import { type Attribute, PLAIN_ATTRIBUTE } from '../../../core/model/attribute.ts';
import {
  type CodebookContent,
  LABEL_HUES,
  LABEL_PATTERNS,
  type Label,
  type LabelHue,
  type LabelPattern,
  type RelationType,
  type Rule,
} from '../../../core/model/codebook.ts';
import type { EntryList } from '../../state/codebook.ts';

/** An entry of each list. */
export interface Entries {
  readonly labels: Label;
  readonly attributes: Attribute;
  readonly relationTypes: RelationType;
  readonly rules: Rule;
}

type Numbered = { readonly id: string; readonly order: number };

function withList<L extends EntryList>(
  content: CodebookContent,
  list: L,
  entries: readonly Entries[L][],
): CodebookContent {
  return { ...content, [list]: entries };
}

function entriesOf<L extends EntryList>(content: CodebookContent, list: L): readonly Entries[L][] {
  return content[list] as unknown as readonly Entries[L][];
}

/** Changes fields of an entry. */
export function updateEntry<L extends EntryList>(
  content: CodebookContent,
  list: L,
  id: string,
  patch: Partial<Entries[L]>,
): CodebookContent {
  const entries = entriesOf(content, list);
  return withList(
    content,
    list,
    entries.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry)),
  );
}

/** Moves one of a list by some places; the same list where it cannot move. */
export function moved<T>(list: readonly T[], from: number, by: number): readonly T[] {
  const to = from + by;
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, entry);
}

/** Moves an entry; the positions of those it passes change with it. */
export function moveEntry(
  content: CodebookContent,
  list: EntryList,
  id: string,
  by: number,
): CodebookContent {
  const entries = entriesOf(content, list) as readonly Numbered[];
  const at = entries.findIndex((entry) => entry.id === id);
  const next = moved(entries, at, by);
  if (next === entries) return content;
  const orders = entries.map(({ order }) => order);
  const placed = next.map((entry, index) => {
    const order = orders[index] ?? index + 1;
    return entry.order === order ? entry : { ...entry, order };
  });
  return { ...content, [list]: placed };
}

/** A plain id made of a name, that none of the others has. */
export function idFrom(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60);
  const base = plain === '' ? 'entry' : plain;
  const used = new Set(taken.map((id) => id.toLowerCase()));
  let id = base;
  for (let n = 2; used.has(id); n += 1) id = `${base}-${String(n)}`;
  return id;
}

function freeLook(labels: readonly Label[]): { hue: LabelHue; pattern: LabelPattern } {
  const used = new Set(labels.map(({ hue, pattern }) => `${hue} ${pattern}`));
  const hues = new Set(labels.map(({ hue }) => hue));
  const sorted = LABEL_HUES.toSorted((a, b) => Number(hues.has(a)) - Number(hues.has(b)));
  for (const hue of sorted) {
    const pattern = LABEL_PATTERNS.find((one) => !used.has(`${hue} ${one}`));
    if (pattern !== undefined) return { hue, pattern };
  }
  return { hue: 'grey', pattern: 'single' };
}

function newLabel(name: string, labels: readonly Label[]): Omit<Label, 'id' | 'order'> {
  const letters = new Set(labels.map(({ letter }) => letter.toUpperCase()));
  const keys = new Set(labels.map(({ shortcut }) => shortcut));
  const candidates = Array.from(`${name.toUpperCase()}ABCDEFGHIJKLMNOPQRSTUVWXYZ`);
  return {
    name,
    letter: candidates.find((one) => /\p{L}/u.test(one) && !letters.has(one)) ?? '',
    ...freeLook(labels),
    shortcut: Array.from('123456789').find((key) => !keys.has(key)) ?? '',
    definition: '',
    guideline: '',
    zeroWidth: false,
    helper: false,
    retired: false,
  };
}

function newEntry(content: CodebookContent, list: EntryList, name: string): object {
  if (list === 'labels') return newLabel(name, content.labels);
  if (list === 'attributes') return { ...PLAIN_ATTRIBUTE, type: 'text', name };
  if (list === 'relationTypes') return { name, from: [], to: [], sameLabel: false, definition: '' };
  const number = Math.max(0, ...content.rules.map((rule) => rule.number)) + 1;
  return { number, title: name, text: '', example: '', counterExample: '', labels: [] };
}

/** Adds an entry at the end of a list; answers its id too. */
export function addEntry(
  content: CodebookContent,
  list: EntryList,
  name: string,
): { readonly content: CodebookContent; readonly id: string } {
  const entries = entriesOf(content, list) as readonly Numbered[];
  const ids = entries.map(({ id }) => id);
  const id = idFrom(name, ids);
  const order = Math.max(0, ...entries.map((entry) => entry.order)) + 1;
  const entry = { id, ...newEntry(content, list, name), order };
  return { content: { ...content, [list]: [...entries, entry] }, id };
}

/** What names a label, without it. Left empty, it would suddenly mean every label. */
function withoutLabel(content: CodebookContent, gone: string): CodebookContent {
  const without = (ids: readonly string[]): readonly string[] =>
    ids.includes(gone) ? ids.filter((id) => id !== gone) : ids;
  const isOnly = (ids: readonly string[]): boolean => ids.length === 1 && ids[0] === gone;
  return {
    ...content,
    attributes: content.attributes.map((one) => ({
      ...one,
      labels: without(one.labels),
      // What people answered is kept; the question is not asked any more.
      enabled: one.enabled && !isOnly(one.labels),
    })),
    relationTypes: content.relationTypes
      .filter(({ from, to }) => !isOnly(from) && !isOnly(to))
      .map((one) => ({ ...one, from: without(one.from), to: without(one.to) })),
    rules: content.rules
      .filter(({ labels }) => !isOnly(labels))
      .map((one) => ({ ...one, labels: without(one.labels) })),
  };
}

function withoutAttribute(content: CodebookContent, gone: string): CodebookContent {
  return {
    ...content,
    attributes: content.attributes.map((one) =>
      one.showWhen?.attribute === gone ? { ...one, showWhen: null } : one,
    ),
  };
}

/**
 * Takes an entry out, and what names it: attributes that only a label had are switched off, rules
 * and relations that were about it alone go with it.
 */
export function removeEntry(
  content: CodebookContent,
  list: EntryList,
  id: string,
): CodebookContent {
  const entries = entriesOf(content, list) as readonly Numbered[];
  const next = { ...content, [list]: entries.filter((entry) => entry.id !== id) };
  if (list === 'labels') return withoutLabel(next, id);
  return list === 'attributes' ? withoutAttribute(next, id) : next;
}
