import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anAnnotation,
  anArticle,
  anExportArticle,
  aRelation,
  exportAgain,
} from '../testing/builders.ts';
import { aCodebook, aLabel, anAttribute } from '../testing/codebook.ts';
import { datasetFacts, readDataset, writeDataset } from '../testing/datasets.ts';
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
import { brat } from './brat.ts';
import { lossLog } from './loss.ts';

const decode = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/** A sample's `.ann` and `.txt` as a dataset. */
function real(name: string): ReturnType<typeof readDataset> {
  return readDataset(
    brat,
    [`${name}.ann`, `${name}.txt`].map((file) => [file, sample('brat', file)] as const),
  );
}

/** brat's own rules for a text-bound line, by the document's code points. */
function bratAccepts(line: string, text: string): boolean {
  const [id = '', said = '', words = ''] = line.split('\t');
  const [type = '', ...places] = said.split(' ');
  const spans = places
    .join(' ')
    .split(';')
    .map((one) => one.split(' ').map(Number));
  const characters = Array.from(text);
  const there = spans.map(([start, end]) => characters.slice(start, end).join('')).join(' ');
  const rest = line
    .split('\t')
    .slice(3)
    .map((more) => `\t${more}`)
    .join('');
  return /^T\d+$/.test(id) && /^[a-zA-Z0-9_-]+$/.test(type) && there === `${words}${rest}`;
}

const TEXT = 'Acme \u{1f4a9} said: New\nYork, now. ';
const first = anAnnotation(TEXT, [[0, 4]], { id: 'first', note: 'two\nlines', confidence: 'low' });
const second = anAnnotation(
  TEXT,
  [
    [14, 22],
    [24, 27],
  ],
  {
    id: 'second',
    label: 'A|B [x]',
    attributes: {
      kind: 'b',
      sure: true,
      many: ['a', 'b'],
      words: { quote: ['Acme'], spans: [[0, 4]] },
      free: '5',
    },
  },
);
const point = anAnnotation(TEXT, [[3, 3]], { id: 'point' });
const article = anExportArticle(TEXT, {
  article: anArticle(TEXT, { id: 'one' }),
  annotations: [first, second, point],
  relations: [aRelation(first, second, { id: 'link', type: 'aims at', note: 'why' })],
});

describe('brat that is written', () => {
  const facts = datasetFacts({
    codebook: {
      ...aCodebook({
        labels: [aLabel({ name: 'Sanctions proposal' })],
        attributes: [anAttribute({ values: [] }), anAttribute({ id: 'sure', type: 'boolean' })],
      }),
      version: 1,
    },
  });
  const losses = lossLog();
  const files = writeDataset(brat, [article], { losses, facts });

  it('is lines as brat has them, in code points', () => {
    expect(decode(files.get('one.txt'))).toBe(TEXT);
    expect(decode(files.get('one.ann')).split('\n')).toEqual([
      'T1\tclaim 0 4\tAcme',
      'T2\tA_B_x 13 16;17 21;23 26\tNew York now',
      'T3\tclaim 3 3\t',
      'R1\taims_at Arg1:T1 Arg2:T2\t',
      '#1\tAnnotatorNotes T1\t"two\\nlines"',
      'A1\tfree T2 5',
      'A2\tkind T2 b',
      '#2\tmany T2\t["a","b"]',
      'A3\tsure T2',
      '#3\twords T2\t{"quote":["Acme"],"spans":[[0,4]]}',
      '#4\tAnnotatorNotes R1\twhy',
      '',
    ]);
    expect(losses.losses()).toEqual([
      {
        what: 'annotations over a line end, written in parts around it',
        count: 1,
        examples: ['second: New\nYork … now'],
      },
    ]);
  });

  it('brings its configuration', () => {
    const conf = decode(files.get('annotation.conf'));
    expect(conf).toContain('# called A_B_x "A|B [x]"\n');
    expect(conf).toContain('[entities]\nSanctions_proposal\nclaim\nA_B_x\n');
    expect(conf).toContain('[attributes]\nsure\tArg:<ENTITY>\n');
    expect(conf).toContain('targets\tArg1:<ENTITY>, Arg2:<ENTITY>\n');
    expect(decode(files.get('visual.conf'))).toContain(
      '[labels]\nSanctions_proposal | Sanctions proposal\n',
    );
  });

  it('comes back as it was', () => {
    const { read } = thereAndBack(brat, [article]);
    const [again] = read.map(exportAgain);
    expect(read[0]?.warnings).toEqual([]);
    expect(again?.annotations).toEqual(
      article.annotations.map((one) => ({ ...one, articleId: 'one', origin: { kind: 'import' } })),
    );
    expect(again?.relations).toEqual([{ ...article.relations[0], articleId: 'one' }]);
    expect(again?.article).toMatchObject({ id: 'one', title: 'A title', outlet: 'An outlet' });
  });

  it('leaves out what stands on line ends only', () => {
    const ends = anExportArticle('a\r\n\u2028b', {
      annotations: [anAnnotation('a\r\n\u2028b', [[1, 4]])],
    });
    const { read, lost } = thereAndBack(brat, [ends]);
    expect(read[0]?.annotations).toEqual([]);
    expect(lost.map(({ what }) => what)).toEqual(['annotations on line ends only']);
  });
});

