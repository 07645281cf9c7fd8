import { describe, expect, it } from 'vitest';
import { applyOp, type RecordState } from '../log/record.ts';
import { aDecision, aLayer, itemsIn } from '../testing/review.ts';
import {
  addDecision,
  checkProposal,
  decisionFrom,
  decisionsInForce,
  givenUp,
  isStale,
  resultFor,
} from './decision.ts';
import type { Item, ReviewLayer } from './reading.ts';

function theItem(...layers: readonly ReviewLayer[]): Item {
  const [item] = itemsIn(...layers);
  if (item === undefined) throw new Error('no item');
  return item;
}
const AGREED = theItem(aLayer('a', ['Moscow']), aLayer('b', ['Moscow']));
const APART = theItem(aLayer('a', ['Moscow']), aLayer('b', ['Moscow', 'claim']));

function recordOf(decision: ReturnType<typeof aDecision>): RecordState {
  return applyOp(undefined, { t: '0.a', p: addDecision(decision).p });
}

describe('a decision', () => {
  it('comes back from its record as it was written', () => {
    const decision = aDecision(APART, 'accept', {
      reason: 'we-differ',
      dissent: ['B'],
      supersedes: ['d0'],
      rule: 'rule-27',
      note: 'Talked about it.',
    });
    const draft = addDecision(decision);
    expect(decisionFrom(draft.r, recordOf(decision))).toEqual(decision);
  });

  it('needs a reason unless all say the same', () => {
    const value = AGREED.candidates.slice(0, 1);
    expect(checkProposal(AGREED, { result: 'accept', value })).toMatchObject({ ok: true });
    expect(checkProposal(AGREED, { result: 'reject', value: [] })).toMatchObject({ ok: false });
    expect(checkProposal(APART, { result: 'accept', value })).toMatchObject({ ok: false });
    const reason = 'slip' as const;
    expect(checkProposal(APART, { result: 'accept', value, reason })).toMatchObject({ ok: true });
    expect(checkProposal(APART, { result: 'defer', value: [] })).toMatchObject({ ok: true });
  });

  it('says what stands, and only where something does', () => {
    const [one, two] = APART.candidates;
    if (one === undefined || two === undefined) throw new Error('two readings');
    const reason = 'slip' as const;
    const check = (
      result: Parameters<typeof checkProposal>[1]['result'],
      value: typeof APART.candidates,
    ) => checkProposal(APART, { result, value, reason }).ok;
    expect(check('nothing', [])).toBe(true);
    expect(check('nothing', [one])).toBe(false);
    expect(check('keep-both', [one])).toBe(false);
    expect(check('keep-both', [one, two])).toBe(true);
    expect(check('accept', [])).toBe(false);
  });

  it('is told by what it says: as a reading has it, put together, or new', () => {
    const item = theItem(aLayer('a', ['Moscow']), aLayer('b', ['Moscow has', 'claim']));
    const [first] = item.candidates;
    if (first === undefined) throw new Error('a reading');
    expect(resultFor(first, item.candidates)).toBe('accept');
    expect(resultFor({ ...first, attributes: { x: '1' } }, item.candidates)).toBe('merge');
    expect(resultFor({ ...first, label: 'sanctions-proposal' }, item.candidates)).toBe('new');
    expect(resultFor({ ...first, spans: [[2, 3]] }, item.candidates)).toBe('new');
    expect(givenUp(item, [first])).toEqual(['B']);
  });
});

describe('decisions in force', () => {
  it('are those that nobody superseded, the latest of those made at once', () => {
    const first = aDecision(APART, 'defer', { id: 'd1' });
    const second = aDecision(APART, 'nothing', { id: 'd2', supersedes: ['d1'] });
    const later = aDecision(APART, 'reject', { id: 'd3', at: '2027-01-01T00:00:00.000Z' });
    expect(decisionsInForce([second, first])).toEqual([second]);
    expect(decisionsInForce([later, second, first])).toEqual([later]);
  });

  it('are stale once a layer says something else', () => {
    expect(isStale(aDecision(APART), APART)).toBe(false);
    const moved = theItem(aLayer('a', ['Moscow has']), aLayer('b', ['Moscow', 'claim']));
    expect(moved.id).toBe(APART.id);
    expect(isStale(aDecision(APART), moved)).toBe(true);
    const third = theItem(aLayer('a', ['Moscow']), aLayer('b', ['Moscow', 'claim']), aLayer('c'));
    expect(isStale(aDecision(APART), third)).toBe(true);
  });
});
