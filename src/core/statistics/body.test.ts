import { describe, expect, it } from 'vitest';
import type { Furniture } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { anAnnotation } from '../testing/builders.ts';
import { bodyRanges, liesInFurniture } from './body.ts';
import { rowOf } from './row.ts';

const piece = (start: number, end: number): Furniture => ({ start, end, kind: 'other' });

describe('the body of a text', () => {
  it.each<[Furniture[], Span[]]>([
    [[], [[0, 20]]],
    [[piece(0, 20)], []],
    [[piece(0, 5), piece(5, 8), piece(15, 20)], [[8, 15]]],
    [
      [piece(3, 5)],
      [
        [0, 3],
        [5, 20],
      ],
    ],
  ])('is what furniture leaves: %j', (furniture, expected) => {
    expect(bodyRanges(20, furniture)).toEqual(expected);
  });
});

describe('an annotation lies in furniture', () => {
  //            0123456789012345678
  const text = 'MENU\nHome\nNews text';
  const furniture = [piece(0, 4), piece(5, 9)];
  it.each<[string, Span[], boolean]>([
    ['wholly', [[0, 4]], true],
    ['in part of a piece', [[1, 3]], true],
    ['across two pieces and the blank between', [[0, 9]], true],
    ['with the blank behind', [[5, 10]], true],
    ['one character too far', [[5, 11]], false],
    ['before it', [[10, 14]], false],
    ['blanks between pieces alone', [[4, 5]], false],
    [
      'with each of its spans',
      [
        [0, 4],
        [5, 9],
      ],
      true,
    ],
    [
      'with only one of its spans',
      [
        [0, 4],
        [15, 19],
      ],
      false,
    ],
    ['at a place inside', [[2, 2]], true],
    ['at the place where it begins', [[5, 5]], true],
    ['not at the place where it ends', [[9, 9]], false],
    ['without spans', [], false],
  ])('%s', (_what, spans, expected) => {
    expect(liesInFurniture(spans, text, furniture)).toBe(expected);
  });

  it('and its row says so', () => {
    expect(rowOf(anAnnotation(text, [[0, 4]]), text, furniture).furniture).toBe(true);
    expect(rowOf(anAnnotation(text, [[15, 19]]), text, furniture)).toMatchObject({
      furniture: false,
      label: 'claim',
      spans: [[15, 19]],
    });
  });
});
