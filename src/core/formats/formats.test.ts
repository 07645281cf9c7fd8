import { describe, expect, it } from 'vitest';
import {
  anAnnotation,
  anArticle,
  anExportArticle,
  aRelation,
  exportAgain,
  SOME_TIME,
} from '../testing/builders.ts';
import { type Files, readDataset, writeDataset, writtenText } from '../testing/datasets.ts';
import { csv } from './csv.ts';
import type { ExportArticle } from './format.ts';
import { FORMATS, findFormat, sniffFormat } from './index.ts';
import { lossLog } from './loss.ts';

const TEXT = '=SUM(A1) "quoted", semi;colon\nAcme said: New\nYork \u{1f4a9} now ';
const outer = anAnnotation(TEXT, [[9, 34]], { id: 'outer', note: ' edge ' });
const parts = anAnnotation(
  TEXT,
  [
    [30, 34],
    [41, 49],
  ],
  { id: 'parts', attributes: { b: 2, a: 'x,y' } },
);
const point = anAnnotation(TEXT, [[3, 3]], { id: 'point', analyst: 'ben' });

const sample: ExportArticle = anExportArticle(TEXT, {
  article: anArticle(TEXT, { furniture: [{ start: 0, end: 8, kind: 'other' }] }),
  annotations: [point, outer, parts],
  relations: [aRelation(outer, parts)],
  documentLabels: [{ analyst: 'ben', labels: { stance: 'firm' } }],
  gold: [anAnnotation(TEXT, [[30, 34]], { id: 'gold', analyst: 'gold' })],
  decisions: [{ item: 1 }],
  documents: [{ analyst: 'ben', note: 'done' }],
  comments: [
    {
      id: 'said',
      articleId: outer.articleId,
      analyst: 'ben',
      target: '',
      targetAnalyst: '',
      thread: 'said',
      text: 'On the whole',
      action: 'say',
      createdAt: SOME_TIME,
      updatedAt: SOME_TIME,
    },
  ],
});
const bare = anExportArticle('nothing here', {
  article: anArticle('nothing here', { title: 'Bare' }),
});

const HOSTILE = [
  '',
  '\u0000',
  '{',
  '[[[[',
  '"',
  '{"text":',
  '<xml/>',
  'a,b\n1',
  '\ufeff',
  '-'.repeat(9999),
];

// Formats of several files, and those of tokens, which hold no text, are tested by their own.
/** Bytes are no text: those formats have the loop beside the importers, which takes files as they are. */
const BINARY: ReadonlySet<string> = new Set(['parquet', 'spacy-docbin']);
const AS_TEXT = FORMATS.filter(
  ({ id, layout, can }) => layout === 'file' && can.overlap && !BINARY.has(id),
);

describe.each(AS_TEXT)('$id', (format) => {
  const files = (articles: readonly ExportArticle[], losses = lossLog()): Files =>
    writeDataset(format, articles, { losses });
  const write = (articles: readonly ExportArticle[], losses = lossLog()): string =>
    writtenText(files(articles, losses));

  it('is told from the others by its own files', () => {
    const content = write([sample, bare]);
    const claims = FORMATS.filter((one) => one.sniff(content, `x${format.extensions[0] ?? ''}`));
    expect(claims.map(({ id }) => id)).toEqual(format.write === undefined ? [] : [format.id]);
    expect(sniffFormat(content.slice(0, 400), 'x')?.id).toBe(format.id);
    expect(findFormat(format.id)).toBe(format);
  });

  it('claims nothing that is no such file', () => {
    expect(HOSTILE.filter((content) => format.sniff(content, 'x.txt'))).toEqual([]);
  });

  it('brings back what it says it can', () => {
    const written = files([sample, bare]);
    const results = readDataset(format, written);
    const again = results.flatMap((one) => (one.ok ? [exportAgain(one.value)] : []));
    expect(format.read === undefined ? written : files(again)).toEqual(written);
  });

  it('gives results, never throws, for hostile input', () => {
    for (const content of HOSTILE) {
      const results = readDataset(format, content);
      expect(results.filter((one) => one.ok)).toEqual([]);
    }
  });

  it('counts what it leaves out, and only that', () => {
    const losses = lossLog();
    write([sample, bare], losses);
    const lost = new Map(losses.losses().map(({ what, count }) => [what, count]));
    expect(lost.get('relations')).toBe(format.can.relations ? undefined : 1);
    expect(lost.get('articles without annotations')).toBeUndefined();
    expect(lost.get('document labels')).toBe(format.can.documentLabels ? undefined : 1);
    expect(losses.records()).toBeGreaterThan(0);
  });
});

