import type { Measure } from '../measure.ts';
import { tokenKappa } from './token-tags.ts';

/**
 * Cohen’s κ over tokens, tags as they stand (`B-PER`, `I-PER`, `O`): boundaries and labels count.
 *
 * κ of Cohen 1960 with the tokens as units. Most tokens are `O` for both, so it flatters: see the
 * variant over annotated tokens.
 * Source: Cohen 1960; for chunks: Brandsen et al. 2020, LREC.
 * Input: `A` and `B`, the tags of two analysts, token by token, as words.
 * Undefined: no tokens, or one tag only.
 */
export const tokenKappaBio: Measure = {
  name: 'cohen_kappa_token_level',
  title: 'Cohen’s κ over tokens',
  run: tokenKappa((pairs) => pairs),
};
