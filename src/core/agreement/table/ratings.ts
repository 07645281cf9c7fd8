import type { Category } from '../category.ts';

/** How often a category was given to a unit. */
export type Tally = readonly (readonly [category: number, times: number])[];

/** A unit, or several that were rated alike. */
export interface Row {
  readonly weight: number;
  /** The category of each rater; missing where the source does not say who rated. */
  readonly values: readonly (number | undefined)[] | undefined;
  readonly tally: Tally;
  /** How many ratings the unit has. */
  readonly total: number;
}

/** What raters said about units. Categories are meant by their index, in the order of the scale. */
export interface Ratings {
  readonly shape: 'items' | 'contingency' | 'counts';
  readonly categories: readonly Category[];
  readonly rows: readonly Row[];
}

/** The tally of values, without the missing. */
export function tallied(values: readonly (number | undefined)[]): Tally {
  const times = new Map<number, number>();
  for (const value of values) {
    if (value !== undefined) times.set(value, (times.get(value) ?? 0) + 1);
  }
  return [...times];
}

/** How many ordered pairs of ratings of a unit say the same. */
export function agreeingPairs({ tally }: Row): number {
  let pairs = 0;
  for (const [, times] of tally) pairs += times * (times - 1);
  return pairs;
}

/** A row where the values are known. */
export function rowOf(values: readonly (number | undefined)[], weight: number): Row {
  const tally = tallied(values);
  let total = 0;
  for (const [, times] of tally) total += times;
  return { weight, values, tally, total };
}
