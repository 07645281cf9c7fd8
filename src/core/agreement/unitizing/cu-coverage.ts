import { noValue, valueOf } from '../measure.ts';
import { codedLength, familyMeasure, sumOf } from './coincidences.ts';

/**
 * The share of the continuum that cuα speaks of: what two raters both marked.
 *
 * Σc,k≠φ ℓck / ℓ.., as a proportion.
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364, section 5.3.
 * Input: as uα. Undefined: fewer than two raters, or overlapping units of one.
 */
export const cuCoverage = familyMeasure('cu_coverage', 'Coverage of cuα', ({ observed }) => {
  const total = observed.reduce((sum, row) => sum + sumOf(row), 0);
  return total === 0 ? noValue('there is no continuum') : valueOf(codedLength(observed) / total);
});
