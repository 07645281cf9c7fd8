import type { ArticleRow } from '../../state/project.ts';
import { type ArticleWords, wordsOf } from './article-words.ts';
import { type ListFilter, testOf } from './list-filter.ts';
import { compareFor, replaced, type Sorting, sortInSteps } from './list-order.ts';

/** How a list of articles is looked at. */
export interface ListView extends ListFilter {
  readonly sorting: Sorting;
  readonly reversed: boolean;
}

/**
 * Answers which rows a view shows, in its order. It remembers orders and results: after a change of
 * a few rows it looks at those alone, and a filter never sorts again.
 */
export interface ListIndex {
  readonly show: (rows: readonly ArticleRow[], view: ListView) => readonly ArticleRow[];
  /** Sorts ahead of need; each step takes a few milliseconds. Nothing is left to do when it ends. */
  readonly prepare: (
    rows: readonly ArticleRow[],
    sorting: Sorting,
  ) => Generator<undefined, undefined>;
}

/** Positions in the order of a sorting. */
interface Order {
  readonly positions: readonly number[];
  /** Positions whose rows have changed since: they are put in their places when it is asked for. */
  readonly stale: ReadonlySet<number>;
}

interface Known {
  rows: readonly ArticleRow[];
  /** By position; `undefined` while they are not made. */
  words: ArticleWords[] | undefined;
  readonly orders: Map<Sorting, Order>;
  /** The filter that `passes` is the answer to, one entry a row. */
  filter: ListFilter | undefined;
  passes: boolean[];
  view: ListView | undefined;
  shown: readonly ArticleRow[];
}

/** What has changed between two lists of rows. */
interface Difference {
  /** New position of each old one, -1 for what is gone; `undefined` where none has moved. */
  readonly moved: readonly number[] | undefined;
  /** New positions of rows that are new or other than they were. */
  readonly changed: readonly number[];
}

/** Changes from which on everything is looked at again: an index is for a few. */
const MOST_CHANGED = 500;

function idAt(rows: readonly ArticleRow[], at: number): string | undefined {
  return rows[at]?.article.id;
}

/** How many articles two lists have in common at their beginning, and after that at their end. */
function commonEnds(
  before: readonly ArticleRow[],
  rows: readonly ArticleRow[],
): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(before.length, rows.length);
  let head = 0;
  while (head < shorter && idAt(before, head) === idAt(rows, head)) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    idAt(before, before.length - 1 - tail) === idAt(rows, rows.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { head, tail };
}

/** New position of each old row. What stands between the common ends is looked up by its id. */
function placesOf(
  before: readonly ArticleRow[],
  rows: readonly ArticleRow[],
): readonly number[] | undefined {
  const { head, tail } = commonEnds(before, rows);
  if (head === before.length && head === rows.length) return undefined;
  const end = before.length - tail;
  const shift = rows.length - before.length;
  const between = new Map<string, number>();
  for (let at = head; at < rows.length - tail; at += 1) between.set(idAt(rows, at) ?? '', at);
  return before.map((row, at) => {
    if (at < head) return at;
    return at >= end ? at + shift : (between.get(row.article.id) ?? -1);
  });
}

function difference(before: readonly ArticleRow[], rows: readonly ArticleRow[]): Difference {
  const moved = placesOf(before, rows);
  const isKept: boolean[] = rows.map(() => false);
  for (let at = 0; at < before.length; at += 1) {
    const to = moved === undefined ? at : (moved[at] ?? -1);
    if (before[at] === rows[to]) isKept[to] = true;
  }
  const changed: number[] = [];
  for (let at = 0; at < rows.length; at += 1) if (isKept[at] !== true) changed.push(at);
  return { moved, changed };
}

/** Articles keep their order when some come or go; anything else is another list. */
function isInOrder(moved: readonly number[]): boolean {
  let last = -1;
  for (const to of moved) {
    if (to === -1) continue;
    if (to < last) return false;
    last = to;
  }
  return true;
}

/** A list by old positions as one by new ones; new rows get `otherwise`. */
function carried<T>(
  list: readonly T[],
  moved: readonly number[],
  length: number,
  otherwise: T,
): T[] {
  const next = Array.from<T>({ length }).fill(otherwise);
  for (let at = 0; at < list.length; at += 1) {
    const to = moved[at] ?? -1;
    const value = list[at];
    if (to !== -1 && value !== undefined) next[to] = value;
  }
  return next;
}

/** An order without what is gone, and with every position as it is now. */
function movedOrder({ positions, stale }: Order, moved: readonly number[]): Order {
  const kept: number[] = [];
  for (const at of positions) {
    const to = moved[at] ?? -1;
    if (to !== -1) kept.push(to);
  }
  const still = [...stale].map((at) => moved[at] ?? -1).filter((to) => to !== -1);
  return { positions: kept, stale: new Set(still) };
}

