import type { Json, JsonObject } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import { each, numberAt } from '../fields.ts';
import { noValue } from '../measure.ts';
import { bestDisorder } from './best-alignment.ts';
import { type Params, sampledAt } from './continuum.ts';
import { gammaFrom, gammaMeasure } from './gamma-measure.ts';

/** The disorders of continua that are given; or why one has none, in words. */
function disordersOf(
  sampled: Json,
  annotators: number,
  params: Params,
): Result<readonly number[] | string, string> {
  const continua = each(sampled, 'sampledContinua', (one, name) =>
    sampledAt(one, name, annotators),
  );
  if (!continua.ok) return continua;
  const disorders: number[] = [];
  for (const [at, continuum] of continua.value.entries()) {
    const disorder = bestDisorder(continuum, params);
    if (typeof disorder === 'string') return ok(`sampledContinua[${String(at)}]: ${disorder}`);
    disorders.push(disorder);
  }
  return ok(disorders);
}

function sampledOf(
  input: JsonObject,
  annotators: number,
  params: Params,
): Result<readonly number[] | string, string> {
  const { sampledContinua, sampledDisorders } = input;
  if (sampledContinua !== undefined) return disordersOf(sampledContinua, annotators, params);
  if (sampledDisorders === undefined) return err('sampledContinua: missing');
  return each(sampledDisorders, 'sampledDisorders', numberAt);
}

/**
 * Mathet’s γ with the sampled continua given, so that no chance is in it and anybody’s γ can be
 * checked.
 *
 * γ = 1 − observed disorder / mean disorder of the samples.
 * Source: Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41:437–479, section 5.
 * Input: as the disorder, and `sampledContinua`, lists of units; their disorders are computed anew.
 * `sampledDisorders` are taken only where there are no continua.
 * Undefined: as the disorder, or where the samples have none.
 */
export const gammaGivenSampledContinua = gammaMeasure(
  'gamma_given_sampled_continua',
  'γ with samples given',
  (continuum, params, input) => {
    const observed = bestDisorder(continuum, params);
    const sampled = sampledOf(input, continuum.annotators, params);
    if (!sampled.ok) return sampled;
    if (typeof observed === 'string') return noValue(observed);
    if (typeof sampled.value === 'string') return noValue(sampled.value);
    if (sampled.value.length === 0) return err('sampledContinua: has no samples');
    return gammaFrom(observed, sampled.value);
  },
);
