import type { CodebookContent } from '../../../core/model/codebook.ts';
import type { EntryList, Section } from '../../state/codebook.ts';
import type { Key, PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';

/** The sections in the order they are listed. */
export const SECTIONS: readonly { readonly id: Section; readonly name: PlainKey }[] = [
  { id: 'labels', name: 'codebook.labels' },
  { id: 'attributes', name: 'codebook.attributes' },
  { id: 'relationTypes', name: 'codebook.relations' },
  { id: 'rules', name: 'codebook.rules' },
  { id: 'guidelines', name: 'codebook.guidelines' },
  { id: 'versions', name: 'codebook.versions' },
  { id: 'second-look', name: 'codebook.secondLook' },
];

/** What is said of one entry of a list. */
export const ENTRY_WORDS = {
  labels: {
    fresh: 'codebook.newLabel',
    add: 'codebook.addLabel',
    none: 'codebook.noLabel',
    nameless: 'codebook.namelessLabel',
    remove: 'codebook.removeLabel',
  },
  attributes: {
    fresh: 'codebook.newAttribute',
    add: 'codebook.addAttribute',
    none: 'codebook.noAttribute',
    nameless: 'codebook.namelessAttribute',
    remove: 'codebook.removeAttribute',
  },
  relationTypes: {
    fresh: 'codebook.newRelation',
    add: 'codebook.addRelation',
    none: 'codebook.noRelation',
    nameless: 'codebook.namelessRelation',
    remove: 'codebook.removeRelation',
  },
  rules: {
    fresh: 'codebook.newRule',
    add: 'codebook.addRule',
    none: 'codebook.noRule',
    nameless: 'codebook.namelessRule',
    remove: 'codebook.removeRule',
  },
} as const satisfies Record<EntryList, Record<string, Key>>;

/** What is said of an entry that is not in use. */
const HINTS = { retired: 'codebook.retired', off: 'codebook.off' } as const;

/** What stands behind an entry in its list. */
export function hintWords({ hint = '', state }: ListedEntry): string {
  return state === undefined ? hint : t(HINTS[state]);
}

/** True for a section whose entries are edited one by one. */
export function isList(section: Section): section is EntryList {
  return section in ENTRY_WORDS;
}

/** An entry as a list shows it. */
export interface ListedEntry {
  readonly id: string;
  readonly name: string;
  readonly square?: { readonly letter: string; readonly hue: string };
  readonly hint?: string;
  /** Of what is not offered any more. */
  readonly state?: keyof typeof HINTS;
}

/** The entries of a list, in order. */
export function entriesIn(content: CodebookContent, list: EntryList): readonly ListedEntry[] {
  switch (list) {
    case 'labels':
      return content.labels.map(({ id, name, letter, hue, retired }) => ({
        id,
        name,
        square: { letter, hue },
        ...(retired ? { state: 'retired' as const } : {}),
      }));
    case 'attributes':
      return content.attributes.map(({ id, name, enabled, group }) => ({
        id,
        name,
        ...(enabled ? { hint: group } : { state: 'off' as const }),
      }));
    case 'relationTypes':
      return content.relationTypes.map(({ id, name }) => ({ id, name }));
    case 'rules':
      return content.rules.map(({ id, number, title }) => ({
        id,
        name: `${String(number)}. ${title}`,
      }));
  }
}
