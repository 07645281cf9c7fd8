import type { JsonObject } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import { knownFields } from '../known-fields.ts';
import { type Measure, type Measuring, noValue, valueOf } from '../measure.ts';
import type { TableMeasure } from '../table/table-measure.ts';
import { type Interval, percentileInterval } from './percentile-interval.ts';
import { readResampling } from './resampling.ts';

const USUAL = 'fleiss_kappa';

/** The interval; or why there is none, in words. */
function intervalOf(measure: TableMeasure, input: JsonObject): Result<Interval | string, string> {
  const read = readResampling(input);
  if (!read.ok) return read;
  const { ratings, clusters, indices, alpha } = read.value;
  // A mistake in what the measure asks for beside the ratings, and what it cannot say of them all.
  const whole = measure.onRatings(ratings, input);
  if (!whole.ok) return whole;
  if (whole.value.value === null) return ok(whole.value.reason);
  if (indices.length === 0) return err('resampleIndices: has no samples');
  const interval = percentileInterval(indices, alpha, (sample) => {
    const rows = sample.flatMap((index) => clusters[index] ?? []);
    const shape = ratings.shape === 'counts' ? 'counts' : 'items';
    const measured = measure.onRatings({ ...ratings, shape, rows }, input);
    return measured.ok ? measured.value.value : null;
  });
  return ok(interval ?? `${measure.name} is not defined in half of the samples or more`);
}

/**
 * The lower and the upper end of the percentile bootstrap interval of a measure of ratings.
 *
 * Units, or whole articles, are drawn with replacement B times; the ends are the α/2 and 1 − α/2
 * quantiles (linear interpolation, type 7) of the measure in these samples. Samples in which it is not
 * defined are left out, as long as they are fewer than half.
 * Source: Efron 1979, Annals of Statistics 7:1–26; Efron & Tibshirani 1993, ch. 13.
 * Input: the input of `measure` (`fleiss_kappa` where it is not said); `alpha` (0.05); `documents`, the
 * article of each unit, to draw articles; and either `resampleIndices`, a list of drawn indices for
 * each sample, or `B` (2000) and `seed` (1). The same input gives the same interval.
 * Undefined: where the measure is, or in half of the samples or more.
 */
export function bootstrapMeasures(measures: readonly TableMeasure[]): readonly Measure[] {
  const end = (side: 'low' | 'high', title: string): Measure => ({
    name: `bootstrap_percentile_ci_${side}`,
    title,
    run(input): Measuring {
      const known = knownFields(input);
      if (!known.ok) return known;
      const name = input['measure'] ?? USUAL;
      const measure = measures.find((one) => one.name === name);
      if (measure === undefined) return err('measure: must be the name of a measure of ratings');
      const interval = intervalOf(measure, input);
      if (!interval.ok) return interval;
      return typeof interval.value === 'string'
        ? noValue(interval.value)
        : valueOf(interval.value[side]);
    },
  });
  return [
    end('low', 'Bootstrap interval, lower end'),
    end('high', 'Bootstrap interval, upper end'),
  ];
}
