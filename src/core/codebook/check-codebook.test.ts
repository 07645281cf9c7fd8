import { expect, test } from 'vitest';
import type { CodebookContent } from '../model/codebook.ts';
import {
  aChoice,
  aCodebook,
  aLabel,
  anAttribute,
  aRelationType,
  aRule,
} from '../testing/codebook.ts';
import { checkCodebook } from './check-codebook.ts';

const CLAIM = aLabel();
const VALUES = [aChoice('a', { key: 'x' }), aChoice('b')];

type Row = readonly [string, Partial<CodebookContent>, string];

const WRONG: readonly Row[] = [
  ['no label', { labels: [] }, 'labels: has no label'],
  ['an id with a slash', { rules: [aRule({ id: 'a/b' })] }, 'rules.0.id: “a/b” is not a plain id'],
  ['an id of a device', { rules: [aRule({ id: 'con' })] }, 'rules.0.id: “con” is not a plain id'],
  [
    'ids that one disk cannot tell apart',
    { rules: [aRule({ id: 'r' }), aRule({ id: 'R', number: 2 })] },
    'rules.1.id: “r” is used twice',
  ],
  ['an empty name', { labels: [aLabel({ name: ' ' })] }, 'labels.0.name: is empty'],
  [
    'a name without end',
    { labels: [aLabel({ name: 'x'.repeat(121) })] },
    'labels.0.name: is longer',
  ],
  [
    'two names alike',
    { labels: [CLAIM, aLabel({ id: 'b', name: 'CLAIM', hue: 'red' })] },
    'labels.1.name: “CLAIM” is used twice',
  ],
  [
    'two letters in one',
    { labels: [aLabel({ letter: 'CL' })] },
    'labels.0.letter: is one character',
  ],
  [
    'two labels with one letter',
    { labels: [CLAIM, aLabel({ id: 'b', letter: 'c', hue: 'red' })] },
    'labels.1.letter: “C” is the letter of two labels',
  ],
  ['a key that is none', { labels: [aLabel({ shortcut: 'x' })] }, 'labels.0.shortcut: is a digit'],
  [
    'two labels with one key',
    { labels: [aLabel({ shortcut: '1' }), aLabel({ id: 'b', shortcut: '1', hue: 'red' })] },
    'labels.1.shortcut: “1” is the key of two labels',
  ],
  [
    'two labels with one look',
    { labels: [CLAIM, aLabel({ id: 'b' })] },
    'labels.1.pattern: “blue, single” is the colour and line of two labels',
  ],
  [
    'a choice of nothing',
    { attributes: [anAttribute()] },
    'attributes.0.values: a choice needs values',
  ],
  [
    'values of a text',
    { attributes: [anAttribute({ type: 'text', values: VALUES })] },
    'attributes.0.values: an attribute of type text has no values',
  ],
  [
    'two values with one key',
    { attributes: [anAttribute({ values: [...VALUES, aChoice('c', { key: 'x' })] })] },
    'attributes.0.values.2.key: “x” is used twice',
  ],
  [
    'two values with one id',
    { attributes: [anAttribute({ values: [...VALUES, aChoice('a', { name: 'c' })] })] },
    'attributes.0.values.2.id: “a” is used twice',
  ],
  [
    'a key of two strokes',
    { attributes: [anAttribute({ values: [aChoice('a', { key: 'F' })] })] },
    'attributes.0.values.0.key: is a digit',
  ],
  [
    'a value id that is a path',
    { attributes: [anAttribute({ values: [aChoice('../a')] })] },
    'attributes.0.values.0.id: “../a” is not a plain id',
  ],
  [
    'an attribute without a name',
    { attributes: [anAttribute({ name: '', values: VALUES })] },
    'attributes.0.name: is empty',
  ],
  [
    'an attribute of a label that is not there',
    { attributes: [anAttribute({ values: VALUES, labels: ['gone'] })] },
    'attributes.0.labels.0: there is no label “gone”',
  ],
  [
    'a condition on nothing',
    { attributes: [anAttribute({ values: VALUES, showWhen: { attribute: 'x', anyOf: ['a'] } })] },
    'attributes.0.showWhen.attribute: there is no attribute “x”',
  ],
  [
    'a condition on itself',
    {
      attributes: [anAttribute({ values: VALUES, showWhen: { attribute: 'kind', anyOf: ['a'] } })],
    },
    'attributes.0.showWhen: an attribute cannot depend on itself',
  ],
  [
    'a condition on no value',
    { attributes: [conditioned('b', 'kind', []), anAttribute({ values: VALUES })] },
    'attributes.0.showWhen.anyOf: names no value',
  ],
  [
    'a condition on a value that is not there',
    { attributes: [conditioned('b', 'kind', ['z']), anAttribute({ values: VALUES })] },
    'attributes.0.showWhen.anyOf.0: “kind” has no value “z”',
  ],
  [
    'a condition on a word where yes or no is meant',
    { attributes: [conditioned('b', 'kind', ['true']), anAttribute({ type: 'boolean' })] },
    'attributes.0.showWhen.anyOf.0: “kind” has no value “true”',
  ],
  [
    'conditions in a ring',
    {
      attributes: [
        { ...conditioned('b', 'kind', ['a']), values: VALUES },
        { ...conditioned('kind', 'b', ['a']), values: VALUES },
      ],
    },
    'attributes.0.showWhen: waits, by way of others, for itself',
  ],
  [
    'a relation from a label that is not there',
    { relationTypes: [aRelationType({ from: ['gone'] })] },
    'relationTypes.0.from.0: there is no label “gone”',
  ],
  [
    'a relation to a label that is not there',
    { relationTypes: [aRelationType({ to: ['gone'] })] },
    'relationTypes.0.to.0: there is no label “gone”',
  ],
  [
    'a rule about nothing',
    { rules: [aRule({ labels: ['gone'] })] },
    'rules.0.labels.0: there is no',
  ],
  [
    'two rules with one number',
    { rules: [aRule(), aRule({ id: 'other' })] },
    'rules.1.number: 1 is used twice',
  ],
  ['a book in a field', { guidelines: 'x'.repeat(200_001) }, 'guidelines: is longer than'],
];

function conditioned(id: string, attribute: string, anyOf: string[]) {
  return anAttribute({ id, type: 'choice', values: VALUES, showWhen: { attribute, anyOf } });
}

test.each(WRONG)('%s is found', (_what, over, words) => {
  const found = checkCodebook(aCodebook(over)).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
  expect(found.join('\n')).toContain(words);
});

test('what is sound passes; retired labels may look like others; conditions may chain', () => {
  expect(checkCodebook(aCodebook())).toEqual([]);
  const labels = [CLAIM, aLabel({ id: 'old', retired: true, letter: 'C' })];
  expect(checkCodebook(aCodebook({ labels, attributes: [], rules: [] }))).toEqual([]);
  const attributes = [
    conditioned('a', 'b', ['a']),
    conditioned('b', 'kind', ['b']),
    anAttribute({ values: VALUES }),
  ];
  expect(checkCodebook(aCodebook({ attributes }))).toEqual([]);
});
