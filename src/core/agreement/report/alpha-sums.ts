import { type Measured, NOTHING_SHARED } from '../measure.ts';
import { NOT_ASKED, SILENT } from './answers.ts';
import type { AttributeMeasure } from './report.ts';
import { type Sample, SampleBuilder } from './sample.ts';

/** Place of the observed disagreement in the sums; the categories stand behind it. */
const OBSERVED = 0;

const ONE_ANSWER =
  'only one category is used, or those used have no distance: nothing could differ';

/** More different sets than these are not resampled: each sample would compare them all. */
const SETS_RESAMPLED = 400;
/** More different sets than these are not compared at all. */
const SETS_COMPARED = 4000;

/** Ratings of one unit: a category for each who rated it. */
export interface Rated {
  /** Number of the article. */
  readonly article: number;
  readonly codes: readonly number[];
}

/** Σ over ordered pairs of ratings of their distance, from how often each category occurs. */
type Spread = (times: Float64Array) => number;

function nominalSpread(times: Float64Array): number {
  let n = 0;
  let same = 0;
  for (let at = OBSERVED + 1; at < times.length; at += 1) {
    const one = times[at] ?? 0;
    n += one;
    same += one * one;
  }
  return n * n - same;
}

function intervalSpread(numbers: readonly number[]): Spread {
  // Σ (x − y)² over ordered pairs is 2(nΣx² − (Σx)²); from the mean, so that nothing cancels.
  return (times) => {
    let n = 0;
    let sum = 0;
    for (const [at, value] of numbers.entries()) {
      n += times[at + 1] ?? 0;
      sum += (times[at + 1] ?? 0) * value;
    }
    const mean = n === 0 ? 0 : sum / n;
    let squares = 0;
    for (const [at, value] of numbers.entries())
      squares += (times[at + 1] ?? 0) * (value - mean) ** 2;
    return 2 * n * squares;
  };
}

function jaccardDistance(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const both = a.filter((one) => b.includes(one)).length;
  return 1 - both / (a.length + b.length - both);
}

function setSpread(distance: (a: number, b: number) => number): Spread {
  return (times) => {
    const used: number[] = [];
    for (let at = OBSERVED + 1; at < times.length; at += 1) if (times[at] !== 0) used.push(at);
    let sum = 0;
    for (const [at, one] of used.entries()) {
      for (let next = at + 1; next < used.length; next += 1) {
        const other = used[next] ?? 0;
        sum += 2 * (times[one] ?? 0) * (times[other] ?? 0) * distance(one - 1, other - 1);
      }
    }
    return sum;
  };
}

/** Distances that are worked out once each. */
function kept(distance: (a: number, b: number) => number, size: number) {
  const known = new Float64Array(size * size).fill(-1);
  return (a: number, b: number): number => {
    const at = a * size + b;
    if ((known[at] ?? -1) < 0) known[at] = distance(a, b);
    return known[at] ?? 0;
  };
}

/** What is compared: how many categories there are, and what they are. */
export interface Scale {
  readonly measure: AttributeMeasure;
  readonly size: number;
  readonly sets: readonly (readonly string[])[];
  readonly numbers: readonly number[];
}

function spreadOf({ measure, size, sets, numbers }: Scale): Spread {
  if (measure === 'nominal') return nominalSpread;
  if (measure === 'interval') return intervalSpread(numbers);
  const distance = (a: number, b: number) => jaccardDistance(sets[a] ?? [], sets[b] ?? []);
  return setSpread(size <= SETS_RESAMPLED ? kept(distance, size) : distance);
}

function undefinedBecause(reason: string): Measured {
  return { value: null, reason };
}

/** 1 − Do/De from the sums: Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability. */
function alphaFrom(spread: Spread): Sample['measure'] {
  return (sums) => {
    let n = 0;
    for (let at = OBSERVED + 1; at < sums.length; at += 1) n += sums[at] ?? 0;
    if (n === 0) return undefinedBecause(NOTHING_SHARED);
    const expected = spread(sums) / (n - 1);
    if (expected <= 0) return undefinedBecause(ONE_ANSWER);
    return { value: 1 - (sums[OBSERVED] ?? 0) / expected, reason: null };
  };
}

/** The codes of a unit that are compared; `undefined` where fewer than two are, or all are silent. */
export function comparable(
  codes: readonly number[],
  measure: AttributeMeasure,
): readonly number[] | undefined {
  const least = measure === 'interval' ? SILENT + 1 : SILENT;
  const asked = codes.filter((code) => code !== NOT_ASKED && code >= least);
  return asked.length >= 2 && asked.some((code) => code !== SILENT) ? asked : undefined;
}

/** The same as α of `core/agreement/alpha`, made of sums by article so that articles can be drawn. */
export function alphaSample(units: Iterable<Rated>, scale: Scale): Sample {
  const builder = new SampleBuilder();
  if (scale.measure === 'jaccard' && scale.size > SETS_COMPARED) {
    const reason = `more than ${SETS_COMPARED.toLocaleString('en')} different answers are not compared`;
    return builder.build(1, () => undefinedBecause(reason));
  }
  const spread = spreadOf(scale);
  const own = new Map<number, number>();
  for (const { article, codes } of units) {
    own.clear();
    for (const code of codes) own.set(code, (own.get(code) ?? 0) + 1);
    for (const [code, times] of own) builder.add(article, code + 1, times);
    if (own.size > 1) {
      builder.add(article, OBSERVED, observed([...own], spread, scale) / (codes.length - 1));
    }
  }
  const many = scale.measure === 'jaccard' && scale.size > SETS_RESAMPLED;
  return builder.build(
    scale.size + 1,
    alphaFrom(spread),
    many ? `more than ${SETS_RESAMPLED} different answers are not resampled` : undefined,
  );
}

/** The disagreement within one unit, on a table of its own few categories. */
function observed(
  own: readonly (readonly [code: number, times: number])[],
  spread: Spread,
  { measure, sets, numbers }: Scale,
): number {
  if (measure === 'nominal') {
    return spread(Float64Array.from([0, ...own.map(([, times]) => times)]));
  }
  let sum = 0;
  for (const [at, [a, times]] of own.entries()) {
    for (const [b, others] of own.slice(at + 1)) {
      const apart =
        measure === 'interval'
          ? ((numbers[a] ?? 0) - (numbers[b] ?? 0)) ** 2
          : jaccardDistance(sets[a] ?? [], sets[b] ?? []);
      sum += 2 * times * others * apart;
    }
  }
  return sum;
}
