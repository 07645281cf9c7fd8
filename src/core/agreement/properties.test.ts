import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestDisorder } from './gamma/best-alignment.ts';
import { dissimilarity } from './gamma/candidates.ts';
import type { AlignedContinuum, AlignedUnit, Params } from './gamma/continuum.ts';
import { bestMatching } from './spans/matching.ts';
import { measured } from './testing/measured.ts';

const CELL = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null, freq: 6 });
const items = (raters: number): fc.Arbitrary<(number | null)[][]> =>
  fc.array(fc.array(CELL, { minLength: raters, maxLength: raters }), { maxLength: 12 });
const FULL = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
  minLength: 1,
  maxLength: 12,
});

const MANY = [
  'percent',
  'gwet_ac1',
  'krippendorff_alpha_nominal',
  'krippendorff_alpha_ordinal',
  'krippendorff_alpha_interval',
  'krippendorff_alpha_ratio',
];
const PAIRS = [
  'cohen_kappa',
  'cohen_kappa_asymptotic_se',
  'weighted_kappa_linear',
  'weighted_kappa_quadratic',
  'scott_pi',
  'bennett_S',
];

/** How far apart two answers are; numbers and words, or different words, are so for good. */
function apart(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b);
  return a === b ? 0 : Number.POSITIVE_INFINITY;
}

describe('ratings', () => {
  it.each(MANY)('%s does not ask who rated, nor in which order', (name) => {
    fc.assert(
      fc.property(items(3), (rows) => {
        const turned = rows.map((row) => row.toReversed()).toReversed();
        expect(
          apart(measured(name, { items: rows }), measured(name, { items: turned })),
        ).toBeLessThan(1e-9);
      }),
    );
  });

  it.each(PAIRS)('%s is the same both ways', (name) => {
    fc.assert(
      fc.property(items(2), (rows) => {
        const turned = rows.map((row) => row.toReversed()).toReversed();
        expect(
          apart(measured(name, { items: rows }), measured(name, { items: turned })),
        ).toBeLessThan(1e-9);
      }),
    );
  });

  it.each([...MANY, ...PAIRS])('%s is at most 1, and 1 only where all agree', (name) => {
    fc.assert(
      fc.property(FULL, (rows) => {
        const value = measured(name, { items: rows });
        if (typeof value === 'string' || name.endsWith('_se')) return;
        expect(value).toBeLessThanOrEqual(1);
        expect(Math.abs(value - 1) < 1e-12).toBe(rows.every(([a, b]) => a === b));
      }),
    );
  });

  it.each([...MANY, ...PAIRS, 'fleiss_kappa', 'randolph_free_marginal_kappa'])(
    '%s of a table is that of its items',
    (name) => {
      fc.assert(
        fc.property(FULL, (rows) => {
          const categories = [1, 2, 3];
          const contingency = categories.map((a) =>
            categories.map((b) => rows.filter(([x, y]) => x === a && y === b).length),
          );
          const value = measured(name, { items: rows, categories });
          expect(apart(value, measured(name, { contingency, categories }))).toBeLessThan(1e-9);
          const counts = rows.map((row) =>
            categories.map((c) => row.filter((x) => x === c).length),
          );
          if (!/cohen|weighted/u.test(name))
            expect(apart(value, measured(name, { counts, categories }))).toBeLessThan(1e-9);
        }),
      );
    },
  );

  it('two raters: α is π with a correction that goes with the number of units', () => {
    fc.assert(
      fc.property(FULL, (rows) => {
        const pi = measured('scott_pi', { items: rows });
        if (typeof pi === 'string') return;
        const alpha = measured('krippendorff_alpha_nominal', { items: rows });
        expect(apart(alpha, pi + (1 - pi) / (2 * rows.length))).toBeLessThan(1e-9);
      }),
    );
  });

  it('a million units are no strain', () => {
    const contingency = [
      [400_001, 100_000],
      [99_999, 400_000],
    ];
    expect(measured('cohen_kappa', { contingency })).toBeCloseTo(0.600_002, 9);
    expect(measured('krippendorff_alpha_nominal', { contingency })).toBeCloseTo(0.600_002_2, 9);
    expect(measured('cohen_kappa_asymptotic_se', { contingency })).toBeCloseTo(0.0008, 6);
    expect(
      measured('cohen_kappa', {
        contingency: [
          [999_999, 0],
          [0, 1],
        ],
      }),
    ).toBe(1);
    expect(
      measured('gwet_ac1', {
        contingency: [
          [999_999, 1],
          [0, 0],
        ],
      }),
    ).toBeCloseTo(0.999_999, 9);
  });

  it('a name with a bar, sets in any order, and yes or no are categories', () => {
    const words = {
      items: [
        ['a|b', 'c'],
        ['c', 'c'],
      ],
      distance: { 'c|a|b': 1 },
    };
    expect(measured('krippendorff_alpha_custom_distance', words)).toBeCloseTo(0, 12);
    expect(
      measured('percent', {
        items: [
          [
            ['x', 'y'],
            ['y', 'x', 'x'],
          ],
        ],
      }),
    ).toBe(1);
    expect(
      measured('percent', {
        items: [
          [true, false],
          [1, '1'],
          [0, -0],
        ],
      }),
    ).toBeCloseTo(1 / 3);
    const named = {
      items: [
        [1, 2],
        [2, 2],
      ],
      distance: 'nominal',
    };
    expect(
      apart(
        measured('krippendorff_alpha_custom_distance', named),
        measured('krippendorff_alpha_nominal', named),
      ),
    ).toBeLessThan(1e-9);
    const matrix = {
      items: [
        [1, 2],
        [2, 2],
        [1, 3],
      ],
      distance: [
        [0, 1, 4],
        [1, 0, 1],
        [4, 1, 0],
      ],
    };
    expect(
      apart(
        measured('weighted_kappa_custom_distance', matrix),
        measured('weighted_kappa_quadratic', matrix),
      ),
    ).toBeLessThan(1e-9);
  });
});

