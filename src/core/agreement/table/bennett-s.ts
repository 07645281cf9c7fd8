import { beyondChance, type Measuring, noValue } from '../measure.ts';
import { pairedRatings } from './paired-ratings.ts';
import type { Ratings } from './ratings.ts';
import { tableMeasure } from './table-measure.ts';

function bennettOf(ratings: Ratings): Measuring {
  const pairs = pairedRatings(ratings);
  if (typeof pairs === 'string') return noValue(pairs);
  return beyondChance(pairs.agreed / pairs.n, 1 / ratings.categories.length);
}

/**
 * Bennett, Alpert & Goldstein’s S: chance is a throw of a die with a side for each category.
 *
 * S = (Po − 1/k) / (1 − 1/k), k the number of categories.
 * Source: Bennett, Alpert & Goldstein 1954, Public Opinion Quarterly 18:303–308.
 * Input: as Scott’s π. k counts `categories` where they are declared, and else those that occur, so
 * declare them: a category nobody used still is a side of the die.
 * Undefined: not two raters, nothing shared, or k = 1.
 */
export const bennettS = tableMeasure('bennett_S', 'Bennett’s S', bennettOf);
