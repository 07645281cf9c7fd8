import type { Rule } from '../model/codebook.ts';
import type { RuleDraft } from './default-rule-draft.ts';
import { RULES_ON_ACTS } from './default-rules-acts.ts';
import { RULES_ON_EDGES } from './default-rules-edges.ts';

const DRAFTS: readonly RuleDraft[] = [...RULES_ON_ACTS, ...RULES_ON_EDGES];

/** The borderline rules of the default codebook: the first case law, numbered. */
export const DEFAULT_RULES: readonly Rule[] = DRAFTS.map((draft, index) => {
  const number = index + 1;
  return { id: `rule-${String(number).padStart(2, '0')}`, number, ...draft, order: number };
});
