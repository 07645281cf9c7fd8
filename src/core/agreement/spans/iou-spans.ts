import { knownFields } from '../known-fields.ts';
import { type Measure, noValue, valueOf } from '../measure.ts';
import { iou, rangeAt } from './spans.ts';

/**
 * Intersection over union of two spans: how much of what either marked did both mark.
 *
 * IoU = |a ∩ b| / |a ∪ b| on half-open ranges. Source: Jaccard 1912.
 * Input: `a` and `b`, each `[start, end)`. Undefined: both are empty.
 */
export const iouSpans: Measure = {
  name: 'iou_spans',
  title: 'IoU of two spans',
  run(input) {
    const known = knownFields(input);
    if (!known.ok) return known;
    const a = rangeAt(input['a'], 'a');
    if (!a.ok) return a;
    const b = rangeAt(input['b'], 'b');
    if (!b.ok) return b;
    const value = iou(a.value, b.value);
    return value === undefined ? noValue('both spans are empty') : valueOf(value);
  },
};
