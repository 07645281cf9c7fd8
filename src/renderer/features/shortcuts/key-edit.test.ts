import { beforeEach, describe, expect, it } from 'vitest';
import { type Command, keysFor, registerCommands, type Where } from '../../state/commands.ts';
import { useSettings } from '../../state/settings.ts';
import { isChanged, type OwnKeys, withKey, withoutKey, withShippedKeys } from './change-keys.ts';
import { takenBy } from './conflicts.ts';

function command(id: string, keys: readonly string[], where: readonly Where[]): Command {
  return { id, title: id, group: 'G', where, keys, enabled: () => true, run: () => undefined };
}

const next = command('next', ['n'], ['articles']);
const open = command('open', ['o', '$mod+o'], ['articles', 'search']);
const publish = command('publish', ['n'], ['codebook']);
const drop = command('drop', ['Escape'], ['articles']);
const all = [next, open, publish, drop];

const own = (): OwnKeys => useSettings.getState().keys;
const set = (keys: OwnKeys): void => useSettings.setState({ keys });

beforeEach(() => {
  registerCommands(all);
  set({});
});

describe('a key', () => {
  it('takes the place of another', () => {
    set(withKey(own(), open, 'p', 0));
    expect(keysFor(open)).toEqual(['p', '$mod+o']);
  });

  it('is one more', () => {
    set(withKey(own(), open, 'p', 2));
    expect(keysFor(open)).toEqual(['o', '$mod+o', 'p']);
  });

  it('is not there twice', () => {
    set(withKey(own(), open, '$mod+o', 0));
    expect(keysFor(open)).toEqual(['$mod+o']);
  });

  it('can be the last to go', () => {
    set(withoutKey(own(), [next], 'n'));
    expect(keysFor(next)).toEqual([]);
    expect(isChanged(next, own())).toBe(true);
  });
});

it('nothing is kept for a command that has its shipped keys', () => {
  set({ ...withKey(own(), next, 'q', 0), 'other.version': ['F9'] });
  expect(own()).toEqual({ next: ['q'], 'other.version': ['F9'] });
  set(withShippedKeys(own(), next));
  expect(own()).toEqual({ 'other.version': ['F9'] });
  set(withKey(own(), next, 'q', 0));
  set(withKey(own(), next, 'n', 0));
  expect(own()).toEqual({ 'other.version': ['F9'] });
});

describe('takenBy', () => {
  it('finds who has a key in the same place, and nobody in another', () => {
    expect(takenBy('n', open, all)).toEqual([next]);
    expect(takenBy('n', publish, all)).toEqual([]);
  });

  it('looks at the keys in force', () => {
    set(withKey(own(), next, 'q', 0));
    expect(takenBy('n', open, all)).toEqual([]);
    expect(takenBy('q', open, all)).toEqual([next]);
  });

  it('lets Esc be shared', () => {
    expect(takenBy('Escape', open, all)).toEqual([]);
  });
});
