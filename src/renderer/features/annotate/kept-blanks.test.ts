import { expect, it } from 'vitest';
import { cutAtBlanks, keptBlanks } from './kept-blanks.ts';

const shown = (text: string, start = 0, end = text.length): string =>
  cutAtBlanks(text, [start, end], keptBlanks(text, [0, text.length]))
    .map(({ words, kept }) => (kept ? `<${words}>` : words))
    .join('');

it.each([
  ['one two three\n', 'one two three\n'],
  ['  indented line\n', '<  >indented line\n'],
  ['a  b\tc d', 'a<  >b<\t>c d'],
  ['ends so \n', 'ends so< >\n'],
  ['ends so ', 'ends so< >'],
  ['\n', '\n'],
])('%j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

it('keeps a run that is cut by a mark on both sides of the cut', () => {
  expect(shown('a  b', 0, 2)).toBe('a< >');
  expect(shown('a  b', 2, 4)).toBe('< >b');
});
