import { expect, test } from 'vitest';
import type { Attribute } from '../model/attribute.ts';
import type { Json } from '../model/json.ts';
import { aChoice, anAttribute } from '../testing/codebook.ts';
import { actorsIn, checkAttributeValue, isUnanswered } from './attribute-value.ts';

const TEXT = 'Banks will be cut off 🚀 if troops move.';
const CONTEXT = {
  text: TEXT,
  hasAnnotation: (id: string) => id === 'an_1',
  hasArticle: (id: string) => id === 'art-1',
};
const VALUES = [aChoice('a'), aChoice('b')];

type Row = readonly [Partial<Attribute>, Json, RegExp | undefined];

const ROWS: readonly Row[] = [
  [{ values: VALUES }, 'a', undefined],
  [{ values: VALUES }, null, undefined],
  [{ values: VALUES }, 'c', /no value “c”/u],
  [{ values: VALUES }, ['a'], /one of its values/u],
  [{ type: 'multi-choice', values: VALUES }, ['a', 'b'], undefined],
  [{ type: 'multi-choice', values: VALUES }, [], undefined],
  [{ type: 'multi-choice', values: VALUES }, 'a', /a list/u],
  [{ type: 'multi-choice', values: VALUES }, ['a', 'a'], /twice/u],
  [{ type: 'multi-choice', values: VALUES }, ['c'], /no value/u],
  [{ type: 'text' }, 'words', undefined],
  [{ type: 'text' }, 'x'.repeat(100_001), /text of up to/u],
  [{ type: 'text' }, 1, /text/u],
  [{ type: 'date' }, 'by Friday', undefined],
  [{ type: 'date' }, 20_261_121, /date/u],
  [{ type: 'boolean' }, false, undefined],
  [{ type: 'boolean' }, 'no', /yes or no/u],
  [{ type: 'number' }, 0, undefined],
  [{ type: 'number' }, '0', /number/u],
  [{ type: 'actor', multiple: true }, [{ annotation: 'an_1' }, { text: 'B' }], undefined],
  [{ type: 'actor' }, 'The bank', undefined],
  [{ type: 'actor' }, [{ text: 'A' }, { text: 'B' }], /one actor/u],
  [{ type: 'actor' }, [{ annotation: 'an_2' }], /does not exist/u],
  [{ type: 'actor' }, [{ annotation: 'an_1', text: 'A' }], /annotation or a text/u],
  [{ type: 'actor' }, [{ text: 7 }], /annotation or a text/u],
  [{ type: 'actor' }, [{ text: 'x'.repeat(100_001) }], /too long/u],
  [{ type: 'actor' }, { text: 'A' }, /list of actors/u],
  [{ type: 'span' }, 'in my words', undefined],
  [
    { type: 'span' },
    {
      quote: ['Banks', '🚀'],
      spans: [
        [0, 5],
        [22, 24],
      ],
    },
    undefined,
  ],
  [{ type: 'span' }, { quote: ['Tanks'], spans: [[0, 5]] }, /not the words/u],
  [{ type: 'span' }, { quote: ['x'], spans: [[0, 99]] }, /do not lie/u],
  [{ type: 'span' }, { quote: [TEXT.slice(22, 23)], spans: [[22, 23]] }, /do not lie/u],
  [{ type: 'span' }, { quote: ['a', 'b'], spans: [[0, 5]] }, /words of the article/u],
  [{ type: 'span' }, { quote: [], spans: [] }, /do not lie/u],
  [{ type: 'span' }, { quote: ['Banks'], spans: [[0, 5]], more: 1 }, /words of the article/u],
  [{ type: 'span' }, { quote: ['Banks'], spans: [[0.5, 5]] }, /words of the article/u],
  [{ type: 'article' }, 'art-1', undefined],
  [{ type: 'article' }, 'art-2', /article of the project/u],
];

test.each(ROWS)('%j takes %j: %s', (attribute, value, problem) => {
  const found = checkAttributeValue(anAttribute(attribute), value, CONTEXT);
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(problem);
});

test('actors are read from lists and from words alone', () => {
  expect(actorsIn('The bank')).toEqual([{ text: 'The bank' }]);
  expect(actorsIn([{ annotation: 'a' }, 7, { text: 'B' }])).toEqual([
    { annotation: 'a' },
    { text: 'B' },
  ]);
  expect([actorsIn(' '), actorsIn(undefined), actorsIn(7)]).toEqual([[], [], []]);
});

test('false and 0 are answers; blanks and empty lists are none', () => {
  expect([false, 0, 'x', ['a']].map(isUnanswered)).toEqual([false, false, false, false]);
  expect([undefined, null, ' ', []].map(isUnanswered)).toEqual([true, true, true, true]);
});
