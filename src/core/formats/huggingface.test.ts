import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { anAnnotation, anArticle, anExportArticle } from '../testing/builders.ts';
import { aCodebook } from '../testing/codebook.ts';
import { datasetFacts, readDataset, writeDataset } from '../testing/datasets.ts';
import {
  nastyArticles,
  placesOf,
  readArticles,
  richArticle,
  roundTrip,
  writtenPlaces,
} from '../testing/rich-cases.ts';
import { huggingface } from './huggingface.ts';
import { huggingfaceParquet } from './huggingface-parquet.ts';
import { parquet } from './parquet.ts';

const facts = datasetFacts({ codebook: { ...aCodebook(), version: 1 } });

function written(articles: Parameters<typeof writeDataset>[1]) {
  const files = writeDataset(huggingface, articles, { facts });
  const text = (path: string): string => Buffer.from(files.get(path) ?? []).toString();
  const rows = (path: string): Record<string, unknown>[] =>
    text(path)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { files, text, rows };
}

describe('what is written', () => {
  it('has both shapes, in code points and in class numbers', () => {
    const text = '\u{1f680} Ana Lima met Bo.';
    const annotations = [
      anAnnotation(text, [[3, 11]], { id: 'x', label: 'threat' }),
      anAnnotation(text, [[16, 18]], { id: 'y' }),
      anAnnotation(text, [[3, 6]], { id: 'z' }),
    ];
    const [row] = written([anExportArticle(text, { annotations })]).rows('data/train.jsonl');
    expect(row).toMatchObject({
      text,
      entities: [
        { id: 'x', start: 2, end: 10, label: 'threat', text: 'Ana Lima' },
        { id: 'y', start: 15, end: 17, label: 'claim', text: 'Bo' },
        { id: 'z', start: 2, end: 5 },
      ],
      tokens: ['\u{1f680}', 'Ana', 'Lima', 'met', 'Bo', '.'],
      ner_tags: [0, 3, 4, 0, 1, 0],
    });
    const python = Array.from(text);
    expect(python.slice(2, 10).join('')).toBe('Ana Lima');
  });

  it('has a card that names splits, columns and classes', () => {
    const article = (text: string, split: 'train' | 'dev' | 'test') =>
      anExportArticle(text, { split, article: anArticle(text, { language: 'de' }) });
    const { text, files, rows } = written([
      article('a', 'train'),
      article('b', 'test'),
      article('c', 'dev'),
      article('d', 'train'),
    ]);
    expect([...files.keys()].toSorted()).toEqual([
      'README.md',
      'data/test.jsonl',
      'data/train.jsonl',
      'data/validation.jsonl',
    ]);
    const yaml = /^---\n([\s\S]*?)\n---\n/.exec(text('README.md'))?.[1] ?? '';
    const card = parse(yaml) as {
      dataset_info: { features: { name: string }[]; splits: unknown[] };
    };
    expect(card).toMatchObject({
      language: ['de'],
      pretty_name: 'A project',
      size_categories: ['n<1K'],
      task_categories: ['token-classification'],
      configs: [
        {
          config_name: 'default',
          data_files: [
            { split: 'train', path: 'data/train.jsonl' },
            { split: 'test', path: 'data/test.jsonl' },
            { split: 'validation', path: 'data/validation.jsonl' },
          ],
        },
      ],
    });
    expect(card.dataset_info.splits[0]).toMatchObject({ name: 'train', num_examples: 2 });
    const tags = card.dataset_info.features.find(({ name }) => name === 'ner_tags');
    expect(tags).toMatchObject({
      sequence: {
        class_label: {
          names: { 0: 'O', 1: 'B-claim', 2: 'I-claim', 3: 'B-threat', 4: 'I-threat' },
        },
      },
    });
    const columns = card.dataset_info.features.map(({ name }) => name).toSorted();
    expect(Object.keys(rows('data/train.jsonl')[0] ?? {}).toSorted()).toEqual(columns);
  });

  it('comes back with all that is not counted as lost', () => {
    const rich = richArticle();
    const { read, lost } = roundTrip(huggingface, [rich]);
    const article = read[0];
    expect(lost).toEqual([]);
    expect(
      article?.annotations.map(({ labelName, analystName, ...rest }) => ({
        ...rest,
        label: labelName,
        analyst: analystName,
      })),
    ).toEqual(rich.annotations);
    expect(article?.relations).toMatchObject([
      { id: 'r-outer-inner', type: 'targets', note: 'why' },
    ]);
    expect(article?.article).toEqual({ ...rich.article, source: {} });
    expect(article?.documentLabels).toEqual([
      { analystName: 'ben', labels: { stance: 'firm', about: { topic: ['a', 'b'] } } },
    ]);
    expect([article?.unknown, article?.warnings, article?.refused]).toEqual([[], [], []]);
  });

  it.skipIf(nastyArticles().length === 0)(
    'has the offsets of the shared vectors, whatever the text',
    () => {
      const cases = nastyArticles();
      const { read } = roundTrip(huggingface, cases);
      expect(read.map((one) => placesOf(one))).toEqual(cases.map(writtenPlaces));
    },
  );
});

