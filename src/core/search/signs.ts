/**
 * What a code unit is for a search. Searching cuts text into runs of letters and digits, except in
 * scripts that write no blanks between words, where each sign stands alone and a word is found as
 * a run of signs. A dictionary would find fewer, and other, words with each release of ICU.
 */

/** Neither letter nor digit: blanks, punctuation, symbols. */
export const GAP = 0;
/** Part of a word that ends at the next gap. */
export const LETTER = 1;
/** A sign of a script without blanks between words, or of Hangul, whose words carry particles. */
export const SIGN = 2;

/** One of {@link GAP}, {@link LETTER}, {@link SIGN}. */
export type SignClass = typeof GAP | typeof LETTER | typeof SIGN;

const WORD = /^[\p{L}\p{N}\p{M}]$/u;
const ALONE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]$/u;

function classOf(character: string): SignClass {
  if (!WORD.test(character)) return GAP;
  return ALONE.test(character) ? SIGN : LETTER;
}

const UNITS = 0x10000;
const UNKNOWN = 255;
const known = new Uint8Array(UNITS).fill(UNKNOWN);
const beyond = new Map<number, SignClass>();

function classOfPair(codePoint: number): SignClass {
  const before = beyond.get(codePoint);
  if (before !== undefined) return before;
  const found = classOf(String.fromCodePoint(codePoint));
  beyond.set(codePoint, found);
  return found;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** The class of the sign that the code unit at `index` is part of; a gap outside the text. */
export function classAt(text: string, index: number): SignClass {
  const unit = text.charCodeAt(index);
  if (Number.isNaN(unit)) return GAP;
  if (isHigh(unit) && isLow(text.charCodeAt(index + 1))) {
    return classOfPair(text.codePointAt(index) ?? unit);
  }
  if (isLow(unit) && isHigh(text.charCodeAt(index - 1))) {
    return classOfPair(text.codePointAt(index - 1) ?? unit);
  }
  const before = known[unit];
  if (before !== undefined && before !== UNKNOWN) return before as SignClass;
  const found = classOf(text.charAt(index));
  known[unit] = found;
  return found;
}

/** UTF-16 code units of the sign at `index`: 2 for a surrogate pair. */
export function signLength(text: string, index: number): number {
  return isHigh(text.charCodeAt(index)) && isLow(text.charCodeAt(index + 1)) ? 2 : 1;
}

/** The next start of a word or sign at or after `index`; the text's length where there is none. */
function nextStart(text: string, index: number): number {
  let at = index;
  while (at < text.length && classAt(text, at) === GAP) at += signLength(text, at);
  return at;
}

/** The end of the piece that starts at `index`, which is no gap. */
function pieceEnd(text: string, index: number): number {
  let at = index + signLength(text, index);
  if (classAt(text, index) === SIGN) return at;
  while (at < text.length && classAt(text, at) === LETTER) at += signLength(text, at);
  return at;
}

/** Words and lone signs of a text in order, `[start, end)` in UTF-16 code units of that text. */
export function* piecesIn(text: string): Generator<readonly [start: number, end: number], void> {
  for (let start = nextStart(text, 0); start < text.length; ) {
    const end = pieceEnd(text, start);
    yield [start, end];
    start = nextStart(text, end);
  }
}
