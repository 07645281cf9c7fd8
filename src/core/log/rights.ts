import { DELETED, layerAnalyst, type OpDraft } from './op.ts';
import type { RecordState } from './record.ts';
import { type Role, rolesGiven, type Team } from './roster.ts';

/** What an edit is, as far as it matters who may make it. */
export const ACTS = [
  'own-layer',
  'others-layer',
  'layer-state',
  'article',
  'assign',
  'reveal',
  'own-entry',
  'new-entry',
  'entry',
  'role',
  'team',
  'codebook',
  'project',
  'recipe',
  'review',
  'gold',
] as const;

/** One of {@link ACTS}. */
export type Act = (typeof ACTS)[number];

const WORKERS: readonly Role[] = ['analyst', 'adjudicator', 'lead'];
const DECIDERS: readonly Role[] = ['adjudicator', 'lead'];
const EVERYBODY: readonly Role[] = [...WORKERS, 'observer'];
const LEADS: readonly Role[] = ['lead'];

/** The table of rights: who may do what in a team. Without a team, everybody may do everything. */
export const RIGHTS: Readonly<Record<Act, readonly Role[]>> = {
  'own-layer': WORKERS,
  'others-layer': DECIDERS,
  'layer-state': DECIDERS,
  article: WORKERS,
  assign: LEADS,
  reveal: DECIDERS,
  'own-entry': EVERYBODY,
  'new-entry': EVERYBODY,
  entry: LEADS,
  role: LEADS,
  team: LEADS,
  codebook: DECIDERS,
  project: LEADS,
  recipe: WORKERS,
  review: WORKERS,
  gold: DECIDERS,
};

const WHAT: Readonly<Record<Act, string>> = {
  'own-layer': 'annotate',
  'others-layer': 'change the layers of others',
  'layer-state': 'hand back or lock layers',
  article: 'bring in and correct articles',
  assign: 'assign articles',
  reveal: 'reveal layers',
  'own-entry': 'change their own entry in the roster',
  'new-entry': 'enter people in the roster',
  entry: 'change what the roster says of others',
  role: 'give roles',
  team: 'change whether work is blind',
  codebook: 'publish the codebook',
  project: 'rename the project',
  recipe: 'keep recipes of exports',
  review: 'take part in a review',
  gold: 'decide what becomes gold',
};

const CODEBOOK: ReadonlySet<string> = new Set([
  'label',
  'attribute',
  'relationType',
  'rule',
  'codebook',
  'codebookVersion',
]);

/** States that are said of a layer by those who receive it. */
const GIVEN_STATES: ReadonlySet<unknown> = new Set(['returned', 'locked']);

function layerAct({ k, p }: OpDraft, isOwn: boolean): Act {
  if (k === 'document' && GIVEN_STATES.has(p['state'])) return 'layer-state';
  return isOwn ? 'own-layer' : 'others-layer';
}

function entryAct({ r, p }: OpDraft, author: string, isKnown: boolean): Act {
  const fields = Object.keys(p);
  if (fields.some((field) => field === 'role' || field.startsWith('given.'))) return 'role';
  if (r === author) return 'own-entry';
  const enters = fields.every((field) => field === 'name' || field === DELETED);
  return enters && !isKnown ? 'new-entry' : 'entry';
}

function articleAct({ p }: OpDraft): Act {
  if (p['revealed'] !== undefined) return 'reveal';
  // An article comes in with nobody assigned.
  const given = p['assigned'];
  const assigns = Array.isArray(given) ? given.length > 0 || p['sha256'] === undefined : false;
  return assigns ? 'assign' : 'article';
}

function projectAct(draft: OpDraft, author: string, isKnown: boolean): Act {
  if (draft.k === 'article') return articleAct(draft);
  if (draft.k === 'analyst') return entryAct(draft, author, isKnown);
  if (draft.k === 'team') return 'team';
  if (draft.k === 'project') return 'project';
  return CODEBOOK.has(draft.k) ? 'codebook' : 'recipe';
}

/**
 * What an edit is.
 * @param author analyst id of who makes it
 * @param isKnown whether the record it changes is there already
 */
export function actOf(draft: OpDraft, author: string, isKnown: boolean): Act {
  const owner = layerAnalyst(draft.c);
  if (owner !== undefined) return layerAct(draft, owner === author);
  if (draft.c === 'gold') return 'gold';
  return draft.c.startsWith('review.') ? 'review' : projectAct(draft, author, isKnown);
}

/** The roles of whoever edits, and whose team it is. */
export interface Rights {
  /** `undefined` where no team was founded. */
  readonly team: Pick<Team, 'founder'> | undefined;
  readonly rolesOf: (analyst: string) => ReadonlySet<Role>;
  /** True for a record that is there already. */
  readonly isKnown: (draft: Pick<OpDraft, 'c' | 'k' | 'r'>) => boolean;
}

/** What somebody is now: what they may do here. */
export function presentRights(team: Team | undefined, isKnown: Rights['isKnown']): Rights {
  return { team, rolesOf: (id) => new Set([team?.roleOf(id) ?? 'analyst']), isKnown };
}

/**
 * All that somebody was ever given: what is asked of edits that come from elsewhere. They were made
 * when their author had the role, and must be taken or left alike in whatever order things arrive.
 */
export function givenRights(
  team: Team | undefined,
  analyst: (id: string) => RecordState | undefined,
  isKnown: Rights['isKnown'],
): Rights {
  return { team, rolesOf: (id) => rolesGiven(analyst(id)), isKnown };
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  analyst: 'analysts',
  adjudicator: 'adjudicators',
  lead: 'leads',
  observer: 'observers',
};

function listed(roles: readonly Role[]): string {
  const names = roles.map((role) => ROLE_NAMES[role]);
  const last = names.at(-1) ?? '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/**
 * Why somebody may not make an edit, in words; `undefined` where they may. What was revealed is not
 * hidden again, and a team has one founding, whoever asks.
 */
export function rightsFault(
  draft: OpDraft,
  author: string,
  { team, rolesOf, isKnown }: Rights,
): string | undefined {
  const hides = draft.k === 'article' && (draft.p['revealed'] ?? true) !== true;
  if (hides) return 'What was revealed cannot be hidden again.';
  if (team === undefined) return undefined;
  const { founder } = draft.p;
  if (draft.k === 'team' && founder !== undefined && founder !== team.founder) {
    return 'The project has a team already.';
  }
  const act = actOf(draft, author, isKnown(draft));
  const roles = author === team.founder ? new Set([...rolesOf(author), 'lead']) : rolesOf(author);
  return RIGHTS[act].some((role) => roles.has(role))
    ? undefined
    : `Only ${listed(RIGHTS[act])} ${WHAT[act]}.`;
}