function bruteMatching(weights: readonly (readonly number[])[], row: number, used: number): number {
  const line = weights[row];
  if (line === undefined) return 0;
  let best = bruteMatching(weights, row + 1, used);
  for (const [column, weight] of line.entries()) {
    if (((used >> column) & 1) === 1) continue;
    best = Math.max(best, weight + bruteMatching(weights, row + 1, used | (1 << column)));
  }
  return best;
}

describe('matchings', () => {
  it('are as good as the best of all', () => {
    const weights = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(
          fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }),
          { minLength: rows, maxLength: rows },
        ),
      );
    fc.assert(
      fc.property(weights, (table) => {
        const weight = (row: number, column: number): number => table[row]?.[column] ?? 0;
        const edges = table.flatMap((line, row) =>
          line.flatMap((value, column) => (value > 0 ? [[row, column] as const] : [])),
        );
        const found = bestMatching(table.length, table[0]?.length ?? 0, edges, weight);
        expect(new Set(found.map(([, column]) => column)).size).toBe(found.length);
        expect(found.reduce((sum, [row, column]) => sum + weight(row, column), 0)).toBe(
          bruteMatching(table, 0, 0),
        );
      }),
      { numRuns: 300 },
    );
  });
});

/** Every partition into unitary alignments is tried. */
function bruteDisorder({ units, annotators }: AlignedContinuum, params: Params): number {
  const pairs = (annotators * (annotators - 1)) / 2;
  const costOf = (members: readonly AlignedUnit[]): number => {
    let sum = (pairs - (members.length * (members.length - 1)) / 2) * params.deltaEmpty;
    for (const [at, a] of members.entries()) {
      for (const b of members.slice(at + 1)) sum += dissimilarity(a, b, params);
    }
    return sum / pairs;
  };
  const place = (at: number, groups: readonly (readonly AlignedUnit[])[]): number => {
    const unit = units[at];
    if (unit === undefined) return groups.reduce((sum, group) => sum + costOf(group), 0);
    let best = place(at + 1, [...groups, [unit]]);
    for (const [index, group] of groups.entries()) {
      if (group.some((other) => other.annotator === unit.annotator)) continue;
      best = Math.min(best, place(at + 1, groups.with(index, [...group, unit])));
    }
    return best;
  };
  return (place(0, []) * annotators) / units.length;
}

