import { expect, it } from 'vitest';
import {
  articleState,
  giveState,
  isReviewState,
  type MemberState,
  memberState,
  submitLayer,
} from './article-state.ts';

it.each([
  [false, undefined, false, 'none'],
  [true, undefined, false, 'assigned'],
  [true, 'new', false, 'assigned'],
  [false, 'in-progress', false, 'in-progress'],
  [true, undefined, true, 'in-progress'],
  [true, 'submitted', true, 'submitted'],
  [true, 'returned', true, 'returned'],
  [false, 'locked', false, 'locked'],
  [true, 'a newer state', true, 'in-progress'],
] as const)('assigned %s, said %s, begun %s: %s', (isAssigned, said, isBegun, state) => {
  expect(memberState(isAssigned, { said, isBegun })).toBe(state);
});

it.each([
  [[], undefined, 'unassigned'],
  [['none', 'none'], undefined, 'unassigned'],
  [['assigned', 'none'], undefined, 'collecting'],
  [['submitted', 'returned'], undefined, 'collecting'],
  [['submitted', 'none', 'locked'], undefined, 'ready'],
  [['submitted'], 'in-review', 'in-review'],
  [['assigned'], 'signed-off', 'signed-off'],
] as const)('%j and %s come to %s', (members, review, state) => {
  expect(articleState(members as readonly MemberState[], review)).toBe(state);
});

it('what is submitted carries its digest, what is given back its reason', () => {
  expect(submitLayer('a', 'ben', 'd1')).toMatchObject({
    c: 'layer.ben',
    r: 'a/document',
    p: { state: 'submitted', digest: 'd1', reason: null },
  });
  expect(giveState('a', 'ben', 'returned', 'Page 2').p).toMatchObject({
    state: 'returned',
    reason: 'Page 2',
  });
  expect([isReviewState('adjudicated'), isReviewState('done')]).toEqual([true, false]);
});
