import { numberWords as inWords } from '../../words/amounts.ts';

/** A linear axis from 0. */
export interface Scale {
  /** Whole numbers from 0 to the axis' end. */
  readonly ticks: readonly number[];
  /** Pixels for a value. */
  readonly at: (value: number) => number;
}

const STEPS = [1, 2, 5];

/** The smallest of 1, 2, 5, 10, 20, 50, … that needs at most `most` steps up to `max`. */
function stepFor(max: number, most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = STEPS.map((one) => one * power).find((one) => Math.ceil(max / one) <= most);
    if (step !== undefined) return step;
  }
}

/** An axis for counts up to `max`, on `length` pixels, with at most `most` steps. */
export function countScale(max: number, length: number, most: number): Scale {
  const step = stepFor(Math.max(1, max), Math.max(1, most));
  const end = step * Math.ceil(Math.max(1, max) / step);
  const ticks = Array.from({ length: end / step + 1 }, (_, index) => index * step);
  return { ticks, at: (value) => (length * value) / end };
}

/** A number as people write it: 1,316. */
export function numberWords(value: number): string {
  return inWords(value, { maximumFractionDigits: 1 });
}
