import type { JsonObject } from '../../model/json.ts';
import { knownFields } from '../known-fields.ts';
import { type Measure, type Measuring, noValue, valueOf } from '../measure.ts';
import { type AlignedContinuum, type Params, readContinuum, readParams } from './continuum.ts';

/** A measure of aligned units. */
export function gammaMeasure(
  name: string,
  title: string,
  measure: (continuum: AlignedContinuum, params: Params, input: JsonObject) => Measuring,
): Measure {
  return {
    name,
    title,
    run(input) {
      const known = knownFields(input);
      if (!known.ok) return known;
      const params = readParams(input);
      if (!params.ok) return params;
      const continuum = readContinuum(input);
      return continuum.ok ? measure(continuum.value, params.value, input) : continuum;
    },
  };
}

/** γ from the disorder that was observed and those of sampled continua. */
export function gammaFrom(observed: number, sampled: readonly number[]): Measuring {
  const mean = sampled.reduce((sum, disorder) => sum + disorder, 0) / sampled.length;
  return mean > 0
    ? valueOf(1 - observed / mean)
    : noValue('chance alone would align all: there is nothing to be better than');
}
