import type { Json, JsonObject } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import { byValue, type Category, categoryAt } from '../category.ts';
import { each, listAt, wholeAt } from '../fields.ts';
import { type Ratings, type Row, rowOf } from './ratings.ts';

const SHAPES = ['items', 'contingency', 'counts'] as const;

function declared(input: JsonObject): Result<readonly Category[] | undefined, string> {
  if (input['categories'] === undefined) return ok(undefined);
  const read = each(input['categories'], 'categories', categoryAt);
  if (!read.ok) return read;
  const seen = new Set<string>();
  for (const [index, { key }] of read.value.entries()) {
    if (seen.has(key)) return err(`categories[${String(index)}]: is there twice`);
    seen.add(key);
  }
  return read;
}

type Cells = readonly (readonly (Category | undefined)[])[];

function cellAt(value: Json, name: string): Result<Category | undefined, string> {
  return value === null ? ok(undefined) : categoryAt(value, name);
}

function occurring(cells: Cells): readonly Category[] {
  const seen = new Map<string, Category>();
  for (const row of cells) {
    for (const cell of row) if (cell !== undefined) seen.set(cell.key, cell);
  }
  return [...seen.values()].toSorted(byValue);
}

function fromItems(
  input: JsonObject,
  scale: readonly Category[] | undefined,
): Result<Ratings, string> {
  const cells = each(input['items'], 'items', (row, name) => each(row, name, cellAt));
  if (!cells.ok) return cells;
  const categories = scale ?? occurring(cells.value);
  const index = new Map(categories.map(({ key }, at) => [key, at]));
  const rows: Row[] = [];
  for (const [unit, row] of cells.value.entries()) {
    const strange = row.findIndex((cell) => cell !== undefined && !index.has(cell.key));
    if (strange !== -1) {
      return err(`items[${String(unit)}][${String(strange)}]: is not one of the categories`);
    }
    rows.push(
      rowOf(
        row.map((cell) => cell && index.get(cell.key)),
        1,
      ),
    );
  }
  return ok({ shape: 'items', categories, rows });
}

/** Names for columns that the source did not name. */
function numbered(count: number): readonly Category[] {
  return Array.from({ length: count }, (_, at) => ({ key: String(at + 1), value: at + 1 }));
}

function numbersAt(
  input: JsonObject,
  name: 'contingency' | 'counts',
  scale: readonly Category[] | undefined,
): Result<{ numbers: readonly number[][]; categories: readonly Category[] }, string> {
  const read = each(input[name], name, (row, at) => each(row, at, wholeAt));
  if (!read.ok) return read;
  const width = scale?.length ?? read.value[0]?.length ?? 0;
  const uneven = read.value.findIndex((row) => row.length !== width);
  if (uneven !== -1) {
    return err(`${name}[${String(uneven)}]: must have one number for each of ${width} categories`);
  }
  return ok({ numbers: read.value, categories: scale ?? numbered(width) });
}

function fromContingency(
  input: JsonObject,
  scale: readonly Category[] | undefined,
): Result<Ratings, string> {
  const read = numbersAt(input, 'contingency', scale);
  if (!read.ok) return read;
  const { numbers, categories } = read.value;
  if (numbers.length !== categories.length) {
    return err('contingency: must have as many rows as columns');
  }
  const rows = numbers.flatMap((row, first) =>
    row.flatMap((weight, second) => (weight === 0 ? [] : [rowOf([first, second], weight)])),
  );
  return ok({ shape: 'contingency', categories, rows });
}

function fromCounts(
  input: JsonObject,
  scale: readonly Category[] | undefined,
): Result<Ratings, string> {
  const read = numbersAt(input, 'counts', scale);
  if (!read.ok) return read;
  const { numbers, categories } = read.value;
  const rows = numbers.map((row): Row => {
    const tally = row.flatMap((times, at) => (times === 0 ? [] : [[at, times] as const]));
    const total = row.reduce((sum, times) => sum + times, 0);
    return { weight: 1, values: undefined, tally, total };
  });
  return ok({ shape: 'counts', categories, rows });
}

/**
 * Reads ratings in any of their shapes. `items`: a row for each unit, a column for each rater, `null`
 * where a rating is missing; rows may be short. `contingency`: rows of the first rater, columns of the
 * second. `counts`: a row for each unit, a column for each category. `categories` declares the scale
 * and its order; without it the categories are those that occur, numbers by size, words by code units
 * (`counts` and `contingency`: 1, 2, 3 … in the order of the columns).
 * @returns an error that names the field where the input is not one of these
 */
export function readRatings(input: JsonObject): Result<Ratings, string> {
  const given = SHAPES.filter((shape) => input[shape] !== undefined);
  const [shape, other] = given;
  if (shape === undefined) return err('items: missing; give items, contingency or counts');
  if (other !== undefined) return err(`${other}: give either ${shape} or ${other}, not both`);
  const list = listAt(input[shape], shape);
  if (!list.ok) return list;
  const scale = declared(input);
  if (!scale.ok) return scale;
  if (shape === 'items') return fromItems(input, scale.value);
  return shape === 'counts' ? fromCounts(input, scale.value) : fromContingency(input, scale.value);
}
