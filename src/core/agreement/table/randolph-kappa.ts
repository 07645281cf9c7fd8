import { beyondChance, type Measuring, noValue } from '../measure.ts';
import { equalRatings } from './equal-ratings.ts';
import { meanPairAgreement } from './percent.ts';
import type { Ratings } from './ratings.ts';
import { tableMeasure } from './table-measure.ts';

function randolphOf(ratings: Ratings): Measuring {
  const equal = equalRatings(ratings);
  if (typeof equal === 'string') return noValue(equal);
  return beyondChance(meanPairAgreement(ratings) ?? 0, 1 / ratings.categories.length);
}

/**
 * Randolph’s free-marginal κ: as Fleiss’, but chance is a throw of a die with a side per category.
 *
 * κ = (P̄ − 1/k) / (1 − 1/k), k the number of categories.
 * Source: Randolph 2005, Free-Marginal Multirater Kappa, Joensuu Learning and Instruction Symposium.
 * Input: as Fleiss’ κ. Declare `categories`, or k is the number of those that occur.
 * Undefined: unequal numbers of ratings, one rater, k = 1.
 */
export const randolphKappa = tableMeasure(
  'randolph_free_marginal_kappa',
  'Randolph’s free-marginal κ',
  randolphOf,
);
