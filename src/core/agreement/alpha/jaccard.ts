import { ok } from '../../result.ts';
import { alphaMeasure } from './alpha.ts';
import { type Metric, overlapOf, setsOf } from './metric.ts';

export const jaccard: Metric = (categories) => {
  const sets = setsOf(categories);
  if (!sets.ok) return sets;
  const none: ReadonlySet<string> = new Set();
  return ok((a, b) => {
    const { both, either } = overlapOf(sets.value[a] ?? none, sets.value[b] ?? none);
    return either === 0 ? 0 : 1 - both / either;
  });
};

/**
 * Krippendorff’s α for sets, such as an attribute with several values: by what they share.
 *
 * δ(A, B) = 1 − |A∩B| / |A∪B|, and 0 for two empty sets.
 * Source: Jaccard 1912; in α: Passonneau 2004, LREC, Computing Reliability for Coreference.
 * Input: as α nominal, with lists as categories: `["A", "B"]`; order and repetition do not count.
 * Undefined: as α nominal.
 */
export const alphaJaccard = alphaMeasure('jaccard', 'Jaccard', jaccard);
