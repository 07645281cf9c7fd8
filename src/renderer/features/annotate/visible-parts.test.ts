import { expect, test } from 'vitest';
import type { Span } from '../../../core/model/span.ts';
import { visibleParts } from './visible-parts.ts';

const TEXT = 'Menu\nTitle\nBy M\n\nWords here.\nShare\nMore.';

function folds(...words: readonly string[]): (offset: number) => Span | undefined {
  const spans = words.map((one): Span => {
    const start = TEXT.indexOf(one);
    return [start, start + one.length + 1];
  });
  return (offset) => spans.find(([start, end]) => offset >= start && offset < end);
}

function quotes(span: Span, foldedAt: (offset: number) => Span | undefined): string[] {
  return visibleParts(TEXT, span, foldedAt).map(([start, end]) => TEXT.slice(start, end));
}

test('what is folded away is no part of what is marked', () => {
  const foldedAt = folds('Menu', 'By M', 'Share');
  expect(quotes([0, TEXT.length], foldedAt)).toEqual(['Title', 'Words here.', 'More.']);
  expect(quotes([5, 22], foldedAt)).toEqual(['Title', 'Words']);
  expect(quotes([0, 3], foldedAt)).toEqual([]);
});

test('a span without folds is one part', () => {
  expect(quotes([5, TEXT.length], folds())).toEqual([TEXT.slice(5)]);
});
