import { describe, expect, it, test } from 'vitest';
import type { LayerContents } from '../log/remove-annotations.ts';
import type { Annotation } from '../model/annotation.ts';
import type { CodebookContent } from '../model/codebook.ts';
import type { JsonObject } from '../model/json.ts';
import { anAnnotation, aRelation, SOME_TIME } from '../testing/builders.ts';
import { aChoice, aCodebook, aLabel, anAttribute, aRelationType } from '../testing/codebook.ts';
import { NO_CHOICES, type PublishChoices } from './gone.ts';
import { type CodebookPlan, planCodebookChange } from './plan-change.ts';

const TEXT = 'One bank, two banks, three banks.';
const KIND = anAttribute({ values: [aChoice('a'), aChoice('b'), aChoice('c')] });
const TAGS = anAttribute({ id: 'tags', type: 'multi-choice', values: KIND.values, order: 2 });
const CURRENT = {
  ...aCodebook({
    attributes: [KIND, TAGS],
    relationTypes: [aRelationType(), aRelationType({ id: 'x' })],
  }),
  version: 3,
};
const [CLAIM = aLabel(), THREAT = aLabel()] = CURRENT.labels;

function annotation(id: string, label: string, attributes: JsonObject = {}): Annotation {
  return anAnnotation(TEXT, [[4, 8]], { id, label, attributes });
}

const ONE = annotation('one', 'threat', { kind: 'a', tags: ['a', 'b'], unknown: 7 });
const TWO = annotation('two', 'claim', { kind: 'b', source: [{ annotation: 'one' }] });
const THREE = { ...annotation('three', 'threat', { kind: 'a' }), analyst: 'ben' };

const LAYERS: readonly LayerContents[] = [
  {
    articleId: ONE.articleId,
    analyst: 'ana',
    annotations: [ONE, TWO],
    relations: [aRelation(TWO, ONE, { id: 'r1' }), aRelation(TWO, TWO, { id: 'r2', type: 'x' })],
  },
  { articleId: 'other', analyst: 'ben', annotations: [THREE], relations: [] },
];

function plan(next: Partial<CodebookContent>, choices: Partial<PublishChoices> = {}): CodebookPlan {
  return planCodebookChange({
    current: CURRENT,
    next: {
      ...aCodebook(),
      attributes: CURRENT.attributes,
      relationTypes: CURRENT.relationTypes,
      ...next,
    },
    choices: { ...NO_CHOICES, ...choices },
    layers: LAYERS,
    versions: [{ number: 3 }],
    publication: { at: SOME_TIME, by: 'ana', summary: 'S' },
  });
}

/** The drafts in layers: record id and fields, the time left out. */
function inLayers({ drafts }: CodebookPlan) {
  return drafts
    .filter(({ c }) => c !== 'project')
    .map(({ r, p: { updatedAt: _at, ...p } }) => [r.split('/')[1], p]);
}

test('what says nothing new cannot be published, nor what is not sound', () => {
  expect(plan({})).toMatchObject({ ready: false, changes: [], drafts: [] });
  const broken = plan({ labels: [] });
  expect(broken.ready).toBe(false);
  expect(broken.problems).not.toEqual([]);
});

test('a rename touches no annotation', () => {
  const renamed = plan({ labels: [{ ...CLAIM, name: 'Assertion' }, THREAT] });
  expect(renamed).toMatchObject({ ready: true, touches: [], annotationsChanged: 0 });
  expect(renamed.drafts.map(({ k, r, p }) => [k, r, k === 'label' ? p : {}])).toEqual([
    ['label', 'claim', { name: 'Assertion' }],
    ['codebook', 'codebook', {}],
    ['codebookVersion', 'v4', {}],
  ]);
  expect(renamed.drafts[1]?.p['version']).toBe(4);
  expect(renamed.drafts[2]?.p).toMatchObject({ number: 4, by: 'ana', at: SOME_TIME, summary: 'S' });
});

test('a project older than versions keeps what it had as a version too', () => {
  const made = planCodebookChange({
    current: { ...CURRENT, version: 1 },
    next: aCodebook({ name: 'New' }),
    choices: { ...NO_CHOICES, attributes: {} },
    layers: [],
    versions: [],
    publication: { at: SOME_TIME, by: 'ana', summary: '' },
  });
  const kept = made.drafts.filter(({ k }) => k === 'codebookVersion').map(({ r }) => r);
  expect(kept).toEqual(['v1', 'v2']);
});

