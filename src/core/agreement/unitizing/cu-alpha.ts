import { noValue, valueOf } from '../measure.ts';
import { codedLength, diagonal, familyMeasure, sumOf } from './coincidences.ts';

/**
 * cuα: agreement about labels, where both raters marked something. Read it with its coverage.
 *
 * cuα = 1 − (ℓ − Σc ℓcc) / (ε − Σc εcc) over c, k other than gaps; ε from these margins, less the
 * squared lengths that each unit shares with units of the others.
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364, eq. 10–11.
 * Input: as uα. Undefined: as uα, and where nothing was marked by two, or with one label only.
 */
export const cuAlpha = familyMeasure('cu_alpha', 'cuα', ({ keys, observed, expectedCoding }) => {
  if (keys.length < 2) return noValue('fewer than two labels are used');
  const total = codedLength(observed);
  if (total === 0) return noValue('no place is marked by two raters: nothing is shared');
  const chance =
    expectedCoding.reduce((sum, row) => sum + sumOf(row), 0) - diagonal(expectedCoding, 1);
  return chance <= 1e-9 * total
    ? noValue('only one label is used where two raters marked something')
    : valueOf(1 - (total - diagonal(observed, 1)) / chance);
});
