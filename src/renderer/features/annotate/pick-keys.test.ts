import { describe, expect, it } from 'vitest';
import { pickPress } from './pick-keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const press = (key: string, at = 1, length = 4, typed = '') =>
  pickPress({ ...plain, key }, at, length, typed);

describe('keys in a list that is found by typing', () => {
  it.each([
    ['j', { what: 'move', to: 2 }],
    ['k', { what: 'move', to: 0 }],
    ['ArrowDown', { what: 'move', to: 2 }],
    ['ArrowUp', { what: 'move', to: 0 }],
    ['3', { what: 'take', index: 2 }],
    ['Enter', { what: 'take', index: 1 }],
    ['Escape', { what: 'leave' }],
  ])('%s while nothing is typed', (key, wanted) => {
    expect(press(key)).toEqual(wanted);
  });

  it('leaves letters to the field, capital j and k too', () => {
    for (const key of ['m', 'J', 'K', '0', 'Backspace', 'Home', 'Tab']) {
      expect(press(key), key).toBeUndefined();
    }
  });

  it('takes j and k for letters once something is typed', () => {
    expect(press('j', 1, 4, 'a')).toBeUndefined();
    expect(press('k', 1, 4, 'a')).toBeUndefined();
    expect(press('ArrowDown', 1, 4, 'a')).toEqual({ what: 'move', to: 2 });
    expect(press('2', 0, 4, 'a')).toEqual({ what: 'take', index: 1 });
  });

  it('stays inside the list, and moves nowhere in an empty one', () => {
    expect(press('j', 3)).toEqual({ what: 'move', to: 3 });
    expect(press('k', 0)).toEqual({ what: 'move', to: 0 });
    expect(press('ArrowDown', 0, 0)).toBeUndefined();
  });

  it('leaves chords alone', () => {
    expect(pickPress({ ...plain, key: '1', ctrlKey: true }, 0, 4, '')).toBeUndefined();
  });
});
