import { describe, expect, it } from 'vitest';
import {
  anAnnotation,
  anArticle,
  anExportArticle,
  aRelation,
  exportAgain,
} from '../testing/builders.ts';
import { readDataset, writeDataset } from '../testing/datasets.ts';
import {
  nastyArticles,
  placesOf,
  refusalOf,
  sample,
  sampleNames,
  thereAndBack,
  valueOf,
} from '../testing/format-cases.ts';
import { tei } from './tei.ts';
import { elementsIn, readXml } from './xml.ts';

const TEXT = 'x\u0001 Acme said:\r\nNew\nYork. ';
const first = anAnnotation(TEXT, [[3, 7]], { id: 'first', note: 'two\nlines', confidence: 'low' });
const second = anAnnotation(
  TEXT,
  [
    [3, 7],
    [15, 23],
  ],
  { id: 'second', label: '<Threat> x', attributes: { n: 2, many: ['a'] } },
);
const article = anExportArticle(TEXT, {
  article: anArticle(TEXT, { id: 'one' }),
  annotations: [first, second, { ...first, analyst: 'ben' }],
  relations: [aRelation(second, first, { id: 'link', note: 'why' })],
});

describe('TEI that is written', () => {
  it('points to nothing that is not there, and has each id once', () => {
    const bytes = writeDataset(tei, [article]).get('one.xml');
    const all = [...elementsIn(valueOf(readXml(Buffer.from(bytes ?? []).toString('utf8'))))];
    const ids = all.flatMap(({ attributes }) => attributes.get('xml:id') ?? []);
    const pointed = all.flatMap(({ attributes }) =>
      ['from', 'to', 'ana', 'resp', 'target', 'prev'].flatMap(
        (name) => attributes.get(name)?.split(' ') ?? [],
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(pointed.length).toBeGreaterThan(10);
    expect(pointed.filter((one) => !ids.includes(one.slice(1)))).toEqual([]);
  });

  it('comes back as it was', () => {
    const { read, lost } = thereAndBack(tei, [article]);
    const [again] = read.map(exportAgain);
    expect(again?.text).toBe(TEXT);
    expect(again?.annotations).toEqual(
      article.annotations.map((one) => ({ ...one, articleId: 'one', origin: { kind: 'import' } })),
    );
    expect(again?.relations).toEqual([{ ...article.relations[0], articleId: 'one' }]);
    expect(again?.article).toMatchObject({ id: 'one', title: 'A title', outlet: 'An outlet' });
    expect(lost.map(({ count }) => count)).toEqual([1]);
  });

  it.each(nastyArticles())('comes back with nasty text: %s', (_id, one) => {
    const { read } = thereAndBack(tei, [one]);
    expect(placesOf(read[0]?.annotations ?? [])).toEqual(placesOf(one.annotations));
    expect(read[0]?.text).toBe(one.text);
  });
});

describe('TEI of others', () => {
  it.skipIf(sampleNames('tei').length === 0)('holds spans over words', () => {
    const name = 'standoff_spec_example.xml';
    const read = valueOf(readDataset(tei, [[name, sample('tei', name)]])[0]);
    expect(read.article.title).toBe('MLK letter, stand-off example');
    expect(
      read.annotations.map((one) => [one.labelName, one.anchor.quote, one.attributes['lemma']]),
    ).toEqual([
      ['wordForm', ['I'], 'I'],
      ['wordForm', ['wanna'], 'want'],
      ['wordForm', ['wanna'], 'to'],
      ['wordForm', ['put up'], 'put up'],
    ]);
    const lone = 'annotation_spec_example.xml';
    expect(refusalOf(readDataset(tei, [[lone, sample('tei', lone)]])[0])).toContain('no text');
  });

  it.each([
    ['<TEI>\n<', /^2: /],
    ['<TEI/>', /no text/],
    ['<!DOCTYPE TEI SYSTEM "x.dtd"><TEI/>', /DOCTYPE/],
  ])('is refused where it is damaged: %j', (content, said) => {
    expect(refusalOf(readDataset(tei, [['x.xml', content]])[0])).toMatch(said);
  });
});
