import type { Span } from '../../../core/model/span.ts';

/**
 * Blanks that a browser would not show as they stand: at the ends of a line, several in a row, tabs.
 * A lone blank between words is left to the browser, so that where a line wraps after it no mark
 * reaches into the void.
 */
const KEPT = /^[ \t\r\f]+|[ \t\r\f]{2,}|[\t\r\f]|[ \t\r\f]+(?=\n?$)/gu;

/** What only texts with such blanks inside lines hold; to look for it is faster than the pattern. */
const SIGNS = ['\t', '\r', '\f', '  '];

let last = { text: '', odd: false };

function isOdd(text: string): boolean {
  if (last.text !== text) last = { text, odd: SIGNS.some((sign) => text.includes(sign)) };
  return last.odd;
}

/** True where a block, which may be a piece of a line, begins or ends with a blank. */
function hasBlankEdge(text: string, [from, to]: Span): boolean {
  const end = text.charAt(to - 1) === '\n' ? to - 1 : to;
  return text.charAt(from) === ' ' || text.charAt(end - 1) === ' ';
}

/** The blanks of a block that have to be kept, `[start, end)` in UTF-16 code units of the text. */
export function keptBlanks(text: string, [from, to]: Span): readonly Span[] {
  if (!isOdd(text) && !hasBlankEdge(text, [from, to])) return [];
  return Array.from(text.slice(from, to).matchAll(KEPT), (found): Span => {
    const start = from + found.index;
    return [start, start + found[0].length];
  });
}

/** A run of text and whether its blanks are kept. */
export interface BlankRun {
  readonly words: string;
  readonly kept: boolean;
}

/** Cuts `[start, end)` where kept blanks begin and end. */
export function cutAtBlanks(
  text: string,
  [start, end]: Span,
  kept: readonly Span[],
): readonly BlankRun[] {
  const runs: BlankRun[] = [];
  let at = start;
  for (const blank of kept) {
    const [from, to] = [Math.max(start, blank[0]), Math.min(end, blank[1])];
    if (from >= to) continue;
    if (at < from) runs.push({ words: text.slice(at, from), kept: false });
    runs.push({ words: text.slice(from, to), kept: true });
    at = to;
  }
  if (at < end) runs.push({ words: text.slice(at, end), kept: false });
  return runs;
}
