import { type Measuring, NOTHING_SHARED, noValue, valueOf } from '../measure.ts';
import { agreeingPairs, type Ratings } from './ratings.ts';
import { tableMeasure } from './table-measure.ts';

/** The mean, over units with two ratings or more, of how many of their pairs agree. */
export function meanPairAgreement({ rows }: Ratings): number | undefined {
  let sum = 0;
  let n = 0;
  for (const row of rows) {
    if (row.total < 2) continue;
    sum += (row.weight * agreeingPairs(row)) / (row.total * (row.total - 1));
    n += row.weight;
  }
  return n === 0 ? undefined : sum / n;
}

function percentOf(ratings: Ratings): Measuring {
  const mean = meanPairAgreement(ratings);
  return mean === undefined ? noValue(NOTHING_SHARED) : valueOf(mean);
}

/**
 * Observed agreement, as a proportion: how often two raters of a unit said the same.
 *
 * P = mean over units of Σc nc(nc − 1) / (r(r − 1)), r the ratings of the unit; for two raters the
 * share of units on which they agree. Chance is not taken out.
 * Source: Fleiss 1971, Psychological Bulletin 76:378–382, eq. 2–3 (P̄).
 * Input: `items`, `contingency` or `counts`. Units with fewer than two ratings are left out.
 * Undefined: nothing shared.
 */
export const percent = tableMeasure('percent', 'Observed agreement', percentOf);
