import { describe, expect, it } from 'vitest';
import { entryAlike, foldedName } from '../../codebook/alike-names.ts';
import { checkCodebook } from '../../codebook/check-codebook.ts';
import { DEFAULT_CODEBOOK } from '../../codebook/default-codebook.ts';
import type { Json } from '../../model/json.ts';
import { readOptions } from '../../testing/builders.ts';
import type { ReadArticle } from '../format.ts';
import { readArticleValue } from '../jsonl-read.ts';
import { nameKey, nameTally, sumNames } from './foreign-names.ts';
import { mapArticle } from './map-article.ts';
import { mapNames, matchOf, type NameChoice, NO_WISHES } from './match-names.ts';

const TEXT = 'Moscow would answer. Brussels waits.';
const [MOSCOW, BRUSSELS] = [
  { spans: [[0, 6]], quote: ['Moscow'], analyst: 'Lena' },
  { spans: [[21, 29]], quote: ['Brussels'], analyst: 'Lena' },
];

function read(value: { readonly [field: string]: Json }): ReadArticle {
  const done = readArticleValue({ text: TEXT, ...value }, { line: 1 }, readOptions());
  if (!done.ok) throw new Error(done.error.message);
  return done.value;
}

const ARTICLE = read({
  annotations: [
    {
      id: 'one',
      label: 'ORG',
      attributes: { score: 2, source: [{ annotation: 'two' }] },
      ...MOSCOW,
    },
    { id: 'two', label: 'Sanctions_proposals', attributes: { score: 3 }, ...BRUSSELS },
    { id: 'three', label: 'threat', ...MOSCOW },
  ],
  relations: [{ id: 'r', type: 'about', from: 'one', to: 'two', analyst: 'Lena' }],
  comments: [
    {
      id: 'c',
      text: 'Sure?',
      target: 'two',
      targetAnalyst: 'Lena',
      analyst: 'Cy',
      createdAt: '2026-01-01T00:00:00.000Z',
    },
  ],
  documentLabels: { Lena: { sport: true } },
});

function tallied(...articles: readonly ReadArticle[]) {
  const tally = nameTally();
  for (const one of articles) tally.take(one);
  return tally.all();
}

function mapped(choices: Readonly<Record<string, NameChoice>> = {}) {
  const wishes = { ...NO_WISHES, choices: new Map(Object.entries(choices)) };
  return mapNames(tallied(ARTICLE), DEFAULT_CODEBOOK, wishes);
}

describe('names that are alike', () => {
  it.each([
    ['Sanctions_proposal', 'Sanctions proposal'],
    ['SANCTIONS-PROPOSALS', 'Sanctions proposal'],
    ['sanctionsProposal', 'Sanctions proposal'],
    ['  Threats ', 'threat'],
    ['Entities', 'entity'],
    ['Classes', 'class'],
    ['Bus', 'bus'],
    ['تهديد', 'تهديد'],
  ])('%s is like %s', (foreign, ours) => {
    expect(foldedName(foreign)).toBe(foldedName(ours));
  });

  it.each([
    ['Threat', 'Treat'],
    ['Loss', 'Los'],
    ['Status', 'Statu'],
    ['C++', 'C#+x'],
    ['', 'x'],
  ])('%s is not like %s', (foreign, ours) => {
    expect(foldedName(foreign)).not.toBe(foldedName(ours));
  });

  it('a suggestion is made only where one entry is alike', () => {
    const entries = ['Threat', 'Claim', 'claims'].map((name, i) => ({ id: String(i), name }));
    expect(entryAlike('threats', entries)?.name).toBe('Threat');
    expect(entryAlike('CLAIM', entries)).toBeUndefined();
    expect(entryAlike('***', [{ id: '-', name: '!' }])).toBeUndefined();
  });
});

describe('a tally', () => {
  it('counts names by kind, the most used first, each with its first words', () => {
    expect(
      tallied(ARTICLE, ARTICLE).map(({ kind, name, count, example, type }) =>
        [kind, name, count, example, type].join(' | '),
      ),
    ).toEqual([
      'label | ORG | 2 | Moscow | text',
      'label | Sanctions_proposals | 2 | Brussels | text',
      'label | threat | 2 | Moscow | text',
      'document | sport | 2 | Moscow would answer. Brussels waits. | text',
      'attribute | score | 4 | 2 | number',
      'attribute | source | 2 | [{"annotation":"two"}] | text',
      'relation | about | 2 | Moscow → Brussels | text',
    ]);
    expect(sumNames([tallied(ARTICLE), tallied(ARTICLE)])).toEqual(tallied(ARTICLE, ARTICLE));
  });
});