describe('γ', () => {
  const unit = (annotators: number): fc.Arbitrary<AlignedUnit> =>
    fc
      .record({
        annotator: fc.integer({ min: 0, max: annotators - 1 }),
        category: fc.constantFrom('a', 'b'),
        start: fc.integer({ min: 0, max: 14 }),
        size: fc.integer({ min: 1, max: 8 }),
      })
      .map(({ size, ...rest }) => ({ ...rest, end: rest.start + size }));
  const params = fc.record({
    alpha: fc.constantFrom(0.5, 1, 3),
    beta: fc.constantFrom(0, 1, 2),
    deltaEmpty: fc.constantFrom(0.5, 1, 2),
  });

  it.each([2, 3, 4])('the best alignment of %i annotators is the best of all', (annotators) => {
    fc.assert(
      fc.property(
        fc.array(unit(annotators), { minLength: 1, maxLength: 7 }),
        params,
        (units, given) => {
          const continuum = { annotators, units };
          expect(bestDisorder(continuum, given)).toBeCloseTo(bruteDisorder(continuum, given), 9);
        },
      ),
      { numRuns: 200 },
    );
  });

  const PLAIN = [
    [0, 5, 'a'],
    [8, 12, 'b'],
    [20, 29, 'a'],
    [30, 36, 'b'],
  ] as const;
  const as = (
    annotator: string,
    by: number,
  ): { annotator: string; start: number; end: number; category: string }[] =>
    PLAIN.map(([start, end, category]) => ({
      annotator,
      category,
      start: start + by,
      end: end + by,
    }));

  it('is 1 where all marked the same, and less the more they differ; the same for the same seed', () => {
    const near = { units: [...as('x', 0), ...as('y', 1), ...as('z', 0)] };
    const far = { units: [...as('x', 0), ...as('y', 3), ...as('z', -2)] };
    expect(measured('gamma', { units: [...as('x', 0), ...as('y', 0)] })).toBe(1);
    expect(measured('gamma', near)).toBeGreaterThan(measured('gamma', far) as number);
    expect(measured('gamma', { ...near, seed: 7 })).toBe(measured('gamma', { ...near, seed: 7 }));
    expect(measured('gamma', { ...near, seed: 7 })).not.toBe(
      measured('gamma', { ...near, seed: 8 }),
    );
  });

  it('is near 0 on the mean where the second annotator is chance', () => {
    let sum = 0;
    for (let at = 0; at < 20; at += 1) {
      const second = as('y', (at * 7.3) % 36).map((one) =>
        one.start >= 36 ? { ...one, start: one.start - 36, end: one.end - 36 } : one,
      );
      sum += measured('gamma', { units: [...as('x', 0), ...second], seed: at }) as number;
    }
    expect(Math.abs(sum / 20)).toBeLessThan(0.25);
  });

  it('counts an annotator who marked nothing', () => {
    const units = as('x', 0);
    expect(measured('gamma_best_alignment_disorder', { units, annotators: ['x', 'y'] })).toBe(2);
  });

  it('aligns 60 units of four annotators', () => {
    const units = [0, 1, 2, 3].flatMap((annotator) =>
      Array.from({ length: 60 }, (_, at) => {
        const start = at * 10 + ((at * 7 + annotator * 5) % 8);
        return {
          annotator: `n${annotator}`,
          start,
          end: start + 9,
          category: at % 3 === annotator ? 'a' : 'b',
        };
      }),
    );
    const disorder = measured('gamma_best_alignment_disorder', { units });
    expect(disorder).toBeGreaterThan(0.1);
    expect(disorder).toBeLessThan(1.5);
  });

  it('says so where there are too many ways', () => {
    const units = Array.from({ length: 260 }, (_, at) => ({
      annotator: `n${at % 13}`,
      start: 0,
      end: 100 + at,
      category: 'a',
    }));
    expect(measured('gamma_best_alignment_disorder', { units })).toMatch(/too many ways/u);
  });
});

