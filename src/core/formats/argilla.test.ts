import { describe, expect, it } from 'vitest';
import { anAnnotation, anExportArticle } from '../testing/builders.ts';
import { readDataset, writeDataset, writtenText } from '../testing/datasets.ts';
import {
  HAS_SAMPLES,
  nastyArticles,
  placesOf,
  readArticles,
  richArticle,
  roundTrip,
  sampleFile,
  writtenPlaces,
} from '../testing/rich-cases.ts';
import { argilla } from './argilla.ts';

describe.runIf(HAS_SAMPLES)('records of Argilla', () => {
  it('come in with users and suggestions', () => {
    const content = sampleFile('argilla/records_shape_made_here.json').toString();
    expect(argilla.sniff(content, '')).toBe(true);
    const [article] = readArticles(argilla, content);
    expect(
      article?.annotations.map(({ labelName, analystName, anchor }) => [
        labelName,
        analystName,
        anchor.quote,
      ]),
    ).toEqual([
      ['NOUN', '00000000-0000-0000-0000-000000000001', ['rocket']],
      ['NOUN', 'm1', ['rocket']],
    ]);
    expect(article?.warnings.map(({ kind }) => kind)).toEqual(['unit-assumed']);
    expect(article?.article.source).toEqual({ source: 'x' });
  });
});

describe('what is read', () => {
  it('sees by the words that its window counted UTF-16', () => {
    const responses = {
      spans: [{ user_id: 'u', value: [{ start: 3, end: 6, label: 'A', text: 'Ana' }] }],
    };
    const record = { fields: { text: '\u{1f680} Ana' }, responses };
    expect(readArticles(argilla, JSON.stringify([record]))[0]).toMatchObject({
      annotations: [{ anchor: { quote: ['Ana'], spans: [[3, 6]] } }],
      warnings: [{ kind: 'other-unit' }],
    });
  });

  it('takes answers about the whole text, and says what is wrong', () => {
    const content =
      '[{"fields":{"body":"one two"},"responses":{"tone":[{"value":"dry","user_id":"u"}]}},\n{"fields":{}},\n3]';
    expect(readDataset(argilla, content)).toMatchObject([
      { ok: true, value: { documentLabels: [{ analystName: 'u', labels: { tone: 'dry' } }] } },
      { ok: false, error: { line: 2 } },
      { ok: false, error: { line: 3 } },
    ]);
  });
});

describe('what is written', () => {
  it('passes the checks of the server', () => {
    const text = '\u{1f680} Ana met Bo';
    const annotations = [
      anAnnotation(text, [[3, 6]], { id: 'x' }),
      anAnnotation(text, [[11, 13]], { id: 'y', analyst: 'ben' }),
    ];
    const [record] = JSON.parse(
      writtenText(writeDataset(argilla, [anExportArticle(text, { annotations })])),
    ) as {
      fields: { text: string };
      responses: { spans: { user_id: string; value: { start: number; end: number }[] }[] };
    }[];
    const length = Array.from(record?.fields.text ?? '').length;
    const responses = record?.responses.spans ?? [];
    expect(responses.map(({ value }) => value.map(({ start, end }) => [start, end]))).toEqual([
      [[2, 5]],
      [[10, 12]],
    ]);
    for (const { value, user_id: id } of responses) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(value.every(({ start, end }) => start < length && end <= length)).toBe(true);
    }
  });

  it('comes back with all that is not counted as lost', () => {
    const rich = richArticle();
    const { read, lost } = roundTrip(argilla, [rich]);
    expect(lost).toEqual([
      ['notes on annotations', 1],
      ['how sure somebody was', 1],
      ['attributes', 5],
      ['relations', 1],
      ['document labels', 2],
      ['annotations in several parts', 1],
      ['annotations on no words', 1],
    ]);
    expect(read[0]?.annotations.map(({ id, analystName }) => [id, analystName]).toSorted()).toEqual(
      [
        ['inner', rich.annotations[0]?.analyst],
        ['outer', rich.annotations[0]?.analyst],
        ['theirs', 'ben'],
      ],
    );
    expect(read[0]?.article).toEqual({ ...rich.article, source: {} });
    expect([read[0]?.unknown, read[0]?.warnings, read[0]?.refused]).toEqual([[], [], []]);
  });

  it.skipIf(nastyArticles().length === 0)(
    'has the offsets of the shared vectors, whatever the text',
    () => {
      const cases = nastyArticles();
      const { read } = roundTrip(argilla, cases);
      const onWords = cases.map((one) =>
        writtenPlaces(one).filter(([, , quote]) => JSON.stringify(quote) !== '[""]'),
      );
      expect(read.map((one) => placesOf(one))).toEqual(onWords);
    },
  );
});
