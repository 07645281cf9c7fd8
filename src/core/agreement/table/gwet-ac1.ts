import { beyondChance, type Measuring, NOTHING_SHARED, noValue, ONE_CATEGORY } from '../measure.ts';
import { meanPairAgreement } from './percent.ts';
import type { Ratings } from './ratings.ts';
import { tableMeasure } from './table-measure.ts';

/** The mean, over units with any rating, of the share of each category. */
function propensities({ rows, categories }: Ratings): readonly number[] {
  const shares = categories.map(() => 0);
  let n = 0;
  for (const { tally, total, weight } of rows) {
    if (total === 0) continue;
    n += weight;
    for (const [at, times] of tally) shares[at] = (shares[at] ?? 0) + (weight * times) / total;
  }
  return shares.map((share) => share / n);
}

function ac1Of(ratings: Ratings): Measuring {
  const observed = meanPairAgreement(ratings);
  if (observed === undefined) return noValue(NOTHING_SHARED);
  const k = ratings.categories.length;
  if (k < 2) return noValue(ONE_CATEGORY);
  const expected = propensities(ratings).reduce((sum, p) => sum + p * (1 - p), 0) / (k - 1);
  return beyondChance(observed, expected);
}

/**
 * Gwet’s AC1: chance agreement only where a rater guesses; stays calm where one category is rare.
 *
 * AC1 = (Pa − Pe) / (1 − Pe), Pe = Σc πc(1 − πc) / (k − 1), πc the mean share of category c over the
 * units with any rating; Pa over the units with two or more.
 * Source: Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29–48; missing
 * ratings as in Gwet 2014, Handbook of Inter-Rater Reliability, 4th edition.
 * Input: `items`, `contingency` or `counts`. Declare `categories`, or k counts those that occur.
 * Undefined: nothing shared, k = 1.
 */
export const gwetAc1 = tableMeasure('gwet_ac1', 'Gwet’s AC1', ac1Of);
