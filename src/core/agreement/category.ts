import type { Json } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';

/** A label that raters give: a word, a number, yes or no, nothing, or a set of such. */
export interface Category {
  /** The same for the same category; `1` and `"1"` are two, sets are the same in any order. */
  readonly key: string;
  readonly value: Json;
}

function keyOf(value: Json): string | undefined {
  if (Array.isArray(value)) {
    const keys = (value as readonly Json[]).map(keyOf);
    if (keys.includes(undefined)) return undefined;
    return JSON.stringify([...new Set(keys)].toSorted(byCodeUnits));
  }
  if (typeof value === 'object' && value !== null) return undefined;
  // `-0` and `0` are one number.
  return typeof value === 'number' ? String(value + 0) : JSON.stringify(value);
}

function byCodeUnits(a: string | undefined, b: string | undefined): number {
  if (a === b || a === undefined || b === undefined) return 0;
  return a < b ? -1 : 1;
}

/** A category, or an error that names where it stands. */
export function categoryAt(value: Json, name: string): Result<Category, string> {
  const key = keyOf(value);
  return key === undefined
    ? err(`${name}: must be a word, a number, or a list of them`)
    : ok({ key, value });
}

/** Numbers by size before everything else by code units: the order where none was declared. */
export function byValue(a: Category, b: Category): number {
  const [x, y] = [a.value, b.value];
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  if (typeof x === 'number') return -1;
  return typeof y === 'number' ? 1 : byCodeUnits(a.key, b.key);
}

/** What stands for the category in the names of a `distance`. */
export function wordOf({ value, key }: Category): string {
  return typeof value === 'string' ? value : key;
}
