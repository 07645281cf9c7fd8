import { NOTHING_SHARED } from '../measure.ts';
import { observedAgreement, pairTable } from './pair-table.ts';
import { agreeingPairs, type Ratings } from './ratings.ts';

/** What two raters said about the units that both rated, where it does not matter who said which. */
export interface PairedRatings {
  /** On how many units they said the same. */
  readonly agreed: number;
  /** How often each category was given, by either. */
  readonly totals: readonly number[];
  readonly n: number;
}

function fromCounts({ rows, categories }: Ratings): PairedRatings | string {
  const totals = categories.map(() => 0);
  let agreed = 0;
  let n = 0;
  for (const row of rows) {
    if (row.total > 2)
      return 'units with more than two ratings; this measure is between two raters';
    if (row.total < 2) continue;
    agreed += agreeingPairs(row) / 2;
    n += 1;
    for (const [category, times] of row.tally) totals[category] = (totals[category] ?? 0) + times;
  }
  return n === 0 ? NOTHING_SHARED : { agreed, totals, n };
}

/** The pairs of two raters, or why there are none, in words. */
export function pairedRatings(ratings: Ratings): PairedRatings | string {
  if (ratings.shape === 'counts') return fromCounts(ratings);
  const table = pairTable(ratings);
  if (typeof table === 'string') return table;
  const totals = table.first.map((times, at) => times + (table.second[at] ?? 0));
  return { agreed: observedAgreement(table) * table.n, totals, n: table.n };
}
