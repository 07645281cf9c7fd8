import { expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { MEASURES } from './index.ts';
import { measured } from './testing/measured.ts';

// Worked by hand; each line says how. Published ones name their source.
const TWO = {
  categories: ['x', 'y'],
  contingency: [
    [20, 10],
    [20, 50],
  ],
};
const FIVES = {
  items: [
    [1, 1],
    [2, 2],
    [3, 3],
    [1, 2],
    [3, 1],
  ],
};
// Four units of three raters: aaa, aab, bbb, abb.
const THREES = {
  counts: [
    [3, 0],
    [2, 1],
    [0, 3],
    [1, 2],
  ],
};
const SETS = {
  items: [
    [['A'], ['A', 'B']],
    [['B'], ['B']],
  ],
};
const AMOUNTS = {
  items: [
    [1, 1],
    [2, 1],
    [4, 4],
  ],
};
const CONTINUUM = {
  continuum: { begin: 0, length: 10 },
  units: [
    { offset: 0, length: 2, rater: 'a', category: 'k' },
    { offset: 1, length: 2, rater: 'b', category: 'k' },
  ],
};
const SIDE_BY_SIDE = {
  length: 10,
  annotators: {
    a: [
      [0, 4, 'x'],
      [4, 8, 'y'],
    ],
    b: [
      [0, 4, 'x'],
      [4, 6, 'x'],
    ],
  },
};
const ALIGNED = {
  units: [
    { annotator: 'a', start: 0, end: 4, category: 'x' },
    { annotator: 'b', start: 2, end: 6, category: 'x' },
    { annotator: 'a', start: 20, end: 24, category: 'x' },
  ],
};
const SPANS = {
  gold: [
    ['x', 0, 4],
    ['x', 10, 14],
    ['y', 20, 24],
  ],
  pred: [
    ['x', 0, 4],
    ['y', 10, 14],
    ['y', 22, 26],
    ['x', 40, 44],
  ],
};
const TAGS = {
  A: ['B-x', 'I-x', 'O', 'O', 'B-y', 'O'],
  B: ['B-x', 'B-x', 'O', 'O', 'O', 'O'],
};

const ANSWERS: readonly (readonly [name: string, input: JsonObject, answer: number])[] = [
  // 70 of 100 on the diagonal.
  ['percent', TWO, 0.7],
  // Pairs that agree: 1, 1/3, 1, 1/3; mean 2/3.
  ['percent', THREES, 2 / 3],
  // Pe = .3·.4 + .7·.6 = .54; (.7 − .54)/.46.
  ['cohen_kappa', TWO, 0.16 / 0.46],
  // p11 = p22 = .4, p12 = p21 = .1, κ = .6: terms .8(1−.4)² = .288, .2·.16·1² = .032,
  // (.6 − .5·.4)² = .16; (.32 − .16)/(100·.25) = .0064.
  [
    'cohen_kappa_asymptotic_se',
    {
      contingency: [
        [40, 10],
        [10, 40],
      ],
    },
    0.08,
  ],
  // Margins 2 1 2 and 2 2 1 of 5. w·o = (1 + 2)/5; w·e = Σ|i−j| ri cj / 25 = (8 + 3 + 12)/25.
  ['weighted_kappa_linear', FIVES, 1 - 0.6 / (23 / 25)],
  // w·o = (1 + 4)/5; w·e = (2·2·1 + 2·1·4 + 1·2·1 + 1·1·1 + 2·2·4 + 2·2·1)/25 = 35/25.
  ['weighted_kappa_quadratic', FIVES, 1 - 1 / (35 / 25)],
  // Only 1–3 counts: w·o = 1/5; w·e = (2·1 + 2·2)/25 = 6/25.
  ['weighted_kappa_custom_distance', { ...FIVES, distance: { '3|1': 1 } }, 1 - 0.2 / (6 / 25)],
  // Margins 30 40 | 40 60 → .35, .65; Pe = .545.
  ['scott_pi', TWO, 0.155 / 0.455],
  ['bennett_S', TWO, 0.4],
  // P̄ = 2/3, p = 6/12 each, Pe = 1/2.
  ['fleiss_kappa', THREES, 1 / 3],
  // Σ n(3 − n) = 0 + 2 + 0 + 2 = 4; 4/(4·3·2·¼) = 2/3.
  ['fleiss_kappa_category', { ...THREES, category: 1 }, 1 / 3],
  // k = 3 declared: (2/3 − 1/3)/(2/3).
  [
    'randolph_free_marginal_kappa',
    { categories: ['a', 'b', 'c'], counts: THREES.counts.map((row) => [...row, 0]) },
    0.5,
  ],
  // Pa = .7, π = .35 .65, Pe = 2·.35·.65 = .455.
  ['gwet_ac1', TWO, 0.245 / 0.545],
  // n = 12, Do = (2/2)·(2·1 + 2·1)… ock off the diagonal: 4/2 each of two units = 4 in sum; De = 72/11.
  ['krippendorff_alpha_nominal', THREES, 1 - 4 / (72 / 11)],
  // 1 ×3, 2 ×1, 4 ×2; middles 1.5, 3.5, 5. Do = 2·4; De = 2(3·4 + 6·12.25 + 2·2.25)/5 = 36.
  ['krippendorff_alpha_ordinal', AMOUNTS, 1 - 8 / 36],
  // Do = 2·1; De = 2(3·1·1 + 3·2·9 + 1·2·4)/5 = 26.
  ['krippendorff_alpha_interval', AMOUNTS, 1 - 2 / 26],
  // Do = 2/9; De = 2(3/9 + 6·9/25 + 2/9)/5.
  ['krippendorff_alpha_ratio', AMOUNTS, 1 - 2 / 9 / ((2 * (3 / 9 + 54 / 25 + 2 / 9)) / 5)],
  // A, AB, B, B: δ(A,AB) = δ(B,AB) = ½, δ(A,B) = 1. Do = 2·½; De = 2(½ + 2·1 + 2·½)/3 = 7/3.
  ['krippendorff_alpha_jaccard', SETS, 1 - 1 / (7 / 3)],
  // As before with δ = 1 − .5·.67 = .665 for one inside the other. De = 2(.665 + 2 + 1.33)/3.
  ['krippendorff_alpha_masi', SETS, 1 - 1.33 / ((2 * 3.995) / 3)],
  // Only 2–4 counts, and never in one unit.
  ['krippendorff_alpha_custom_distance', { ...AMOUNTS, distance: { '2|4': 1 } }, 1],
  // Tokens: Po = 4/6; A: 1 1 1 3, B: 2 0 0 4 of B-x I-x B-y O; Pe = (2 + 12)/36.
  ['cohen_kappa_token_level', TAGS, (4 / 6 - 14 / 36) / (1 - 14 / 36)],
  // Types: Po = 5/6; x 2·2, O 3·4, y 1·0; Pe = 16/36.
  ['cohen_kappa_token_level_types', TAGS, (5 / 6 - 16 / 36) / (1 - 16 / 36)],
  // x x, x x, y O: Po = 2/3; Pe = 2·2/9.
  ['cohen_kappa_token_level_annotated_only', TAGS, (2 / 3 - 4 / 9) / (5 / 9)],
  // Do: units 1² + 1²; a’s gap 2–10 and b’s unit do not contain each other: 2·2/(2·100).
  // De: 2 units of 2: (1)(16 − 12 + 2)/3 = 2 each; gaps 8, 1, 7: 4·(7 + 6) = 52 each; (2/10)·108 /
  // (20·19 − 4).
  ['krippendorff_alpha_U_2004', CONTINUUM, 1 - 0.02 / (21.6 / 376)],
  ['krippendorff_alpha_U_2004_category', { ...CONTINUUM, category: 'k' }, 1 - 0.02 / (21.6 / 376)],
  // ℓ: xx 8, xy 2, yx 2, yφ 2, φy 2, φφ 4; margins φ 6, x 10, y 4 of 20. Own: φ 6, x 16+16+4, y 16.
  // ε·: 20/(400 − 58)·(36 − 6 + 100 − 36 + 16 − 16) on the diagonal.
  ['krippendorff_2016_u_alpha', SIDE_BY_SIDE, 1 - 8 / (20 - (20 / 342) * 94)],
  // Gaps: 1 − (6 − 4)/(εφ· − εφφ), εφx + εφy = 20·6·14/342.
  ['krippendorff_2016_bar_u_alpha', SIDE_BY_SIDE, 1 - 2 / ((20 * 84) / 342)],
  // Both marked: xx 8, xy 2, yx 2; margins x 10, y 2 of 12. Shared by units: a.x 4, a.y 2, b.x 4,
  // b.x 2: x 36, y 4. ε: 12/(144 − 40)·(100 − 36, 20, 4 − 4).
  ['krippendorff_2016_cu_alpha', SIDE_BY_SIDE, 1 - 4 / ((12 / 104) * 40)],
  ['krippendorff_2016_cu_coverage', SIDE_BY_SIDE, 0.6],
  // εx· = 84·12/104, ℓx· = 10, ℓx· − ℓxx = 2, εx· − εxx = 20·12/104.
  ['krippendorff_2016_k_u_alpha', { ...SIDE_BY_SIDE, category: 'x' }, 1 - (8.4 * 2) / 20],
  // (4/8)² + 1 alone, over 1.5.
  ['gamma_best_alignment_disorder', ALIGNED, 1.25 / 1.5],
  // The sample has two units apart: disorder 2.
  [
    'gamma_given_sampled_continua',
    {
      ...ALIGNED,
      sampledContinua: [
        [
          { annotator: 'p', start: 0, end: 1, category: 'x' },
          { annotator: 'q', start: 50, end: 51, category: 'x' },
        ],
      ],
    },
    1 - 1.25 / 1.5 / 2,
  ],
  ['gamma_given_sampled_continua', { ...ALIGNED, sampledDisorders: [1, 2] }, 1 - 1.25 / 1.5 / 1.5],
  // 2·COR/(3 + 4): 1; 2; 2 + ½; 2.
  ['span_prf_strict', SPANS, 2 / 7],
  ['span_prf_exact', SPANS, 4 / 7],
  ['span_prf_partial', SPANS, 5 / 7],
  ['span_prf_type', SPANS, 4 / 7],
  ['iou_spans', { a: [0, 4], b: [2, 6] }, 2 / 6],
  // The best pair first (0–10 with 0–8: .8) would leave 3/10; .7 and 6/8 are more.
  [
    'iou_optimal_matching_sum',
    {
      A: [
        [0, 10],
        [0, 6],
      ],
      B: [
        [0, 8],
        [3, 10],
      ],
    },
    1.45,
  ],
  // Samples are unit 0, unit 1 and both, so 0, 1 and ½ agree; quantile .25 of 0, ½, 1 is ¼.
  [
    'bootstrap_percentile_ci_low',
    {
      items: [
        ['a', 'b'],
        ['a', 'a'],
      ],
      measure: 'percent',
      alpha: 0.5,
      resampleIndices: [
        [0, 0],
        [1, 1],
        [0, 1],
      ],
    },
    0.25,
  ],
  [
    'bootstrap_percentile_ci_high',
    {
      items: [
        ['a', 'b'],
        ['a', 'a'],
      ],
      measure: 'percent',
      alpha: 0.5,
      resampleIndices: [
        [0, 0],
        [1, 1],
        [0, 1],
      ],
    },
    0.75,
  ],
];

it.each(ANSWERS)('%s', (name, input, answer) => {
  expect(measured(name, input)).toBeCloseTo(answer, 12);
});

it('every measure has an answer here, and γ in its own test', () => {
  const answered = new Set(ANSWERS.map(([name]) => name));
  expect(MEASURES.map(({ name }) => name).filter((name) => !answered.has(name))).toEqual(['gamma']);
});

it('the measures are those that were promised, each once', () => {
  const promised = [
    'percent cohen_kappa cohen_kappa_asymptotic_se weighted_kappa_linear weighted_kappa_quadratic',
    'weighted_kappa_custom_distance cohen_kappa_token_level cohen_kappa_token_level_types',
    'cohen_kappa_token_level_annotated_only scott_pi bennett_S fleiss_kappa fleiss_kappa_category',
    'randolph_free_marginal_kappa gwet_ac1 krippendorff_alpha_nominal krippendorff_alpha_ordinal',
    'krippendorff_alpha_interval krippendorff_alpha_ratio krippendorff_alpha_jaccard',
    'krippendorff_alpha_masi krippendorff_alpha_custom_distance krippendorff_alpha_U_2004',
    'krippendorff_alpha_U_2004_category krippendorff_2016_u_alpha krippendorff_2016_bar_u_alpha',
    'krippendorff_2016_cu_alpha krippendorff_2016_cu_coverage krippendorff_2016_k_u_alpha',
    'gamma_best_alignment_disorder gamma_given_sampled_continua gamma span_prf_strict',
    'span_prf_exact span_prf_partial span_prf_type iou_spans iou_optimal_matching_sum',
    'bootstrap_percentile_ci_low bootstrap_percentile_ci_high',
  ].flatMap((line) => line.split(' '));
  expect(MEASURES.map(({ name }) => name).toSorted()).toEqual(promised.toSorted());
});
