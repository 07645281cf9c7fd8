import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../model/json.ts';
import { MEASURES } from './index.ts';
import { measured } from './testing/measured.ts';

const TABLES = MEASURES.map(({ name }) => name).filter((name) =>
  /^(percent|cohen_kappa(_asymptotic_se)?|weighted.*|scott.*|bennett.*|fleiss_kappa.*|randolph.*|gwet.*|krippendorff_alpha_[a-z].*)$/u.test(
    name,
  ),
);
/** What some measures ask for beside ratings. */
const MORE = { category: 'a', distance: 'nominal' };

describe('traps of other tools', () => {
  // One prints 0.299: it takes Pe = p(both yes) × p(both no), and Po over what anybody marked.
  it('κ of 10,000 characters of which two marked 100 each, 50 of them both', () => {
    const whole = {
      categories: ['in', 'out'],
      contingency: [
        [50, 50],
        [50, 9850],
      ],
    };
    expect(measured('cohen_kappa', whole)).toBeCloseTo(0.494_949_494_949, 12);
    const union = {
      categories: ['in', 'out'],
      contingency: [
        [50, 50],
        [50, 0],
      ],
    };
    expect(measured('cohen_kappa', union)).toBeCloseTo(-0.5, 12);
  });

  it.each(TABLES)('%s of articles that only one person did is no 1', (name) => {
    const sets = name.endsWith('jaccard') || name.endsWith('masi');
    const [a, b] = sets ? [['a'], ['b']] : [1, 2];
    const items: Json = [
      [a, null],
      [null, a],
      [b, null],
    ];
    expect(measured(name, { items, ...MORE, ...(sets ? {} : { category: 1 }) })).toMatch(
      /nothing is shared|one rating each/u,
    );
  });

  it('what one person did alone changes nothing in what two did', () => {
    const both = [
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'b'],
    ];
    const items = [...both, ['a', null], [null, 'b'], ['b', null], [null, null]];
    for (const name of TABLES.filter(
      (one) => !/interval|ratio|jaccard|masi|ac1|fleiss|randolph/u.test(one),
    )) {
      expect([name, measured(name, { items, ...MORE })]).toEqual([
        name,
        measured(name, { items: both, ...MORE }),
      ]);
    }
  });

  it('nobody marking anything is no agreement', () => {
    expect(measured('span_prf_strict', { gold: [], pred: [] })).toBe('neither marked a span');
    expect(measured('span_prf_strict', { gold: [['x', 0, 1]], pred: [] })).toBe(0);
    expect(measured('iou_optimal_matching_sum', { A: [], B: [] })).toBe('neither marked a span');
    expect(measured('iou_spans', { a: [3, 3], b: [5, 5] })).toBe('both spans are empty');
    expect(measured('krippendorff_2016_u_alpha', { length: 5, annotators: { a: [], b: [] } })).toBe(
      'nobody marked anything',
    );
    expect(measured('gamma', { units: [], annotators: ['a', 'b'] })).toBe('nobody marked anything');
  });
});

it.each(TABLES)('%s of nothing is undefined, with a reason', (name) => {
  for (const input of [{ items: [] }, { contingency: [] }, { counts: [] }] as JsonObject[]) {
    const all = { ...input, distance: 'nominal', category: 1, categories: [] as Json[] };
    const said = measured(
      name,
      input['items'] === undefined
        ? {
            ...all,
            categories: [1],
            contingency: input['contingency'] === undefined ? undefined! : [[0]],
          }
        : all,
    );
    expect(typeof said).toBe('string');
  }
});

it.each(TABLES.filter((name) => name !== 'percent'))('%s of one category is undefined', (name) => {
  const a = name.endsWith('jaccard') || name.endsWith('masi') ? ['a'] : 7;
  const said = measured(name, {
    items: [
      [a, a],
      [a, a],
    ],
    category: a,
    distance: 'nominal',
  });
  expect(said).toMatch(/only one category|one category|never disagree|another category/u);
});

