import { err } from '../../result.ts';
import { categoryAt } from '../category.ts';
import { noValue, valueOf } from '../measure.ts';
import { familyMeasure, sumOf } from './coincidences.ts';

/**
 * (k)uα: agreement about one label, where both raters marked something.
 *
 * (k)uα = 1 − (εk· / ℓk·) · (ℓk· − ℓkk) / (εk· − εkk); ℓ and ε as for cuα.
 * Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50:2347–2364, eq. 13b.
 * Input: as uα, and `category`. Undefined: as cuα, and where no two raters meet on the label.
 */
export const kUAlpha = familyMeasure('k_u_alpha', '(k)uα', (coincidences, input) => {
  if (input['category'] === undefined) return err('category: missing');
  const category = categoryAt(input['category'], 'category');
  if (!category.ok) return category;
  const { keys, observed, expectedCoding } = coincidences;
  if (keys.length < 2) return noValue('fewer than two labels are used');
  const k = keys.indexOf(category.value.key) + 1;
  if (k === 0) return noValue('nobody used this label');
  const margin = sumOf(observed[k]?.slice(1));
  if (margin === 0) return noValue('nowhere did another rater mark what this label is on');
  const expected = sumOf(expectedCoding[k]);
  const chance = expected - (expectedCoding[k]?.[k] ?? 0);
  if (chance <= 1e-9 * margin) return noValue('only this label is used where two raters marked');
  return valueOf(1 - ((expected / margin) * (margin - (observed[k]?.[k] ?? 0))) / chance);
});
