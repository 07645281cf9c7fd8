import type { RelationType } from '../model/codebook.ts';

const CLAIM = ['claim'];
const THREAT = ['threat'];
const PROPOSAL = ['sanctions-proposal'];
const ACTOR = ['actor'];
const ANY: readonly string[] = [];

type Row = readonly [
  id: string,
  name: string,
  from: readonly string[],
  to: readonly string[],
  definition: string,
  sameLabel?: true,
];

const ROWS: readonly Row[] = [
  ['supports', 'Supports', CLAIM, CLAIM, 'The first claim is a reason to believe the second.'],
  ['attacks', 'Attacks', CLAIM, CLAIM, 'The first claim is a reason to doubt the second.'],
  [
    'justifies',
    'Justifies',
    CLAIM,
    [...THREAT, ...PROPOSAL],
    'The claim is given as the ground for the threat or proposal.',
  ],
  [
    'threatens_with',
    'Threatens with',
    THREAT,
    PROPOSAL,
    'The measure of the proposal is the cost that the threat announces.',
  ],
  [
    'conditional_on',
    'Conditional on',
    [...THREAT, ...PROPOSAL],
    ANY,
    'The act depends on what the other annotation says.',
  ],
  ['responds_to', 'Responds to', ANY, ANY, 'The first was said in answer to the second.'],
  ['same_as', 'Same as', ANY, ANY, 'Both say the same thing of the same people.', true],
  ['contradicts', 'Contradicts', ANY, ANY, 'Both cannot hold at once.'],
  ['amends', 'Amends', PROPOSAL, PROPOSAL, 'The first proposal changes the second.'],
  ['attributed_to', 'Attributed to', ANY, ACTOR, 'The actor said it or stands behind it.'],
  ['targets', 'Targets', ANY, ACTOR, 'The actor is whom it is aimed at or about.'],
  ['imposed_by', 'Imposed by', ANY, ACTOR, 'The actor would adopt it or carry it out.'],
];

/** The relation types of the default codebook. */
export const DEFAULT_RELATION_TYPES: readonly RelationType[] = ROWS.map(
  ([id, name, from, to, definition, sameLabel], index) => ({
    id,
    name,
    from,
    to,
    sameLabel: sameLabel === true,
    definition,
    order: index + 1,
  }),
);
