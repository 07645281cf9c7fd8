import { ok } from '../../result.ts';
import { alphaMeasure } from './alpha.ts';
import type { Metric } from './metric.ts';

export const ordinal: Metric = (categories, totals) => {
  // How many ratings lie below the middle of each rank.
  let below = 0;
  const middle = categories.map((_, at) => {
    const times = totals[at] ?? 0;
    below += times;
    return below - times / 2;
  });
  return ok((a, b) => ((middle[a] ?? 0) - (middle[b] ?? 0)) ** 2);
};

/**
 * Krippendorff’s α for ranks: how far apart two categories are is how many ratings lie between.
 *
 * δ²ck = (Σg=c..k ng − (nc + nk) / 2)², ng counted over the units with two ratings or more.
 * Source: Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability, section D.
 * Input: as α nominal. The order is that of `categories`; without it numbers by size, words by code
 * units, columns of `counts` and `contingency` as they stand.
 * Undefined: as α nominal.
 */
export const alphaOrdinal = alphaMeasure('ordinal', 'ordinal', ordinal);
