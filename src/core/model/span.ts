/**
 * A stretch of an article's stored text: `[start, end)` in UTF-16 code units.
 * `end` is exclusive; `start === end` is a zero-width anchor.
 */
export type Span = readonly [start: number, end: number];

/** Orders spans by start, then longer first, so that an outer span precedes what it contains. */
export function compareSpans(a: Span, b: Span): number {
  return a[0] === b[0] ? b[1] - a[1] : a[0] - b[0];
}

/** True when both spans share at least one code unit. Touching spans do not overlap. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** True when `outer` holds every code unit of `inner`. */
export function spanContains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** True when both numbers are whole and `0 ≤ start ≤ end ≤ length` (UTF-16 code units). */
export function isSpanWithin(span: Span, length: number): boolean {
  return (
    Number.isInteger(span[0]) &&
    Number.isInteger(span[1]) &&
    span[0] >= 0 &&
    span[0] <= span[1] &&
    span[1] <= length
  );
}
