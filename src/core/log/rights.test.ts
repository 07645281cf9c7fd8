import { describe, expect, it } from 'vitest';
import { addAnalystKey } from './analyst-keys.ts';
import { editDocument } from './document-ops.ts';
import type { OpDraft } from './op.ts';
import { addAnalyst, editArticle, nameProject } from './project-ops.ts';
import { actOf, givenRights, presentRights, RIGHTS, rightsFault } from './rights.ts';
import {
  foundTeam,
  giveColour,
  giveRole,
  nameAnalyst,
  ROLES,
  type Role,
  revealArticle,
  setBlind,
  type Team,
} from './roster.ts';

const TEAM: Team = {
  blind: true,
  founder: 'lea',
  roleOf: (id) => ((ROLES as readonly string[]).includes(id) ? (id as Role) : 'analyst'),
  isRevealed: () => false,
};

const RIGHT_NOW = presentRights(TEAM, ({ k, r }) => k === 'analyst' && r !== 'new');

const mark = (owner: string): OpDraft => ({
  c: `layer.${owner}`,
  k: 'annotation',
  r: 'a/x',
  p: { label: 'claim' },
});

/** An edit, by whom, and the roles that may make it. */
const CASES: readonly (readonly [string, (author: string) => OpDraft, string])[] = [
  ['an annotation of one’s own', mark, 'analyst adjudicator lead'],
  ['an annotation in another’s layer', () => mark('ben'), 'adjudicator lead'],
  [
    'one’s own submission',
    (me) => editDocument('a', me, { state: 'submitted' }),
    'analyst adjudicator lead',
  ],
  [
    'a layer given back',
    () => ({ ...editDocument('a', 'ben', {}), p: { state: 'returned' } }),
    'adjudicator lead',
  ],
  [
    'a lock on one’s own layer',
    (me) => ({ ...editDocument('a', me, {}), p: { state: 'locked' } }),
    'adjudicator lead',
  ],
  ['a corrected title', () => editArticle('a', { title: 'T' }), 'analyst adjudicator lead'],
  ['an assignment', () => editArticle('a', { assigned: ['ben'] }), 'lead'],
  ['an assignment that is taken away', () => editArticle('a', { assigned: [] }), 'lead'],
  ['a reveal', () => revealArticle('a'), 'adjudicator lead'],
  ['a role, also one’s own', (me) => giveRole(me, 'lead'), 'lead'],
  ['one’s own colour', (me) => giveColour(me, '3'), 'analyst adjudicator lead observer'],
  ['another’s colour', () => giveColour('ben', '3'), 'lead'],
  ['another’s name', () => nameAnalyst('ben', 'Benn'), 'lead'],
  ['a key of one’s own', (me) => addAnalystKey(me, 'K'), 'analyst adjudicator lead observer'],
  ['a key that would sign for another', () => addAnalystKey('ben', 'K'), 'lead'],
  [
    'a person who is new',
    () => addAnalyst({ id: 'new', name: 'New' }),
    'analyst adjudicator lead observer',
  ],
  ['blind work turned off', () => setBlind(false), 'lead'],
  ['a label', () => ({ c: 'project', k: 'label', r: 'claim', p: {} }), 'adjudicator lead'],
  ['the project’s name', () => nameProject('P'), 'lead'],
  ['a recipe', () => ({ c: 'project', k: 'recipe', r: 'x', p: {} }), 'analyst adjudicator lead'],
  ['a decision', () => ({ c: 'gold', k: 'decision', r: 'a/d', p: {} }), 'adjudicator lead'],
  ['a vote', () => ({ c: 'review.s', k: 'vote', r: 'a/v', p: {} }), 'analyst adjudicator lead'],
];

describe('the table of rights', () => {
  it.each(CASES)('%s', (_name, draft, may) => {
    const who = ROLES.filter((me) => rightsFault(draft(me), me, RIGHT_NOW) === undefined);
    expect(who.toSorted().join(' ')).toBe(may.split(' ').toSorted().join(' '));
  });

  it('has a case for each act', () => {
    const acts = CASES.map(([, draft]) => {
      const one = draft('lead');
      return actOf(one, 'lead', RIGHT_NOW.isKnown(one));
    });
    expect([...new Set(acts)].toSorted()).toEqual(Object.keys(RIGHTS).toSorted());
  });

  it('asks nobody where there is no team', () => {
    const none = presentRights(undefined, () => true);
    for (const [, draft] of CASES) expect(rightsFault(draft('x'), 'x', none)).toBeUndefined();
  });
});

it('the founder is a lead, whatever the roster says of them; nobody founds a team again', () => {
  expect(rightsFault(setBlind(false), 'lea', RIGHT_NOW)).toBeUndefined();
  const [again] = foundTeam('ben', false);
  if (again === undefined) throw new Error('nothing was founded');
  expect(rightsFault(again, 'lead', RIGHT_NOW)).toMatch('team already');
});

it('what was revealed is not hidden again, by anybody, with a team or without', () => {
  const hide = { ...revealArticle('a'), p: { revealed: false } };
  expect(rightsFault(hide, 'lea', RIGHT_NOW)).toMatch('cannot be hidden');
  expect(
    rightsFault(
      hide,
      'x',
      presentRights(undefined, () => true),
    ),
  ).toMatch('cannot be hidden');
});

it('a role that was given is enough for what comes from elsewhere, and one that never was is not', () => {
  const given = { 'given.lead': { value: true, stamp: 's' } };
  const rights = givenRights(
    TEAM,
    (id) => (id === 'eve' ? given : undefined),
    () => true,
  );
  expect(rightsFault(setBlind(true), 'eve', rights)).toBeUndefined();
  expect(rightsFault(setBlind(true), 'ben', rights)).toBe(
    'Only leads change whether work is blind.',
  );
});
