import { NOTHING_SHARED } from '../measure.ts';
import type { Ratings } from './ratings.ts';

/** How often the first rater said the one category where the second said the other. */
export interface PairTable {
  readonly cells: readonly (readonly number[])[];
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly n: number;
}

/** Raters, by column, who rated anything. */
function ratersOf(ratings: Ratings): readonly number[] {
  const raters = new Set<number>();
  for (const { values } of ratings.rows) {
    for (const [rater, value] of (values ?? []).entries()) {
      if (value !== undefined) raters.add(rater);
    }
  }
  return [...raters].toSorted((a, b) => a - b);
}

function square(size: number): number[][] {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
}

/** The table of a list of pairs of categories. Pairs with a missing half are left out. */
function tabled(ratings: Ratings, a: number, b: number): PairTable {
  const size = ratings.categories.length;
  const cells = square(size);
  const first = Array.from({ length: size }, () => 0);
  const second = Array.from({ length: size }, () => 0);
  let n = 0;
  for (const { values = [], weight } of ratings.rows) {
    const [x, y] = [values[a], values[b]];
    const row = x === undefined ? undefined : cells[x];
    if (x === undefined || y === undefined || row === undefined) continue;
    row[y] = (row[y] ?? 0) + weight;
    first[x] = (first[x] ?? 0) + weight;
    second[y] = (second[y] ?? 0) + weight;
    n += weight;
  }
  return { cells, first, second, n };
}

/**
 * The contingency table of two raters, over the units that both rated; or why there is none, in words.
 */
export function pairTable(ratings: Ratings): PairTable | string {
  if (ratings.shape === 'counts' && ratings.rows.length > 0) {
    return 'counts do not say who gave which category; this measure needs items or a contingency table';
  }
  const [a, b, third] = ratersOf(ratings);
  if (third !== undefined) {
    return 'more than two raters; this measure is between two: use fleiss_kappa or an alpha, or take pairs';
  }
  if (a === undefined) return 'there are no ratings';
  if (b === undefined) return 'only one rater rated anything';
  const table = tabled(ratings, a, b);
  return table.n === 0 ? NOTHING_SHARED : table;
}

/** The proportion of units on which both said the same. */
export function observedAgreement({ cells, n }: PairTable): number {
  return cells.reduce((sum, row, at) => sum + (row[at] ?? 0), 0) / n;
}
