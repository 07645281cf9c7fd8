import type { Json, JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import { type Category, wordOf } from '../category.ts';
import { each, numberAt } from '../fields.ts';
import type { Distance } from '../table/weighted-kappa.ts';
import { interval } from './interval.ts';
import { jaccard } from './jaccard.ts';
import { masi } from './masi.ts';
import type { Metric } from './metric.ts';
import { nominal } from './nominal.ts';
import { ordinal } from './ordinal.ts';
import { ratio } from './ratio.ts';

const METRICS: ReadonlyMap<string, Metric> = new Map(
  Object.entries({ nominal, ordinal, interval, ratio, jaccard, masi }),
);

function distanceAt(value: Json | undefined, name: string): Result<number, string> {
  const read = numberAt(value, name);
  return read.ok && read.value < 0 ? err(`${name}: must not be below 0`) : read;
}

function fromMatrix(matrix: Json, size: number): Result<Distance, string> {
  const read = each(matrix, 'distance', (row, name) => each(row, name, distanceAt));
  if (!read.ok) return read;
  const rows = read.value;
  if (rows.length !== size || rows.some((row) => row.length !== size)) {
    return err(`distance: must have ${size} rows and columns, one for each category`);
  }
  for (let i = 0; i < size; i += 1) {
    if (rows[i]?.[i] !== 0) return err(`distance[${i}][${i}]: must be 0`);
    const j = rows[i]?.findIndex((value, at) => value !== rows[at]?.[i]) ?? -1;
    if (j !== -1) return err(`distance[${i}][${j}]: must be the same both ways`);
  }
  return ok((a, b) => rows[a]?.[b] ?? 0);
}

/** All ways to read a name as two words: a category may have the bar in itself. */
function readings(name: string): readonly (readonly [string, string])[] {
  const parts = name.split('|');
  return parts
    .slice(1)
    .map((_, at) => [parts.slice(0, at + 1).join('|'), parts.slice(at + 1).join('|')] as const);
}

function fromPairs(pairs: JsonObject, categories: readonly Category[]): Result<Distance, string> {
  const index = new Map(categories.map((category, at) => [wordOf(category), at]));
  const known = new Map<string, number>();
  for (const [name, value] of Object.entries(pairs)) {
    const read = distanceAt(value, `distance.${name}`);
    if (!read.ok) return read;
    const two = readings(name);
    if (two.length === 0) return err(`distance.${name}: must name two categories, as in "a|b"`);
    // A pair that does not occur in the data does no harm.
    for (const [one, other] of two) {
      const [a, b] = [index.get(one), index.get(other)];
      if (a === undefined || b === undefined) continue;
      if (a === b && read.value !== 0) return err(`distance.${name}: must be 0`);
      const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
      if ((known.get(key) ?? read.value) !== read.value) {
        return err(`distance.${name}: must be the same both ways`);
      }
      known.set(key, read.value);
    }
  }
  return ok((a, b) => known.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 0);
}

/**
 * Reads a `distance`: pairs `{"a|b": 0.5}` in either order, others 0; a symmetric matrix over the
 * categories; or the name of a metric. `totals`: see `Metric`.
 */
export function customDistance(
  distance: Json | undefined,
  categories: readonly Category[],
  totals: readonly number[],
): Result<Distance, string> {
  if (distance === undefined) return err('distance: missing');
  if (typeof distance === 'string') {
    const metric = METRICS.get(distance);
    if (metric !== undefined) return metric(categories, totals);
    return err(`distance: must be one of ${[...METRICS.keys()].join(', ')}, pairs, or a matrix`);
  }
  if (isJsonObject(distance)) return fromPairs(distance, categories);
  return fromMatrix(distance, categories.length);
}
