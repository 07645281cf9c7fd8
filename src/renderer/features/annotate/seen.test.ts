import { expect, test } from 'vitest';
import { endOfParagraph } from './seen.ts';

const TEXT = 'First\nSecond';

test.each([
  ['in the middle of a paragraph', 2, 5],
  ['at its end', 5, 5],
  ['in the last one, which no line break ends', 8, TEXT.length],
])('what is seen ends with the paragraph: %s', (_where, offset, end) => {
  expect(endOfParagraph(TEXT, offset)).toBe(end);
});
