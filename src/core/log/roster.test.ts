import { expect, it } from 'vitest';
import { addAnalystKey } from './analyst-keys.ts';
import type { OpDraft } from './op.ts';
import { addAnalyst } from './project-ops.ts';
import { applyOp, type RecordState, seenStamps } from './record.ts';
import {
  COLOURS,
  foundTeam,
  giveColour,
  giveRole,
  isRevealed,
  memberFrom,
  nameAnalyst,
  revealArticle,
  rolesGiven,
  setBlind,
  teamFrom,
} from './roster.ts';

let clock = 0;

/** Applies drafts one after the other, each by somebody who saw the ones before. */
function after(start: RecordState | undefined, ...drafts: readonly OpDraft[]): RecordState {
  let record = start;
  for (const { p } of drafts) {
    clock += 1;
    const t = `${String(clock).padStart(9, '0')}0000.r-a`;
    const b = seenStamps(record, Object.keys(p));
    record = applyOp(record, { t, p, ...(b === undefined ? {} : { b }) });
  }
  return record ?? {};
}

const ANA = addAnalyst({ id: 'ana', name: 'Ana' });

it('an entry tells name, role, colour and keys', () => {
  const record = after(
    undefined,
    ANA,
    addAnalystKey('ana', 'KEY'),
    giveRole('ana', 'adjudicator'),
    giveColour('ana', '7'),
    nameAnalyst('ana', 'Ana B.'),
  );
  expect(memberFrom('ana', record)).toEqual({
    id: 'ana',
    name: 'Ana B.',
    role: 'adjudicator',
    colour: '7',
    keys: ['KEY'],
  });
});

it('an entry that says nothing is an analyst’s, with a colour that is the same everywhere', () => {
  const plain = memberFrom('ana', after(undefined, ANA));
  expect(plain).toMatchObject({ role: 'analyst', keys: [] });
  expect(COLOURS).toContain(plain?.colour);
  expect(memberFrom('ana', after(undefined, ANA))).toEqual(plain);
  const newer = after(undefined, ANA, { ...ANA, p: { role: 'moderator', colour: 'mauve' } });
  expect(memberFrom('ana', newer)).toEqual(plain);
  const gone = { ...ANA, p: { _del: Object.values(newer).map(({ stamp }) => stamp) } };
  expect(memberFrom('ana', after(newer, gone))).toBeUndefined();
});

it('roles that were given are remembered when others replace them', () => {
  const record = after(undefined, ANA, giveRole('ana', 'lead'), giveRole('ana', 'observer'));
  expect(memberFrom('ana', record)?.role).toBe('observer');
  expect([...rolesGiven(record)].sort()).toEqual(['lead', 'observer']);
  expect([...rolesGiven(undefined)]).toEqual(['analyst']);
});

it('a team is founded by its first lead; before that there is none', () => {
  const [team, role] = foundTeam('ana', true);
  if (team === undefined || role === undefined) throw new Error('nothing was founded');
  const none = { analyst: () => undefined, article: () => undefined };
  expect(teamFrom({ ...none, team: undefined })).toBeUndefined();
  expect(teamFrom({ ...none, team: after(undefined, setBlind(true)) })).toBeUndefined();
  const record = after(undefined, role);
  const found = teamFrom({
    ...none,
    team: after(undefined, team),
    analyst: (id) => (id === 'ana' ? record : undefined),
  });
  expect(found).toMatchObject({ blind: true, founder: 'ana' });
  expect([found?.roleOf('ana'), found?.roleOf('ben')]).toEqual(['lead', 'analyst']);
  const open = after(after(undefined, team), setBlind(false));
  expect(teamFrom({ ...none, team: open })?.blind).toBe(false);
});

it('what was revealed stays so, also against a value that came at the same time and won', () => {
  const shown = after(undefined, revealArticle('a'));
  expect([isRevealed(undefined), isRevealed({}), isRevealed(shown)]).toEqual([false, false, true]);
  const against = applyOp(shown, { t: '9999999990000.r-b', p: { revealed: false } });
  expect(against['revealed']?.value).toBe(false);
  expect(isRevealed(against)).toBe(true);
});
