import type { Measure } from '../measure.ts';
import { tokenKappa, typesOf } from './token-tags.ts';

/**
 * Cohen’s κ over tokens by type: where a chunk begins does not count (`B-PER` is `I-PER`).
 *
 * κ of Cohen 1960 over the tags without `B-`, `I-` and their like. Signs are only taken off where
 * all tags have them; a type called `B-cell` stays what it is among others without signs.
 * Source, input, undefined: as Cohen’s κ over tokens.
 */
export const tokenKappaTypes: Measure = {
  name: 'cohen_kappa_token_level_types',
  title: 'Cohen’s κ over tokens, types',
  run: tokenKappa(typesOf),
};