it.each([
  ['cohen_kappa', { items: [['a'], ['b']] }, 'only one rater rated anything'],
  ['cohen_kappa', { items: [['a', 'b', 'a']] }, /more than two raters/u],
  ['cohen_kappa', { counts: [[2, 0]] }, /counts do not say who/u],
  ['scott_pi', { counts: [[2, 1]] }, /more than two ratings/u],
  ['scott_pi', { counts: [[1, 0]] }, /nothing is shared/u],
  [
    'fleiss_kappa',
    {
      items: [
        ['a', 'b'],
        ['a', null],
      ],
    },
    /unequal numbers of ratings \(2 and 1\)/u,
  ],
  ['fleiss_kappa', { items: [[null, null]] }, 'there are no ratings'],
  [
    'fleiss_kappa_category',
    {
      counts: [
        [2, 0],
        [2, 0],
      ],
      category: 2,
    },
    'nobody used this category',
  ],
  [
    'fleiss_kappa_category',
    {
      counts: [
        [2, 0],
        [2, 0],
      ],
      category: 1,
    },
    'nobody used another category',
  ],
  ['fleiss_kappa_category', { items: [['a', 'b']], category: 'z' }, 'nobody used this category'],
  ['krippendorff_alpha_custom_distance', { items: [['a', 'b']], distance: {} }, /no distance/u],
  ['krippendorff_alpha_U_2004', { continuum: { length: 9 }, units: [] }, 'nobody marked anything'],
  [
    'krippendorff_alpha_U_2004',
    { continuum: { length: 9 }, units: [{ offset: 0, length: 1, rater: 1, category: 'k' }] },
    'only one rater marked anything',
  ],
  [
    'krippendorff_alpha_U_2004_category',
    {
      continuum: { length: 9 },
      units: [{ offset: 0, length: 1, rater: 1, category: 'k' }],
      raters: 2,
      category: 'z',
    },
    'nobody marked this category',
  ],
  [
    'krippendorff_2016_u_alpha',
    { length: 9, annotators: { a: [[0, 9, 'x']] } },
    'fewer than two raters',
  ],
  [
    'krippendorff_2016_u_alpha',
    {
      length: 9,
      annotators: {
        a: [
          [0, 5, 'x'],
          [4, 9, 'x'],
        ],
        b: [],
      },
    },
    /units of a overlap/u,
  ],
  [
    'krippendorff_2016_u_alpha',
    { length: 9, annotators: { a: [[0, 9, 'x']], b: [[0, 9, 'x']] } },
    /never disagree/u,
  ],
  [
    'krippendorff_2016_bar_u_alpha',
    { length: 9, annotators: { a: [[0, 9, 'x']], b: [[0, 9, 'y']] } },
    /left a gap/u,
  ],
  [
    'krippendorff_2016_cu_alpha',
    { length: 9, annotators: { a: [[0, 2, 'x']], b: [[0, 2, 'x']] } },
    /fewer than two labels/u,
  ],
  [
    'krippendorff_2016_cu_alpha',
    { length: 9, annotators: { a: [[0, 2, 'x']], b: [[4, 6, 'y']] } },
    /nothing is shared/u,
  ],
  [
    'krippendorff_2016_k_u_alpha',
    { length: 9, annotators: { a: [[0, 2, 'x']], b: [[4, 6, 'y']] }, category: 'z' },
    'nobody used this label',
  ],
  [
    'krippendorff_2016_k_u_alpha',
    { length: 9, annotators: { a: [[0, 2, 'x']], b: [[4, 6, 'y']] }, category: 'x' },
    /nowhere/u,
  ],
  [
    'gamma',
    { units: [{ annotator: 'a', start: 0, end: 1, category: 'x' }] },
    /fewer than two annotators/u,
  ],
  ['bootstrap_percentile_ci_low', { counts: [[1, 0]] }, /one rating each/u],
  [
    'bootstrap_percentile_ci_low',
    {
      counts: [
        [2, 0],
        [0, 2],
      ],
      resampleIndices: [
        [0, 0],
        [1, 1],
        [0, 1],
      ],
    },
    /not defined in half of the samples/u,
  ],
] as const)('%s of %j', (name, input, reason) => {
  const said = measured(name, input);
  if (typeof reason === 'string') expect(said).toBe(reason);
  else expect(said).toMatch(reason);
});
