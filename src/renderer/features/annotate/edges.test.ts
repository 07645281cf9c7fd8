import { expect, test } from 'vitest';
import type { Span } from '../../../core/model/span.ts';
import { edgeAt, moveEdge, wordEdge } from './edges.ts';
import { withoutSpan, withSpan } from './furniture-edits.ts';
import { isRepeated, pick } from './pick.ts';

const TEXT = 'Kyiv asked for sanctions. Berlin kept silent.';
const at = (words: string): readonly Span[] => {
  const start = TEXT.indexOf(words);
  return [[start, start + words.length]];
};
const words = (spans: readonly Span[]): string[] => spans.map((span) => TEXT.slice(...span));

test.each([
  ['end', 'forward', 'word', 'asked for sanctions'],
  ['end', 'backward', 'word', 'asked'],
  ['start', 'backward', 'word', 'Kyiv asked for'],
  ['start', 'forward', 'word', 'for'],
  ['end', 'backward', 'character', 'asked fo'],
  ['start', 'backward', 'character', ' asked for'],
  ['end', 'forward', 'sentence', 'asked for sanctions.'],
] as const)('%s %s by %s', (edge, direction, unit, expected) => {
  expect(words(moveEdge(TEXT, at('asked for'), edge, direction, unit))).toEqual([expected]);
});

test('an edge that cannot go further leaves the spans as they are', () => {
  const all: readonly Span[] = [[0, TEXT.length]];
  expect(moveEdge(TEXT, all, 'end', 'forward', 'word')).toBe(all);
  expect(moveEdge(TEXT, all, 'start', 'backward', 'character')).toBe(all);
  const one = at('asked');
  expect(moveEdge(TEXT, one, 'end', 'backward', 'word')).toBe(one);
  expect(moveEdge(TEXT, one, 'start', 'forward', 'word')).toBe(one);
});

test('edges never cross: at least one character stays', () => {
  const spans = at('asked');
  const [[start, end]] = spans as readonly [Span];
  expect(words(edgeAt(TEXT, spans, 'start', end + 9))).toEqual(['d']);
  expect(words(edgeAt(TEXT, spans, 'end', start - 3))).toEqual(['a']);
  expect(edgeAt(TEXT, spans, 'end', 10_000)).toEqual([[start, TEXT.length]]);
});

test('a cluster is never split', () => {
  const text = 'a👩‍👩‍👧b';
  expect(edgeAt(text, [[0, text.length]], 'end', 4)).toEqual([[0, 1]]);
  expect(moveEdge(text, [[0, 1]], 'end', 'forward', 'character')).toEqual([[0, text.length - 1]]);
});

test('the parts of a broken annotation keep apart', () => {
  const spans: readonly Span[] = [...at('Kyiv'), ...at('sanctions')];
  expect(words(moveEdge(TEXT, spans, 'end', 'forward', 'word'))).toEqual([
    'Kyiv',
    'sanctions. Berlin',
  ]);
  expect(words(edgeAt(TEXT, spans, 'end', 0))).toEqual(['Kyiv', 's']);
});

test('dragged by words, an edge takes the whole word', () => {
  const inWord = TEXT.indexOf('sanctions') + 3;
  expect(wordEdge(TEXT, 'start', inWord)).toBe(inWord - 3);
  expect(wordEdge(TEXT, 'end', inWord)).toBe(inWord + 6);
});

test('furniture is added and taken away by spans', () => {
  const before = [{ start: 0, end: 10, kind: 'navigation' }] as const;
  expect(withoutSpan(before, [4, 6])).toEqual([
    { start: 0, end: 4, kind: 'navigation' },
    { start: 6, end: 10, kind: 'navigation' },
  ]);
  expect(withSpan(before, [8, 12])).toEqual([
    { start: 0, end: 8, kind: 'navigation' },
    { start: 8, end: 12, kind: 'manual' },
  ]);
});

test('a click picks the innermost; a further one goes outwards and around', () => {
  const stack = ['in', 'mid', 'out'];
  expect(pick(stack, undefined, false)).toBe('in');
  expect(pick(stack, 'in', true)).toBe('mid');
  expect(pick(stack, 'out', true)).toBe('in');
  expect(pick(stack, 'other', true)).toBe('in');
  expect(pick([], 'in', true)).toBeUndefined();
  const last = { x: 10, y: 10, id: 'in' };
  expect(isRepeated(last, { x: 12, y: 11 }, 'in')).toBe(true);
  expect(isRepeated(last, { x: 30, y: 11 }, 'in')).toBe(false);
  expect(isRepeated(last, { x: 12, y: 11 }, 'mid')).toBe(false);
});
