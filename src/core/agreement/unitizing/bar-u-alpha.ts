import { noValue, valueOf } from '../measure.ts';
import { familyMeasure, sumOf } from './coincidences.ts';

/**
 * |uα: agreement about what is relevant at all, whatever it is called.
 *
 * |uα = 1 − (ℓφ· − ℓφφ) / (εφ· − εφφ), φ the gaps; ℓ and ε as for uα.
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364, eq. 6.
 * Input: as uα. Undefined: as uα, and where nobody left a gap.
 */
export const barUAlpha = familyMeasure('bar_u_alpha', '|uα', ({ keys, observed, expected }) => {
  if (keys.length === 0) return noValue('nobody marked anything');
  const gaps = sumOf(observed[0]);
  if (gaps === 0) return noValue('nobody left a gap: all is relevant to all');
  const chance = sumOf(expected[0]) - (expected[0]?.[0] ?? 0);
  return chance <= 1e-9 * gaps
    ? noValue('chance alone would never disagree here')
    : valueOf(1 - (gaps - (observed[0]?.[0] ?? 0)) / chance);
});
