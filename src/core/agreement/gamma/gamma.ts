import { wholeAt } from '../fields.ts';
import { generator } from '../generator.ts';
import { noValue } from '../measure.ts';
import { bestDisorder } from './best-alignment.ts';
import { gammaFrom, gammaMeasure } from './gamma-measure.ts';
import { sampled } from './sampler.ts';

const SAMPLES = 30;

/**
 * Mathet’s γ: agreement about where units are and what they are called, beyond chance, from the best
 * alignment of the units of any number of annotators. Units may overlap.
 *
 * γ = 1 − observed disorder / mean disorder of sampled continua. Samples are real annotators, drawn
 * and shifted around the continuum.
 * Source: Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41:437–479, section 5.
 * Input: as the disorder; `samples` (30) and `seed` (1). The same input gives the same γ; another
 * seed or number another one, so say them, and compare only what was sampled alike.
 * Undefined: as the disorder.
 */
export const gamma = gammaMeasure('gamma', 'γ', (continuum, params, input) => {
  const samples = wholeAt(input['samples'] ?? SAMPLES, 'samples', 1);
  if (!samples.ok) return samples;
  const seed = wholeAt(input['seed'] ?? 1, 'seed');
  if (!seed.ok) return seed;
  const observed = bestDisorder(continuum, params);
  if (typeof observed === 'string') return noValue(observed);
  const random = generator(seed.value);
  const disorders: number[] = [];
  for (let sample = 0; sample < samples.value; sample += 1) {
    const disorder = bestDisorder(sampled(continuum, random), params);
    if (typeof disorder === 'string') return noValue(disorder);
    disorders.push(disorder);
  }
  return gammaFrom(observed, disorders);
});
