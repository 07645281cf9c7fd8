import type { Attribute, AttributeChoice } from '../model/attribute.ts';
import type { CodebookContent } from '../model/codebook.ts';
import type { Json } from '../model/json.ts';
import { isSameJson } from '../model/same-json.ts';

/** What a change is about. */
export type ChangedThing = 'codebook' | 'label' | 'attribute' | 'value' | 'relationType' | 'rule';

/** One difference between two codebooks. */
export interface CodebookChange {
  readonly kind: 'added' | 'removed' | 'renamed' | 'changed';
  readonly what: ChangedThing;
  /** Id of the entry; empty for the codebook itself. */
  readonly id: string;
  /** Of a value: the attribute it belongs to. */
  readonly attribute?: string;
  /** Of a change: the field. */
  readonly field?: string;
  readonly before?: Json;
  readonly after?: Json;
  /** The same in a sentence. */
  readonly words: string;
}

/** An entry of any list; rules have a number and a title, the others a name. */
interface Entry {
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
  readonly number?: number;
}

const THINGS = {
  labels: ['label', 'Label'],
  attributes: ['attribute', 'Attribute'],
  relationTypes: ['relationType', 'Relation type'],
  rules: ['rule', 'Rule'],
} as const;

type List = keyof typeof THINGS;

const FIELD_WORDS: Readonly<Record<string, string>> = {
  showWhen: 'condition',
  zeroWidth: 'zero width',
  document: 'being for whole articles',
  sameLabel: 'same label',
  counterExample: 'counter-example',
  agreement: 'counting in agreement',
  order: 'position',
  hue: 'colour',
  pattern: 'line',
  shortcut: 'key',
};

/** Fields that hold a name. */
const NAMES: ReadonlySet<string> = new Set(['name', 'title']);
/** Longer texts are not repeated in a sentence. */
const SHORT = 40;

function fieldOf(entry: object, field: string): Json {
  return (entry as { readonly [key: string]: Json })[field] ?? null;
}

function nameOf(entry: Entry): string {
  if ('title' in entry) return `${entry.number ?? 0} “${entry.title ?? ''}”`;
  return `“${entry.name ?? entry.id}”`;
}

function shown(value: Json): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return value.length === 0 ? 'all' : value.join(', ');
  }
  return typeof value === 'string' && value !== '' && value.length <= SHORT ? value : undefined;
}

function changeWords(subject: string, field: string, before: Json, after: Json): string {
  const name = FIELD_WORDS[field] ?? field;
  const [old, now] = [shown(before), shown(after)];
  const detail = old === undefined || now === undefined ? '' : `: ${old} → ${now}`;
  return `${subject}: ${name} changed${detail}`;
}

interface Place {
  readonly what: ChangedThing;
  /** What it is, as a sentence begins. */
  readonly word: string;
  readonly attribute?: Attribute;
}

function locate(
  { what, attribute }: Place,
  id: string,
): Pick<CodebookChange, 'what' | 'id' | 'attribute'> {
  return { what, id, ...(attribute === undefined ? {} : { attribute: attribute.id }) };
}

function subjectOf({ word, attribute }: Place, entry: Entry): string {
  const of = attribute === undefined ? '' : ` of ${nameOf(attribute)}`;
  return `${word} ${nameOf(entry)}${of}`;
}

function fieldChange(place: Place, before: Entry, after: Entry, field: string): CodebookChange[] {
  const [old, now] = [fieldOf(before, field), fieldOf(after, field)];
  if (isSameJson(old, now)) return [];
  const isName = NAMES.has(field);
  const words = isName
    ? `${subjectOf(place, before)} is now called “${after.title ?? after.name ?? ''}”`
    : changeWords(subjectOf(place, after), field, old, now);
  const kind = isName ? 'renamed' : 'changed';
  return [{ kind, ...locate(place, after.id), field, before: old, after: now, words }];
}

function entryChanges(place: Place, before: Entry, after: Entry): CodebookChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  fields.delete('id');
  // Values are compared one by one, not as a field.
  if (place.what === 'attribute') fields.delete('values');
  return [...fields].flatMap((field) => fieldChange(place, before, after, field));
}

function isAttribute(place: Place, entry: Entry): entry is Attribute {
  return place.what === 'attribute' && 'values' in entry;
}

function orderOf(choices: readonly AttributeChoice[], among: readonly AttributeChoice[]): string {
  return choices
    .map(({ id }) => id)
    .filter((id) => among.some((one) => one.id === id))
    .join(' ');
}

function valueChanges(before: Attribute, after: Attribute): CodebookChange[] {
  const place: Place = { what: 'value', word: 'Value', attribute: after };
  const changes = listChanges(place, before.values, after.values);
  if (orderOf(before.values, after.values) === orderOf(after.values, before.values)) return changes;
  const words = `Attribute ${nameOf(after)}: its values are in another order`;
  return [...changes, { kind: 'changed', what: 'attribute', id: after.id, field: 'values', words }];
}

function listChanges(
  place: Place,
  before: readonly Entry[],
  after: readonly Entry[],
): CodebookChange[] {
  const changes: CodebookChange[] = [];
  const old = new Map(before.map((entry) => [entry.id, entry] as const));
  const kept = new Set(after.map((entry) => entry.id));
  for (const entry of before) {
    if (kept.has(entry.id)) continue;
    const words = `${subjectOf(place, entry)} removed`;
    changes.push({ kind: 'removed', ...locate(place, entry.id), words });
  }
  for (const entry of after) {
    const known = old.get(entry.id);
    if (known === undefined) {
      const words = `${subjectOf(place, entry)} added`;
      changes.push({ kind: 'added', ...locate(place, entry.id), words });
      continue;
    }
    changes.push(...entryChanges(place, known, entry));
    if (isAttribute(place, known) && isAttribute(place, entry)) {
      changes.push(...valueChanges(known, entry));
    }
  }
  return changes;
}

function headChanges(before: CodebookContent, after: CodebookContent): CodebookChange[] {
  const changes: CodebookChange[] = [];
  if (before.name !== after.name) {
    const words = `The codebook is now called “${after.name}”`;
    const names = { before: before.name, after: after.name };
    changes.push({ kind: 'renamed', what: 'codebook', id: '', field: 'name', ...names, words });
  }
  if (before.guidelines !== after.guidelines) {
    const words = 'The guidelines changed';
    const texts = { before: before.guidelines, after: after.guidelines };
    changes.push({
      kind: 'changed',
      what: 'codebook',
      id: '',
      field: 'guidelines',
      ...texts,
      words,
    });
  }
  return changes;
}

/** How `after` differs from `before`, field by field; empty where both say the same. */
export function diffCodebooks(before: CodebookContent, after: CodebookContent): CodebookChange[] {
  const lists = Object.keys(THINGS) as List[];
  return [
    ...headChanges(before, after),
    ...lists.flatMap((list) => {
      const [what, word] = THINGS[list];
      return listChanges({ what, word }, before[list], after[list]);
    }),
  ];
}
