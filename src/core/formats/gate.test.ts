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
import { gate } from './gate.ts';
import { childElement, readXml } from './xml.ts';

const TEXT = 'x\u0001 Acme said:\r\nNew\nYork. ';
const first = anAnnotation(TEXT, [[3, 7]], { id: 'first', note: 'n', confidence: 'low' });
const second = anAnnotation(
  TEXT,
  [
    [3, 7],
    [15, 23],
  ],
  { id: 'second', label: '<Threat>', attributes: { n: 2, many: ['a'], text: '5' } },
);
const article = anExportArticle(TEXT, {
  article: anArticle(TEXT, { id: 'one' }),
  annotations: [first, second, { ...first, analyst: 'ben' }],
  relations: [aRelation(second, first, { id: 'link', note: 'why' })],
  documentLabels: [{ analyst: 'ben', labels: { stance: 'firm' } }],
});

describe('GATE XML that is written', () => {
  it('has a node at each offset that is used, where the text has it', () => {
    const bytes = writeDataset(gate, [article]).get('one.xml');
    const root = valueOf(readXml(Buffer.from(bytes ?? []).toString('utf8')));
    const content = childElement(root, 'TextWithNodes');
    let at = 0;
    const nodes = (content?.children ?? []).flatMap((child) => {
      if (typeof child !== 'string') return [[child.attributes.get('id'), String(at)]];
      at += child.length;
      return [];
    });
    expect(nodes.map(([id]) => id)).toEqual(['0', '3', '7', '15', '23', '25']);
    expect(nodes.filter(([id, place]) => id !== place)).toEqual([]);
  });

  it('comes back as it was', () => {
    const { read, lost } = thereAndBack(gate, [article]);
    const [again] = read.map(exportAgain);
    expect(again?.text).toBe(TEXT);
    expect(again?.annotations).toEqual(
      article.annotations.map((one) => ({ ...one, articleId: 'one', origin: { kind: 'import' } })),
    );
    expect(again?.relations).toEqual([{ ...article.relations[0], articleId: 'one' }]);
    expect(again?.documentLabels).toEqual(article.documentLabels);
    expect(again?.article).toMatchObject({ id: 'one', title: 'A title', outlet: 'An outlet' });
    expect(lost.map(({ count, examples }) => [count, examples])).toEqual([
      [1, ['one: 1 in its text']],
    ]);
  });

  it.each(nastyArticles())('comes back with nasty text: %s', (_id, one) => {
    const { read } = thereAndBack(gate, [one]);
    expect(placesOf(read[0]?.annotations ?? [])).toEqual(placesOf(one.annotations));
    expect(read[0]?.text).toBe(one.text);
  });
});

describe('GATE XML of others', () => {
  it.skipIf(sampleNames('gate').length === 0)('gives each set to an analyst', () => {
    const [name = ''] = sampleNames('gate').filter((one) => one.endsWith('.xml'));
    const read = valueOf(readDataset(gate, [[name, sample('gate', name)]])[0]);
    expect(read.refused).toEqual([]);
    const said = read.annotations.map(
      (one) => `${one.analystName} ${one.labelName} ${one.anchor.quote.join('').slice(0, 7)}`,
    );
    expect(said).toContain('ann1 Location Beijing');
    expect(said).toContain('ann2 sent It aros');
    expect(read.annotations.find((one) => one.id === 'gate-43')?.attributes).toEqual({
      Op: 'false',
    });
  });

  it.each([
    ['<GateDocument>\n<', /^2: /],
    ['<GateDocument/>', /no TextWithNodes/],
    ['<!DOCTYPE a [<!ENTITY x "y">]><GateDocument/>', /DOCTYPE/],
  ])('is refused where it is damaged: %j', (content, said) => {
    expect(refusalOf(readDataset(gate, [['x.xml', content]])[0])).toMatch(said);
  });

  it('refuses an annotation whose node is missing', () => {
    const xml =
      '<GateDocument><TextWithNodes><Node id="0"/>ab</TextWithNodes><AnnotationSet><Annotation Id="1" Type="T" StartNode="0" EndNode="9"/></AnnotationSet></GateDocument>';
    expect(valueOf(readDataset(gate, [['x.xml', xml]])[0]).refused).toHaveLength(1);
  });
});
