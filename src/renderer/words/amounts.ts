import { LANGUAGES } from './languages.ts';
import { language } from './words.ts';

function locale(): string {
  return LANGUAGES[language()].locale;
}

/** A number as the interface's language writes it: 1,234. */
export function numberWords(value: number, options?: Intl.NumberFormatOptions): string {
  return value.toLocaleString(locale(), options);
}

/** A moment as the interface's language writes it. */
export function dateWords(time: Date | number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), options).format(time);
}

/** The name of a language in the interface's own: `fr` is French. Throws for what is no tag. */
export function languageWords(tag: string): string {
  return new Intl.DisplayNames([locale()], { type: 'language' }).of(tag) ?? tag;
}

/** Names in a row: “a, b and c”. */
export function listWords(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);
}

/** Names of which one holds: “a, b or c”. */
export function choiceWords(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(names);
}

/** Names in a row that is no sentence: “a, b, c”. */
export function rowWords(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(names);
}
