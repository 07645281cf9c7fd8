import { expect, it } from 'vitest';
import { type FindOptions, findIn, foundFrom, MOST_FOUND } from './find.ts';

const TEXT =
  'The US said so. “Us?” asked Élodie, in a (rush). Thus\nUS again; naïve US-led ΣΊΣΥΦΟΣ.';
const found = (query: string, options: Partial<FindOptions> = {}): readonly string[] =>
  findIn(TEXT, query, { matchCase: false, wholeWord: false, ...options }).spans.map((span) =>
    TEXT.slice(...span),
  );

it.each([
  ['us', {}, ['US', 'Us', 'us', 'us', 'US', 'US']],
  ['us', { wholeWord: true }, ['US', 'Us', 'US', 'US']],
  ['US', { matchCase: true }, ['US', 'US', 'US']],
  ['us', { matchCase: true, wholeWord: true }, []],
  ['(rush).', {}, ['(rush).']],
  ['[a-z]', {}, []],
  ['thus us', {}, ['Thus\nUS']],
  ['élodie', { wholeWord: true }, ['Élodie']],
  ['nai', { wholeWord: true }, []],
  ['σίσυφος', {}, ['ΣΊΣΥΦΟΣ']],
  ['us-led', {}, ['US-led']],
  ['  ', {}, []],
  ['', {}, []],
])('%j with %j', (query, options, expected) => {
  expect(found(query, options)).toEqual(expected);
});

it('finds Arabic words as a whole, and emoji', () => {
  const text = 'ردّ مكتوب، والردّ 😀😀';
  const wide = { matchCase: false, wholeWord: true };
  expect(findIn(text, 'ردّ', wide).spans).toEqual([[0, 3]]);
  expect(findIn(text, '😀', { ...wide, wholeWord: false }).spans).toHaveLength(2);
});

it('stops at a limit and says so', () => {
  const many = findIn('a'.repeat(MOST_FOUND + 1), 'a', { matchCase: false, wholeWord: false });
  expect([many.spans.length, many.more]).toEqual([MOST_FOUND, true]);
});

it('goes on from an offset, around the end', () => {
  const spans = [
    [1, 2],
    [5, 6],
  ] as const;
  expect([0, 1, 2, 6].map((offset) => foundFrom(spans, offset))).toEqual([0, 0, 1, 0]);
  expect(foundFrom([], 0)).toBe(-1);
});
