import { describe, expect, it } from 'vitest';
import { anAnnotation, anArticle, anExportArticle } from '../testing/builders.ts';
import { datasetFacts, readDataset, writeDataset, writtenText } from '../testing/datasets.ts';
import {
  nastyArticles,
  refusalOf,
  sample,
  sampleNames,
  thereAndBack,
  valueOf,
} from '../testing/format-cases.ts';
import { conll2003 } from './conll-2003.ts';
import { conllU } from './conll-u.ts';
import { lossLog } from './loss.ts';

const TEXT = 'Acme said. New York Times!';
const article = anExportArticle(TEXT, {
  article: anArticle(TEXT, { title: 'One' }),
  annotations: [
    anAnnotation(TEXT, [[0, 4]], { id: 'a', label: 'Big org' }),
    anAnnotation(TEXT, [[11, 19]], { id: 'b', label: 'LOC' }),
    anAnnotation(TEXT, [[11, 25]], { id: 'c', label: 'ORG' }),
    anAnnotation(TEXT, [[1, 3]], { id: 'd' }),
    anAnnotation(TEXT, [[5, 5]], { id: 'e' }),
  ],
});

function entities(result: ReturnType<typeof readDataset>[number] | undefined): readonly string[] {
  return valueOf(result).annotations.map((one) => `${one.labelName} ${one.anchor.quote.join('')}`);
}

describe('CoNLL-2003 that is written', () => {
  it('is rows in IOB2, the longest of what overlaps, and counts the rest', () => {
    const losses = lossLog();
    expect(writtenText(writeDataset(conll2003, [article], { losses }))).toBe(
      [
        '-DOCSTART- -X- names:Big_org=Big%0020org O\n',
        'Acme _ _ B-Big_org\nsaid _ _ O\n. _ _ O\n',
        'New _ _ B-ORG\nYork _ _ I-ORG\nTimes _ _ I-ORG\n! _ _ O\n\n',
      ].join('\n'),
    );
    expect(losses.losses().map(({ what, count }) => [what, count])).toEqual([
      ['line ends and blanks between words', 1],
      ['annotations that begin or end inside a token', 1],
      ['annotations on no words', 1],
      ['overlapping annotations', 1],
    ]);
    expect(losses.records()).toBe(2);
  });

  it('is BIOES where it is asked for', () => {
    const writer = conll2003.write?.(
      datasetFacts(),
      { offsetUnit: 'utf16', scheme: 'BIOES' },
      lossLog(),
    );
    const rows = Array.from(writer?.article(article) ?? [], ({ data }) => String(data)).join('');
    expect(rows.match(/[BIES]-\S+/g)).toEqual(['S-Big_org', 'B-ORG', 'I-ORG', 'E-ORG']);
  });

  it('brings labels of several words back by their names, and keeps two apart that are one word', () => {
    const labels = ['Sanctions proposal', 'Sanctions_proposal', '100 %; a=b\u0085|c', 'plain'];
    const text = 'one two three four';
    const spans = [
      [0, 3],
      [4, 7],
      [8, 13],
      [14, 18],
    ] as const;
    const annotations = spans.map((span, index) =>
      anAnnotation(text, [span], { id: `a${index}`, label: labels[index] ?? '' }),
    );
    const { read, lost } = thereAndBack(conll2003, [anExportArticle(text, { annotations })]);
    expect(read[0]?.annotations.map(({ labelName }) => labelName)).toEqual(labels);
    expect(lost.map(({ what }) => what)).toEqual(['line ends and blanks between words']);
  });

  it('does not cut an entity at the end of a sentence', () => {
    const long = anExportArticle(TEXT, { annotations: [anAnnotation(TEXT, [[5, 14]])] });
    const { read } = thereAndBack(conll2003, [long]);
    expect(read[0]?.annotations.map((one) => one.anchor.quote)).toEqual([['said . New']]);
  });

  it.each(nastyArticles())('comes back with the same words: %s', (_id, one) => {
    const { read, lost } = thereAndBack(conll2003, [one]);
    const words = (quote: readonly string[]): string =>
      quote.join('').replaceAll(/[\s\u0085]+/g, '');
    const gone = lost.filter(({ what }) => /^(?:annotations|overlapping)/.test(what));
    const count = gone.reduce((sum, loss) => sum + loss.count, 0);
    const back = read[0]?.annotations ?? [];
    expect(back).toHaveLength(one.annotations.length - count);
    const were = one.annotations.map((annotation) => words(annotation.anchor.quote));
    expect(were).toEqual(expect.arrayContaining(back.map((it) => words(it.anchor.quote))));
  });
});

