import type { Furniture } from '../model/article.ts';
import { type Span, spansOverlap } from '../model/span.ts';
import { isBlank } from '../text/blanks.ts';

/** Long work in steps: whoever runs it may pause at each `yield`. */
export type Steps<T> = Generator<undefined, T>;

/** Runs steps to their end at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

/**
 * What of a text is the article's: everything but its furniture, ascending, `[start, end)` in
 * UTF-16 code units. @param length of the text @param furniture ascending, not overlapping
 */
export function bodyRanges(length: number, furniture: readonly Furniture[]): Span[] {
  const ranges: Span[] = [];
  let at = 0;
  for (const { start, end } of furniture) {
    if (start > at) ranges.push([at, start]);
    at = Math.max(at, end);
  }
  if (at < length) ranges.push([at, length]);
  return ranges;
}

function covers(span: Span, text: string, furniture: readonly Furniture[]): boolean {
  const [start, end] = span;
  if (start === end) return furniture.some((one) => one.start <= start && start < one.end);
  let at = start;
  let touched = false;
  for (const one of furniture) {
    if (!spansOverlap([one.start, one.end], span)) continue;
    if (one.start > at && !isBlank(text.slice(at, one.start))) return false;
    at = Math.max(at, one.end);
    touched = true;
  }
  return touched && (at >= end || isBlank(text.slice(at, end)));
}

/**
 * True when every span lies wholly in furniture. Blanks between two pieces of furniture count as
 * furniture; a zero-width span lies in the piece that holds the code unit at its place.
 * @param furniture ascending, not overlapping
 */
export function liesInFurniture(
  spans: readonly Span[],
  text: string,
  furniture: readonly Furniture[],
): boolean {
  return spans.length > 0 && spans.every((span) => covers(span, text, furniture));
}
