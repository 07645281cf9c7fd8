import type { ExportChoice } from '../../state/export.ts';

/** The formats, with what each is for. */
export const FORMATS: readonly {
  readonly value: ExportChoice['format'];
  readonly name: string;
  readonly words: string;
}[] = [
  { value: 'jsonl', name: 'Verbale lines', words: 'keeps everything, .jsonl' },
  { value: 'csv', name: 'Table', words: 'for spreadsheets, .csv' },
];

/** What offsets may count, with a reason for each. */
export const OFFSET_UNITS: readonly {
  readonly value: ExportChoice['offsetUnit'];
  readonly name: string;
  readonly why: string;
}[] = [
  {
    value: 'codePoint',
    name: 'Code points',
    why: 'What Python counts: text[start:end] gives the words marked.',
  },
  { value: 'utf16', name: 'UTF-16 code units', why: 'What JavaScript and Java count.' },
  { value: 'utf8', name: 'UTF-8 bytes', why: 'What Rust, Go and files count.' },
  {
    value: 'grapheme',
    name: 'Characters as seen',
    why: 'What a reader would count: é is one, and so is a flag.',
  },
];

/** “1 article”, “12 articles”. */
export function articlesWords(count: number): string {
  return count === 1 ? '1 article' : `${count.toLocaleString('en')} articles`;
}
