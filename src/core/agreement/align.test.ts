import { describe, expect, it } from 'vitest';
import type { Span } from '../model/span.ts';
import { seeded } from '../testing/seeded.ts';
import { align, type MatchRule, type Placed } from './align.ts';
import { matchByIou } from './spans/iou-optimal-matching-sum.ts';
import { iou } from './spans/spans.ts';

const HALF: MatchRule = { kind: 'half' };
const ANY: MatchRule = { kind: 'any' };
const EXACT: MatchRule = { kind: 'exact' };

function placed(...spans: readonly (readonly [number, number])[]): Placed {
  return { spans, label: 0 };
}

function pairs(left: readonly Placed[], right: readonly Placed[], rule: MatchRule): number[][] {
  return align(left, right, rule).map((one) => [one.left, one.right]);
}

describe('the rule', () => {
  it.each<[string, MatchRule, Placed, Placed, number | undefined]>([
    ['half: half of the longer is enough', HALF, placed([0, 10]), placed([0, 5]), 0.5],
    ['half: less is not', HALF, placed([0, 10]), placed([0, 4]), undefined],
    [
      'half: of the longer one, not the shorter',
      HALF,
      placed([0, 100]),
      placed([0, 10]),
      undefined,
    ],
    ['iou: at the threshold', { kind: 'iou', least: 0.6 }, placed([0, 10]), placed([0, 6]), 0.6],
    ['iou: below it', { kind: 'iou', least: 0.6 }, placed([0, 10]), placed([0, 5]), undefined],
    ['any: one character', ANY, placed([0, 10]), placed([9, 20]), 1 / 20],
    ['any: touching is not sharing', ANY, placed([0, 10]), placed([10, 20]), undefined],
    ['exact: the same', EXACT, placed([0, 10]), placed([0, 10]), 1],
    ['exact: one off', EXACT, placed([0, 10]), placed([0, 9]), undefined],
    ['exact: all spans count', EXACT, placed([0, 2], [5, 9]), placed([0, 2], [5, 8]), undefined],
    ['spans in several parts', ANY, placed([0, 2], [6, 8]), placed([1, 7]), 2 / 8],
    ['the gap between parts is not shared', ANY, placed([0, 2], [6, 8]), placed([3, 5]), undefined],
    ['places without width on one spot', HALF, placed([4, 4]), placed([4, 4]), 1],
    ['and inside something', HALF, placed([4, 4]), placed([0, 9]), undefined],
  ])('%s', (_what, rule, a, b, overlap) => {
    const expected = overlap === undefined ? [] : [{ left: 0, right: 0, overlap }];
    expect(align([a], [b], rule)).toEqual(expected);
    expect(align([b], [a], rule)).toEqual(expected);
  });
});

describe('the matching', () => {
  it('is the best one, not the best pair first', () => {
    // The vector of formats-and-agreement §3: greedy takes .667 and leaves the others alone.
    const left = [placed([0, 10]), placed([10, 20])];
    const right = [placed([4, 14]), placed([0, 4])];
    expect(pairs(left, right, ANY)).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('prefers equal labels on the same words, and never a worse place for them', () => {
    const [claim, threat] = [0, 1];
    const one: Placed = { spans: [[0, 10]], label: claim };
    const two: Placed = { spans: [[0, 10]], label: threat };
    expect(pairs([one, two], [two, one], HALF)).toEqual([
      [0, 1],
      [1, 0],
    ]);
    const near: Placed = { spans: [[0, 9]], label: claim };
    expect(pairs([{ ...one }], [near, two], HALF)).toEqual([[0, 1]]);
  });

  it('has the same sum of IoU as the measure, on lists that pile up', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seeded(seed);
      const list = () =>
        Array.from({ length: 1 + Math.floor(random() * 14) }, () => {
          const start = Math.floor(random() * 60);
          return placed([start, start + 1 + Math.floor(random() * 25)]);
        });
      const [left, right] = [list(), list()];
      const ranges = (of: readonly Placed[]) => of.map(({ spans }): Span => spans[0] ?? [0, 0]);
      const expected = matchByIou(ranges(left), ranges(right)).reduce((sum, [a, b]) => {
        const [x, y] = [ranges(left)[a], ranges(right)[b]];
        return sum + (x === undefined || y === undefined ? 0 : (iou(x, y) ?? 0));
      }, 0);
      const found = align(left, right, ANY).reduce((sum, { overlap }) => sum + overlap, 0);
      expect(found).toBeCloseTo(expected, 6);
    }
  });

  it('takes nobody twice', () => {
    const many = Array.from({ length: 30 }, (_, at) => placed([at, at + 20]));
    const found = align(many, many, ANY);
    expect(new Set(found.map(({ left }) => left)).size).toBe(30);
    expect(new Set(found.map(({ right }) => right)).size).toBe(30);
  });
});
