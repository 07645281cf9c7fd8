import { expect, it } from 'vitest';
import { menuOfLetter, withMnemonics } from './menu-names.ts';

it('each title is chosen by a letter of its own, where it has one left', () => {
  expect(withMnemonics(['Annotate', 'Article', 'A', 'ملف', 'Cut & paste'])).toEqual([
    '&Annotate',
    'A&rticle',
    'A',
    'ملف',
    '&Cut && paste',
  ]);
});

it('a menu is found by its letter', () => {
  expect(menuOfLetter('r')).toBe('Article');
  expect(menuOfLetter('R')).toBe('Article');
  expect(menuOfLetter('w')).toBeUndefined();
});
