import { noValue, valueOf } from '../measure.ts';
import { diagonal, familyMeasure, sumOf } from './coincidences.ts';

/**
 * uα: agreement about where units are and what they are called, gaps included, as by one measure.
 *
 * uα = 1 − (ℓ.. − Σc ℓcc) / (ε.. − Σc εcc). ℓck: lengths that two raters’ sections of c and k share,
 * / (m − 1). εck = ℓ..(ℓc·ℓk· − [c = k] Σ L²) / (ℓ..² − Σ L²), where a gap adds L and not L².
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364 (erratum
 * 50:2365), eq. 1, 4, 5.
 * Input: `length` and `annotators {name: [[start, end, label], …]}`; an empty list for who marked
 * nothing. Whole numbers; units of one annotator must not overlap.
 * Undefined: fewer than two raters, overlapping units of one rater, nobody marked anything, or one
 * unit of one label over all.
 */
export const uAlpha = familyMeasure('u_alpha', 'uα', ({ keys, observed, expected }) => {
  if (keys.length === 0) return noValue('nobody marked anything');
  const total = observed.reduce((sum, row) => sum + sumOf(row), 0);
  const chance = total - diagonal(expected, 0);
  return chance <= 1e-9 * total
    ? noValue('chance alone would never disagree here')
    : valueOf(1 - (total - diagonal(observed, 0)) / chance);
});