describe('brat with nasty text', () => {
  it.each(nastyArticles())('%s: by brat’s rules, and back', (id, one) => {
    const files = writeDataset(brat, [one]);
    const lines = decode(files.get(`${id}.ann`)).split(/[\n\r\u000b\f\u0085\u2028\u2029]/);
    const spans = lines.filter((line) => line !== '');
    expect(spans).toHaveLength(one.annotations.length);
    expect(spans.filter((line) => !bratAccepts(line, one.text))).toEqual([]);
    expect(placesOf(thereAndBack(brat, [one]).read[0]?.annotations ?? [])).toEqual(
      placesOf(one.annotations),
    );
  });

  it('keeps every place but line ends', () => {
    fc.assert(
      fc.property(markedText(4), ({ text, marks }) => {
        const annotations = marks.map((spans, index) =>
          anAnnotation(text, spans, { id: `a-${index}` }),
        );
        const { read, lost } = thereAndBack(brat, [anExportArticle(text, { annotations })]);
        const gone = lost.find(({ what }) => what === 'annotations on line ends only')?.count ?? 0;
        const places = placesOf(read[0]?.annotations ?? []);
        expect(places).toHaveLength(annotations.length - gone);
        expect(placesOf(annotations)).toEqual(expect.arrayContaining([...places]));
        expect(read[0]?.text).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});

describe.skipIf(sampleNames('brat').length === 0)('brat of others', () => {
  it('holds relations, equivalences, events and notes', () => {
    const relations = valueOf(real('060-relation_annotation')[0]);
    const events = valueOf(real('080-event-annotation')[0]);
    const notes = valueOf(real('110-note_annotation')[0]);
    expect(relations.annotations).toHaveLength(10);
    expect(relations.annotations[0]).toMatchObject({
      id: 'T1',
      labelName: 'Person',
      anchor: { quote: ['Terry Pratchett'] },
    });
    expect(relations.relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['Alias', 'T3', 'T4'],
      ['Alias', 'T3', 'T5'],
      ['Located', 'T1', 'T2'],
    ]);
    expect(events.relations[0]).toMatchObject({ type: 'Org-Arg', from: 'T2', to: 'T1' });
    expect(events.relations).toHaveLength(10);
    expect(notes.annotations.find(({ id }) => id === 'T5')?.note).toContain('two events');
    expect(notes.relations[0]?.note).toBe("Should this be marked? It's not explicitly stated.");
    expect([relations, events, notes].flatMap(({ refused }) => refused)).toEqual([]);
  });

  it('holds attributes, and notes of other kinds as attributes', () => {
    const finnish = valueOf(real('b105')[0]);
    expect(finnish.annotations[0]?.attributes).toEqual({
      Lemma: ' Delilah',
      SUBCAT: 'Prop',
      NUM: 'Sg',
      CASE: 'Nom',
      OTHER: 'UNK',
    });
    expect(finnish.refused).toEqual([]);
    expect(finnish.annotations).toHaveLength(239);
  });
});

describe('brat that is damaged', () => {
  const read = (ann: string, text = 'Acme said'): ReturnType<typeof readDataset> =>
    readDataset(brat, [
      ['x.ann', ann],
      ['x.txt', text],
    ]);

  it('is told by line, and the rest is read', () => {
    const results = read('T1\tOrg 0 4\tAcme\nnonsense\nT2\tOrg 0 x\tAcme\nT3\tOrg 0 99\tAcme\n');
    expect(results.flatMap((one) => (one.ok ? [] : [[one.error.file, one.error.line]]))).toEqual([
      ['x.ann', 2],
      ['x.ann', 3],
    ]);
    const article = results.flatMap((one) => (one.ok ? [one.value] : []))[0];
    expect(article?.annotations.map(({ id }) => id)).toEqual(['T1']);
    expect(article?.refused[0]?.reason).toContain('it ends at 99');
  });

  it('says where the quote stands instead, and what has no text beside it', () => {
    const [moved] = read('T1\tOrg 1 5\tAcme\n');
    expect(valueOf(moved).annotations[0]?.anchor.spans).toEqual([[0, 4]]);
    const [lone] = readDataset(brat, [['x.ann', 'T1\tOrg 0 4\tAcme\n']]);
    expect(refusalOf(lone)).toContain('x.txt is not beside it');
  });

  it('keeps what is said of nothing, and does not give an old id to a new place', () => {
    const [loose] = read('#1\tAnnotatorNotes T9\tlost\n');
    expect(valueOf(loose).unknown.map(({ path }) => path)).toEqual(['brat']);
    const files = writeDataset(brat, [article]);
    const [again] = readDataset(brat, [
      ...[...files].filter(([path]) => path !== 'one.ann'),
      ['one.ann', 'T1\tclaim 23 26\tnow\nT2\tA_B_x 13 16\tNew\n'],
    ]);
    expect(valueOf(again).annotations.map(({ id, labelName }) => [id, labelName])).toEqual([
      ['T1', 'claim'],
      ['second', 'A|B [x]'],
    ]);
  });
});
