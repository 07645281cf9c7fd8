import { sameRange, spanMeasure } from './span-prf.ts';

/**
 * Span F1, exact: a span counts where the boundaries are the same, whatever the label.
 *
 * Formula, source, input, undefined: as strict.
 */
export const spanExact = spanMeasure('exact', (wanted, found) =>
  sameRange(wanted, found) ? 1 : 0,
);
