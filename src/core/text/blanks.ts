import type { Span } from '../model/span.ts';
import { nextGrapheme, previousGrapheme } from './graphemes.ts';

/**
 * What counts as blank at the edge of a selection: white space, zero-width space, word joiner and
 * bidirectional controls. They stay in the text; they are only not worth labelling at an edge.
 */
const BLANK = /^[\s\u200b\u2060\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/;

/** True when the piece holds nothing to read. The empty piece is blank. */
export function isBlank(piece: string): boolean {
  return piece === '' || BLANK.test(piece);
}

/** White space, control characters, and what Unicode draws as nothing, the blank Braille cell too. */
const UNSEEN = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** True for a text in which nobody could read anything, nor mark it: it is no article. */
export function isUnreadable(text: string): boolean {
  return UNSEEN.test(text);
}

/**
 * The span without blank clusters at its edges, in UTF-16 code units; `undefined` where nothing
 * is left. Both ends of `span` are cluster boundaries.
 */
export function trimBlank(text: string, span: Span): Span | undefined {
  let [start, end] = span;
  while (start < end && isBlank(text.charAt(start))) {
    const next = Math.min(nextGrapheme(text, start), end);
    if (!isBlank(text.slice(start, next))) break;
    start = next;
  }
  while (start < end && isBlank(text.charAt(end - 1))) {
    const previous = Math.max(previousGrapheme(text, end), start);
    if (!isBlank(text.slice(previous, end))) break;
    end = previous;
  }
  return start < end ? [start, end] : undefined;
}
