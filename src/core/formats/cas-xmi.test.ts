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
import { casXmi } from './cas-xmi.ts';
import { childElements, elementsIn, readXml, textIn } from './xml.ts';

const TEXT = 'x\u0001 Acme said:\r\nNew\nYork. ';
const first = anAnnotation(TEXT, [[3, 7]], { id: 'first', note: 'a\u0002', confidence: 'low' });
const second = anAnnotation(
  TEXT,
  [
    [3, 7],
    [15, 23],
  ],
  { id: 'second', label: '<Threat> & "x"', attributes: { 'how-sure': 2 } },
);
const article = anExportArticle(TEXT, {
  article: anArticle(TEXT, { id: 'one' }),
  annotations: [first, second],
  relations: [aRelation(second, first, { id: 'link', note: 'why' })],
  documentLabels: [{ analyst: 'ben', labels: { stance: 'firm' } }],
});

describe('XMI that is written', () => {
  it('declares every feature it uses in the type system beside it', () => {
    const files = writeDataset(casXmi, [article]);
    const [xmi, types] = ['one.xmi', 'TypeSystem.xml'].map((path) =>
      valueOf(readXml(Buffer.from(files.get(path) ?? []).toString('utf8'))),
    );
    if (xmi === undefined || types === undefined) throw new Error('no XML');
    const declared = new Map(
      [...elementsIn(types)]
        .filter(({ local }) => local === 'typeDescription')
        .map((one) => {
          const [name, , , ...rest] = childElements(one);
          const features = rest
            .flatMap((all) => childElements(all))
            .map((feature) => {
              const [featureName] = childElements(feature);
              return featureName === undefined ? '' : textIn(featureName);
            });
          return [name === undefined ? '' : textIn(name), features];
        }),
    );
    expect(declared.get('custom.Relation')).toContain('Governor');
    const own = childElements(xmi).filter(({ name }) => name.startsWith('custom:'));
    expect(own).toHaveLength(6);
    const known = ['xmi:id', 'sofa', 'begin', 'end'];
    const undeclared = own.flatMap(({ local, attributes }) =>
      [...attributes.keys()].filter(
        (key) => !known.includes(key) && declared.get(`custom.${local}`)?.includes(key) !== true,
      ),
    );
    expect(undeclared).toEqual([]);
    const [view] = childElements(xmi, 'View');
    const ids = childElements(xmi).flatMap(({ attributes }) => attributes.get('xmi:id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      view?.attributes
        .get('members')
        ?.split(' ')
        .every((id) => ids.includes(id)),
    ).toBe(true);
  });

  it('comes back as it was, but for characters in notes that XML has not', () => {
    const { read, lost } = thereAndBack(casXmi, [article]);
    const [again] = read.map(exportAgain);
    expect(again?.text).toBe(TEXT);
    expect(again?.annotations).toEqual(
      [{ ...first, note: 'a\ufffd' }, second].map((one) => ({
        ...one,
        articleId: 'one',
        origin: { kind: 'import' },
      })),
    );
    expect(again?.relations).toEqual([{ ...article.relations[0], articleId: 'one' }]);
    expect(again?.documentLabels).toEqual(article.documentLabels);
    expect(lost.map(({ count, examples }) => [count, examples])).toEqual([
      [2, ['one: 1 in its text', 'custom.Annotation note: a\u0002']],
    ]);
  });

  it.each(nastyArticles())('comes back with nasty text: %s', (id, one) => {
    const { read, lost } = thereAndBack(casXmi, [one]);
    expect(placesOf(read[0]?.annotations ?? [])).toEqual(placesOf(one.annotations));
    expect(read[0]?.text).toBe(one.text);
    const isIllegal = id.startsWith('13') || id.startsWith('17');
    expect(lost.map(({ count }) => count)).toEqual(isIllegal ? [1] : []);
  });
});

describe.skipIf(sampleNames('uima-cas').length === 0)('XMI of others', () => {
  const read = (name: string): ReturnType<typeof readDataset>[number] | undefined =>
    readDataset(casXmi, [[name, sample('uima-cas', name)]])[0];

  it('holds what INCEpTION wrote, after smileys too', () => {
    const smileys = valueOf(read('cas_with_smileys.xmi'));
    expect(smileys.article.title).toBe('huggingface.txt');
    expect(smileys.refused).toEqual([]);
    expect(smileys.annotations.map((one) => one.anchor.quote[0])).not.toEqual([]);
    expect(refusalOf(read('casWithTextAndAnnotations.xmi'))).toContain('no text');
  });

  it('leaves out tokens and sentences', () => {
    const small = valueOf(read('small_cas.xmi'));
    expect([small.text, small.annotations]).toEqual([
      'Joe waited for the train . The train was late .',
      [],
    ]);
  });
});

describe('XMI that is hostile', () => {
  it.each([
    ['<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">\n<a', 2],
    ['<a/>', 1],
    ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 1],
    ['', 1],
  ])('is refused with its line: %j', (content, line) => {
    const [result] = readDataset(casXmi, [['x.xmi', content]]);
    expect(refusalOf(result)).toMatch(new RegExp(`^${line}: `));
  });
});
