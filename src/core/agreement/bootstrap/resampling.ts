import type { Json, JsonObject } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import { each, numberAt, wholeAt } from '../fields.ts';
import { generator } from '../generator.ts';
import { type Ratings, type Row, rowOf } from '../table/ratings.ts';
import { readRatings } from '../table/read-ratings.ts';
import { resamples } from './percentile-interval.ts';

/** Rows that are drawn together: the units of one article, or one unit. */
export type Cluster = readonly Row[];

/** What a bootstrap needs of its input. */
export interface Resampling {
  readonly ratings: Ratings;
  readonly clusters: readonly Cluster[];
  readonly indices: readonly (readonly number[])[];
  readonly alpha: number;
}

const TIMES = 2000;
const ALPHA = 0.05;
/** A contingency table is drawn from unit by unit. */
const MOST_UNITS = 1_000_000;

function unitsOf({ shape, rows }: Ratings): Result<readonly Row[], string> {
  if (shape !== 'contingency') return ok(rows);
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  if (all > MOST_UNITS) return err(`contingency: has more than ${MOST_UNITS} units to draw from`);
  return ok(
    rows.flatMap((row) => Array.from({ length: row.weight }, () => rowOf(row.values ?? [], 1))),
  );
}

function byDocument(
  units: readonly Row[],
  documents: Json | undefined,
): Result<readonly Cluster[], string> {
  if (documents === undefined) return ok(units.map((unit) => [unit]));
  const named = each(documents, 'documents', (name, at) =>
    typeof name === 'string' || typeof name === 'number'
      ? ok(name)
      : err(`${at}: must be the name of an article`),
  );
  if (!named.ok) return named;
  if (named.value.length !== units.length) {
    return err('documents: must name the article of each unit');
  }
  const clusters = new Map<string | number, Row[]>();
  for (const [at, unit] of units.entries()) {
    const name = named.value[at] ?? '';
    const cluster = clusters.get(name);
    if (cluster === undefined) clusters.set(name, [unit]);
    else cluster.push(unit);
  }
  return ok([...clusters.values()]);
}

function indicesOf(
  input: JsonObject,
  size: number,
): Result<readonly (readonly number[])[], string> {
  const given = input['resampleIndices'];
  if (typeof given === 'string') {
    return err('resampleIndices: names a file; give the lists themselves');
  }
  if (given !== undefined) {
    return each(given, 'resampleIndices', (sample, at) =>
      each(sample, at, (index, name) => {
        const read = wholeAt(index, name);
        if (!read.ok || read.value < size) return read;
        return err(`${name}: must be below ${size}, the number of what is drawn from`);
      }),
    );
  }
  const times = wholeAt(input['B'] ?? TIMES, 'B', 1);
  if (!times.ok) return times;
  const seed = wholeAt(input['seed'] ?? 1, 'seed');
  return seed.ok ? ok(resamples(size, times.value, generator(seed.value))) : seed;
}

function alphaAt(input: JsonObject): Result<number, string> {
  const alpha = numberAt(input['alpha'] ?? ALPHA, 'alpha');
  if (!alpha.ok) return alpha;
  return alpha.value > 0 && alpha.value < 1 ? alpha : err('alpha: must lie between 0 and 1');
}

/** Reads what is drawn from, how, and how often. */
export function readResampling(input: JsonObject): Result<Resampling, string> {
  const ratings = readRatings(input);
  if (!ratings.ok) return ratings;
  const alpha = alphaAt(input);
  if (!alpha.ok) return alpha;
  const units = unitsOf(ratings.value);
  if (!units.ok) return units;
  const clusters = byDocument(units.value, input['documents']);
  if (!clusters.ok) return clusters;
  const indices = indicesOf(input, clusters.value.length);
  if (!indices.ok) return indices;
  return ok({
    ratings: ratings.value,
    clusters: clusters.value,
    indices: indices.value,
    alpha: alpha.value,
  });
}
