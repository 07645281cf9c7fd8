import type { JsonObject } from '../../model/json.ts';
import { type Measuring, noValue, valueOf } from '../measure.ts';
import { equalRatings } from './equal-ratings.ts';
import { namedCategory } from './named-category.ts';
import type { Ratings } from './ratings.ts';
import { tableMeasure } from './table-measure.ts';

function ofCategory(ratings: Ratings, input: JsonObject): Measuring {
  const named = namedCategory(input['category'], ratings);
  if (!named.ok) return named;
  const equal = equalRatings(ratings);
  if (typeof equal === 'string') return noValue(equal);
  const category = named.value;
  const { n, r, proportions } = equal;
  const p = category === undefined ? 0 : (proportions[category] ?? 0);
  if (p === 0) return noValue('nobody used this category');
  if (1 - p < 1e-13) return noValue('nobody used another category');
  let split = 0;
  for (const { tally, weight } of ratings.rows) {
    const times = tally.find(([at]) => at === category)?.[1] ?? 0;
    split += weight * times * (r - times);
  }
  return valueOf(1 - split / (n * r * (r - 1) * p * (1 - p)));
}

/**
 * Fleiss’ κ for one category against all others together.
 *
 * κj = 1 − Σi nij(r − nij) / (N·r(r − 1)·pj·qj), qj = 1 − pj.
 * Source: Fleiss 1971, Psychological Bulletin 76:378–382, eq. 20–21.
 * Input: as Fleiss’ κ, and `category`: one of the categories, or its place among them from 1.
 * Undefined: as Fleiss’ κ, and where nobody or everybody used the category.
 */
export const fleissKappaCategory = tableMeasure(
  'fleiss_kappa_category',
  'Fleiss’ κ of one category',
  ofCategory,
);