describe('the same in Parquet', () => {
  const text = 'Ana Lima met Bo.';
  const annotations = [anAnnotation(text, [[0, 8]], { id: 'x', label: 'threat' })];
  const splits = ['train', 'dev', 'test'] as const;
  const articles = splits.map((split) =>
    anExportArticle(`${text} ${split}`, { split, annotations }),
  );
  const files = writeDataset(huggingfaceParquet, articles, { facts });

  it('is a file for each split, and a card that names them', () => {
    expect([...files.keys()].toSorted()).toEqual([
      'README.md',
      'data/test.parquet',
      'data/train.parquet',
      'data/validation.parquet',
    ]);
    const card = Buffer.from(files.get('README.md') ?? []).toString();
    expect(card).toContain('path: data/validation.parquet');
    expect(card).toContain('dtype: int32');
    expect(card).not.toContain('jsonl');
  });

  it('comes back as it was, and its classes by the names of the card', () => {
    const path = 'data/train.parquet';
    const train = files.get(path) ?? new Uint8Array();
    const [read] = readArticles(parquet, [[path, train]]);
    expect(read?.text).toBe(articles[0]?.text);
    expect(read === undefined ? [] : placesOf(read)).toEqual([['threat', [[0, 8]], ['Ana Lima']]]);
    const tokens = [
      { name: 'tokens', data: [['Ana', 'met']] },
      { name: 'ner_tags', data: [[3, 0]] },
    ];
    const foreign = new Uint8Array(
      parquetWriteBuffer({
        columnData: tokens,
        schema: [
          { name: 'root', num_children: 2 },
          { name: 'tokens', num_children: 1, converted_type: 'LIST', repetition_type: 'REQUIRED' },
          { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
          {
            name: 'element',
            type: 'BYTE_ARRAY',
            converted_type: 'UTF8',
            repetition_type: 'REQUIRED',
          },
          {
            name: 'ner_tags',
            num_children: 1,
            converted_type: 'LIST',
            repetition_type: 'REQUIRED',
          },
          { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
          { name: 'element', type: 'INT32', repetition_type: 'REQUIRED' },
        ],
      }),
    );
    const named = readArticles(parquet, [
      ['data/x.parquet', foreign],
      ['README.md', files.get('README.md') ?? ''],
    ]);
    expect(named.map(placesOf)).toEqual([[['threat', [[0, 3]], ['Ana']]]]);
  });
});

describe('what is read', () => {
  it('takes tokens and tags, by the names of the card or as numbers', () => {
    const row = '{"id":"0","tokens":["The","European","Commission","said"],"ner_tags":[0,3,4,0]}';
    expect(readArticles(huggingface, row).map(placesOf)).toEqual([
      [['tag 2', [[4, 23]], ['European Commission']]],
    ]);
    const card = [
      '---',
      'dataset_info:',
      '  features:',
      '  - name: ner_tags',
      '    sequence:',
      '      class_label:',
      "        names: {'0': O, '1': B-PER, '2': I-PER, '3': B-ORG, '4': I-ORG}",
      '---',
      '',
    ].join('\n');
    const named = readArticles(huggingface, [
      ['README.md', card],
      ['data/train.jsonl', row],
    ]);
    expect(named.map(placesOf)).toEqual([[['ORG', [[4, 23]], ['European Commission']]]]);
    expect(named[0]).toMatchObject({
      file: 'data/train.jsonl',
      text: 'The European Commission said',
    });
    const words = '{"tokens":["a","b"],"ner_tags":["I-X","B-X"]}';
    expect(readArticles(huggingface, words).map(placesOf)).toEqual([
      [
        ['X', [[0, 1]], ['a']],
        ['X', [[2, 3]], ['b']],
      ],
    ]);
  });

  it('takes text and entities of others', () => {
    const row = {
      text: '\u{1f680} Ana',
      entities: [{ start: 2, end: 5, label: 'PER' }],
      lang: 'en',
    };
    const [article] = readArticles(huggingface, JSON.stringify(row));
    expect(placesOf(article ?? { annotations: [] })).toEqual([['PER', [[3, 6]], ['Ana']]]);
    expect(article?.article.source).toEqual({ lang: 'en' });
    expect(huggingface.sniff(JSON.stringify(row), 'x.jsonl')).toBe(true);
  });

  it('says what is wrong, and goes on', () => {
    const content =
      '{"ner_tags":[0]}\n{"text":"a","entities":[{"start":0,"end":5,"label":"X"}]}\n{"text"';
    expect(
      readDataset(huggingface, content).map((one) =>
        one.ok ? one.value.refused.length : [one.error.line, one.error.column],
      ),
    ).toEqual([[1, undefined], 1, [3, 8]]);
  });
});
