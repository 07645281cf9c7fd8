import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import { anAnnotation, anArticle, anExportArticle, SOME_TIME } from '../testing/builders.ts';
import { readDataset, writeDataset } from '../testing/datasets.ts';
import { refusalOf, valueOf } from '../testing/format-cases.ts';
import { nastyText } from '../testing/nasty-text.ts';
import { withGuard, withoutGuard } from '../text/formula-guard.ts';
import { csvRecords } from './csv/parse.ts';
import { csv } from './csv.ts';
import { csvSpreadsheet } from './csv-spreadsheet.ts';
import type { ExportArticle } from './format.ts';
import { lossLog } from './loss.ts';

const TEXT = 'Banks wait. Moscow will answer.';
const LATER = '2027-01-01T00:00:00.000Z';

const PLAIN = anAnnotation(TEXT, [[0, 5]], { id: 'one' });

/** Another value for every field of an annotation that is not made from the others. */
const ANNOTATION: Omit<Required<Annotation>, 'articleId'> = {
  id: 'other',
  analyst: 'ben',
  label: 'threat',
  anchor: anAnnotation(TEXT, [[12, 18]]).anchor,
  attributes: { polarity: 'negative' },
  note: 'a note',
  confidence: 'low',
  origin: { kind: 'import', file: 'x.csv' },
  codebookVersion: 7,
  createdAt: LATER,
  updatedAt: LATER,
};

/** The same of an article; its characters are counted from its text. */
const ARTICLE: Omit<Article, 'characters'> = {
  id: 'article-other',
  title: 'Another title',
  outlet: 'Another outlet',
  byline: 'B. Writer',
  date: '2023-02-03',
  language: 'pt',
  sha256: 'f'.repeat(64),
  furniture: [{ start: 0, end: 5, kind: 'caption' }],
  source: { file: 'other.txt' },
  addedAt: LATER,
  tags: ['banks'],
  assigned: ['ben'],
};

/** The same of what goes with an article. */
const BESIDE: Omit<
  Required<ExportArticle>,
  'article' | 'annotations' | 'analystName' | 'labelName'
> = {
  text: `${TEXT} `,
  split: 'test',
  relations: [
    { id: 'r', articleId: 'a', analyst: 'ana', type: 'supports', from: 'one', to: 'one' },
  ],
  documentLabels: [{ analyst: 'ana', labels: { opinion: {} } }],
  documents: [{ analyst: 'ana', note: 'n', state: 'submitted', seen: 3 }],
  comments: [
    {
      id: 'c',
      articleId: 'a',
      analyst: 'ana',
      target: '',
      targetAnalyst: '',
      thread: 'c',
      text: 'Really?',
      action: 'say',
      createdAt: SOME_TIME,
      updatedAt: SOME_TIME,
    },
  ],
  gold: [PLAIN],
  decisions: [{ item: 1 }],
};

function said(over: Partial<ExportArticle>): string {
  const losses = lossLog();
  const article = anArticle(TEXT, { source: {}, byline: '' });
  const from = anExportArticle(TEXT, { article, annotations: [PLAIN], ...over });
  const files = writeDataset(csv, [from], { losses });
  const tables = Array.from(files.values(), (bytes) => Buffer.from(bytes).toString('utf8'));
  return tables.join('') + JSON.stringify(losses.losses());
}

describe('a CSV and its account of what it leaves out', () => {
  const nothing = said({});

  it.each(Object.entries(ANNOTATION))('tell of an annotation’s %s', (name, value) => {
    expect(said({ annotations: [{ ...PLAIN, [name]: value }] })).not.toBe(nothing);
  });

  it.each(Object.entries(ARTICLE))('tell of an article’s %s', (name, value) => {
    const article = { ...anArticle(TEXT, { source: {}, byline: '' }), [name]: value };
    expect(said({ article })).not.toBe(nothing);
  });

  it.each(Object.entries(BESIDE))('tell of the %s that go with an article', (name, value) => {
    expect(said({ [name]: value })).not.toBe(nothing);
  });

  it('write how sure somebody was, the codebook’s version and where it came from', () => {
    const lines = said({ annotations: [{ ...PLAIN, confidence: 'low' }] }).split('\r\n');
    expect(lines[0]).toMatch(/,confidence,codebook_version,origin,byline,language,tags$/u);
    expect(lines[1]).toMatch(/,low,1,"\{""kind"":""manual""\}",,en,\[\]$/u);
    expect(lines[2]).not.toContain('how sure');
  });
});

const SIGNS = ['=', '+', '-', '@', '\t', '\r', '\uff1d', '\uff0b', '\uff0d', '\uff20'];

