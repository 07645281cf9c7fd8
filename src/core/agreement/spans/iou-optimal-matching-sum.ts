import { knownFields } from '../known-fields.ts';
import { type Measure, noValue, valueOf } from '../measure.ts';
import { bestMatching } from './matching.ts';
import { iou, type Range, rangesAt, touchingPairs } from './spans.ts';

/** The one-to-one matching of two lists of spans with the most IoU in sum, as pairs of indexes. */
export function matchByIou(
  left: readonly Range[],
  right: readonly Range[],
): readonly (readonly [left: number, right: number])[] {
  const weight = (row: number, column: number): number => {
    const [a, b] = [left[row], right[column]];
    return a === undefined || b === undefined ? 0 : (iou(a, b) ?? 0);
  };
  return bestMatching(left.length, right.length, touchingPairs(left, right), weight);
}

/**
 * The sum of IoU in the best one-to-one matching of two lists of spans.
 *
 * max over matchings M of Σ(i,j)∈M IoU(Ai, Bj); by the Hungarian method, as taking the best pair
 * first may lose (Kuhn 1955).
 * Input: `A` and `B`, lists of `[start, end)`. Undefined: neither has a span. Where one has none: 0.
 */
export const iouOptimalMatchingSum: Measure = {
  name: 'iou_optimal_matching_sum',
  title: 'Sum of IoU, best matching',
  run(input) {
    const known = knownFields(input);
    if (!known.ok) return known;
    const left = rangesAt(input['A'], 'A');
    if (!left.ok) return left;
    const right = rangesAt(input['B'], 'B');
    if (!right.ok) return right;
    if (left.value.length + right.value.length === 0) return noValue('neither marked a span');
    let sum = 0;
    for (const [row, column] of matchByIou(left.value, right.value)) {
      const [a, b] = [left.value[row], right.value[column]];
      if (a !== undefined && b !== undefined) sum += iou(a, b) ?? 0;
    }
    return valueOf(sum);
  },
};
