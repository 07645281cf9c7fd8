import { beyondChance, type Measuring, noValue } from '../measure.ts';
import { observedAgreement, type PairTable, pairTable } from './pair-table.ts';
import type { Ratings } from './ratings.ts';
import { tableMeasure } from './table-measure.ts';

/** Agreement expected where each rater keeps to their own habits: the **sum** of p1c·p2c. */
export function expectedByCohen({ first, second, n }: PairTable): number {
  return first.reduce((sum, times, at) => sum + (times / n) * ((second[at] ?? 0) / n), 0);
}

export function cohenKappaOf(ratings: Ratings): Measuring {
  const table = pairTable(ratings);
  if (typeof table === 'string') return noValue(table);
  return beyondChance(observedAgreement(table), expectedByCohen(table));
}

/**
 * Cohen’s κ: agreement of two raters beyond what their own habits would give by chance.
 *
 * κ = (Po − Pe) / (1 − Pe), Po the proportion of units with the same category, Pe = Σc p1c·p2c.
 * Source: Cohen 1960, Educational and Psychological Measurement 20:37–46.
 * Input: `items` of two raters, or `contingency`. Units that one of the two left out are left out.
 * Undefined: not two raters, nothing shared, or both used one and the same category only.
 */
export const cohenKappa = tableMeasure('cohen_kappa', 'Cohen’s κ', cohenKappaOf);
