import { tableMeasure } from './table-measure.ts';
import { weightedKappa } from './weighted-kappa.ts';

/**
 * Weighted κ with linear weights, for ordered categories: two steps apart is twice as bad as one.
 *
 * κw = 1 − Σ w·o / Σ w·e, w(i, j) = |i − j| by rank on the scale.
 * Source: Cohen 1968, Psychological Bulletin 70:213–220; linear weights: Cicchetti & Allison 1971.
 * Input: as Cohen’s κ. The order is that of `categories`; without it numbers by size, words by code
 * units. Ranks are steps on that list, whatever the numbers.
 * Undefined: as Cohen’s κ, and where both used one and the same category only.
 */
export const weightedKappaLinear = tableMeasure(
  'weighted_kappa_linear',
  'Weighted κ, linear',
  (ratings) => weightedKappa(ratings, (a, b) => Math.abs(a - b)),
);
