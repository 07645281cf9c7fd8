import type { Random } from '../generator.ts';

/** A quantile of sorted numbers with linear interpolation (type 7 of Hyndman & Fan 1996). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (place - below);
}

/** `times` samples with replacement of the numbers below `size`. */
export function resamples(
  size: number,
  times: number,
  random: Random,
): readonly (readonly number[])[] {
  return Array.from({ length: times }, () =>
    Array.from({ length: size }, () => Math.floor(random() * size)),
  );
}

/** The percentile interval of a statistic, and in how many samples it was not defined. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly undefinedIn: number;
}

/**
 * The percentile bootstrap (Efron 1979, Annals of Statistics 7:1–26).
 * @param indices a list of drawn units for each sample  @param alpha what both tails share, 0.05 for 95 %
 * @param statistic of a sample; `null` where it is not defined: such samples are left out and counted
 * @returns `undefined` where the statistic is not defined in half of the samples or more
 */
export function percentileInterval(
  indices: readonly (readonly number[])[],
  alpha: number,
  statistic: (sample: readonly number[]) => number | null,
): Interval | undefined {
  const values: number[] = [];
  for (const sample of indices) {
    const value = statistic(sample);
    if (value !== null) values.push(value);
  }
  if (values.length * 2 <= indices.length) return undefined;
  values.sort((a, b) => a - b);
  return {
    low: quantile(values, alpha / 2),
    high: quantile(values, 1 - alpha / 2),
    undefinedIn: indices.length - values.length,
  };
}
