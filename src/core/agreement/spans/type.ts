import { sameLabel, spanMeasure } from './span-prf.ts';

/**
 * Span F1, type: a span counts where it overlaps one with the same label, whatever the boundaries.
 *
 * Formula, source, input, undefined: as strict. Touching is not overlapping.
 */
export const spanType = spanMeasure('type', (wanted, found) => (sameLabel(wanted, found) ? 1 : 0));
