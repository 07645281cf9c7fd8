import type { JsonObject } from '../../model/json.ts';
import { ok, type Result } from '../../result.ts';
import { knownFields } from '../known-fields.ts';
import { type Measure, type Measuring, noValue } from '../measure.ts';
import { eachMeeting, type Section, sectionsOf } from './sections.ts';
import { type Continuum, inOrder, readAnnotators } from './units.ts';

/** Lengths that raters’ sections have in common, by category. Index 0 stands for gaps. */
export interface Coincidences {
  /** The keys of the categories; the category at index `i` is number `i + 1` of the matrices. */
  readonly keys: readonly string[];
  readonly raters: number;
  readonly observed: readonly (readonly number[])[];
  /** What raters would have in common by chance, gaps included (eq. 4). */
  readonly expected: readonly (readonly number[])[];
  /** The same among what both marked (eq. 10); row and column 0 are empty. */
  readonly expectedCoding: readonly (readonly number[])[];
}

type Matrix = number[][];

function square(size: number): Matrix {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
}

export function sumOf(row: readonly number[] | undefined): number {
  return (row ?? []).reduce((sum, value) => sum + value, 0);
}

function add(list: number[] | undefined, at: number, value: number): void {
  if (list !== undefined) list[at] = (list[at] ?? 0) + value;
}

function observedOf(cut: readonly (readonly Section[])[], size: number): Matrix {
  const observed = square(size);
  for (const [i, left] of cut.entries()) {
    for (const [j, right] of cut.entries()) {
      if (i === j) continue;
      eachMeeting(left, right, (a, b, shared) => {
        add(observed[a.category], b.category, shared / (cut.length - 1));
      });
    }
  }
  return observed;
}

/** Margins against margins, less what a unit would have in common with itself. */
function byChance(
  margins: readonly number[],
  own: readonly number[],
  total: number,
  denominator: number,
): Matrix {
  const times = denominator === 0 ? 0 : total / denominator;
  return margins.map((c, i) =>
    margins.map((k, j) => times * (c * k - (i === j ? (own[i] ?? 0) : 0))),
  );
}

function expectedOf(cut: readonly (readonly Section[])[], margins: readonly number[]): Matrix {
  const own = margins.map(() => 0);
  for (const { category, start, end } of cut.flat()) {
    // A gap has no parts that belong together: it counts as units of length 1.
    add(own, category, category === 0 ? end - start : (end - start) ** 2);
  }
  const total = sumOf(margins);
  return byChance(margins, own, total, total * total - sumOf(own));
}

function expectedCodingOf(
  cut: readonly (readonly Section[])[],
  observed: Matrix,
): readonly (readonly number[])[] {
  const margins = observed.map((row, at) => (at === 0 ? 0 : sumOf(row.slice(1))));
  const own = margins.map(() => 0);
  for (const [i, left] of cut.entries()) {
    for (const [j, right] of cut.entries()) {
      if (i === j) continue;
      const shared = new Map<Section, number>();
      eachMeeting(left, right, (a, b, length) => {
        if (a.category !== 0 && b.category !== 0) shared.set(a, (shared.get(a) ?? 0) + length);
      });
      for (const [unit, length] of shared) add(own, unit.category, length ** 2 / (cut.length - 1));
    }
  }
  const total = sumOf(margins);
  return byChance(margins, own, total, total * total - sumOf(own));
}

function overlapping({ raters, units }: Continuum): string | undefined {
  return raters.find((rater) => {
    const own = inOrder(units.filter((unit) => unit.rater === rater));
    return own.some((unit, at) => at > 0 && unit.start < (own[at - 1]?.end ?? 0));
  });
}

/** What the raters have in common, or why that cannot be said, in words. */
function coincidencesOf(continuum: Continuum): Coincidences | string {
  const { length, raters, units } = continuum;
  if (raters.length < 2) return 'fewer than two raters';
  const rater = overlapping(continuum);
  if (rater !== undefined) {
    return `units of ${rater} overlap; this measure cuts the continuum into units side by side`;
  }
  const keys = [...new Set(units.map(({ category }) => category.key))].toSorted();
  const number = new Map(keys.map((key, at) => [key, at + 1]));
  const cut = raters.map((name) =>
    sectionsOf(
      inOrder(units.filter((unit) => unit.rater === name)),
      length,
      ({ category }) => number.get(category.key) ?? 0,
    ),
  );
  const observed = observedOf(cut, keys.length + 1);
  return {
    keys,
    raters: raters.length,
    observed,
    expected: expectedOf(
      cut,
      observed.map((row) => sumOf(row)),
    ),
    expectedCoding: expectedCodingOf(cut, observed),
  };
}

/** Reads the input of the 2016 family. */
function readCoincidences(input: JsonObject): Result<Coincidences | string, string> {
  const known = knownFields(input);
  if (!known.ok) return known;
  const continuum = readAnnotators(input);
  return continuum.ok ? ok(coincidencesOf(continuum.value)) : continuum;
}

/** A measure of the 2016 family. */
export function familyMeasure(
  name: string,
  title: string,
  measure: (coincidences: Coincidences, input: JsonObject) => Measuring,
): Measure {
  return {
    name: `krippendorff_2016_${name}`,
    title,
    run(input) {
      const read = readCoincidences(input);
      if (!read.ok) return read;
      return typeof read.value === 'string' ? noValue(read.value) : measure(read.value, input);
    },
  };
}

/** The sum of the diagonal from `first` on. */
export function diagonal(matrix: readonly (readonly number[])[], first: number): number {
  return matrix.reduce((sum, row, at) => sum + (at < first ? 0 : (row[at] ?? 0)), 0);
}

/** All lengths that two raters both marked. */
export function codedLength(observed: readonly (readonly number[])[]): number {
  return observed.reduce((sum, row, at) => sum + (at === 0 ? 0 : sumOf(row.slice(1))), 0);
}
