import { ok } from '../../result.ts';
import { alphaMeasure } from './alpha.ts';
import { type Metric, overlapOf, setsOf } from './metric.ts';

/** How alike two sets are in kind: one, one in the other, overlapping, apart. */
function monotonicity(both: number, sizeA: number, sizeB: number): number {
  if (both === sizeA && both === sizeB) return 1;
  if (both === Math.min(sizeA, sizeB)) return 0.67;
  return both > 0 ? 0.33 : 0;
}

export const masi: Metric = (categories) => {
  const sets = setsOf(categories);
  if (!sets.ok) return sets;
  const none: ReadonlySet<string> = new Set();
  return ok((a, b) => {
    const [one, other] = [sets.value[a] ?? none, sets.value[b] ?? none];
    const { both, either } = overlapOf(one, other);
    return either === 0 ? 0 : 1 - (both / either) * monotonicity(both, one.size, other.size);
  });
};

/**
 * Krippendorff’s α for sets, where one set inside another is a smaller difference than two that
 * merely overlap.
 *
 * δ(A, B) = 1 − |A∩B| / |A∪B| · m, m = 1 for equal sets, 0.67 for one inside the other, 0.33 for
 * overlapping ones, 0 for disjoint ones; δ = 0 for two empty sets. (Other tools take 2/3 and 1/3.)
 * Source: Passonneau 2006, LREC, Measuring Agreement on Set-valued Items.
 * Input and undefined: as α Jaccard.
 */
export const alphaMasi = alphaMeasure('masi', 'MASI', masi);
