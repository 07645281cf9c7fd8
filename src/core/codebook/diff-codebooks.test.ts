import { describe, expect, it, test } from 'vitest';
import type { CodebookContent, CodebookVersion } from '../model/codebook.ts';
import {
  aChoice,
  aCodebook,
  aLabel,
  anAttribute,
  aRelationType,
  aRule,
} from '../testing/codebook.ts';
import { diffCodebooks } from './diff-codebooks.ts';
import { staleUnder } from './staleness.ts';

const BASE = aCodebook();
const words = (after: CodebookContent) => diffCodebooks(BASE, after).map((change) => change.words);

test('nothing changed, nothing said', () => {
  expect(diffCodebooks(BASE, structuredClone(BASE))).toEqual([]);
});

const KIND = anAttribute({ values: [aChoice('a'), aChoice('b')] });

const CHANGES: readonly (readonly [Partial<CodebookContent>, readonly string[]])[] = [
  [{ name: 'Large' }, ['The codebook is now called “Large”']],
  [{ guidelines: '# New' }, ['The guidelines changed']],
  [
    { labels: [aLabel({ name: 'Assertion', definition: 'x'.repeat(99) })] },
    [
      'Label “threat” removed',
      'Label “claim” is now called “Assertion”',
      'Label “Assertion”: definition changed',
    ],
  ],
  [
    { attributes: [{ ...KIND, required: true, labels: ['claim'] }] },
    [
      'Attribute “kind”: labels changed: all → claim',
      'Attribute “kind”: required changed: no → yes',
    ],
  ],
  [
    { attributes: [{ ...KIND, values: [aChoice('b', { name: 'Bee' }), aChoice('c')] }] },
    [
      'Value “a” of “kind” removed',
      'Value “b” of “kind” is now called “Bee”',
      'Value “c” of “kind” added',
    ],
  ],
  [
    { attributes: [{ ...KIND, values: [aChoice('b'), aChoice('a')] }] },
    ['Attribute “kind”: its values are in another order'],
  ],
  [
    { attributes: [{ ...KIND, showWhen: { attribute: 'x', anyOf: ['y'] } }] },
    ['Attribute “kind”: condition changed'],
  ],
  [
    { relationTypes: [aRelationType({ order: 2 }), aRelationType({ id: 'amends' })] },
    ['Relation type “targets”: position changed: 1 → 2', 'Relation type “amends” added'],
  ],
  [
    { rules: [aRule({ title: 'One act', counterExample: 'Two' })] },
    ['Rule 1 “Rule 1” is now called “One act”', 'Rule 1 “One act”: counter-example changed'],
  ],
];

test.each(CHANGES)('%j', (over, expected) => {
  expect(words(aCodebook(over)).toSorted()).toEqual(expected.toSorted());
});

test('a change is data as well', () => {
  const [change] = diffCodebooks(BASE, aCodebook({ attributes: [{ ...KIND, enabled: false }] }));
  expect(change).toMatchObject({
    kind: 'changed',
    what: 'attribute',
    id: 'kind',
    field: 'enabled',
    before: true,
    after: false,
  });
});

describe('an annotation is stale', () => {
  const version = (number: number, over: Partial<CodebookContent> = {}): CodebookVersion => ({
    number,
    at: '',
    by: '',
    summary: '',
    content: aCodebook(over),
  });
  const first = version(1);
  const stale = (label: string, later: Partial<CodebookContent>, madeUnder = 1) =>
    staleUnder({ label, codebookVersion: madeUnder }, [first, version(2, later)]).map(
      (change) => change.words,
    );
  const definition = { labels: [aLabel({ definition: 'New' }), ...BASE.labels.slice(1)] };

  it('when its label, attributes, rules or the guidelines changed', () => {
    expect(stale('claim', definition)).toEqual(['Label “claim”: definition changed']);
    expect(stale('claim', { rules: [aRule({ text: 'T' })] })).toHaveLength(1);
    expect(stale('claim', { guidelines: 'G' })).toEqual(['The guidelines changed']);
    expect(stale('claim', { attributes: [] })).toEqual(['Attribute “kind” removed']);
    const values = [...KIND.values, aChoice('c')];
    expect(stale('claim', { attributes: [{ ...KIND, values }] })).toHaveLength(1);
  });

  it('not when what changed concerns others, or only how things look and are called', () => {
    expect(stale('threat', definition)).toEqual([]);
    const rules = [aRule(), aRule({ number: 2, labels: ['threat'] })];
    expect(stale('claim', { rules })).toEqual([]);
    expect(stale('threat', { rules })).toHaveLength(1);
    const labels = [aLabel({ name: 'X', hue: 'green', letter: 'X' }), ...BASE.labels.slice(1)];
    expect(stale('claim', { labels })).toEqual([]);
    expect(stale('claim', { relationTypes: [] })).toEqual([]);
  });

  it('not when it was made under the newest version, or under one that was not kept', () => {
    expect(stale('claim', definition, 2)).toEqual([]);
    expect(stale('claim', definition, 7)).toEqual([]);
    expect(staleUnder({ label: 'claim', codebookVersion: 1 }, [])).toEqual([]);
  });
});
