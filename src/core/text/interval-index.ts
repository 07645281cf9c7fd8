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

/** Children of one node of the tree of greatest ends. */
const FAN = 32;

function compare(a: Interval, b: Interval): number {
  return inOrder(a.start - b.start, b.end - a.end, compareStrings(a.id, b.id));
}

/** Index of the first interval that does not stand before `wanted`. */
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

/** For each {@link FAN} values from `first` on, the greatest, written into `above`. */
function raise(below: readonly number[], above: number[], first: number): void {
  above.length = Math.ceil(below.length / FAN);
  for (let node = first; node < above.length; node += 1) {
    let greatest = Number.NEGATIVE_INFINITY;
    const limit = Math.min(below.length, (node + 1) * FAN);
    for (let child = node * FAN; child < limit; child += 1) {
      greatest = Math.max(greatest, below[child] ?? greatest);
    }
    above[node] = greatest;
  }
}

/**
 * Greatest ends over a sorted list, as a tree with {@link FAN} children a node, so that one
 * document-long interval does not make every search long. Brought up to date when next asked.
 */
function endTree(list: readonly Interval[]) {
  const levels: number[][] = [];
  let dirtyFrom = 0;

  const update = (): void => {
    if (dirtyFrom === Number.POSITIVE_INFINITY) return;
    let below = (levels[0] ??= []);
    below.length = list.length;
    for (let i = dirtyFrom; i < list.length; i += 1) below[i] = list[i]?.end ?? 0;
    let depth = 1;
    for (let first = dirtyFrom; below.length > FAN; depth += 1) {
      first = Math.floor(first / FAN);
      const above = (levels[depth] ??= []);
      raise(below, above, first);
      below = above;
    }
    levels.length = depth;
    dirtyFrom = Number.POSITIVE_INFINITY;
  };

  /** Visits, in order, the indices below `limit` whose end is at least `least`. */
  const visit = (limit: number, least: number, seen: (index: number) => void): void => {
    update();
    const descend = (depth: number, node: number): void => {
      if (node * FAN ** depth >= limit) return;
      if ((levels[depth]?.[node] ?? Number.NEGATIVE_INFINITY) < least) return;
      if (depth === 0) {
        seen(node);
        return;
      }
      for (let child = node * FAN; child < (node + 1) * FAN; child += 1) descend(depth - 1, child);
    };
    const top = levels.length - 1;
    for (let node = 0; node < (levels[top]?.length ?? 0); node += 1) descend(top, node);
  };

  return {
    visit,
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
  const tree = endTree(list);

  const collect = (limit: number, least: number, fits: (interval: Interval) => boolean) => {
    const found: Interval[] = [];
    tree.visit(limit, least, (index) => {
      const interval = list[index];
      if (interval !== undefined && fits(interval)) found.push(interval);
    });
    return found;
  };

  return {
    get size() {
      return list.length;
    },
    all: () => list,
    intersecting: (from, to) => {
      const limit = position(list, (interval) => interval.start <= to);
      return collect(limit, from, ({ start, end }) => start === end || (start < to && end > from));
    },
    covering: (offset) => {
      const limit = position(list, (interval) => interval.start <= offset);
      return collect(limit, offset, ({ start, end }) => end > offset || start === offset);
    },
    insert: (interval) => {
      const index = position(list, (other) => compare(other, interval) < 0);
      list.splice(index, 0, interval);
      tree.changed(index);
    },
    remove: (id) => {
      const first = list.findIndex((interval) => interval.id === id);
      if (first === -1) return false;
      let kept = first;
      for (const interval of list.slice(first)) {
        if (interval.id !== id) list[kept++] = interval;
      }
      list.length = kept;
      tree.changed(first);
      return true;
    },
  };
}
