import type { LayerState } from '../../../core/model/layer-document.ts';
import type { ArticleRow } from '../../state/project.ts';
import type { ArticleWords } from './article-words.ts';

/** How a list is ordered. */
export type Sorting = 'added' | 'title' | 'date' | 'annotations' | 'state';

/** Orders positions in a list of rows; never 0 for two different ones. */
export type Compare = (a: number, b: number) => number;

/** Rows, and what lists look at in their articles, by the same positions. */
export interface Listed {
  readonly rows: readonly ArticleRow[];
  readonly words: readonly ArticleWords[];
}

const STATE_ORDER: Readonly<Record<LayerState, number>> = {
  new: 0,
  'in-progress': 1,
  submitted: 2,
};

/** How many annotations a row has, over all labels. */
export function countOf(row: ArticleRow | undefined): number {
  let sum = 0;
  for (const label in row?.counts) sum += row?.counts[label] ?? 0;
  return sum;
}

type Key = number | string;

function keyFor({ rows, words }: Listed, sorting: Exclude<Sorting, 'added'>): (at: number) => Key {
  switch (sorting) {
    case 'title':
      return (at) => words[at]?.title ?? '';
    case 'date':
      return (at) => words[at]?.day ?? '';
    case 'annotations':
      return (at) => -countOf(rows[at]);
    case 'state':
      return (at) => STATE_ORDER[rows[at]?.state ?? 'new'];
  }
}

/** The newest first; those without a day last. */
function compareDays(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  return a < b ? 1 : -1;
}

function compareKeys(a: Key, b: Key): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** How a sorting compares the rows at two positions; what is equal keeps the order added. */
export function compareFor(listed: Listed, sorting: Sorting): Compare {
  if (sorting === 'added') return (a, b) => a - b;
  const key = keyFor(listed, sorting);
  const compare = sorting === 'date' ? compareDays : compareKeys;
  return (a, b) => {
    const order = compare(key(a), key(b));
    return order === 0 ? a - b : order;
  };
}

/** Where something belongs in a sorted list. */
function placeOf(order: readonly number[], one: number, compare: Compare): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(order[middle] ?? 0, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A long sorted list with a few of its positions put in their places; costs little more than a copy. */
export function replaced(
  order: readonly number[],
  few: ReadonlySet<number>,
  compare: Compare,
): readonly number[] {
  const next = [...order];
  for (const one of few) {
    const from = next.indexOf(one);
    if (from !== -1) next.splice(from, 1);
  }
  for (const one of few) next.splice(placeOf(next, one, compare), 0, one);
  return next;
}

/** Positions in the order of keys of which there are few, such as days, states and counts. */
function groupedOrder(listed: Listed, sorting: Exclude<Sorting, 'added'>): readonly number[] {
  const key = keyFor(listed, sorting);
  const groups = new Map<Key, number[]>();
  for (let at = 0; at < listed.rows.length; at += 1) {
    const value = key(at);
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [at]);
    else group.push(at);
  }
  const compare = sorting === 'date' ? compareDays : compareKeys;
  const order: number[] = [];
  for (const one of [...groups.keys()].sort(compare)) {
    for (const at of groups.get(one) ?? []) order.push(at);
  }
  return order;
}

/** Rows that are sorted at once before any merging, and that are merged in one step. */
const RUN = 256;
const MERGED = 2048;

/** Merges two sorted lists, a few thousand at a time. */
function* mergeInSteps(
  a: readonly number[],
  b: readonly number[],
  compare: Compare,
): Generator<undefined, readonly number[]> {
  const merged: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    const isLeft = right === undefined || (left !== undefined && compare(left, right) < 0);
    merged.push((isLeft ? left : right) ?? 0);
    if (isLeft) i += 1;
    else j += 1;
    if (merged.length % MERGED === 0) yield;
  }
  return merged;
}

function* titleOrder(listed: Listed): Generator<undefined, readonly number[]> {
  const compare = compareFor(listed, 'title');
  const count = listed.rows.length;
  let runs: (readonly number[])[] = [];
  for (let from = 0; from < count; from += RUN) {
    const length = Math.min(RUN, count - from);
    runs.push(Array.from({ length }, (_, i) => from + i).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const next: (readonly number[])[] = [];
    for (let i = 0; i < runs.length; i += 2) {
      next.push(yield* mergeInSteps(runs[i] ?? [], runs[i + 1] ?? [], compare));
      yield;
    }
    runs = next;
  }
  return runs[0] ?? [];
}

/**
 * The positions of rows in the order of a sorting. Titles, which are many and long, are sorted in
 * steps of a few milliseconds, so that it can be done ahead of need without holding up the window.
 * @returns a generator that yields after each step and returns the order
 */
export function* sortInSteps(
  listed: Listed,
  sorting: Sorting,
): Generator<undefined, readonly number[]> {
  if (sorting === 'added') return [...listed.rows.keys()];
  if (sorting !== 'title') return groupedOrder(listed, sorting);
  return yield* titleOrder(listed);
}
