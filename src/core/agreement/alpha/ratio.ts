import { err, ok } from '../../result.ts';
import { alphaMeasure } from './alpha.ts';
import { type Metric, numbersOf } from './metric.ts';

export const ratio: Metric = (categories) => {
  const numbers = numbersOf(categories);
  if (!numbers.ok) return numbers;
  const negative = numbers.value.find((number) => number < 0);
  if (negative !== undefined) {
    return err(`categories: ${String(negative)} is below 0, which a ratio scale does not have`);
  }
  return ok((a, b) => {
    const [x, y] = [numbers.value[a] ?? 0, numbers.value[b] ?? 0];
    return x === y ? 0 : ((x - y) / (x + y)) ** 2;
  });
};

/**
 * Krippendorff’s α for amounts with a true zero: 1 against 2 is as far as 100 against 200.
 *
 * δ²ck = ((c − k) / (c + k))², and 0 for 0 against 0.
 * Source: Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability, section D.
 * Input: as α nominal, with numbers of 0 or more as categories; others are refused.
 * Undefined: as α nominal.
 */
export const alphaRatio = alphaMeasure('ratio', 'ratio', ratio);