describe('csv', () => {
  /** RFC 4180, read the slow way. */
  function parse(content: string): string[][] {
    const rows: string[][] = [];
    for (const line of content.matchAll(
      /((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/g,
    )) {
      const fields = (line[1] ?? '').matchAll(/(?:^|,)("(?:[^"]|"")*"|[^",]*)/g);
      rows.push(
        Array.from(fields, ([, raw = '']) =>
          raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw,
        ),
      );
    }
    return rows;
  }

  it('holds every annotation exactly', () => {
    const losses = lossLog();
    const content = writtenText(writeDataset(csv, [sample, bare], { losses }));
    const [header = [], ...rows] = parse(content);
    const records = rows.map((row) =>
      Object.fromEntries(header.map((name, index) => [name, row[index]])),
    );
    expect(records).toMatchObject([
      { annotation_id: 'point', start: '3', end: '3', quote: '', analyst: 'ben' },
      {
        annotation_id: 'outer',
        quote: TEXT.slice(9, 34),
        note: ' edge ',
        offset_unit: 'codePoint',
      },
      {
        annotation_id: 'parts',
        spans: '[[30,34],[41,49]]',
        quote: 'Acme … New\nYork',
        attributes: '{"a":"x,y","b":2}',
      },
    ]);
    expect(losses.records()).toBe(3);
    expect(losses.losses().map(({ what }) => what)).toEqual([
      'furniture',
      'gold annotations',
      'review decisions',
      'comments',
      'notes on the article and states',
      'import records',
    ]);
  });

  it('leaves out what is not in the text', () => {
    const losses = lossLog();
    const wrong = { ...outer, anchor: { ...outer.anchor, quote: ['not there'] } };
    const articles = [{ ...sample, annotations: [wrong] }];
    const content = writtenText(writeDataset(csv, articles, { offsetUnit: 'utf8', losses }));
    expect(content.trimEnd().split('\r\n')).toHaveLength(1);
    expect(losses.records()).toBe(0);
  });
});

describe('telling formats apart', () => {
  const jsonl = (line: unknown): string | undefined =>
    sniffFormat(`${JSON.stringify(line)}\n`, 'x.jsonl')?.id;

  it('knows lines written by hand from those of other tools', () => {
    expect(jsonl({ text: 'a', annotations: [{ label: 'L', spans: [[0, 1]] }] })).toBe('jsonl');
    expect(jsonl({ text: 'a', annotations: [{ label: 'L', start: 0, end: 1 }] })).toBe('jsonl');
    expect(jsonl({ text: 'a', label: [[0, 1, 'L']] })).toBe('doccano');
    expect(jsonl({ text: 'a', annotations: [{ label: 10, start_offset: 0, end_offset: 1 }] })).toBe(
      'doccano',
    );
    expect(jsonl({ text: 'a', annotations: [null] })).toBeUndefined();
    expect(jsonl({ text: 'a', spans: [{ start: 0, end: 1, label: 'L' }] })).toBeUndefined();
    expect(sniffFormat('{ "format" : "verbale-jsonl", "text": "cut o', 'x')?.id).toBe('jsonl');
    expect(findFormat('nope')).toBeUndefined();
  });

  it('keeps at most five examples of a loss', () => {
    const losses = lossLog();
    for (let i = 0; i < 9; i += 1) losses.lost('things', `${i}`);
    expect(losses.losses()).toEqual([
      { what: 'things', count: 9, examples: ['0', '1', '2', '3', '4'] },
    ]);
  });
});
