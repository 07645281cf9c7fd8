import type { Ratings } from './ratings.ts';

/** Ratings where each unit has as many as the others. */
export interface EqualRatings {
  readonly n: number;
  /** Ratings of each unit, two or more. */
  readonly r: number;
  /** The share of each category in all ratings. */
  readonly proportions: readonly number[];
}

/** What measures with a fixed number of raters need, or why it is not so, in words. */
export function equalRatings({ rows, categories }: Ratings): EqualRatings | string {
  const times = categories.map(() => 0);
  let n = 0;
  let r: number | undefined;
  for (const row of rows) {
    // What nobody saw says nothing about the raters.
    if (row.total === 0) continue;
    r ??= row.total;
    if (row.total !== r) {
      return `units have unequal numbers of ratings (${r} and ${row.total}); an alpha allows for that`;
    }
    n += row.weight;
    for (const [at, count] of row.tally) times[at] = (times[at] ?? 0) + row.weight * count;
  }
  if (r === undefined) return 'there are no ratings';
  if (r < 2) return 'units have one rating each: nothing is shared, so nothing is compared';
  const all = n * r;
  return { n, r, proportions: times.map((count) => count / all) };
}
