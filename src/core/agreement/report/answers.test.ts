import { expect, it } from 'vitest';
import type { Attribute, AttributeType } from '../../model/attribute.ts';
import type { Json } from '../../model/json.ts';
import { AnswerBook, NOT_ASKED, SILENT } from './answers.ts';

function asked(type: AttributeType, more: Partial<Attribute> = {}): Attribute {
  return {
    id: 'said',
    name: 'Said',
    type,
    labels: [],
    values: [],
    required: false,
    showWhen: null,
    agreement: true,
    group: '',
    definition: '',
    enabled: true,
    multiple: false,
    order: 0,
    ...more,
  };
}

function codes(type: AttributeType, values: readonly (Json | undefined)[]): readonly number[] {
  const book = new AnswerBook(asked(type));
  return values.map((value) => book.codeOf(value === undefined ? {} : { said: value }));
}

it('gives equal answers one number, whatever their case, edges and composition', () => {
  expect(codes('text', ['Moscow', ' moscow ', 'caf\u00e9', 'cafe\u0301', 'Kyiv'])).toEqual([
    1, 1, 2, 2, 3,
  ]);
});

it.each<[AttributeType, Json | undefined]>([
  ['choice', undefined],
  ['choice', null],
  ['text', ''],
  ['text', '   '],
  ['multi-choice', []],
  ['multi-choice', [null, ' ']],
  ['number', 'seven'],
  ['number', Number.NaN],
])('takes what says nothing, in a %s, for silence: %j', (type, value) => {
  expect(codes(type, [value])).toEqual([SILENT]);
});

it('compares numbers as numbers, and zero is one of them', () => {
  const book = new AnswerBook(asked('number'));
  const given = [0, -0, 2.5].map((said) => book.codeOf({ said }));
  expect(given).toEqual([1, 1, 2]);
  expect(given.map((code) => book.numbers[code])).toEqual([0, 0, 2.5]);
});

it('compares several choices as a set, in which nothing counts twice', () => {
  const book = new AnswerBook(asked('multi-choice'));
  const given = [['b', 'a'], ['a', 'b', 'a'], ['a'], 'a'].map((said) => book.codeOf({ said }));
  expect(given).toEqual([1, 1, 2, 2]);
  expect(book.sets.slice(1)).toEqual([['a', 'b'], ['a']]);
  expect(book.size).toBe(3);
});

it('reads actors by their words or their annotation, and places by their words', () => {
  const actors = [[{ text: 'Moscow' }], [{ text: 'moscow ' }], [{ annotation: 'a1' }], { odd: 1 }];
  expect(codes('actor', actors)).toEqual([1, 1, 2, 3]);
  const places = [
    { quote: ['one', 'two'], spans: [[0, 3]] },
    { quote: ['One', 'two', 3], spans: [[9, 12]] },
  ];
  expect(codes('span', places)).toEqual([1, 1]);
});

it('tells yes from no', () => {
  expect(codes('boolean', [true, false, true])).toEqual([1, 2, 1]);
});

it('does not ask what is shown only beside another answer', () => {
  const showWhen = { attribute: 'kind', anyOf: ['veiled'] };
  const book = new AnswerBook(asked('text', { showWhen }));
  expect(book.codeOf({ kind: 'open', said: 'x' })).toBe(NOT_ASKED);
  expect(book.codeOf({ kind: 'veiled' })).toBe(SILENT);
  expect(book.codeOf({ kind: 'veiled', said: 'x' })).toBe(1);
});