describe('CoNLL-2003 of others', () => {
  it.each([
    ['IOB1', 'A I-X\nB I-X\nC B-X\nD O\nE I-Y\n\nF I-Y\n'],
    ['IOB2', 'A B-X\nB I-X\nC B-X\nD O\nE B-Y\n\nF B-Y\n'],
    ['BIOES', 'A B-X\nB E-X\nC S-X\nD O\nE S-Y\n\nF S-Y\n'],
    ['BILOU', 'A B-X\nB L-X\nC U-X\nD O\nE U-Y\n\nF U-Y\n'],
  ])('is read in %s', (_scheme, content) => {
    const [result] = readDataset(conll2003, content);
    expect(entities(result)).toEqual(['X A B', 'X C', 'Y E', 'Y F']);
    expect(valueOf(result).text).toBe('A B C D E\nF');
  });

  it('is one article for each document', () => {
    const results = readDataset(
      conll2003,
      '-DOCSTART- -X- O O\n\nA NN _ B-X\n\n-DOCSTART- -X- O O\n\nB NN _ O\n',
    );
    expect(results.map((one) => valueOf(one).text)).toEqual(['A', 'B']);
  });
});

describe.skipIf(sampleNames('conll').length === 0)('CoNLL-2003 samples', () => {
  const read = (name: string) => readDataset(conll2003, [[name, sample('conll', name)]]);

  it('hold the same entities in each of spaCy’s shapes', () => {
    const names = [
      'ner-token-per-line.iob',
      'ner-token-per-line-with-pos.iob',
      'ner-token-per-line-conll2003.iob',
      'ner-sent-per-line.iob',
    ];
    const found = names.map((name) => read(name).flatMap((one) => entities(one)));
    expect(found[0]?.slice(0, 3)).toEqual(['PERSON Sebastian Thrun', 'ORG Google', 'DATE 2007']);
    for (const others of found) expect(others).toEqual(found[0]);
    expect(read('conll2000-chunk-head400.conll').every((one) => one.ok)).toBe(true);
    expect(read('labeling.trailing.conll').flatMap((one) => entities(one))).toEqual([
      'LOC JAPAN',
      'PER CHINA',
    ]);
  });

  it('are refused with line and column where they are damaged', () => {
    const [result] = read('labeling.invalid.conll');
    expect(refusalOf(result)).toBe('1: “SOCCERO” is no tag such as O, B-X or I-X');
    expect(result?.ok === false ? result.error.column : 0).toBe(1);
  });
});

describe('a file of rows', () => {
  it('is told from a treebank and from WebAnno TSV', () => {
    const treebank = '1\tA\t_\t_\t_\t_\t0\troot\t_\t_\n2\tB\t_\t_\t_\t_\t1\tx\t_\t_\n';
    const tsv = '#FORMAT=WebAnno TSV 3.3\n\n#Text=A\n1-1\t0-1\tA\t_\t_\t_\t_\t_\t_\t_\t\n';
    const claims = (content: string): readonly boolean[] =>
      [conll2003, conllU].map(({ sniff }) => sniff(content, 'x.conll'));
    expect(claims(treebank)).toEqual([false, true]);
    expect(claims(tsv)).toEqual([false, false]);
    expect(claims('A\tB-X\nB\tO\n')).toEqual([true, false]);
  });
});

describe('CoNLL-2003 that is hostile', () => {
  it.each([
    ['', '1: there is no word in it'],
    ['a B-X\nb\n', '2: a word and its tag'],
    ['a B-X\nb _ O\n', '2: this row has 3 columns'],
    ['{"text":"x y"}', '1: '],
  ])('is refused: %j', (content, said) => {
    expect(refusalOf(readDataset(conll2003, content)[0])).toContain(said);
  });
});
