import type { JsonObject } from '../../model/json.ts';
import { knownFields } from '../known-fields.ts';
import { type Measure, type Measuring, noValue, valueOf } from '../measure.ts';
import { disagreementOn } from './alpha-u.ts';
import { readOffsetUnits } from './units.ts';

function alphaU(input: JsonObject): Measuring {
  const known = knownFields(input);
  if (!known.ok) return known;
  const read = readOffsetUnits(input);
  if (!read.ok) return read;
  const continuum = read.value;
  if (continuum.raters.length === 0) return noValue('nobody marked anything');
  if (continuum.raters.length < 2) return noValue('only one rater marked anything');
  let observed = 0;
  let expected = 0;
  for (const key of new Set(continuum.units.map(({ category }) => category.key))) {
    const one = disagreementOn(continuum, key);
    observed += one.observed;
    expected += one.expected;
  }
  return expected === 0
    ? noValue('chance alone would never disagree about these units')
    : valueOf(1 - observed / expected);
}

/**
 * Krippendorff’s original α for units on a continuum, all categories together.
 *
 * αU = 1 − Σc Doc / Σc Dec. Doc = Σ δ² over the pairs of sections of two raters / (m(m − 1)L²), with
 * δ² = (b₁ − b₂)² + (e₁ − e₂)² where two units overlap, l² where a unit lies in the other’s gap, else 0.
 * Dec = (2/L) Σunits [(Nc − 1)(2l³ − 3l² + l)/3 + l² Σgaps ≥ l (g − l + 1)] / (mL(mL − 1) − Σ l(l − 1)).
 * Source: Krippendorff 1995, Sociological Methodology 25:47–76; 2004, Content Analysis, p. 251–256.
 * Input: `continuum {begin, length}`, `units [{offset, length, rater, category}]`, whole numbers;
 * `raters` (number or names) where somebody marked nothing. Units of different categories may overlap;
 * of those of one rater and category that overlap, the earliest, then the longest stay.
 * Undefined: one rater, or no units.
 */
export const alphaU2004: Measure = {
  name: 'krippendorff_alpha_U_2004',
  title: 'Krippendorff’s αU',
  run: alphaU,
};
