import type { Attribute } from '../model/attribute.ts';
import { type CodebookContent, DEFAULT_LABELS } from '../model/codebook.ts';
import { CLAIM_ATTRIBUTES } from './default-claim.ts';
import { ASSESSMENT_ATTRIBUTES, COMMON_ATTRIBUTES } from './default-common.ts';
import { DEFAULT_GUIDELINES } from './default-guidelines.ts';
import type { Draft } from './default-parts.ts';
import { PROPOSAL_ATTRIBUTES } from './default-proposal.ts';
import { DEFAULT_RELATION_TYPES } from './default-relations.ts';
import { DEFAULT_RULES } from './default-rules.ts';
import { THREAT_ATTRIBUTES } from './default-threat.ts';

/** What is asked first stands first: of each label its own, then what all share. */
const DRAFTS: readonly Draft[] = [
  ...CLAIM_ATTRIBUTES,
  ...THREAT_ATTRIBUTES,
  ...PROPOSAL_ATTRIBUTES,
  ...COMMON_ATTRIBUTES,
  ...ASSESSMENT_ATTRIBUTES,
];

const DEFAULT_ATTRIBUTES: readonly Attribute[] = DRAFTS.map((draft, index) => ({
  ...draft,
  order: index + 1,
}));

/** The codebook every new project begins with (DESIGN §8). */
export const DEFAULT_CODEBOOK: CodebookContent = {
  name: 'Claims, threats and sanctions proposals',
  guidelines: DEFAULT_GUIDELINES,
  labels: DEFAULT_LABELS,
  attributes: DEFAULT_ATTRIBUTES,
  relationTypes: DEFAULT_RELATION_TYPES,
  rules: DEFAULT_RULES,
};
