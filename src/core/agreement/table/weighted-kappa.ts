import { type Measuring, noValue, valueOf } from '../measure.ts';
import { pairTable } from './pair-table.ts';
import type { Ratings } from './ratings.ts';

/** How far apart two categories are, by their index. */
export type Distance = (a: number, b: number) => number;

/** 1 − Σ w·observed / Σ w·expected, with w the disagreement of two categories (Cohen 1968). */
export function weightedKappa(ratings: Ratings, distance: Distance): Measuring {
  const table = pairTable(ratings);
  if (typeof table === 'string') return noValue(table);
  const { cells, first, second, n } = table;
  let observed = 0;
  let expected = 0;
  for (const [i, row] of cells.entries()) {
    for (const [j, times] of row.entries()) {
      const weight = distance(i, j);
      observed += (weight * times) / n;
      expected += weight * ((first[i] ?? 0) / n) * ((second[j] ?? 0) / n);
    }
  }
  return expected === 0
    ? noValue('chance alone would never disagree: one category, or categories without distance')
    : valueOf(1 - observed / expected);
}
