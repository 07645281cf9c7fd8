import { err, ok, type Result } from '../../result.ts';
import type { Category } from '../category.ts';
import type { Ratings } from '../table/ratings.ts';
import type { Distance } from '../table/weighted-kappa.ts';

/** Makes a distance of the categories, and of how often each occurs among comparable ratings. */
export type Metric = (
  categories: readonly Category[],
  totals: readonly number[],
) => Result<Distance, string>;

/** How often each category occurs in units with `least` ratings or more. */
export function totalsOf({ rows, categories }: Ratings, least: number): number[] {
  const totals = categories.map(() => 0);
  for (const { tally, total, weight } of rows) {
    if (total < least) continue;
    for (const [at, times] of tally) totals[at] = (totals[at] ?? 0) + weight * times;
  }
  return totals;
}

/** The numbers that the categories are, or an error. */
export function numbersOf(categories: readonly Category[]): Result<readonly number[], string> {
  const numbers: number[] = [];
  for (const { value, key } of categories) {
    if (typeof value !== 'number') return err(`categories: ${key} is not a number`);
    numbers.push(value);
  }
  return ok(numbers);
}

/** The sets that the categories are, or an error. */
export function setsOf(
  categories: readonly Category[],
): Result<readonly ReadonlySet<string>[], string> {
  const sets: ReadonlySet<string>[] = [];
  for (const { value, key } of categories) {
    if (!Array.isArray(value)) return err(`categories: ${key} is not a set; write it as a list`);
    // The key of a set lists the keys of its members.
    sets.push(new Set(JSON.parse(key) as string[]));
  }
  return ok(sets);
}

/** How many members two sets share, and how many they have together. */
export function overlapOf(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): { readonly both: number; readonly either: number } {
  let both = 0;
  for (const member of a) if (b.has(member)) both += 1;
  return { both, either: a.size + b.size - both };
}
