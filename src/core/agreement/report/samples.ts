import type { Measured } from '../measure.ts';
import { cohenKappaOf } from '../table/cohen-kappa.ts';
import { type Row, rowOf } from '../table/ratings.ts';
import { alphaSample, comparable, type Rated } from './alpha-sums.ts';
import type { AnswerBook } from './answers.ts';
import type { Block } from './blocks.ts';
import type { Part } from './part.ts';
import { type Sample, SampleBuilder } from './sample.ts';
import type { Unit } from './units.ts';

/** A sample, and how many things the measure counts. */
export interface Counted {
  readonly sample: Sample;
  readonly count: number;
}

function ratio(nothing: string, factor: number): Sample['measure'] {
  return ([above = 0, below = 0]): Measured =>
    below === 0
      ? { value: null, reason: nothing }
      : { value: (above * factor) / below, reason: null };
}

/**
 * Finding: F1 of two analysts, 2·matched / (annotations of the one + of the other), from sums over
 * articles and pairs. It is the share of annotations that found a match. Source: Hripcsak &
 * Rothschild 2005, JAMIA 12:296–298.
 */
export function findingSample(blocks: Iterable<Block>, part: Part): Counted {
  const builder = new SampleBuilder();
  let count = 0;
  for (const { article, matched, alone } of blocks) {
    let [found, marks] = [0, 0];
    for (const { a, b } of matched) {
      const own = Number(part.mark(a)) + Number(part.mark(b));
      found += own;
      count += own === 0 ? 0 : 1;
    }
    for (const mark of alone) if (part.mark(mark)) marks += 1;
    count += marks;
    builder.add(article, 0, found);
    builder.add(article, 1, marks + found);
  }
  const sample = builder.build(2, ratio('nobody marked anything', 1));
  return { sample, count };
}

/** Boundary: the mean IoU of matched annotations. */
export function boundarySample(blocks: Iterable<Block>, part: Part): Counted {
  const builder = new SampleBuilder();
  let count = 0;
  for (const { article, matched } of blocks) {
    for (const { a, b, overlap } of matched) {
      if (!part.together([a, b])) continue;
      builder.add(article, 0, overlap);
      builder.add(article, 1, 1);
      count += 1;
    }
  }
  return { sample: builder.build(2, ratio('no annotations match', 1)), count };
}

/** Cohen’s κ of the labels of matched annotations of two analysts. @param size labels */
export function kappaSample(blocks: Iterable<Block>, size: number): Counted {
  const builder = new SampleBuilder();
  let count = 0;
  for (const { article, matched } of blocks) {
    for (const { a, b } of matched) builder.add(article, a.label * size + b.label, 1);
    count += matched.length;
  }
  const categories = Array.from({ length: size }, (_, at) => ({ key: String(at), value: at }));
  const measure = (sums: Float64Array): Measured => {
    const rows: Row[] = [];
    for (const [at, weight] of sums.entries()) {
      if (weight > 0) rows.push(rowOf([Math.floor(at / size), at % size], weight));
    }
    if (rows.length === 0) return { value: null, reason: 'no annotations match' };
    const kappa = cohenKappaOf({ shape: 'contingency', categories, rows });
    if (!kappa.ok) throw new Error(kappa.error);
    return kappa.value;
  };
  return { sample: builder.build(size * size, measure), count };
}

const NAMES = { measure: 'nominal', sets: [], numbers: [] } as const;

/** Krippendorff’s α, nominal, of the labels of what two or more marked at one place. */
export function labelSample(units: Iterable<Unit>, part: Part, size: number): Counted {
  const rated: Rated[] = [];
  for (const { article, marks } of units) {
    if (part.together(marks)) rated.push({ article, codes: marks.map(({ label }) => label) });
  }
  return { sample: alphaSample(rated, { ...NAMES, size }), count: rated.length };
}

/** α of one label against all others; `count` are the units in which somebody gave it. */
export function oneLabelSample(units: Iterable<Unit>, label: number): Counted {
  const rated: Rated[] = [];
  let count = 0;
  for (const { article, marks } of units) {
    const codes = marks.map((mark) => Number(mark.label === label));
    if (codes.includes(1)) count += 1;
    rated.push({ article, codes });
  }
  return { sample: alphaSample(rated, { ...NAMES, size: 2 }), count };
}

/** α of the answers to an attribute, by the measure of its type. @param at its number */
export function attributeSample(
  units: Iterable<Unit>,
  part: Part,
  at: number,
  book: AnswerBook,
): Counted {
  const rated: Rated[] = [];
  for (const { article, marks } of units) {
    if (!part.together(marks)) continue;
    const codes = comparable(
      marks.map(({ answers }) => answers[at] ?? -1),
      book.measure,
    );
    if (codes !== undefined) rated.push({ article, codes });
  }
  const { measure, size, sets, numbers } = book;
  return { sample: alphaSample(rated, { measure, size, sets, numbers }), count: rated.length };
}
