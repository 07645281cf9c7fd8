import { noValue, valueOf } from '../measure.ts';
import { bestDisorder } from './best-alignment.ts';
import { gammaMeasure } from './gamma-measure.ts';

/**
 * The disorder of the best alignment of units: 0 where all annotators marked the same. It is the
 * observed half of Mathet’s γ, and needs no chance.
 *
 * min over partitions into unitary alignments of Σ cost / x̄, x̄ the mean number of units of an
 * annotator; cost = mean over the C(n, 2) pairs of annotators of d, with d = α·d_pos + β·d_cat,
 * d_pos = ((|Δstart| + |Δend|) / (l₁ + l₂))²·Δ∅, d_cat = [categories differ]·Δ∅, and Δ∅ where one or
 * both have no unit.
 * Source: Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41:437–479, sections 4–5.
 * Input: `units [{annotator, start, end, category}]`; `params {alpha, beta, deltaEmpty}`, each 1 where
 * it is not said; `annotators`, names, where one marked nothing.
 * Undefined: fewer than two annotators, no units, or too many ways to align.
 */
export const gammaBestAlignmentDisorder = gammaMeasure(
  'gamma_best_alignment_disorder',
  'Disorder of the best alignment',
  (continuum, params) => {
    const disorder = bestDisorder(continuum, params);
    return typeof disorder === 'string' ? noValue(disorder) : valueOf(disorder);
  },
);
