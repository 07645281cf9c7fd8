import { analystKeys } from './analyst-keys.ts';
import { textField } from './fields.ts';
import { DELETED, type OpDraft } from './op.ts';
import { fieldValue, isDeleted, type RecordState } from './record.ts';

/** The roles of a team, from the one that does most of the work to the one that only looks. */
export const ROLES = ['analyst', 'adjudicator', 'lead', 'observer'] as const;

/** What a person is in a team. */
export type Role = (typeof ROLES)[number];

/** The colours that tell analysts apart; always beside initials or a name. */
export const COLOURS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

/** A colour of an analyst: a place in the palette, which each look draws in its own way. */
export type Colour = (typeof COLOURS)[number];

/** An entry of the roster. */
export interface Member {
  /** Analyst id. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly colour: Colour;
  /** Raw Ed25519 public keys that sign for them, base64url. */
  readonly keys: readonly string[];
}

const PROJECT = 'project';
const TEAM = 'team';

/** Field name of a role that a person was ever given: what they wrote while they had it stays good. */
const GIVEN = 'given.';

/** True for a role of this version. */
export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && (ROLES as readonly string[]).includes(value);
}

/** True for a colour of the palette. */
export function isColour(value: unknown): value is Colour {
  return typeof value === 'string' && (COLOURS as readonly string[]).includes(value);
}

/** The draft that gives an analyst a role. */
export function giveRole(analyst: string, role: Role): OpDraft {
  return { c: PROJECT, k: 'analyst', r: analyst, p: { role, [`${GIVEN}${role}`]: true } };
}

/** The draft that gives an analyst a colour. */
export function giveColour(analyst: string, colour: Colour): OpDraft {
  return { c: PROJECT, k: 'analyst', r: analyst, p: { colour } };
}

/** The draft that corrects an analyst's name; the id stays, for layers are filed under it. */
export function nameAnalyst(analyst: string, name: string): OpDraft {
  return { c: PROJECT, k: 'analyst', r: analyst, p: { name } };
}

/**
 * The drafts that make a team of a project: roles count from now on.
 * @param founder analyst id of the first lead
 */
export function foundTeam(founder: string, blind: boolean): OpDraft[] {
  const team = { c: PROJECT, k: TEAM, r: TEAM, p: { founder, blind, [DELETED]: false } };
  return [team, giveRole(founder, 'lead')];
}

/** The draft that turns blind work on or off. */
export function setBlind(blind: boolean): OpDraft {
  return { c: PROJECT, k: TEAM, r: TEAM, p: { blind } };
}

/** The draft that reveals the layers of an article to all. There is none that hides them again. */
export function revealArticle(articleId: string): OpDraft {
  return { c: PROJECT, k: 'article', r: articleId, p: { revealed: true } };
}

/** True where an article was revealed by anybody: a value that lost counts, what was seen was seen. */
export function isRevealed(article: RecordState | undefined): boolean {
  const said = article?.['revealed'];
  if (said === undefined) return false;
  return said.value === true || (said.losers ?? []).some(({ value }) => value === true);
}

function spread(id: string): number {
  let sum = 0;
  for (let i = 0; i < id.length; i += 1) sum = (sum * 31 + id.charCodeAt(i)) % 65_521;
  return sum;
}

/** An entry of the roster as its record says; `undefined` where it was removed. */
export function memberFrom(id: string, record: RecordState): Member | undefined {
  if (isDeleted(record)) return undefined;
  const [role, colour] = [fieldValue(record, 'role'), fieldValue(record, 'colour')];
  return {
    id,
    name: textField(record, 'name'),
    role: isRole(role) ? role : 'analyst',
    colour: isColour(colour) ? colour : (COLOURS[spread(id) % COLOURS.length] ?? '1'),
    keys: analystKeys(record),
  };
}

/** All roles that a roster entry was ever given; one without any is an analyst's. */
export function rolesGiven(record: RecordState | undefined): ReadonlySet<Role> {
  const given = Object.entries(record ?? {})
    .filter(([field, { value }]) => field.startsWith(GIVEN) && value === true)
    .map(([field]) => field.slice(GIVEN.length))
    .filter(isRole);
  return new Set(given.length === 0 ? ['analyst'] : given);
}

/** The project records that say who may do and read what. */
export interface TeamRecords {
  readonly team: RecordState | undefined;
  readonly analyst: (id: string) => RecordState | undefined;
  readonly article: (id: string) => RecordState | undefined;
}

/** A team as its records say. */
export interface Team {
  readonly blind: boolean;
  /** Analyst id of who founded it: a lead whatever the roster says since. */
  readonly founder: string;
  /** What a person is now. */
  readonly roleOf: (analyst: string) => Role;
  readonly isRevealed: (articleId: string) => boolean;
}

/** The team of a project; `undefined` where none was founded, and everybody may do everything. */
export function teamFrom({ team, analyst, article }: TeamRecords): Team | undefined {
  if (team === undefined || isDeleted(team)) return undefined;
  const founder = textField(team, 'founder');
  if (founder === '') return undefined;
  return {
    blind: fieldValue(team, 'blind') === true,
    founder,
    roleOf: (id) => {
      const record = analyst(id);
      const role = record === undefined ? undefined : fieldValue(record, 'role');
      return isRole(role) ? role : 'analyst';
    },
    isRevealed: (id) => isRevealed(article(id)),
  };
}
