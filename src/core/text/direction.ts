/** How a line runs on screen. */
export type Direction = 'ltr' | 'rtl';

const RTL_LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LETTER = /\p{L}/u;

/** How far one reads to find out, in UTF-16 code units. */
const ENOUGH = 20_000;

/** The direction of a line by its first letter, as `dir="auto"` finds it; `ltr` without letters. */
export function directionOf(line: string): Direction {
  // By far most lines begin with a letter of ours: told without asking for properties.
  const code = line.charCodeAt(0) | 0x20;
  if (code >= 0x61 && code <= 0x7a) return 'ltr';
  const first = LETTER.exec(line)?.[0];
  return first !== undefined && RTL_LETTER.test(first) ? 'rtl' : 'ltr';
}

/**
 * The direction of a text as a whole: that of most of its letters, so that an Arabic article with an
 * English dateline, or a menu in English above it, still runs from right to left.
 */
export function mainDirection(text: string): Direction {
  const beginning = text.slice(0, ENOUGH);
  if (!RTL_LETTER.test(beginning)) return 'ltr';
  let balance = 0;
  for (const [letter] of beginning.matchAll(/\p{L}/gu)) {
    balance += RTL_LETTER.test(letter) ? 1 : -1;
  }
  return balance > 0 ? 'rtl' : 'ltr';
}
