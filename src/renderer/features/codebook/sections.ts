import type { CodebookContent } from '../../../core/model/codebook.ts';
import type { EntryList, Section } from '../../state/codebook.ts';

/** The sections in the order they are listed. */
export const SECTIONS: readonly { readonly id: Section; readonly name: string }[] = [
  { id: 'labels', name: 'Labels' },
  { id: 'attributes', name: 'Attributes' },
  { id: 'relationTypes', name: 'Relations' },
  { id: 'rules', name: 'Rules' },
  { id: 'guidelines', name: 'Guidelines' },
  { id: 'versions', name: 'Versions' },
  { id: 'second-look', name: 'To look at again' },
];

/** What one entry of a list is called. */
export const ONE: Readonly<Record<EntryList, string>> = {
  labels: 'label',
  attributes: 'attribute',
  relationTypes: 'relation',
  rules: 'rule',
};

/** True for a section whose entries are edited one by one. */
export function isList(section: Section): section is EntryList {
  return section in ONE;
}

/** An entry as a list shows it. */
export interface ListedEntry {
  readonly id: string;
  readonly name: string;
  readonly square?: { readonly letter: string; readonly hue: string };
  readonly hint?: string;
}

/** The entries of a list, in order. */
export function entriesIn(content: CodebookContent, list: EntryList): readonly ListedEntry[] {
  switch (list) {
    case 'labels':
      return content.labels.map(({ id, name, letter, hue, retired }) => ({
        id,
        name,
        square: { letter, hue },
        ...(retired ? { hint: 'retired' } : {}),
      }));
    case 'attributes':
      return content.attributes.map(({ id, name, enabled, group }) => ({
        id,
        name,
        hint: enabled ? group : 'off',
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
