import type { Json, JsonObject } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import { categoryAt } from '../category.ts';
import { each, numberAt, objectAt } from '../fields.ts';

/** A unit of one annotator, `[start, end)` on a line of any scale. */
export interface AlignedUnit {
  readonly annotator: number;
  /** Key of the category. */
  readonly category: string;
  readonly start: number;
  readonly end: number;
}

/** What `annotators` annotators marked. */
export interface AlignedContinuum {
  readonly annotators: number;
  readonly units: readonly AlignedUnit[];
}

/** Weights of the dissimilarity, and what it costs to be aligned with nothing. */
export interface Params {
  readonly alpha: number;
  readonly beta: number;
  readonly deltaEmpty: number;
}

type Named = Omit<AlignedUnit, 'annotator'> & { readonly annotator: string };

function unitAt(value: Json, name: string): Result<Named, string> {
  const read = objectAt(value, name);
  if (!read.ok) return read;
  const { annotator, category = null } = read.value;
  if (typeof annotator !== 'string' && typeof annotator !== 'number') {
    return err(`${name}.annotator: must be a name or a number`);
  }
  const start = numberAt(read.value['start'], `${name}.start`);
  if (!start.ok) return start;
  const end = numberAt(read.value['end'], `${name}.end`);
  if (!end.ok) return end;
  if (end.value <= start.value) return err(`${name}.end: must be after its start`);
  const key = categoryAt(category, `${name}.category`);
  if (!key.ok) return key;
  return ok({
    annotator: String(annotator),
    category: key.value.key,
    start: start.value,
    end: end.value,
  });
}

function numbered(units: readonly Named[], silent: readonly string[]): AlignedContinuum {
  const names = [...new Set([...silent, ...units.map(({ annotator }) => annotator)])];
  const number = new Map(names.map((name, at) => [name, at]));
  return {
    annotators: names.length,
    units: units.map((unit) => ({ ...unit, annotator: number.get(unit.annotator) ?? 0 })),
  };
}

/**
 * Reads `units: [{annotator, start, end, category}]`, and `annotators`, a list of names, where
 * somebody marked nothing.
 */
export function readContinuum(input: JsonObject): Result<AlignedContinuum, string> {
  const units = each(input['units'], 'units', unitAt);
  if (!units.ok) return units;
  const names = each(input['annotators'] ?? [], 'annotators', (name, at) =>
    typeof name === 'string' ? ok(name) : err(`${at}: must be a name`),
  );
  return names.ok ? ok(numbered(units.value, names.value)) : names;
}

/** Reads a sampled continuum; it has the annotators of the real one, whatever their names. */
export function sampledAt(
  value: Json,
  name: string,
  annotators: number,
): Result<AlignedContinuum, string> {
  const units = each(value, name, unitAt);
  if (!units.ok) return units;
  const read = numbered(units.value, []);
  return read.annotators > annotators
    ? err(`${name}: has more annotators than units has`)
    : ok({ annotators, units: read.units });
}

/** Reads `params: {alpha, beta, deltaEmpty}`, each 1 where it is not said. */
export function readParams(input: JsonObject): Result<Params, string> {
  const read = objectAt(input['params'] ?? {}, 'params');
  if (!read.ok) return read;
  const values: number[] = [];
  for (const name of ['alpha', 'beta', 'deltaEmpty']) {
    const value = numberAt(read.value[name] ?? 1, `params.${name}`);
    if (!value.ok) return value;
    if (value.value < 0) return err(`params.${name}: must not be below 0`);
    values.push(value.value);
  }
  const [alpha = 1, beta = 1, deltaEmpty = 1] = values;
  return deltaEmpty === 0
    ? err('params.deltaEmpty: must be above 0')
    : ok({ alpha, beta, deltaEmpty });
}
