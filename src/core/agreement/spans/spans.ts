import type { Json } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import { type Category, categoryAt } from '../category.ts';
import { each, listAt, numberAt } from '../fields.ts';

/** `[start, end)` on whatever scale the source counts. */
export type Range = readonly [start: number, end: number];

/** A range with a label. */
export interface Labelled {
  readonly label: Category;
  readonly range: Range;
}

function orderedAt(start: Json, end: Json, name: string): Result<Range, string> {
  const first = numberAt(start, `${name}: start`);
  if (!first.ok) return first;
  const last = numberAt(end, `${name}: end`);
  if (!last.ok) return last;
  return first.value > last.value
    ? err(`${name}: must not end before it starts`)
    : ok([first.value, last.value]);
}

/** `[start, end]`, or an error that names it. */
export function rangeAt(value: Json | undefined, name: string): Result<Range, string> {
  const list = listAt(value, name);
  if (!list.ok) return list;
  const [start = null, end = null, more] = list.value;
  if (more !== undefined) return err(`${name}: must be [start, end]`);
  return orderedAt(start, end, name);
}

/** `[label, start, end]`, or an error that names it. */
export function labelledAt(value: Json | undefined, name: string): Result<Labelled, string> {
  const list = listAt(value, name);
  if (!list.ok) return list;
  const [word, start = null, end = null, more] = list.value;
  if (word === undefined || more !== undefined) return err(`${name}: must be [label, start, end]`);
  const label = categoryAt(word, `${name}: label`);
  if (!label.ok) return label;
  const range = orderedAt(start, end, name);
  return range.ok ? ok({ label: label.value, range: range.value }) : range;
}

/** Several ranges. */
export function rangesAt(value: Json | undefined, name: string): Result<Range[], string> {
  return each(value, name, rangeAt);
}

/** How much two ranges share. */
export function sharedLength([a, b]: Range, [c, d]: Range): number {
  return Math.max(0, Math.min(b, d) - Math.max(a, c));
}

/** Shared over joint length, 0–1; `undefined` where both are empty. */
export function iou(a: Range, b: Range): number | undefined {
  const shared = sharedLength(a, b);
  const joint = a[1] - a[0] + (b[1] - b[0]) - shared;
  return joint === 0 ? undefined : shared / joint;
}

/** Pairs of ranges that share something or are the same, by index: a sweep, not all against all. */
export function touchingPairs(
  left: readonly Range[],
  right: readonly Range[],
): readonly (readonly [left: number, right: number])[] {
  const order = right
    .map((range, at) => ({ range, at }))
    .toSorted((a, b) => a.range[0] - b.range[0]);
  const longest = right.reduce((most, [start, end]) => Math.max(most, end - start), 0);
  const pairs: (readonly [number, number])[] = [];
  for (const [index, one] of left.entries()) {
    for (let k = firstFrom(order, one[0] - longest); k < order.length; k += 1) {
      const other = order[k];
      if (other === undefined || other.range[0] > one[1]) break;
      const { range, at } = other;
      const same = range[0] === one[0] && range[1] === one[1];
      if (same || sharedLength(one, range) > 0) pairs.push([index, at]);
    }
  }
  return pairs;
}

/** The first of the sorted ranges that starts at `start` or later. */
function firstFrom(order: readonly { readonly range: Range }[], start: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((order[middle]?.range[0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
