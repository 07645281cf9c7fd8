import type { Json, JsonObject } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import { type Category, categoryAt } from '../category.ts';
import { each, objectAt, wholeAt } from '../fields.ts';

/** A unit that a rater marked: `[start, end)` from the begin of the continuum. */
export interface Unit {
  readonly rater: string;
  readonly category: Category;
  readonly start: number;
  readonly end: number;
}

/** A text, or anything else with a length, in which raters marked units. */
export interface Continuum {
  readonly length: number;
  readonly raters: readonly string[];
  readonly units: readonly Unit[];
}

/** What must be there of units that lie on the continuum. */
function placed(unit: Unit, length: number, name: string): Result<Unit, string> {
  if (unit.start < 0) return err(`${name}: starts before the continuum`);
  if (unit.end > length) return err(`${name}: ends after the continuum`);
  return unit.end > unit.start ? ok(unit) : err(`${name}: must be longer than nothing`);
}

/** A unit of the 2004 shape, `{offset, length, rater, category}`. */
function offsetUnitAt(
  value: Json,
  name: string,
  begin: number,
  length: number,
): Result<Unit, string> {
  const read = objectAt(value, name);
  if (!read.ok) return read;
  const offset = wholeAt(read.value['offset'], `${name}.offset`);
  if (!offset.ok) return offset;
  const size = wholeAt(read.value['length'], `${name}.length`, 1);
  if (!size.ok) return size;
  const rater = read.value['rater'];
  if (typeof rater !== 'string' && typeof rater !== 'number') {
    return err(`${name}.rater: must be a name or a number`);
  }
  const category = categoryAt(read.value['category'] ?? null, `${name}.category`);
  if (!category.ok) return category;
  const start = offset.value - begin;
  const unit = { rater: String(rater), category: category.value, start, end: start + size.value };
  return placed(unit, length, name);
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

/** Raters who marked nothing, so that no unit tells of them: `raters`, a number or a list. */
function ratersAt(input: JsonObject, marked: readonly string[]): Result<readonly string[], string> {
  const given = input['raters'];
  if (given === undefined) return ok(marked);
  if (typeof given === 'number') {
    const count = wholeAt(given, 'raters', marked.length);
    if (!count.ok) return count;
    const silent = Array.from({ length: count.value - marked.length }, (_, at) => `silent ${at}`);
    return ok([...marked, ...silent]);
  }
  const names = each(given, 'raters', (name, at) =>
    typeof name === 'string' || typeof name === 'number'
      ? ok(String(name))
      : err(`${at}: must be a name or a number`),
  );
  return names.ok ? ok(distinct([...names.value, ...marked])) : names;
}

/**
 * Reads `continuum: {begin, length}` and `units: [{offset, length, rater, category}]`, whole numbers;
 * `raters`, where some marked nothing.
 */
export function readOffsetUnits(input: JsonObject): Result<Continuum, string> {
  const continuum = objectAt(input['continuum'], 'continuum');
  if (!continuum.ok) return continuum;
  const begin = wholeAt(continuum.value['begin'] ?? 0, 'continuum.begin');
  if (!begin.ok) return begin;
  const length = wholeAt(continuum.value['length'], 'continuum.length', 1);
  if (!length.ok) return length;
  const units = each(input['units'], 'units', (unit, name) =>
    offsetUnitAt(unit, name, begin.value, length.value),
  );
  if (!units.ok) return units;
  const raters = ratersAt(input, distinct(units.value.map(({ rater }) => rater)));
  if (!raters.ok) return raters;
  return ok({ length: length.value, raters: raters.value, units: units.value });
}

/** A unit of the 2016 shape, `[start, end, label]`. */
function listedUnitAt(
  value: Json,
  name: string,
  rater: string,
  length: number,
): Result<Unit, string> {
  if (!Array.isArray(value) || value.length !== 3) {
    return err(`${name}: must be [start, end, label]`);
  }
  const [first, last, label = null] = value as readonly Json[];
  const start = wholeAt(first, `${name}: start`);
  if (!start.ok) return start;
  const end = wholeAt(last, `${name}: end`);
  if (!end.ok) return end;
  const category = categoryAt(label, `${name}: label`);
  if (!category.ok) return category;
  const unit = { rater, category: category.value, start: start.value, end: end.value };
  return placed(unit, length, name);
}

/** Reads `length` and `annotators: {name: [[start, end, label], …]}`, whole numbers. */
export function readAnnotators(input: JsonObject): Result<Continuum, string> {
  const length = wholeAt(input['length'], 'length', 1);
  if (!length.ok) return length;
  const annotators = objectAt(input['annotators'], 'annotators');
  if (!annotators.ok) return annotators;
  const units: Unit[] = [];
  for (const [rater, list] of Object.entries(annotators.value)) {
    const read = each(list, `annotators.${rater}`, (unit, name) =>
      listedUnitAt(unit, name, rater, length.value),
    );
    if (!read.ok) return read;
    units.push(...read.value);
  }
  return ok({ length: length.value, raters: Object.keys(annotators.value), units });
}

/** Units by where they start, and the longer first where they start together. */
export function inOrder(units: readonly Unit[]): readonly Unit[] {
  return units.toSorted((a, b) => (a.start === b.start ? b.end - a.end : a.start - b.start));
}

/** Ordered units without those that overlap one that is kept: the earliest, then the longest stay. */
export function withoutOverlaps(units: readonly Unit[]): readonly Unit[] {
  const kept: Unit[] = [];
  for (const unit of inOrder(units)) {
    if (unit.start >= (kept.at(-1)?.end ?? 0)) kept.push(unit);
  }
  return kept;
}
