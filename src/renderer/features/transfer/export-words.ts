import type { ExportAsked } from '../../state/export.ts';

import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';

/** The formats that stand first, in words of our own; the others have the names they are known by. */
export const FIRST_FORMATS: readonly {
  readonly value: string;
  readonly name: PlainKey;
  readonly words: PlainKey;
}[] = [
  { value: 'jsonl', name: 'transfer.lines', words: 'transfer.linesWords' },
  { value: 'csv-spreadsheet', name: 'transfer.table', words: 'transfer.tableWords' },
];

/** What offsets may count, with a reason for each. */
export const OFFSET_UNITS: readonly {
  readonly value: ExportAsked['options']['offsetUnit'];
  readonly name: PlainKey;
  readonly why: PlainKey;
}[] = [
  {
    value: 'codePoint',
    name: 'transfer.codePoints',
    why: 'transfer.codePointsWhy',
  },
  { value: 'utf16', name: 'transfer.utf16', why: 'transfer.utf16Why' },
  { value: 'utf8', name: 'transfer.utf8', why: 'transfer.utf8Why' },
  {
    value: 'grapheme',
    name: 'transfer.graphemes',
    why: 'transfer.graphemesWhy',
  },
];

/** “1 article”, “12 articles”. */
export function articlesWords(count: number): string {
  return t('transfer.articles', { count });
}

/** The parts of a dataset that is split, in their order. */
export const SPLITS = [
  ['train', 'transfer.train'],
  ['dev', 'transfer.dev'],
  ['test', 'transfer.test'],
] as const;
