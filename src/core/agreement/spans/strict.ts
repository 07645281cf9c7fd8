import { sameLabel, sameRange, spanMeasure } from './span-prf.ts';

/**
 * Span F1, strict: a span counts where boundaries and label are the same.
 *
 * P = COR / ACT, R = COR / POS, F1 = 2PR / (P + R) = 2·COR / (POS + ACT); COR from the one-to-one
 * matching with the most credit. Between analysts it is positive specific agreement, and the same
 * whoever is called gold (Hripcsak & Rothschild 2005, JAMIA 12:296–298).
 * Source: Segura-Bedmar et al. 2013, SemEval-2013 task 9.1; counts: MUC-5 (Chinchor & Sundheim 1993).
 * Input: `gold` and `pred`, lists of `[label, start, end)`; or `documents`, a list of such, summed.
 * Undefined: neither has a span. Where one has none, F1 is 0.
 */
export const spanStrict = spanMeasure('strict', (wanted, found) =>
  sameRange(wanted, found) && sameLabel(wanted, found) ? 1 : 0,
);
