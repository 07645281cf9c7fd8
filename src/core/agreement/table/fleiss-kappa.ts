import { beyondChance, type Measuring, noValue } from '../measure.ts';
import { equalRatings } from './equal-ratings.ts';
import { meanPairAgreement } from './percent.ts';
import type { Ratings } from './ratings.ts';
import { tableMeasure } from './table-measure.ts';

function fleissOf(ratings: Ratings): Measuring {
  const equal = equalRatings(ratings);
  if (typeof equal === 'string') return noValue(equal);
  const expected = equal.proportions.reduce((sum, p) => sum + p * p, 0);
  return beyondChance(meanPairAgreement(ratings) ?? 0, expected);
}

/**
 * Fleiss’ κ: agreement of several raters beyond chance, who need not be the same for each unit.
 *
 * κ = (P̄ − Pe) / (1 − Pe), Pi = (Σc nic² − r) / (r(r − 1)), Pe = Σc pc².
 * Source: Fleiss 1971, Psychological Bulletin 76:378–382.
 * Input: `items`, `contingency` or `counts`; each unit has the same number r of ratings, two or more.
 * Units that nobody rated are left out.
 * Undefined: unequal numbers of ratings (use Krippendorff’s α), one rater, one category only.
 */
export const fleissKappa = tableMeasure('fleiss_kappa', 'Fleiss’ κ', fleissOf);
