import fc from 'fast-check';
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
import { markedText } from '../testing/nasty-text.ts';
import { webannoTsv } from './webanno-tsv.ts';

const TEXT = 'Acme said. New York!';
const first = anAnnotation(TEXT, [[0, 4]], { id: 'first', label: 'a|b [x]_;*->\\' });
const second = anAnnotation(TEXT, [[0, 9]], { id: 'second', note: 'two\nlines' });
const third = anAnnotation(TEXT, [[12, 19]], { id: 'third', attributes: { sure: true, no: '' } });
const point = anAnnotation(TEXT, [[2, 2]], { id: 'point' });
const article = anExportArticle(TEXT, {
  article: anArticle(TEXT, { id: 'one' }),
  annotations: [first, second, third, point],
  relations: [aRelation(second, third, { id: 'link', type: 'aims' })],
});

/** Rows of a written file by address: place, token and the cells asked for. */
function rows(columns: readonly string[]): readonly string[][] {
  const bytes = writeDataset(webannoTsv, [article]).get('one.tsv');
  const lines = Buffer.from(bytes ?? [])
    .toString('utf8')
    .split('\n');
  const head = lines
    .filter((line) => line.startsWith('#T_'))
    .flatMap((line) => line.split('|').slice(1));
  return lines
    .filter((line) => /^\d/.test(line))
    .map((line) => {
      const [address = '', place = '', token = '', ...cells] = line.split('\t');
      return [address, place, token, ...columns.map((name) => cells[head.indexOf(name)] ?? '?')];
    });
}

describe('WebAnno TSV that is written', () => {
  it('numbers what is stacked or long, cuts tokens, and escapes', () => {
    expect(rows(['label', 'BT_custom.Annotation'])).toEqual([
      ['1-1', '0-4', 'Acme', 'a\\|b \\[x\\]\\_\\;\\*\\->\\\\[1]|claim[2]', '_'],
      ['1-1.1', '2-2', '', 'claim', '_'],
      ['1-2', '5-9', 'said', 'claim[2]', '_'],
      ['1-3', '9-10', '.', '_', '_'],
      ['2-1', '11-14', 'New', '_', '_'],
      ['2-1.1', '12-14', 'ew', 'claim[3]', '1-1[2_3]'],
      ['2-2', '15-19', 'York', 'claim[3]', '_'],
      ['2-3', '19-20', '!', '_', '_'],
    ]);
  });

  it('comes back as it was', () => {
    const { read, lost } = thereAndBack(webannoTsv, [article]);
    const again = read.map(exportAgain)[0];
    const byId = (all: readonly { readonly id: string }[] = []): readonly unknown[] =>
      all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(again?.annotations)).toEqual(
      byId(
        article.annotations.map((one) => ({
          ...one,
          articleId: 'one',
          origin: { kind: 'import' },
        })),
      ),
    );
    expect(again?.relations).toEqual([{ ...article.relations[0], articleId: 'one' }]);
    expect(again?.article).toMatchObject({ id: 'one', title: 'A title' });
    expect(lost).toEqual([]);
  });
});

describe('WebAnno TSV with nasty text', () => {
  it.each(nastyArticles())('%s', (id, one) => {
    const { read, lost } = thereAndBack(webannoTsv, [one]);
    expect(read[0]?.text).toBe(one.text);
    const loses = id.startsWith('19') ? ['white space at the edges of annotations'] : [];
    expect(lost.map(({ what }) => what)).toEqual(loses);
    if (loses.length === 0) {
      expect(placesOf(read[0]?.annotations ?? [])).toEqual(placesOf(one.annotations));
    } else
      expect(read[0]?.annotations.map((it) => it.anchor.quote)).toEqual([
        ['Polyquaternium-7'],
        [', end'],
      ]);
  });

  it('keeps every place but white space, and counts that', () => {
    fc.assert(
      fc.property(markedText(4), ({ text, marks }) => {
        const annotations = marks.map((spans, index) =>
          anAnnotation(text, [spans[0] ?? [0, 0]], { id: `a-${index}` }),
        );
        const { read, lost } = thereAndBack(webannoTsv, [anExportArticle(text, { annotations })]);
        const count = (what: string): number => lost.find((one) => one.what === what)?.count ?? 0;
        const back = placesOf(read[0]?.annotations ?? []);
        const kept = placesOf(annotations).filter((place) => back.includes(place));
        const gone = count('annotations on no words');
        expect(back).toHaveLength(annotations.length - gone);
        expect(kept.length).toBeGreaterThanOrEqual(
          annotations.length - gone - count('white space at the edges of annotations'),
        );
        expect(read[0]?.text).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});

describe.skipIf(sampleNames('webanno-tsv').length === 0)('WebAnno TSV of others', () => {
  const read = (name: string) =>
    valueOf(readDataset(webannoTsv, [[name, sample('webanno-tsv', name)]])[0]);
  const said = (name: string): readonly string[] =>
    read(name).annotations.map((one) => `${one.labelName} ${one.anchor.quote.join('…')}`);

  it('holds long, stacked, cut and empty annotations', () => {
    expect(said('testCrossSentenceSpanWithFeatureValue.tsv')).toEqual([
      'PERSON He loves her . She loves him not .',
    ]);
    const stacked = read('testStackedSubMultiTokenSpanWithFeatureValue.tsv');
    const places = stacked.annotations.map((one) => [one.labelName, ...one.anchor.spans]);
    expect(places).toHaveLength(24);
    expect(places).toContainEqual(['9a', [3, 17]]);
    expect(places).toContainEqual(['11b', [7, 7]]);
    expect(places).toContainEqual(['4b', [7, 10]]);
    expect(said('testZeroLengthSpansWithFeatureValues.tsv')).toEqual(['PERSON ', 'ORG ']);
    expect(said('testTokenBoundedStackedLookAlike.tsv')[0]).toBe('NOTSTACKED[0] This');
  });

  it('holds relations and chains', () => {
    const relations = (name: string): readonly unknown[] =>
      read(name).relations.map(({ type, from, to }) => [type, from, to]);
    expect(relations('testDependencyWithValues.tsv')).toHaveLength(1);
    expect(relations('testSubTokenRelation2.tsv')).toEqual([['Relation', 'fs-1', 'fs-2']]);
    expect(relations('testMultiTokenChain.tsv')).toEqual([['next', 'fs-1', 'fs-2']]);
    expect(said('testMultiTokenChain.tsv')).toEqual(['SimpleLink This is', 'SimpleLink a test']);
  });

  it('unescapes text', () => {
    expect(read('testSentenceWithTab.tsv').text).toBe('This is\ta test .');
    expect(read('testSentenceWithLineBreak.tsv').text).toBe('This is\na test .');
  });
});

describe('WebAnno TSV that is damaged', () => {
  const HEAD = '#FORMAT=WebAnno TSV 3.3\n#T_SP=a.B|value\n\n\n#Text=Acme\n';
  it.each([
    ['', /^1: .*#FORMAT/],
    ['a\tb\n', /^1: /],
    [`${HEAD}1-1\t0\tAcme\t_\t\n`, /^6: a row/],
    [`${HEAD}1-1\t0-4\tOther\t_\t\n`, /^6: 0-4 is not “Other”/],
    ['#FORMAT=WebAnno TSV 3.3\n\n#Text=x\n1-1\t999999-1000000\tx\t\n', /^4: a sentence cannot/],
  ])('is refused with its line: %j', (content, said) => {
    expect(refusalOf(readDataset(webannoTsv, [['x.tsv', content]])[0])).toMatch(said);
  });
});
