import { describe, expect, it } from 'vitest';
import { keyNames } from './key-names.ts';

describe('keyNames', () => {
  it.each([
    ['$mod+e', ['Ctrl', 'E'], ['⌘', 'E']],
    ['Shift+$mod+z', ['Shift', 'Ctrl', 'Z'], ['⇧', '⌘', 'Z']],
    ['Shift+?', ['?'], ['?']],
    ['$mod+Enter', ['Ctrl', '↵'], ['⌘', '↵']],
    ['n', ['N'], ['N']],
    ['Delete', ['Del'], ['Del']],
  ])('%s', (shortcut, other, mac) => {
    expect(keyNames(shortcut, 'other')).toEqual(other);
    expect(keyNames(shortcut, 'mac')).toEqual(mac);
  });
});
