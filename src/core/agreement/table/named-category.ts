import type { Json } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import { categoryAt } from '../category.ts';
import type { Ratings } from './ratings.ts';

/**
 * The index of the category that `category` names: a category itself, or its place from 1 where no
 * category is called so; `undefined` where `items` do not have it, which is no mistake.
 */
export function namedCategory(
  category: Json | undefined,
  { categories, shape }: Ratings,
): Result<number | undefined, string> {
  if (category === undefined) return err('category: missing');
  const read = categoryAt(category, 'category');
  if (!read.ok) return read;
  const index = categories.findIndex(({ key }) => key === read.value.key);
  if (index !== -1) return ok(index);
  const place = typeof category === 'number' ? category - 1 : -1;
  if (categories[place] !== undefined) return ok(place);
  return shape === 'items' ? ok(undefined) : err('category: is not one of the categories');
}
