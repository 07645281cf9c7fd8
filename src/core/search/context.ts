import type { Span } from '../model/span.ts';
import { foldText } from './fold.ts';
import { piecesIn } from './signs.ts';

/** A hit in a line with what stands around it. Blanks and line ends are one blank each. */
export interface ContextLine {
  readonly left: string;
  readonly hit: string;
  readonly right: string;
}

/** UTF-16 code units of context on each side. */
const AROUND = 110;
const LONGEST_HIT = 300;
/** Code units and words that decide the order. */
const SORTED = 60;
const SORTED_WORDS = 5;

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** `[from, to)` of a text, without half a surrogate pair at either end. */
function whole(text: string, from: number, to: number): string {
  const start = isLow(text.charCodeAt(from)) ? from + 1 : from;
  const end = to < text.length && isLow(text.charCodeAt(to)) ? to - 1 : to;
  return text.slice(start, Math.max(start, end));
}

/** The line of a hit. @param span `[start, end)` in UTF-16 code units */
export function contextLine(text: string, [start, end]: Span): ContextLine {
  const shown = Math.min(end, start + LONGEST_HIT);
  const hit = oneLine(whole(text, start, shown));
  return {
    left: oneLine(whole(text, Math.max(0, start - AROUND), start)),
    hit: shown < end ? `${hit}…` : hit,
    right: oneLine(whole(text, end, Math.min(text.length, end + AROUND))),
  };
}

/** What lines can be ordered by, apart from where they come from. */
export type ContextSorting = 'left' | 'hit' | 'right';

function words(text: string): string[] {
  const folded = foldText(text);
  return [...piecesIn(folded)].map(([start, end]) => folded.slice(start, end));
}

/** Below every letter, so that a shorter word comes first. */
const BETWEEN = '\u0001';

/**
 * A string by whose code units lines are ordered: the words from the hit outward, without case and
 * accents; for `hit` the hit itself, then what follows.
 */
export function sortKey(text: string, [start, end]: Span, by: ContextSorting): string {
  if (by === 'left') {
    const before = words(whole(text, Math.max(0, start - SORTED), start));
    return before.toReversed().slice(0, SORTED_WORDS).join(BETWEEN);
  }
  const after = words(whole(text, end, Math.min(text.length, end + SORTED)));
  const right = after.slice(0, SORTED_WORDS).join(BETWEEN);
  if (by === 'right') return right;
  const hit = foldText(oneLine(whole(text, start, Math.min(end, start + SORTED))));
  return `${hit}${BETWEEN}${right}`;
}
