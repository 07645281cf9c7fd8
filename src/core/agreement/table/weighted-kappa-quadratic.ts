import { tableMeasure } from './table-measure.ts';
import { weightedKappa } from './weighted-kappa.ts';

/**
 * Weighted κ with quadratic weights, for ordered categories: far misses weigh by the square.
 *
 * κw = 1 − Σ w·o / Σ w·e, w(i, j) = (i − j)² by rank on the scale.
 * Source: Cohen 1968; quadratic weights: Fleiss & Cohen 1973, Educational and Psychological
 * Measurement 33:613–619.
 * Input, order, undefined: as with linear weights.
 */
export const weightedKappaQuadratic = tableMeasure(
  'weighted_kappa_quadratic',
  'Weighted κ, quadratic',
  (ratings) => weightedKappa(ratings, (a, b) => (a - b) ** 2),
);
