import { sameRange, spanMeasure } from './span-prf.ts';

/**
 * Span F1, partial: same boundaries count 1, overlapping ones one half, whatever the label.
 *
 * P = (COR + PAR/2) / ACT, R = (COR + PAR/2) / POS, F1 = 2PR / (P + R). Touching is not overlapping.
 * Source, input, undefined: as strict.
 */
export const spanPartial = spanMeasure('partial', (wanted, found) =>
  sameRange(wanted, found) ? 1 : 0.5,
);
