import type { JsonObject } from '../../model/json.ts';
import { err } from '../../result.ts';
import { categoryAt } from '../category.ts';
import { knownFields } from '../known-fields.ts';
import { type Measure, type Measuring, noValue, valueOf } from '../measure.ts';
import { disagreementOn } from './alpha-u.ts';
import { readOffsetUnits } from './units.ts';

function alphaOfCategory(input: JsonObject): Measuring {
  const known = knownFields(input);
  if (!known.ok) return known;
  if (input['category'] === undefined) return err('category: missing');
  const category = categoryAt(input['category'], 'category');
  if (!category.ok) return category;
  const read = readOffsetUnits(input);
  if (!read.ok) return read;
  if (read.value.raters.length < 2) return noValue('fewer than two raters marked anything');
  const { observed, expected } = disagreementOn(read.value, category.value.key);
  return expected === 0 ? noValue('nobody marked this category') : valueOf(1 - observed / expected);
}

/**
 * Krippendorff’s original α for the units of one category.
 *
 * αU(c) = 1 − Doc / Dec; formula, source and input as αU, and `category`.
 * Undefined: one rater, or nobody marked the category.
 */
export const alphaU2004Category: Measure = {
  name: 'krippendorff_alpha_U_2004_category',
  title: 'Krippendorff’s αU of one category',
  run: alphaOfCategory,
};
