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
import { casJson } from './cas-json.ts';

const TEXT = '\u{1f4a9} Acme said: New\nYork. ';
const first = anAnnotation(TEXT, [[3, 7]], { id: 'first', note: 'n', confidence: 'low' });
const second = anAnnotation(
  TEXT,
  [
    [3, 7],
    [14, 22],
  ],
  { id: 'second', label: 'Threat!', attributes: { 'how-sure': 2, label: 'x', '9': ['a', true] } },
);
const article = anExportArticle(TEXT, {
  article: anArticle(TEXT, { id: 'one' }),
  annotations: [first, second],
  relations: [aRelation(second, first, { id: 'link', note: 'why' })],
  documentLabels: [{ analyst: 'ben', labels: { stance: 'firm', n: 3 } }],
});

interface Written {
  readonly '%TYPES': Record<string, Record<string, unknown>>;
  readonly '%FEATURE_STRUCTURES': readonly Record<string, unknown>[];
  readonly '%VIEWS': { readonly _InitialView: { readonly '%MEMBERS': readonly number[] } };
}

function written(): Written {
  const bytes = writeDataset(casJson, [article]).get('one.json');
  return JSON.parse(Buffer.from(bytes ?? []).toString('utf8')) as Written;
}

describe('CAS JSON that is written', () => {
  it('follows the rules of ids, order and declared features', () => {
    const cas = written();
    const all = cas['%FEATURE_STRUCTURES'];
    expect(Object.keys(cas)).toEqual(['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS']);
    expect(all[0]).toEqual({
      '%ID': 1,
      '%TYPE': 'uima.cas.Sofa',
      sofaNum: 1,
      sofaID: '_InitialView',
      mimeType: 'text/plain',
      sofaString: TEXT,
    });
    expect(all.map((one) => Object.keys(one).slice(0, 2))).toEqual(all.map(() => ['%ID', '%TYPE']));
    expect(new Set(all.map((one) => one['%ID'])).size).toBe(all.length);
    expect(cas['%VIEWS']._InitialView['%MEMBERS']).toEqual(all.slice(1).map((one) => one['%ID']));
    const undeclared = all.slice(1).flatMap((one) => {
      const declared = Object.keys(cas['%TYPES'][String(one['%TYPE'])] ?? {});
      const builtIn = ['%ID', '%TYPE', '@sofa', 'begin', 'end', 'language'];
      return Object.keys(one).filter(
        (key) => !builtIn.includes(key) && !declared.includes(key.replace('@', '')),
      );
    });
    expect(undeclared).toEqual([]);
  });

  it('writes each part, and offsets in UTF-16', () => {
    const parts = written()['%FEATURE_STRUCTURES'].filter(
      (one) => one['identifier'] === 'second' && one['%TYPE'] === 'custom.Annotation',
    );
    expect(parts.map((one) => [one['begin'], one['end'], one['part'], one['label']])).toEqual([
      [3, 7, '1/2', 'Threat!'],
      [14, 22, '2/2', 'Threat!'],
    ]);
    expect(parts[0]).toMatchObject({ how_sure: '2', label_2: 'x', a_9: '["a",true]' });
  });

  it('comes back as it was', () => {
    const { read, lost } = thereAndBack(casJson, [article]);
    const [again] = read.map(exportAgain);
    expect(again?.annotations).toEqual(
      article.annotations.map((one) => ({ ...one, articleId: 'one', origin: { kind: 'import' } })),
    );
    expect(again?.relations).toEqual([{ ...article.relations[0], articleId: 'one' }]);
    expect(again?.documentLabels).toEqual(article.documentLabels);
    expect(again?.article).toMatchObject({ id: 'one', title: 'A title', date: '2022-01-21' });
    expect([lost, read[0]?.warnings]).toEqual([[], []]);
  });
});

describe('CAS JSON with nasty text', () => {
  it.each(nastyArticles())('%s', (_id, one) => {
    const { read, lost } = thereAndBack(casJson, [one]);
    expect(placesOf(read[0]?.annotations ?? [])).toEqual(placesOf(one.annotations));
    expect(lost).toEqual([]);
  });

  it('keeps every place', () => {
    fc.assert(
      fc.property(markedText(4), ({ text, marks }) => {
        const annotations = marks.map((spans, index) =>
          anAnnotation(text, spans, { id: `a-${index}` }),
        );
        const { read } = thereAndBack(casJson, [anExportArticle(text, { annotations })]);
        expect(placesOf(read[0]?.annotations ?? [])).toEqual(placesOf(annotations));
      }),
      { numRuns: 60 },
    );
  });
});

describe.skipIf(sampleNames('uima-cas').length === 0)('CAS JSON of others', () => {
  const read = (name: string): ReturnType<typeof readDataset>[number] | undefined =>
    readDataset(casJson, [[name, sample('uima-cas', name)]])[0];

  it('holds annotations without a label by their type', () => {
    const plain = read('casWithTextAndAnnotations.json');
    expect(valueOf(plain).annotations.map((one) => [one.labelName, one.anchor.quote])).toEqual([
      ['Annotation', ['This']],
      ['Annotation', ['is']],
      ['Annotation', ['a']],
      ['Annotation', ['test']],
    ]);
    for (const name of ['LeftToRight', 'TraditionalChinese']) {
      const other = read(`casWith${name}TextAndAnnotations.json`);
      expect(valueOf(other).refused).toEqual([]);
    }
  });

  it('holds slots as relations, and refuses a CAS without text', () => {
    const slots = valueOf(read('tsv3-testSimpleSlotFeature.json'));
    expect(slots.annotations.map((one) => [one.labelName, one.anchor.quote[0]])).toEqual([
      ['SimpleLinkHost', 'This'],
      ['SimpleSpan', 'is'],
      ['SimpleSpan', 'a'],
    ]);
    expect(slots.relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['p1', 'fs-14', 'fs-12'],
      ['p2', 'fs-14', 'fs-10'],
    ]);
    expect(refusalOf(read('emptyCas.json'))).toContain('no text');
  });
});

describe('CAS JSON that is hostile', () => {
  it.each([
    ['{"%TYPES":{},\n x}', 2],
    ['[]', 1],
    ['{"%FEATURE_STRUCTURES":[null,1,{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaString":5}]}', 1],
    ['{"%FEATURE_STRUCTURES":{"__proto__":{}}}', 1],
    [`${'{"a":'.repeat(99)}1${'}'.repeat(99)}`, 1],
  ])('is refused with its line: %j', (content, line) => {
    const [result] = readDataset(casJson, [['x.json', content]]);
    expect(refusalOf(result)).toMatch(new RegExp(`^${line}: `));
  });
});
