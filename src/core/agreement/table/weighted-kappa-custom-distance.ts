import { customDistance } from '../alpha/custom-distance.ts';
import { totalsOf } from '../alpha/metric.ts';
import { tableMeasure } from './table-measure.ts';
import { weightedKappa } from './weighted-kappa.ts';

/**
 * Weighted κ with disagreements of one’s own.
 *
 * κw = 1 − Σ w·o / Σ w·e, w from `distance`.
 * Source: Cohen 1968, Psychological Bulletin 70:213–220.
 * Input: as Cohen’s κ, and `distance`: pairs `{"a|b": 0.5}` in either order, the others 0; a matrix
 * over `categories`; or the name of a metric of Krippendorff’s α.
 * Undefined: as Cohen’s κ, and where chance would never disagree.
 */
export const weightedKappaCustomDistance = tableMeasure(
  'weighted_kappa_custom_distance',
  'Weighted κ, own distances',
  (ratings, input) => {
    const distance = customDistance(input['distance'], ratings.categories, totalsOf(ratings, 1));
    return distance.ok ? weightedKappa(ratings, distance.value) : distance;
  },
);
