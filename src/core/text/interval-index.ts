import { compareStrings, inOrder } from './order.ts';

/** One span of one annotation, `[start, end)` in UTF-16 code units; `start === end` is a point. */
export interface Interval {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds which annotations stand where. Results come in order of start, the longer first.
 * A point belongs to `[from, to)` when it stands anywhere in it, its ends included.
 */
export interface IntervalIndex {
  readonly size: number;
  /** All intervals in order. */
  all(): readonly Interval[];
  /** Intervals that share a code unit with `[from, to)`. */
  intersecting(from: number, to: number): Interval[];
  /** Intervals that hold the code unit at `offset`, and points at it. */
  covering(offset: number): Interval[];
  insert(interval: Interval): void;
  /** Removes every interval of an id; false where there was none. */
  remove(id: string): boolean;
}

/** Children of one node of the tree of greatest ends: 32, as so many bits of an index. */
const BITS = 5;
const FAN = 1 << BITS;
/** By far most annotations are no longer than this, in code units. */
const SHORT = 512;
const NOWHERE: Interval = { id: '', start: 0, end: 0 };

function compare(a: Interval, b: Interval): number {
  // By far most of them begin at different places.
  if (a.start !== b.start) return a.start - b.start;
  return inOrder(b.end - a.end, compareStrings(a.id, b.id));
}

/** Index of the first interval that does not stand before what is looked for. */
function position(list: readonly Interval[], before: (interval: Interval) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const interval = list[middle];
    if (interval !== undefined && before(interval)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the first `count` ascending numbers are at most `most`. */
function countUpTo(ascending: Int32Array, count: number, most: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? most) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each {@link FAN} of `count` values the greatest, written into `above`. */
function raise(below: Int32Array, count: number, above: Int32Array): void {
  for (let node = 0; node < above.length; node += 1) {
    let greatest = below[node << BITS] ?? 0;
    const limit = Math.min(count, (node + 1) << BITS);
    for (let child = node << BITS; child < limit; child += 1) {
      const value = below[child] ?? greatest;
      if (value > greatest) greatest = value;
    }
    above[node] = greatest;
  }
}

/**
 * Index, at `from` or after it, of the first value that is at least `least`; `limit` where none below
 * it is.
 * @param levels the values, and over them the greatest of each {@link FAN}, as often as needed
 */
function nextAtLeast(
  levels: readonly Int32Array[],
  least: number,
  from: number,
  limit: number,
): number {
  const top = levels.length - 1;
  let node = from;
  let depth = 0;
  while (node << (depth * BITS) < limit) {
    const isAbove = (levels[depth]?.[node] ?? least) >= least;
    if (isAbove && depth === 0) return node;
    if (isAbove) {
      depth -= 1;
      node <<= BITS;
      continue;
    }
    node += 1;
    // A whole node lies behind: the next one may be skipped as a whole.
    while ((node & (FAN - 1)) === 0 && depth < top) {
      depth += 1;
      node >>= BITS;
    }
  }
  return limit;
}

/** Room for a list that grows a little. */
function roomFor(count: number): Int32Array {
  return new Int32Array(count + (count >> 2) + FAN);
}

/** The intervals longer than {@link SHORT}. */
interface LongOnes {
  /** Where they stand in the list, ascending. */
  readonly indices: number[];
  /** Those before `limit` that end at `least` or later. */
  readonly reaching: (least: number, limit: number) => number[];
}

/** A tree of the greatest ends, so that one document-long interval does not make every search long. */
function longOnes(indices: number[], ends: Int32Array): LongOnes {
  const places = Int32Array.from(indices);
  const levels = [places.map((index) => ends[index] ?? 0)];
  for (let below = levels[0]; below !== undefined && below.length > FAN; ) {
    const above = new Int32Array((below.length + FAN - 1) >> BITS);
    raise(below, below.length, above);
    levels.push(above);
    below = above;
  }
  return {
    indices,
    reaching(least, limit) {
      const found: number[] = [];
      const count = countUpTo(places, places.length, limit - 1);
      let at = nextAtLeast(levels, least, 0, count);
      while (at < count) {
        found.push(places[at] ?? 0);
        at = nextAtLeast(levels, least, at + 1, count);
      }
      return found;
    },
  };
}

/**
 * Starts and ends of a sorted list as plain numbers, which are read without touching the intervals
 * themselves. What is {@link SHORT} and overlaps a place begins just before it; the others are looked
 * for apart. Brought up to date when next asked.
 */
function boundsOf(list: readonly Interval[]) {
  let starts: Int32Array = new Int32Array();
  let ends: Int32Array = new Int32Array();
  let longs: LongOnes = longOnes([], ends);
  let dirtyFrom = 0;

  const update = (): void => {
    if (list.length > starts.length) {
      starts = roomFor(list.length);
      ends = roomFor(list.length);
      dirtyFrom = 0;
    }
    const indices = longs.indices.filter((index) => index < dirtyFrom);
    for (let i = dirtyFrom; i < list.length; i += 1) {
      const { start, end } = list[i] ?? NOWHERE;
      starts[i] = start;
      ends[i] = end;
      if (end - start > SHORT) indices.push(i);
    }
    longs = longOnes(indices, ends);
    dirtyFrom = Number.POSITIVE_INFINITY;
  };

  /**
   * The intervals that share a code unit with `[first, last)`, and points in it, ends included.
   * @param holding also those that begin at `last`: what holds the code unit there
   */
  const collect = (first: number, last: number, holding: boolean): Interval[] => {
    if (dirtyFrom < Number.POSITIVE_INFINITY) update();
    const { length } = list;
    let i = countUpTo(starts, length, first - SHORT - 1);
    const found = longs.reaching(first + 1, i).map((index) => list[index] ?? NOWHERE);
    for (; i < length; i += 1) {
      const start = starts[i] ?? 0;
      if (start > last) break;
      const end = ends[i] ?? 0;
      const meets = end > first && (start < last || holding);
      const interval = list[i];
      if (interval !== undefined && (meets || (start === end && end >= first)))
        found.push(interval);
    }
    return found;
  };

  return {
    collect,
    changed: (index: number): void => {
      dirtyFrom = Math.min(dirtyFrom, index);
    },
  };
}

/**
 * An index over the intervals of one article: a sorted array with a tree of greatest ends.
 * A search costs O(log n + found), a change one splice.
 */
export function intervalIndex(intervals: Iterable<Interval> = []): IntervalIndex {
  const list = Array.from(intervals).sort(compare);
  const bounds = boundsOf(list);

  return {
    get size() {
      return list.length;
    },
    all: () => list,
    intersecting: (from, to) => bounds.collect(from, to, false),
    covering: (offset) => bounds.collect(offset, offset, true),
    insert: (interval) => {
      const index = position(list, (other) => compare(other, interval) < 0);
      list.splice(index, 0, interval);
      bounds.changed(index);
    },
    remove: (id) => {
      const first = list.findIndex((interval) => interval.id === id);
      if (first === -1) return false;
      let kept = first;
      for (const interval of list.slice(first)) {
        if (interval.id !== id) list[kept++] = interval;
      }
      list.length = kept;
      bounds.changed(first);
      return true;
    },
  };
}