describe('the tables for spreadsheets', () => {
  const text = "=SUM(A1) said -5 @home, +1 \t= \uff1dX ’tis '=quoted";
  const marks = ['=SUM(A1)', '-5', '@home', '+1', '\t=', '\uff1dX', '’tis', "'=quoted"];
  const annotations = marks.map((words, index) => {
    const start = text.indexOf(words);
    const over = { id: `m${index}`, label: '=cmd|x', note: words };
    return anAnnotation(text, [[start, start + words.length]], over);
  });
  const from = anExportArticle(text, {
    article: anArticle(text, { title: '@title', source: {} }),
    annotations,
  });

  it('hold no field that begins like a formula', () => {
    const files = writeDataset(csvSpreadsheet, [from]);
    expect([...files.keys()]).toEqual(['', 'articles.csv']);
    for (const bytes of files.values()) {
      const content = Buffer.from(bytes).toString('utf8');
      expect(content.startsWith('\ufeff')).toBe(true);
      const fields = [...csvRecords(content)].flatMap((one) => valueOf(one).fields);
      expect(
        fields.filter((field) => /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/.test(field)),
      ).toEqual([]);
      expect(fields.length).toBeGreaterThan(20);
    }
  });

  it('come back exactly, as do those that are verbatim', () => {
    for (const format of [csv, csvSpreadsheet]) {
      const [read] = readDataset(format, writeDataset(format, [from])).map(valueOf);
      expect(read?.text).toBe(text);
      expect(read?.article.title).toBe('@title');
      expect(
        read?.annotations.map(({ id, anchor, note, labelName }) => [id, anchor, note, labelName]),
      ).toEqual(annotations.map(({ id, anchor, note, label }) => [id, anchor, note, label]));
    }
  });

  it('take back just the apostrophes that were put there', () => {
    const texts = fc.oneof(
      nastyText,
      fc
        .tuple(fc.constantFrom("'", "''", ' ', ''), fc.constantFrom(...SIGNS), nastyText)
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (value) => {
        expect(withoutGuard(withGuard(value))).toBe(value);
      }),
      { numRuns: 400 },
    );
    expect(SIGNS.map((sign) => withGuard(`${sign}x`).charAt(0))).toEqual(SIGNS.map(() => "'"));
  });
});

describe('tables of others', () => {
  it('are read where the text is in each row, with `;` and sorted anew', () => {
    const table = [
      '\ufefftext;label;start;end;score',
      '"Ana met; Bo";PER;9;11;0,5',
      'Other text;LOC;0;5;',
      '"Ana met; Bo";PER;0;3;1',
    ].join('\n');
    const read = readDataset(csv, table).map(valueOf);
    expect(
      read.map((one) => [one.text, one.annotations.map(({ anchor }) => anchor.quote)]),
    ).toEqual([
      ['Ana met; Bo', [['Bo'], ['Ana']]],
      ['Other text', [['Other']]],
    ]);
    expect(read[0]?.unknown).toEqual([
      { path: 'annotations[0].score', value: '0,5' },
      { path: 'annotations[1].score', value: '1' },
    ]);
    expect(csv.sniff(table, 'x.csv')).toBe(true);
    expect(csvSpreadsheet.sniff(table, 'x.csv')).toBe(false);
  });

  it.each([
    ['article_id,label,start,end\na,L,0,1\n', '2: the text of this article is neither in a column'],
    ['text,label,start,end\n"a,L,0,1\n', '2: a quoted field begins here and has no end'],
    ['text,label,start,end\n"a"b,L,0,1\n', '2: a field goes on after its closing quote'],
    ['text,label,start,end\na,L,0\n', '2: this row has 3 fields, the first row 4'],
    ['text,label,start,end,__proto__\na,L,0,1,2\n', '1: no column may be called "__proto__"'],
  ])('are refused with their place: %j', (table, said) => {
    expect(readDataset(csv, table).map(refusalOf).join('\n')).toContain(said);
  });

  it('say the column of a quote that is not closed, lines in fields counted', () => {
    const [result] = readDataset(csv, 'text,label,start,end\n"a\nb",L,0,1\nx,"L,0,1');
    expect(result).toMatchObject({ ok: false, error: { line: 4, column: 3 } });
  });

  it('refuse an annotation whose numbers are none, and keep the article', () => {
    const [read] = readDataset(csv, 'text,label,start,end\nabc,L,x,2\n').map(valueOf);
    expect(read?.refused).toMatchObject([{ what: 'annotation', place: 'annotations[0]' }]);
  });
});
