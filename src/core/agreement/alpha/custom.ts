import { tableMeasure } from '../table/table-measure.ts';
import { alphaOf } from './alpha.ts';
import { customDistance } from './custom-distance.ts';

/**
 * Krippendorff’s α with distances of one’s own.
 *
 * α = 1 − Do/De with δ from `distance`, taken as it is (not squared).
 * Source: Krippendorff 2011; Artstein & Poesio 2008, Computational Linguistics 34:555–596, section 3.4.
 * Input: as α nominal, and `distance`: pairs `{"a|b": 0.5}` in either order, the others 0; a symmetric
 * matrix over `categories`; or the name of a metric (nominal, ordinal, interval, ratio, jaccard, masi).
 * Undefined: as α nominal, and where the categories used have no distance.
 */
export const alphaCustomDistance = tableMeasure(
  'krippendorff_alpha_custom_distance',
  'Krippendorff’s α, own distances',
  (ratings, input) =>
    alphaOf(ratings, (categories, totals) => customDistance(input['distance'], categories, totals)),
);
