import { expect, it } from 'vitest';
import { type BlindProject, mayReadGold, mayReadLayer } from './blind.ts';
import type { Role } from './roster.ts';

const ROLE: Readonly<Record<string, Role>> = {
  lea: 'lead',
  ada: 'adjudicator',
  ana: 'analyst',
  ben: 'analyst',
  obs: 'observer',
};

function project(blind: boolean, states: Readonly<Record<string, string>> = {}): BlindProject {
  return {
    team: {
      blind,
      roleOf: (id) => ROLE[id] ?? 'analyst',
      isRevealed: (id) => id === 'shown',
    },
    stateOf: (articleId, owner) => states[`${articleId}/${owner}`],
  };
}

it('lets everybody read their own layers, whatever they are', () => {
  for (const id of Object.keys(ROLE)) expect(mayReadLayer(project(true), id, 'a', id)).toBe(true);
});

it.each([
  ['ana', 'submitted', false],
  ['obs', 'submitted', false],
  ['a stranger', 'submitted', false],
  ['lea', 'submitted', true],
  ['ada', 'submitted', true],
  ['lea', 'locked', true],
  ['lea', 'returned', false],
  ['lea', 'in-progress', false],
  ['ada', undefined, false],
])('%s reads a layer of Ben that is %s: %s', (viewer, state, may) => {
  const states = state === undefined ? {} : { 'a/ben': state };
  expect(mayReadLayer(project(true, states), viewer, 'a', 'ben')).toBe(may);
});

it('hides nothing of what was revealed, where work is not blind, and where there is no team', () => {
  const noTeam: BlindProject = { team: undefined, stateOf: () => undefined };
  for (const viewer of ['ana', 'obs']) {
    expect(mayReadLayer(project(true), viewer, 'shown', 'ben')).toBe(true);
    expect(mayReadLayer(project(true), viewer, 'a', 'ben')).toBe(false);
    expect(mayReadLayer(project(false), viewer, 'a', 'ben')).toBe(true);
    expect(mayReadLayer(noTeam, viewer, 'a', 'ben')).toBe(true);
  }
});

it('keeps decisions from those who still work, and from those who only look, until the reveal', () => {
  for (const [viewer, may] of [
    ['ana', false],
    ['obs', false],
    ['ada', true],
    ['lea', true],
  ] as const) {
    expect(mayReadGold(project(true), viewer, 'a')).toBe(may);
    expect(mayReadGold(project(true), viewer, 'shown')).toBe(true);
    expect(mayReadGold(project(false), viewer, 'a')).toBe(true);
    expect(mayReadGold({ team: undefined }, viewer, 'a')).toBe(true);
  }
});
