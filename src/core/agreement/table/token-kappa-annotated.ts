import type { Measure } from '../measure.ts';
import { markedOf, tokenKappa, typesOf } from './token-tags.ts';

/**
 * Cohen’s κ over the tokens that at least one of the two marked, by type.
 *
 * κ of Cohen 1960 by type, without the tokens that are `O` for both. It is the strict end as the
 * variant with all tokens is the flattering one; report both.
 * Source: Brandsen et al. 2020, LREC (without `O` tokens).
 * Input: as Cohen’s κ over tokens.
 * Undefined: nobody marked anything, or one type only.
 */
export const tokenKappaAnnotated: Measure = {
  name: 'cohen_kappa_token_level_annotated_only',
  title: 'Cohen’s κ over annotated tokens',
  run: tokenKappa((pairs) => markedOf(typesOf(pairs))),
};