describe('units on a continuum', () => {
  const unit = fc
    .tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom('x', 'y'),
    )
    .map(([start, size, label]) => [start, start + size, label] as const);
  const side = fc.array(unit, { maxLength: 5 }).map((units) => {
    const kept: (readonly [number, number, string])[] = [];
    for (const one of units.toSorted(([a], [b]) => a - b)) {
      if (one[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(one);
    }
    return kept;
  });

  it.each(['u_alpha', 'bar_u_alpha', 'cu_alpha', 'k_u_alpha'])(
    '%s does not ask who marked, and is 1 for twins',
    (name) => {
      fc.assert(
        fc.property(side, side, (a, b) => {
          const about = { length: 40, category: 'x' };
          const full = `krippendorff_2016_${name}`;
          expect(
            apart(
              measured(full, { ...about, annotators: { a, b } }),
              measured(full, { ...about, annotators: { b, c: a } }),
            ),
          ).toBeLessThan(1e-9);
          const twins = measured(full, { ...about, annotators: { a, b: a } });
          if (typeof twins === 'number') expect(twins).toBeCloseTo(1, 12);
        }),
      );
    },
  );

  it('αU is 1 for twins, does not ask who marked, and leaves out what overlaps itself', () => {
    const listed = (rater: number, units: readonly (readonly [number, number, string])[]) =>
      units.map(([start, end, category]) => ({
        offset: start + 5,
        length: end - start,
        rater,
        category,
      }));
    const of = (...units: ReturnType<typeof listed>[]): number | string =>
      measured('krippendorff_alpha_U_2004', {
        continuum: { begin: 5, length: 40 },
        units: units.flat(),
        raters: [0, 1],
      });
    fc.assert(
      fc.property(side, side, (a, b) => {
        expect(apart(of(listed(0, a), listed(1, b)), of(listed(0, b), listed(1, a)))).toBeLessThan(
          1e-9,
        );
        const twins = of(listed(0, a), listed(1, a));
        if (typeof twins === 'number') expect(twins).toBe(1);
      }),
    );
    expect(
      of(
        listed(0, [
          [0, 9, 'x'],
          [3, 5, 'x'],
        ]),
        listed(1, [[0, 9, 'x']]),
      ),
    ).toBe(1);
  });
});

describe('bootstrap intervals', () => {
  const counts = [
    [3, 0],
    [2, 1],
    [0, 3],
    [1, 2],
    [3, 0],
    [0, 3],
  ];

  it('are the same for the same seed, and hold the value mostly', () => {
    const [low, high] = ['low', 'high'].map((side) =>
      measured(`bootstrap_percentile_ci_${side}`, { counts, B: 500, seed: 4 }),
    );
    const value = measured('fleiss_kappa', { counts }) as number;
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(measured('bootstrap_percentile_ci_low', { counts, B: 500, seed: 4 })).toBe(low);
    expect(measured('bootstrap_percentile_ci_low', { counts, B: 500, seed: 5 })).not.toBe(low);
  });

  it('draw whole articles where they are named', () => {
    const resampleIndices = [
      [0, 0],
      [1, 1],
      [0, 1],
    ];
    const documents = ['p', 'p', 'q', 'q', 'p', 'p'];
    const all = { counts, documents, resampleIndices, measure: 'percent', alpha: 0.5 };
    // p: 1, 1/3, 1, 1; q: 1, 1/3; both: 7/9. Quantile .25 of 2/3, 7/9, 5/6.
    expect(measured('bootstrap_percentile_ci_low', all)).toBeCloseTo((2 / 3 + 7 / 9) / 2, 12);
  });

  it('draw single units out of a contingency table', () => {
    const table = {
      contingency: [
        [3, 1],
        [0, 2],
      ],
      measure: 'percent',
      alpha: 0.5,
    };
    const resampleIndices = [
      [3, 3, 3, 3, 3, 3],
      [0, 1, 2, 4, 5, 0],
    ];
    expect(measured('bootstrap_percentile_ci_high', { ...table, resampleIndices })).toBe(0.75);
  });
});

it('spans of several articles are counted together', () => {
  const whole = {
    gold: [
      ['x', 0, 4],
      ['y', 6, 9],
    ],
    pred: [
      ['x', 1, 4],
      ['y', 6, 9],
    ],
  };
  const other = { gold: [['x', 0, 4]], pred: [] };
  // 1.5 of 2 + 2, then nothing of 1.
  expect(measured('span_prf_partial', { documents: [whole, other] })).toBeCloseTo(3 / 5, 12);
  expect(measured('span_prf_type', { gold: [['x', 0, 4]], pred: [['x', 4, 8]] })).toBe(0);
});