const NO_WORDS: ArticleWords = { found: '', title: '', day: '', asks: false };

/** Carries what is known to where the rows are now. */
function move(known: Known, moved: readonly number[]): void {
  const { length } = known.rows;
  for (const [sorting, order] of known.orders) known.orders.set(sorting, movedOrder(order, moved));
  if (known.words !== undefined) known.words = carried(known.words, moved, length, NO_WORDS);
  if (known.filter !== undefined) known.passes = carried(known.passes, moved, length, false);
}

function takeRows(known: Known, rows: readonly ArticleRow[]): void {
  if (known.rows === rows) return;
  const { moved, changed } = difference(known.rows, rows);
  known.rows = rows;
  known.view = undefined;
  if (changed.length > MOST_CHANGED || (moved !== undefined && !isInOrder(moved))) {
    known.words = undefined;
    known.filter = undefined;
    known.orders.clear();
    return;
  }
  if (moved !== undefined) move(known, moved);
  for (const [sorting, { positions, stale }] of known.orders) {
    known.orders.set(sorting, { positions, stale: new Set([...stale, ...changed]) });
  }
  for (const at of changed) takeRow(known, at);
}

/** Looks at one row again, where all have been looked at before. */
function takeRow(known: Known, at: number): void {
  const row = known.rows[at];
  if (row === undefined || known.words === undefined) return;
  const words = wordsOf(row.article);
  known.words[at] = words;
  if (known.filter !== undefined) known.passes[at] = testOf(known.filter)(row, words);
}

/** Articles whose words are made in one step. */
const MADE = 128;

function* makeWords(known: Known): Generator<undefined, readonly ArticleWords[]> {
  const { rows } = known;
  if (known.words !== undefined) return known.words;
  const words: ArticleWords[] = [];
  for (const row of rows) {
    words.push(wordsOf(row.article));
    if (words.length % MADE === 0) yield;
  }
  // Other rows may have come while they were made in steps.
  if (known.rows === rows) known.words = words;
  return words;
}

const NONE: ReadonlySet<number> = new Set();

function* orderOf(known: Known, sorting: Sorting): Generator<undefined, readonly number[]> {
  const { rows } = known;
  const listed = { rows, words: yield* makeWords(known) };
  const had = known.orders.get(sorting);
  if (had?.stale.size === 0) return had.positions;
  const positions =
    had === undefined || had.stale.size > MOST_CHANGED
      ? yield* sortInSteps(listed, sorting)
      : replaced(had.positions, had.stale, compareFor(listed, sorting));
  if (known.rows === rows) known.orders.set(sorting, { positions, stale: NONE });
  return positions;
}

function atOnce<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const FIELDS = [
  ...(['words', 'state', 'label', 'assigned', 'tag', 'outlet'] as const),
  ...(['language', 'from', 'to', 'asks', 'talk', 'unsure'] as const),
] satisfies readonly (keyof ListFilter)[];

function isSameFilter(a: ListFilter, b: ListFilter): boolean {
  return FIELDS.every((key) => a[key] === b[key]);
}

/** True where a filter asks for more of the same, as it does with each letter that is typed. */
function isNarrower(before: ListFilter, filter: ListFilter): boolean {
  return (
    filter.words.startsWith(before.words) &&
    FIELDS.every((key) => key === 'words' || before[key] === filter[key])
  );
}

function takeFilter(known: Known, filter: ListFilter): void {
  const { words, passes, filter: before } = known;
  if (before !== undefined && isSameFilter(before, filter)) return;
  const test = testOf(filter);
  const isOpen = before !== undefined && isNarrower(before, filter);
  known.passes = known.rows.map(
    (row, at) => (!isOpen || passes[at] === true) && test(row, words?.[at] ?? wordsOf(row.article)),
  );
  known.filter = filter;
}

function shownBy(known: Known, view: ListView): readonly ArticleRow[] {
  const order = atOnce(orderOf(known, view.sorting));
  takeFilter(known, view);
  const shown: ArticleRow[] = [];
  for (const at of order) {
    const row = known.rows[at];
    if (row !== undefined && known.passes[at] === true) shown.push(row);
  }
  return view.reversed ? shown.reverse() : shown;
}

/** An index that knows nothing yet. */
export function createListIndex(): ListIndex {
  const known: Known = {
    rows: [],
    words: undefined,
    orders: new Map(),
    filter: undefined,
    passes: [],
    view: undefined,
    shown: [],
  };
  return {
    show(rows, view) {
      takeRows(known, rows);
      if (known.view !== view) {
        known.shown = shownBy(known, view);
        known.view = view;
      }
      return known.shown;
    },
    *prepare(rows, sorting) {
      takeRows(known, rows);
      yield* orderOf(known, sorting);
      return undefined;
    },
  };
}
