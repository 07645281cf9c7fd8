import { type Measuring, NOTHING_SHARED, noValue, valueOf } from '../measure.ts';
import type { Ratings, Tally } from '../table/ratings.ts';
import { type TableMeasure, tableMeasure } from '../table/table-measure.ts';
import type { Distance } from '../table/weighted-kappa.ts';
import { type Metric, totalsOf } from './metric.ts';

/** Σ over ordered pairs of different categories of how often the pair occurs × its distance. */
function spread(tally: Tally, distance: Distance): number {
  let sum = 0;
  for (const [at, [a, times]] of tally.entries()) {
    for (let next = at + 1; next < tally.length; next += 1) {
      const [b, others] = tally[next] ?? [a, 0];
      sum += 2 * times * others * distance(a, b);
    }
  }
  return sum;
}

/** 1 − Do/De over the units with two ratings or more. */
export function alphaOf(ratings: Ratings, metric: Metric): Measuring {
  const totals = totalsOf(ratings, 2);
  const made = metric(ratings.categories, totals);
  if (!made.ok) return made;
  const distance = made.value;
  const n = totals.reduce((sum, times) => sum + times, 0);
  if (n === 0) return noValue(NOTHING_SHARED);
  const used = totals.flatMap((times, at) => (times === 0 ? [] : [[at, times] as const]));
  const expected = spread(used, distance) / (n - 1);
  if (expected === 0) {
    return noValue(
      'only one category is used, or those used have no distance: nothing could differ',
    );
  }
  let observed = 0;
  for (const { tally, total, weight } of ratings.rows) {
    if (total >= 2 && tally.length > 1)
      observed += (weight * spread(tally, distance)) / (total - 1);
  }
  return valueOf(1 - observed / expected);
}

/** Krippendorff’s α with a metric. */
export function alphaMeasure(name: string, title: string, metric: Metric): TableMeasure {
  return tableMeasure(`krippendorff_alpha_${name}`, `Krippendorff’s α, ${title}`, (ratings) =>
    alphaOf(ratings, metric),
  );
}
