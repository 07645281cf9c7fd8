import { describe, expect, it } from 'vitest';
import { anAttribute } from '../testing/codebook.ts';
import { attributeValues } from './attribute-values.ts';
import { finish } from './body.ts';
import { meetingsOf } from './co-occurrence.ts';
import { attributeNames } from './names.ts';
import { spreadsheetCsv } from './spreadsheet-csv.ts';
import { type ChartId, labelsInUse, tableOf } from './table.ts';
import { createTally } from './tally.ts';
import { aRow } from './testing/rows.ts';

const rows = [
  aRow({ id: '1', attributes: { mode: 'x' } }),
  aRow({ id: '2', label: 'old', spans: [[2, 6]] }),
];
const tally = createTally(3, ['ana']);
finish(
  tally.add({
    articleId: 'art',
    analyst: 'ana',
    state: 'in-progress',
    words: 300,
    rows,
    meetings: finish(meetingsOf(rows, 'Some words.', [])),
  }),
);
const report = finish(tally.report());
const names = {
  ...attributeNames([]),
  labels: [
    { id: 'claim', name: 'Claim' },
    { id: 'threat', name: 'Threat' },
  ],
  analyst: (id: string) => `Ms ${id}`,
  article: () => '=1+1, "so"',
};

describe('the numbers of a chart', () => {
  it.each<[ChartId, (string | number)[][]]>([
    [
      'labels',
      [
        ['Claim', 1, 3.333],
        ['Threat', 0, 0],
        ['old', 1, 3.333],
      ],
    ],
    ['attributes', [['Claim', 'Mode', 'X', 1]]],
    ['articles', [['art', '=1+1, "so"', 2, 1, 0, 1, 300, 6.667]]],
    ['analysts', [['Ms ana', 2, 1, 0, 1, 1, 300, 6.667]]],
    ['days', [['2026-01-21', 2, 1, 0, 1]]],
    ['progress', [['2026-01-21', 1, 3, 2]]],
    ['states', [['Ms ana', 2, 1, 0]]],
    [
      'meetings',
      [
        ['overlapping words', 'Claim', 'old', 1, 1, 1, 1, 1],
        ['sentence', 'Claim', 'old', 1, 1, 1, 1, 1],
        ['article', 'Claim', 'old', 1, 1, 1, 1, 1],
      ],
    ],
  ])('%s', (chart, expected) => {
    const table = tableOf(report, chart, names);
    expect(table.rows).toEqual(expected);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  it('know labels that the codebook has lost', () => {
    expect(labelsInUse(report, names.labels).map(({ name }) => name)).toEqual([
      'Claim',
      'Threat',
      'old',
    ]);
  });
});

describe('CSV for spreadsheets', () => {
  const text = (values: (string | number)[]): string =>
    [...spreadsheetCsv({ columns: ['a'], rows: [values] })].join('');

  it('quotes as RFC 4180 says, and runs no formula', () => {
    expect([...spreadsheetCsv(tableOf(report, 'articles', names))].join('').split('\r\n')[1]).toBe(
      `art,"'=1+1, ""so""",2,1,0,1,300,6.667`,
    );
    expect(text(['+1', '-x', '@a', '\tb', 'plain', -3])).toBe(`a\r\n'+1,'-x,'@a,'\tb,plain,-3\r\n`);
    expect(text(['a\r\nb', ' edge', 'a"b'])).toBe(`a\r\n"a\r\nb"," edge","a""b"\r\n`);
  });

  it('writes every row, in pieces', () => {
    const many = Array.from({ length: 600 }, (_, row) => [row]);
    const pieces = [...spreadsheetCsv({ columns: ['n'], rows: many })];
    expect(pieces).toHaveLength(4);
    expect(pieces.join('').split('\r\n')).toHaveLength(602);
  });
});

it.each<[Parameters<typeof attributeValues>[0], readonly string[]]>([
  [undefined, []],
  [null, []],
  ['', []],
  ['x', ['x']],
  [0, ['0']],
  [false, ['false']],
  [
    ['x', 'y', 'x', ''],
    ['x', 'y'],
  ],
  [{ text: 'Moscow' }, ['Moscow']],
  [{ quote: ['a', 'b'], spans: [] }, ['a … b']],
  [{ annotation: 'an_1' }, ['{"annotation":"an_1"}']],
])('an attribute that is %j says %j', (value, expected) => {
  expect(attributeValues(value)).toEqual(expected);
});

describe('names of attributes', () => {
  const choice = { id: 'eu', name: 'European Union', key: '', definition: '' };
  const named = attributeNames([
    anAttribute({ id: 'regime', name: 'Regime', type: 'choice', values: [choice] }),
    anAttribute({ id: 'met', name: 'Met?', type: 'boolean' }),
  ]);

  it.each([
    ['regime', 'eu', 'Regime: European Union'],
    ['regime', 'un_ga', 'Regime: un_ga'],
    ['met', 'false', 'Met?: No'],
    ['met', 'true', 'Met?: Yes'],
    ['time_frame', 'not_yet', 'Time frame: Not yet'],
    ['who', 'Council of the EU', 'Who: Council of the EU'],
    ['Wer', '', 'Wer: '],
  ])('%s and %s are %s', (attribute, value, words) => {
    expect(`${named.attribute(attribute)}: ${named.value(attribute, value)}`).toBe(words);
  });
});
