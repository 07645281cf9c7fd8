import { beyondChance, type Measuring, noValue } from '../measure.ts';
import { pairedRatings } from './paired-ratings.ts';
import type { Ratings } from './ratings.ts';
import { tableMeasure } from './table-measure.ts';

function scottPiOf(ratings: Ratings): Measuring {
  const pairs = pairedRatings(ratings);
  if (typeof pairs === 'string') return noValue(pairs);
  const { agreed, totals, n } = pairs;
  const expected = totals.reduce((sum, times) => sum + (times / (2 * n)) ** 2, 0);
  return beyondChance(agreed / n, expected);
}

/**
 * Scott’s π: as Cohen’s κ, but chance is what both raters’ labels give taken together.
 *
 * π = (Po − Pe) / (1 − Pe), Pe = Σc ((p1c + p2c) / 2)².
 * Source: Scott 1955, Public Opinion Quarterly 19:321–325.
 * Input: `items` of two raters, `contingency`, or `counts` with two ratings for each unit.
 * Undefined: not two raters, nothing shared, or one category only.
 */
export const scottPi = tableMeasure('scott_pi', 'Scott’s π', scottPiOf);
