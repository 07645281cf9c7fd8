import { expect, it } from 'vitest';
import { measured } from './testing/measured.ts';

const UNIT = { offset: 0, length: 2, rater: 0, category: 'c' };
const ALIGNED = { annotator: 'a', start: 0, end: 1, category: 'x' };

it.each([
  ['percent', {}, 'items: missing; give items, contingency or counts'],
  ['percent', { items: [], counts: [] }, 'counts: give either items or counts, not both'],
  ['percent', { items: 3 }, 'items: must be a list'],
  ['percent', { items: [3] }, 'items[0]: must be a list'],
  ['percent', { items: [['a', {}]] }, 'items[0][1]: must be a word, a number, or a list of them'],
  ['percent', { items: [['a', [{}]]] }, 'items[0][1]: must be a word, a number, or a list of them'],
  [
    'percent',
    { items: [['a', 'z']], categories: ['a'] },
    'items[0][1]: is not one of the categories',
  ],
  ['percent', { items: [], categories: ['a', 'a'] }, 'categories[1]: is there twice'],
  ['percent', { items: [], categry: 1 }, 'categry: no measure has a field of this name'],
  ['percent', { contingency: [[1, 2]] }, 'contingency: must have as many rows as columns'],
  [
    'percent',
    { contingency: [[1, 2], [1]] },
    'contingency[1]: must have one number for each of 2 categories',
  ],
  ['percent', { contingency: [[0.5]] }, 'contingency[0][0]: must be a whole number of 0 or more'],
  ['percent', { counts: [[1, -1]] }, 'counts[0][1]: must be a whole number of 0 or more'],
  [
    'percent',
    { counts: [[1]], categories: ['a', 'b'] },
    'counts[0]: must have one number for each of 2 categories',
  ],
  ['fleiss_kappa_category', { counts: [[1, 1]] }, 'category: missing'],
  [
    'fleiss_kappa_category',
    { counts: [[1, 1]], category: 'z' },
    'category: is not one of the categories',
  ],
  [
    'fleiss_kappa_category',
    { counts: [[1, 1]], category: {} },
    'category: must be a word, a number, or a list of them',
  ],
  ['krippendorff_alpha_interval', { items: [['a', 'b']] }, 'categories: "a" is not a number'],
  [
    'krippendorff_alpha_ratio',
    { items: [[-1, 2]] },
    'categories: -1 is below 0, which a ratio scale does not have',
  ],
  [
    'krippendorff_alpha_masi',
    { items: [['a', 'b']] },
    'categories: "a" is not a set; write it as a list',
  ],
  ['krippendorff_alpha_custom_distance', { items: [['a', 'b']] }, 'distance: missing'],
  [
    'weighted_kappa_custom_distance',
    { items: [['a', 'b']], distance: 'far' },
    /^refused: distance: must be one of nominal, /u,
  ],
  [
    'weighted_kappa_custom_distance',
    { items: [['a', 'b']], distance: { ab: 1 } },
    'distance.ab: must name two categories, as in "a|b"',
  ],
  [
    'weighted_kappa_custom_distance',
    { items: [['a', 'b']], distance: { 'a|b': -1 } },
    'distance.a|b: must not be below 0',
  ],
  [
    'weighted_kappa_custom_distance',
    { items: [['a', 'b']], distance: { 'a|a': 1 } },
    'distance.a|a: must be 0',
  ],
  [
    'weighted_kappa_custom_distance',
    { items: [['a', 'b']], distance: { 'a|b': 1, 'b|a': 2 } },
    'distance.b|a: must be the same both ways',
  ],
  [
    'weighted_kappa_custom_distance',
    { items: [['a', 'b']], distance: [[0]] },
    'distance: must have 2 rows and columns, one for each category',
  ],
  [
    'weighted_kappa_custom_distance',
    {
      items: [['a', 'b']],
      distance: [
        [0, 1],
        [2, 0],
      ],
    },
    'distance[0][1]: must be the same both ways',
  ],
  [
    'weighted_kappa_custom_distance',
    {
      items: [['a', 'b']],
      distance: [
        [1, 1],
        [1, 0],
      ],
    },
    'distance[0][0]: must be 0',
  ],
  [
    'weighted_kappa_custom_distance',
    { items: [['a', 'b']], distance: 7 },
    'distance: must be a list',
  ],
  ['cohen_kappa_token_level', { A: ['O'], B: [] }, 'B: must have as many tags as A'],
  ['cohen_kappa_token_level', { A: [1], B: ['O'] }, 'A[0]: must be a tag, as a word'],
  ['cohen_kappa_token_level', { A: ['O'] }, 'B: must be a list'],
  ['krippendorff_alpha_U_2004', { units: [] }, 'continuum: must be an object'],
  [
    'krippendorff_alpha_U_2004',
    { continuum: { length: 0 }, units: [] },
    'continuum.length: must be a whole number of 1 or more',
  ],
  [
    'krippendorff_alpha_U_2004',
    { continuum: { begin: 5, length: 9 }, units: [UNIT] },
    'units[0]: starts before the continuum',
  ],
  [
    'krippendorff_alpha_U_2004',
    { continuum: { length: 1 }, units: [UNIT] },
    'units[0]: ends after the continuum',
  ],
  [
    'krippendorff_alpha_U_2004',
    { continuum: { length: 9 }, units: [{ ...UNIT, rater: null }] },
    'units[0].rater: must be a name or a number',
  ],
  [
    'krippendorff_alpha_U_2004',
    { continuum: { length: 9 }, units: [UNIT], raters: 0 },
    'raters: must be a whole number of 1 or more',
  ],
  [
    'krippendorff_alpha_U_2004',
    { continuum: { length: 9 }, units: [UNIT], raters: [{}] },
    'raters[0]: must be a name or a number',
  ],
  [
    'krippendorff_alpha_U_2004_category',
    { continuum: { length: 9 }, units: [] },
    'category: missing',
  ],
  ['krippendorff_2016_u_alpha', { annotators: {} }, 'length: must be a whole number of 1 or more'],
  [
    'krippendorff_2016_u_alpha',
    { length: 9, annotators: { a: [[0, 1]] } },
    'annotators.a[0]: must be [start, end, label]',
  ],
  [
    'krippendorff_2016_u_alpha',
    { length: 9, annotators: { a: [[3, 3, 'x']] } },
    'annotators.a[0]: must be longer than nothing',
  ],
  ['krippendorff_2016_k_u_alpha', { length: 9, annotators: { a: [], b: [] } }, 'category: missing'],
  ['gamma', { units: [{ ...ALIGNED, end: 0 }] }, 'units[0].end: must be after its start'],
  [
    'gamma',
    { units: [{ ...ALIGNED, annotator: null }] },
    'units[0].annotator: must be a name or a number',
  ],
  ['gamma', { units: [], params: { deltaEmpty: 0 } }, 'params.deltaEmpty: must be above 0'],
  ['gamma', { units: [], params: { alpha: -1 } }, 'params.alpha: must not be below 0'],
  ['gamma', { units: [], samples: 0 }, 'samples: must be a whole number of 1 or more'],
  ['gamma', { units: [], annotators: [1] }, 'annotators[0]: must be a name'],
  ['gamma_given_sampled_continua', { units: [ALIGNED] }, 'sampledContinua: missing'],
  [
    'gamma_given_sampled_continua',
    { units: [ALIGNED], sampledContinua: [[ALIGNED, { ...ALIGNED, annotator: 'b' }]] },
    'sampledContinua[0]: has more annotators than units has',
  ],
  ['span_prf_strict', { gold: [['x', 4, 0]], pred: [] }, 'gold[0]: must not end before it starts'],
  ['span_prf_strict', { gold: [['x', 4]], pred: [] }, 'gold[0]: end: must be a number'],
  ['span_prf_strict', { gold: [[]], pred: [] }, 'gold[0]: must be [label, start, end]'],
  ['span_prf_strict', { documents: [{ gold: [] }] }, 'documents[0].pred: must be a list'],
  ['span_prf_strict', { gold: [], documents: [] }, 'documents: give either gold or documents'],
  ['iou_spans', { a: [0, 1, 2], b: [0, 1] }, 'a: must be [start, end]'],
  ['iou_spans', { a: [0, 1] }, 'b: must be a list'],
  ['iou_optimal_matching_sum', { A: [], B: [[1]] }, 'B[0]: end: must be a number'],
  [
    'bootstrap_percentile_ci_low',
    { counts: [[2, 0]], measure: 'gamma' },
    'measure: must be the name of a measure of ratings',
  ],
  [
    'bootstrap_percentile_ci_low',
    { counts: [[2, 0]], alpha: 1 },
    'alpha: must lie between 0 and 1',
  ],
  [
    'bootstrap_percentile_ci_low',
    { counts: [[2, 0]], B: 0 },
    'B: must be a whole number of 1 or more',
  ],
  [
    'bootstrap_percentile_ci_low',
    { counts: [[2, 0]], resampleIndices: 'x.json' },
    'resampleIndices: names a file; give the lists themselves',
  ],
  [
    'bootstrap_percentile_ci_low',
    { counts: [[2, 0]], resampleIndices: [[1]] },
    'resampleIndices[0][0]: must be below 1, the number of what is drawn from',
  ],
  [
    'bootstrap_percentile_ci_low',
    {
      counts: [
        [2, 0],
        [0, 2],
      ],
      resampleIndices: [],
    },
    'resampleIndices: has no samples',
  ],
  [
    'bootstrap_percentile_ci_low',
    { counts: [[2, 0]], documents: ['a', 'b'] },
    'documents: must name the article of each unit',
  ],
  [
    'bootstrap_percentile_ci_low',
    { counts: [[2, 0]], documents: [null] },
    'documents[0]: must be the name of an article',
  ],
] as const)('%s of %j is refused by the name of the field', (name, input, words) => {
  const said = measured(name, input);
  if (typeof words === 'string') expect(said).toBe(`refused: ${words}`);
  else expect(said).toMatch(words);
});
