import { ok } from '../../result.ts';
import { alphaMeasure } from './alpha.ts';
import type { Metric } from './metric.ts';

export const nominal: Metric = () => ok((a, b) => (a === b ? 0 : 1));

/**
 * Krippendorff’s α for names: any two different categories are equally far apart.
 *
 * α = 1 − Do/De over the coincidences ock = Σu (pairs c–k in unit u) / (mu − 1), eck =
 * nc(nk − [c = k]) / (n − 1); δ = [c ≠ k].
 * Source: Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability, sections A–C.
 * Input: `items`, `contingency` or `counts`, any number of raters, missing ratings allowed. Units
 * with fewer than two ratings are left out: what one person did alone agrees with nothing.
 * Undefined: nothing shared, or one category only.
 */
export const alphaNominal = alphaMeasure('nominal', 'nominal', nominal);
