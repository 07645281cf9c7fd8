import { type Measuring, noValue, ONE_CATEGORY, valueOf } from '../measure.ts';
import { expectedByCohen } from './cohen-kappa.ts';
import { observedAgreement, pairTable } from './pair-table.ts';
import type { Ratings } from './ratings.ts';
import { tableMeasure } from './table-measure.ts';

function standardError(ratings: Ratings): Measuring {
  const table = pairTable(ratings);
  if (typeof table === 'string') return noValue(table);
  const { cells, first, second, n } = table;
  const expected = expectedByCohen(table);
  if (1 - expected < 1e-13) return noValue(ONE_CATEGORY);
  const kappa = (observedAgreement(table) - expected) / (1 - expected);
  const p = (times: number | undefined): number => (times ?? 0) / n;
  let sum = 0;
  for (const [i, row] of cells.entries()) {
    for (const [j, times] of row.entries()) {
      const weight =
        i === j
          ? 1 - (p(first[i]) + p(second[i])) * (1 - kappa)
          : (1 - kappa) * (p(second[i]) + p(first[j]));
      sum += p(times) * weight * weight;
    }
  }
  const rest = kappa - expected * (1 - kappa);
  // At full agreement the difference is 0, and rounding may leave it a hair below.
  const variance = Math.max(0, sum - rest * rest) / (n * (1 - expected) * (1 - expected));
  return valueOf(Math.sqrt(variance));
}

/**
 * The large-sample standard error of Cohen’s κ (not the one under “κ is 0”).
 *
 * n(1−Pe)²·SE² = Σi pii[1−(pi·+p·i)(1−κ)]² + (1−κ)² Σi≠j pij(p·i+pj·)² − [κ−Pe(1−κ)]².
 * Source: Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72:323–327.
 * Input and undefined: as Cohen’s κ. It is 0 where all is agreed, which says little about the units
 * not seen; prefer the bootstrap below some 50 units.
 */
export const cohenKappaAsymptoticSe = tableMeasure(
  'cohen_kappa_asymptotic_se',
  'Standard error of Cohen’s κ',
  standardError,
);
