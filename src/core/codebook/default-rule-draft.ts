import type { Rule } from '../model/codebook.ts';

/** A rule without its number, which is where it stands in the list. */
export type RuleDraft = Omit<Rule, 'id' | 'number' | 'order'>;

/** The labels that rules are about. */
export const CLAIM = 'claim';
export const THREAT = 'threat';
export const PROPOSAL = 'sanctions-proposal';