describe('where names lead', () => {
  it('to the same, to what is alike, to something new, or nowhere', () => {
    const { targets, codebook, undecided } = mapped();
    expect(Object.fromEntries(targets)).toEqual({
      'label ORG': { do: 'map', to: 'org', how: 'made' },
      'label Sanctions_proposals': { do: 'map', to: 'sanctions-proposal', how: 'alike' },
      'label threat': { do: 'map', to: 'threat', how: 'same' },
      'document sport': { do: 'keep' },
      'attribute score': { do: 'keep' },
      'attribute source': { do: 'map', to: 'source', how: 'same' },
      'relation about': { do: 'keep' },
    });
    expect(undecided).toEqual([]);
    expect(codebook.labels.map(({ name }) => name)).toEqual([
      ...DEFAULT_CODEBOOK.labels.map(({ name }) => name),
      'ORG',
    ]);
    expect(checkCodebook(codebook)).toEqual([]);
  });

  it('where somebody must say it, what is like nothing is asked about', () => {
    const wishes = { choices: new Map(), unmatched: 'ask' } as const;
    const done = mapNames(tallied(ARTICLE), DEFAULT_CODEBOOK, wishes);
    expect(done.undecided.map(({ name }) => name)).toEqual(['ORG']);
    const gone = mapped({ 'label threat': { do: 'map', to: 'no-such' } });
    expect(gone.undecided.map(({ name }) => name)).toEqual(['threat']);
    expect(mapped({ 'label threat': { do: 'keep' } }).undecided).toHaveLength(1);
  });

  it('what is made fits the codebook: ids, letters, types, the labels it belongs to', () => {
    const { codebook, targets } = mapped({
      'label ORG': { do: 'create', name: 'Threat Organisation' },
      'document sport': { do: 'create' },
      'attribute score': { do: 'create' },
      'relation about': { do: 'create' },
    });
    expect(checkCodebook(codebook)).toEqual([]);
    expect(codebook.labels.at(-1)).toMatchObject({ id: 'sport', document: true });
    expect(codebook.labels.at(-2)?.letter).not.toBe('T');
    expect(codebook.attributes.at(-1)).toMatchObject({
      id: 'score',
      type: 'number',
      labels: ['threat-organisation', 'sanctions-proposal'],
    });
    expect(targets.get(nameKey('relation', 'about'))).toMatchObject({
      to: codebook.relationTypes.at(-1)?.id,
    });
  });

  it('many names, also those without a letter, make a sound codebook of distinct labels', () => {
    const names = ['ORG!', 'ORG?', 'org', '###', '%%%', 'x'.repeat(400), 'Ünïcode', 'Ж', ' '];
    const tally = names.map((name) => ({
      kind: 'label' as const,
      name,
      count: 1,
      example: '',
      type: 'text' as const,
      under: new Set<string>(),
    }));
    const { codebook, targets } = mapNames(tally, DEFAULT_CODEBOOK, NO_WISHES);
    expect(checkCodebook(codebook)).toEqual([]);
    const ids = names.map((name) => {
      const target = targets.get(nameKey('label', name));
      return target?.do === 'map' ? target.to : '';
    });
    expect(new Set(ids).size).toBe(names.length);
  });

  it('a retired label is not suggested; its very name still means it', () => {
    const labels = DEFAULT_CODEBOOK.labels.map((one) => ({ ...one, retired: true }));
    const codebook = { ...DEFAULT_CODEBOOK, labels };
    expect(matchOf({ kind: 'label', name: 'Claims' }, codebook)).toBeUndefined();
    expect(matchOf({ kind: 'label', name: 'CLAIM' }, codebook)).toEqual({
      to: 'claim',
      how: 'same',
    });
  });
});

describe('an article under the names of the codebook', () => {
  it('has them everywhere', () => {
    const { read: done, leftOut } = mapArticle(
      ARTICLE,
      mapped({
        'label ORG': { do: 'map', to: 'actor' },
        'attribute score': { do: 'create', name: 'How sure' },
        'relation about': { do: 'create', name: 'is about' },
        'document sport': { do: 'create', name: 'Sports' },
      }),
    );
    expect(done.annotations.map(({ labelName }) => labelName)).toEqual([
      'actor',
      'sanctions-proposal',
      'threat',
    ]);
    expect(done.annotations[0]?.attributes).toEqual({
      'how-sure': 2,
      source: [{ annotation: 'two' }],
    });
    expect(done.relations.map(({ type }) => type)).toEqual(['is-about']);
    expect(done.documentLabels).toEqual([{ analystName: 'Lena', labels: { sports: true } }]);
    expect(leftOut).toEqual([]);
    expect(done.annotations.map(({ id }) => id)).toEqual(ARTICLE.annotations.map(({ id }) => id));
  });

  it('hands back what was left out, with all that hangs on it', () => {
    const { read: done, leftOut } = mapArticle(
      ARTICLE,
      mapped({
        'label Sanctions_proposals': { do: 'leave' },
        'attribute score': { do: 'leave' },
        'document sport': { do: 'leave' },
      }),
    );
    expect(done.annotations.map(({ id }) => id)).toEqual(['one', 'three']);
    expect(done.annotations[0]?.attributes).toEqual({ source: [{ text: 'Brussels' }] });
    expect([done.relations, done.comments]).toEqual([[], []]);
    expect(leftOut.map(({ path }) => path)).toEqual([
      'label Sanctions_proposals',
      'attribute score',
      'relation about',
      'label of the article sport',
      'comment',
    ]);
    expect(JSON.stringify(leftOut)).toContain('"score":3');
  });

  it('two attributes that lead to one keep the first, and hand the other back', () => {
    const twice = read({
      annotations: [{ id: 'one', label: 'threat', attributes: { a: 1, b: 2 }, ...MOSCOW }],
    });
    const wishes = {
      ...NO_WISHES,
      choices: new Map<string, NameChoice>([
        ['attribute a', { do: 'map', to: 'source' }],
        ['attribute b', { do: 'map', to: 'source' }],
      ]),
    };
    const mapping = mapNames(tallied(twice), DEFAULT_CODEBOOK, wishes);
    const { read: done, leftOut } = mapArticle(twice, mapping);
    expect(done.annotations[0]?.attributes).toEqual({ source: 1 });
    expect(leftOut).toEqual([
      { path: 'attribute b', value: { annotation: 'one', analyst: 'Lena', value: 2 } },
    ]);
  });
});
