import { describe, expect, it } from 'vitest';
import { choicePress, typeAhead } from './attribute-keys.ts';

const OPTIONS = [
  { id: 'event', name: 'Event or state', key: 'e' },
  { id: 'cause', name: 'Cause', key: 'c' },
  { id: 'capability', name: 'Capability', key: '' },
];

function press(key: string, at = -1, over = {}) {
  const plain = { key, ctrlKey: false, metaKey: false, altKey: false, ...over };
  return choicePress(plain, OPTIONS, at, key);
}

describe('keys in a list of choices', () => {
  it('a single key chooses its value', () => {
    expect(press('c')).toEqual({ what: 'choose', id: 'cause' });
  });

  it('arrows move, the space bar chooses, Enter goes on, 0 clears', () => {
    expect(press('ArrowDown')).toEqual({ what: 'move', to: 0 });
    expect(press(' ', 2)).toEqual({ what: 'choose', id: 'capability' });
    expect(press(' ')).toBeUndefined();
    expect(press('Enter', 0)).toEqual({ what: 'next' });
    expect(press('0')).toEqual({ what: 'clear' });
  });

  it('keys that mean nothing here are left to the desk', () => {
    for (const key of ['j', 'k', '1', 'Delete', 'Escape', 'ArrowLeft']) {
      expect(press(key), key).toBeUndefined();
    }
    expect(press('c', -1, { ctrlKey: true })).toBeUndefined();
    expect(press('ArrowDown', 0, { altKey: true })).toBeUndefined();
  });

  it('names are found by their beginnings, around the end', () => {
    const names = ['Alpha', 'Beta', 'Albion'];
    expect(typeAhead(names, 'a', -1)).toBe(0);
    expect(typeAhead(names, 'a', 0)).toBe(2);
    expect(typeAhead(names, 'a', 2)).toBe(0);
    expect(typeAhead(names, 'al', 2)).toBe(2);
    expect(typeAhead(names, 'z', 0)).toBeUndefined();
  });
});
