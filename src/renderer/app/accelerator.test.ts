import { expect, it } from 'vitest';
import { acceleratorOf } from './accelerator.ts';

it.each<[string, string | undefined, string | undefined]>([
  ['$mod+Shift+n', 'CmdOrCtrl+Shift+N', 'CmdOrCtrl+Shift+N'],
  ['$mod++', 'CmdOrCtrl+Plus', 'CmdOrCtrl+Plus'],
  ['Alt+ArrowLeft', 'Alt+Left', 'Alt+Left'],
  ['j', 'J', undefined],
  ['?', '?', undefined],
  ['$mod+ö', undefined, undefined],
  ['Shift+F3', 'Shift+F3', 'Shift+F3'],
])('%s', (keys, other, mac) => {
  expect(acceleratorOf(keys, false)).toBe(other);
  expect(acceleratorOf(keys, true)).toBe(mac);
});