describe('a label that goes', () => {
  const next = { labels: [CLAIM] };

  it('needs a choice where it is in use, and says by whom', () => {
    const undecided = plan(next);
    expect(undecided.ready).toBe(false);
    expect(undecided.drafts).toEqual([]);
    expect(undecided.touches).toEqual([
      {
        what: 'label',
        id: 'threat',
        name: 'threat',
        count: 2,
        articles: 2,
        byAnalyst: { ana: 1, ben: 1 },
        problem: '',
      },
    ]);
  });

  it('takes its annotations along, with their relations, and leaves words behind', () => {
    const removed = plan(next, { labels: { threat: { do: 'remove' } } });
    expect(removed).toMatchObject({
      ready: true,
      annotationsRemoved: 2,
      annotationsChanged: 1,
      relationsRemoved: 1,
    });
    expect(inLayers(removed)).toEqual([
      ['r1', { _del: true }],
      ['one', { _del: true }],
      ['two', { 'a.source': [{ text: 'bank' }] }],
      ['three', { _del: true }],
    ]);
  });

  it('gives them to another, if that is there', () => {
    const given = plan(next, { labels: { threat: { do: 'replace', with: 'claim' } } });
    expect(inLayers(given)).toEqual([
      ['one', { label: 'claim' }],
      ['three', { label: 'claim' }],
    ]);
    const lost = plan(next, { labels: { threat: { do: 'replace', with: 'threat' } } });
    expect(lost.ready).toBe(false);
    expect(lost.touches[0]?.problem).toMatch(/no such label/u);
  });

  it('needs nothing where it is not in use', () => {
    const labels = [...CURRENT.labels, aLabel({ id: 'new', hue: 'green' })];
    const unused = planCodebookChange({
      current: { ...CURRENT, labels },
      next: { ...CURRENT },
      choices: NO_CHOICES,
      layers: LAYERS,
      versions: [],
      publication: { at: SOME_TIME, by: 'ana', summary: '' },
    });
    expect(unused).toMatchObject({ ready: true, touches: [] });
  });
});

describe('a value that goes', () => {
  const next = {
    attributes: [
      { ...KIND, values: [aChoice('b'), aChoice('c')] },
      { ...TAGS, values: [aChoice('b'), aChoice('c')] },
    ],
  };

  it('is cleared, and of a list only itself', () => {
    const choices = { kind: { a: { do: 'remove' } }, tags: { a: { do: 'remove' } } } as const;
    const cleared = plan(next, { values: choices });
    expect(cleared.touches.map(({ attribute, id, count }) => [attribute, id, count])).toEqual([
      ['kind', 'a', 2],
      ['tags', 'a', 1],
    ]);
    expect(inLayers(cleared)).toEqual([
      ['one', { 'a.kind': null, 'a.tags': ['b'] }],
      ['three', { 'a.kind': null }],
    ]);
  });

  it('becomes another, once', () => {
    const toB = { a: { do: 'replace', with: 'b' } } as const;
    expect(inLayers(plan(next, { values: { kind: toB, tags: toB } }))).toEqual([
      ['one', { 'a.kind': 'b', 'a.tags': ['b'] }],
      ['three', { 'a.kind': 'b' }],
    ]);
    const lost = plan(next, { values: { kind: { a: { do: 'replace', with: 'z' } }, tags: toB } });
    expect(lost.touches[0]?.problem).toMatch(/no such value/u);
  });
});

describe('an attribute that goes', () => {
  it('is cleared, or moves where the values fit and nothing is answered yet', () => {
    const fresh = anAttribute({ id: 'fresh', values: KIND.values, order: 3 });
    const next = { attributes: [TAGS, fresh] };
    expect(inLayers(plan(next, { attributes: { kind: { do: 'remove' } } }))).toEqual([
      ['one', { 'a.kind': null }],
      ['two', { 'a.kind': null }],
      ['three', { 'a.kind': null }],
    ]);
    const moved = plan(next, { attributes: { kind: { do: 'replace', with: 'fresh' } } });
    expect(inLayers(moved)[1]).toEqual(['two', { 'a.kind': null, 'a.fresh': 'b' }]);
  });

  it('does not move to what is of another kind or lacks a value in use', () => {
    const narrow = anAttribute({ id: 'narrow', values: [aChoice('a')], order: 3 });
    const next = { attributes: [TAGS, narrow] };
    const to = (id: string) => plan(next, { attributes: { kind: { do: 'replace', with: id } } });
    expect(to('tags').touches[0]?.problem).toMatch(/another kind/u);
    expect(to('narrow').touches[0]?.problem).toMatch(/no value “b”/u);
    expect(to('kind').touches[0]?.problem).toMatch(/no such attribute/u);
  });

  it('goes as well when its kind changes, but not from a date to a text', () => {
    const changed = plan({ attributes: [{ ...KIND, type: 'multi-choice' }, TAGS] });
    expect(changed.touches.map(({ what, id, count }) => [what, id, count])).toEqual([
      ['attribute', 'kind', 3],
    ]);
    const date = anAttribute({ type: 'date' });
    const text = planCodebookChange({
      current: { ...CURRENT, attributes: [date] },
      next: { ...CURRENT, attributes: [{ ...date, type: 'text' }] },
      choices: NO_CHOICES,
      layers: LAYERS,
      versions: [],
      publication: { at: SOME_TIME, by: 'ana', summary: '' },
    });
    expect(text.touches).toEqual([]);
  });
});

test('a relation type that goes takes its relations along, or gives them to another', () => {
  const next = { relationTypes: [aRelationType()] };
  expect(plan(next).touches).toMatchObject([{ what: 'relationType', id: 'x', count: 1 }]);
  const removed = plan(next, { relationTypes: { x: { do: 'remove' } } });
  expect(inLayers(removed)).toEqual([['r2', { _del: true }]]);
  const given = plan(next, { relationTypes: { x: { do: 'replace', with: 'targets' } } });
  expect(inLayers(given)).toEqual([['r2', { type: 'targets' }]]);
  expect(given.relationsChanged).toBe(1);
  const lost = plan(next, { relationTypes: { x: { do: 'replace', with: 'y' } } });
  expect(lost.touches[0]?.problem).toMatch(/no such relation type/u);
});
