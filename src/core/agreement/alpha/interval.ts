import { ok } from '../../result.ts';
import { alphaMeasure } from './alpha.ts';
import { type Metric, numbersOf } from './metric.ts';

export const interval: Metric = (categories) => {
  const numbers = numbersOf(categories);
  if (!numbers.ok) return numbers;
  return ok((a, b) => ((numbers.value[a] ?? 0) - (numbers.value[b] ?? 0)) ** 2);
};

/**
 * Krippendorff’s α for numbers whose differences mean something, such as dates.
 *
 * δ²ck = (c − k)².
 * Source: Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability, section D.
 * Input: as α nominal, with numbers as categories; words are refused.
 * Undefined: as α nominal.
 */
export const alphaInterval = alphaMeasure('interval', 'interval', interval);
