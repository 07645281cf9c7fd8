import { describe, expect, it } from 'vitest';
import type { Furniture } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { finish } from './body.ts';
import { type MeetingUnit, meetingsOf } from './co-occurrence.ts';
import { aRow } from './testing/rows.ts';

//            0         1         2         3         4
//            0123456789012345678901234567890123456789012345678
const TEXT = 'They came. They saw the gates. They left.\nNobody.';

function counts(
  unit: MeetingUnit,
  rows: readonly [label: string, ...spans: Span[]][],
  furniture: readonly Furniture[] = [],
  text = TEXT,
): Record<string, number> {
  const made = rows.map(([label, ...spans], index) => aRow({ id: `a${index}`, label, spans }));
  const { meetings } = finish(meetingsOf(made, text, furniture));
  return Object.fromEntries(
    meetings.filter((one) => one.unit === unit).map(({ a, b, count }) => [`${a} ${b}`, count]),
  );
}

describe('labels that overlap', () => {
  it.each<[string, Parameters<typeof counts>[1], Record<string, number>]>([
    [
      'touching is not overlapping',
      [
        ['a', [0, 5]],
        ['b', [5, 9]],
      ],
      {},
    ],
    [
      'one shared character is',
      [
        ['a', [0, 6]],
        ['b', [5, 9]],
      ],
      { 'a b': 1 },
    ],
    [
      'nested',
      [
        ['b', [0, 20]],
        ['a', [5, 9]],
      ],
      { 'a b': 1 },
    ],
    [
      'identical',
      [
        ['a', [5, 9]],
        ['b', [5, 9]],
      ],
      { 'a b': 1 },
    ],
    [
      'each pair once',
      [
        ['a', [0, 9]],
        ['a', [1, 9]],
        ['b', [2, 9]],
      ],
      { 'a a': 1, 'a b': 2 },
    ],
    [
      'however many spans it shares',
      [
        ['a', [0, 5], [8, 12]],
        ['b', [0, 5], [8, 12]],
      ],
      { 'a b': 1 },
    ],
    [
      'through a later span',
      [
        ['a', [0, 2], [20, 30]],
        ['b', [25, 40]],
      ],
      { 'a b': 1 },
    ],
    [
      'not in the gap between spans',
      [
        ['a', [0, 2], [20, 30]],
        ['b', [5, 15]],
      ],
      {},
    ],
    ['the spans of one annotation never', [['a', [0, 10], [10, 12]]], {}],
    [
      'zero-width never',
      [
        ['a', [5, 5]],
        ['b', [0, 20]],
        ['b', [5, 5]],
      ],
      {},
    ],
    [
      'one that ended does not linger',
      [
        ['a', [0, 4]],
        ['b', [2, 40]],
        ['c', [10, 12]],
      ],
      { 'a b': 1, 'b c': 1 },
    ],
  ])('%s', (_what, rows, expected) => {
    expect(counts('overlap', rows)).toEqual(expected);
  });

  it('agrees with comparing every pair', () => {
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const rows = Array.from({ length: 60 }, (): [string, ...Span[]] => {
      const start = next(40);
      const middle = start + next(4);
      return [['x', 'y', 'z'][next(3)] ?? 'x', [start, middle], [middle + 1, middle + 1 + next(5)]];
    });
    const expected: Record<string, number> = {};
    rows.forEach(([label, ...spans], index) => {
      for (const [other, ...others] of rows.slice(index + 1)) {
        const meet = spans.some((one) =>
          others.some((two) => Math.min(one[1], two[1]) > Math.max(one[0], two[0])),
        );
        const key = [label, other].sort((p, q) => (p < q ? -1 : 1)).join(' ');
        if (meet) expected[key] = (expected[key] ?? 0) + 1;
      }
    });
    expect(counts('overlap', rows)).toEqual(expected);
  });
});

describe('labels in the same sentence', () => {
  it.each<[string, Parameters<typeof counts>[1], Record<string, number>]>([
    [
      'two apart in one',
      [
        ['a', [11, 15]],
        ['b', [24, 29]],
      ],
      { 'a b': 1 },
    ],
    [
      'neighbouring sentences are two',
      [
        ['a', [0, 4]],
        ['b', [11, 15]],
      ],
      {},
    ],
    [
      'across sentences, in each',
      [
        ['a', [0, 30]],
        ['b', [5, 15]],
      ],
      { 'a b': 2 },
    ],
    [
      'two of one label',
      [
        ['a', [11, 15]],
        ['a', [24, 29]],
      ],
      { 'a a': 1 },
    ],
    [
      'a part in each sentence',
      [
        ['a', [0, 4], [31, 35]],
        ['b', [36, 40]],
      ],
      { 'a b': 1 },
    ],
    [
      'a place without width',
      [
        ['a', [15, 15]],
        ['b', [24, 29]],
      ],
      { 'a b': 1 },
    ],
    [
      'a place at a sentence’s end',
      [
        ['a', [10, 10]],
        ['b', [0, 4]],
      ],
      { 'a b': 1 },
    ],
    [
      'only blanks are in none',
      [
        ['a', [10, 11]],
        ['b', [0, 4]],
      ],
      {},
    ],
    [
      'a line break ends a sentence',
      [
        ['a', [31, 35]],
        ['b', [42, 48]],
      ],
      {},
    ],
  ])('%s', (_what, rows, expected) => {
    expect(counts('sentence', rows)).toEqual(expected);
  });

  it('reads no sentence through furniture', () => {
    const text = 'Before AD after.';
    const rows: [string, Span][] = [
      ['a', [0, 6]],
      ['b', [10, 15]],
    ];
    expect(counts('sentence', rows, [], text)).toEqual({ 'a b': 1 });
    const furniture: Furniture[] = [{ start: 7, end: 9, kind: 'advertisement' }];
    expect(counts('sentence', rows, furniture, text)).toEqual({});
  });
});

describe('labels in the same article', () => {
  it('count once for each analyst and article', () => {
    expect(
      counts('article', [
        ['a', [0, 1]],
        ['b', [30, 31]],
        ['b', [2, 3]],
      ]),
    ).toEqual({
      'a b': 1,
      'b b': 1,
    });
    expect(counts('article', [['a', [0, 1]]])).toEqual({});
  });
});

it('tells for each annotation which labels it meets', () => {
  const rows = [
    aRow({ id: '1', label: 'a', spans: [[0, 4]] }),
    aRow({ id: '2', label: 'b', spans: [[2, 9]] }),
    aRow({ id: '3', label: 'b', spans: [[31, 35]] }),
  ];
  const { meets } = finish(meetingsOf(rows, TEXT, []));
  expect(meets.map(({ overlap }) => overlap)).toEqual([['b'], ['a'], []]);
  expect(meets.map(({ sentence }) => sentence)).toEqual([['b'], ['a'], []]);
  expect(meets.map(({ article }) => article.toSorted())).toEqual([['b'], ['a', 'b'], ['a', 'b']]);
});
