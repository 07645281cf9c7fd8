import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAnnotation, anExportArticle, aRelation } from '../testing/builders.ts';
import { readDataset, writeDataset, writtenText } from '../testing/datasets.ts';
import { markedText } from '../testing/nasty-text.ts';
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
import { prodigy } from './prodigy.ts';
import { cutTokens, tokenise, tokensOver } from './tokens.ts';

const sample = (name: string) => sampleFile(`prodigy/${name}`).toString();

describe.runIf(HAS_SAMPLES)('files of Prodigy', () => {
  it('come in with annotator, time and relations', () => {
    const [article] = readArticles(prodigy, sample('ner_manual_shape_made_here.jsonl'));
    expect(article?.annotations).toMatchObject([
      { id: 'p2-1', labelName: 'PER', analystName: 'db-ana', anchor: { quote: ['Ana Lima'] } },
      { id: 'p2-2', labelName: 'ORG', createdAt: '2026-01-02T03:04:05.000Z' },
    ]);
    expect(article?.relations).toMatchObject([{ type: 'WORKS_AT', from: 'p2-1', to: 'p2-2' }]);
    expect([article?.unknown, article?.warnings, article?.refused]).toEqual([[], [], []]);
  });

  it('come in where a relation names the last token of its span', () => {
    const [article] = readArticles(prodigy, sample('real_relations_record3.jsonl'));
    expect(placesOf(article ?? { annotations: [] })).toEqual([
      ['GGP', [[21, 24]], ['Id1']],
      ['GGP', [[135, 140]], ['BMP-6']],
    ]);
    const [first, second] = article?.annotations ?? [];
    expect(article?.relations.map(({ from, to }) => [from, to])).toEqual([[second?.id, first?.id]]);
    expect(article?.article.source).toMatchObject({
      source: 'BioNLP 2011 Genia Shared Task, PMC-1134658-06-Results-05.txt',
    });
  });

  it('come in without annotations', () => {
    const articles = readArticles(prodigy, sample('bio_events_raw_2.jsonl'));
    expect(articles.map(({ annotations }) => annotations.length)).toEqual([0, 0]);
  });

  it('are told from other files', () => {
    expect(prodigy.sniff(sample('ner_manual_shape_made_here.jsonl'), '')).toBe(true);
    expect(prodigy.sniff(sample('real_relations_record3.jsonl'), '')).toBe(true);
    expect(prodigy.sniff('{"text":"a","spans":[]}', '')).toBe(false);
  });
});

describe('what is read', () => {
  const span = { start: 0, end: 3, token_start: 0, token_end: 0, label: 'A' };

  it('puts the records of several annotators together, and keeps what was rejected aside', () => {
    const lines = [
      { text: 'one two', spans: [span], _annotator_id: 'ana', answer: 'accept' },
      { text: 'one two', spans: [span], _session_id: 'ben', answer: 'accept' },
      { text: 'one two', spans: [span], _annotator_id: 'cem', answer: 'reject' },
      {
        text: 'three',
        options: [{ id: 'x' }],
        accept: ['x'],
        _annotator_id: 'ana',
        answer: 'accept',
      },
    ];
    const articles = readArticles(prodigy, lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(
      articles.map(({ line, annotations }) => [line, annotations.map((one) => one.analystName)]),
    ).toEqual([
      [1, ['ana', 'ben']],
      [4, []],
    ]);
    expect(JSON.stringify(articles[0]?.unknown)).toContain('reject');
    expect(articles[1]?.documentLabels).toEqual([{ analystName: 'ana', labels: { x: true } }]);
  });

  it('says line and column of what is wrong, and goes on', () => {
    const content =
      '{"text":"a"}\n{"text":1}\n{"text":\n{"text":"b","spans":[{"start":0,"end":9,"label":"A"}]}';
    expect(
      readDataset(prodigy, content).map((one) =>
        one.ok ? [one.value.text, one.value.refused.length] : [one.error.line, one.error.column],
      ),
    ).toEqual([
      ['a', 0],
      [3, 9],
      [2, undefined],
      ['b', 1],
    ]);
  });
});

describe('what is written', () => {
  it('is a record as Prodigy has it', () => {
    const text = '\u{1f680} Ana Lima met Bo.';
    const [ana, bo] = [
      anAnnotation(text, [[3, 11]], { id: 'x', label: 'PER' }),
      anAnnotation(text, [[16, 18]], { id: 'y', label: 'PER' }),
    ];
    const from = anExportArticle(text, { annotations: [ana, bo], relations: [aRelation(ana, bo)] });
    const record = JSON.parse(writtenText(writeDataset(prodigy, [from]))) as Record<
      string,
      unknown
    >;
    expect(record).toMatchObject({
      text,
      answer: 'accept',
      _view_id: 'relations',
      _timestamp: 1768986720,
      tokens: [
        { text: '\u{1f680}', start: 0, end: 1, id: 0, ws: true },
        { text: 'Ana', start: 2, end: 5, id: 1, ws: true },
        { text: 'Lima', start: 6, end: 10, id: 2, ws: true },
        { text: 'met', start: 11, end: 14, id: 3, ws: true },
        { text: 'Bo', start: 15, end: 17, id: 4, ws: false },
        { text: '.', start: 17, end: 18, id: 5, ws: false },
      ],
      spans: [
        { start: 2, end: 10, token_start: 1, token_end: 2, label: 'PER' },
        { start: 15, end: 17, token_start: 4, token_end: 4, label: 'PER' },
      ],
      relations: [
        {
          head: 2,
          child: 4,
          label: 'targets',
          head_span: { start: 2, token_end: 2, label: 'PER' },
        },
      ],
    });
    for (const key of ['_input_hash', '_task_hash']) {
      expect(record[key]).toSatisfy(
        (value: number) => Number.isInteger(value) && Math.abs(value) <= 2 ** 31,
      );
    }
  });

  it('cuts tokens where an annotation begins inside a word', () => {
    const text = 'anti-war unhappy';
    const tokens = cutTokens(tokenise(text).tokens, [11, 16, 5], text);
    expect(tokens.map(({ text: form, start }) => `${start}${form}`)).toEqual([
      '0anti',
      '4-',
      '5war',
      '9un',
      '11happy',
    ]);
    expect(tokensOver(tokens, [11, 16])).toEqual([4, 5]);
    expect(tokensOver(tokens, [8, 9])).toBeUndefined();
    expect(tokensOver(tokens, [3, 10])).toEqual([0, 4]);
  });

  it('comes back with all that is not counted as lost', () => {
    const rich = richArticle();
    const { read: again, lost } = roundTrip(prodigy, [rich]);
    expect(lost).toEqual([
      ['annotations in several parts', 1],
      ['annotations on no words', 1],
    ]);
    const kept = rich.annotations.filter(({ id }) => id !== 'parts' && id !== 'point');
    expect(
      again[0]?.annotations.map(({ labelName, analystName, ...rest }) => ({
        ...rest,
        label: labelName,
        analyst: analystName,
      })),
    ).toEqual(kept);
    expect(again[0]?.relations).toMatchObject([
      { id: 'r-outer-inner', type: 'targets', from: 'outer', to: 'inner', note: 'why' },
    ]);
    expect(again[0]?.article).toEqual({ ...rich.article, source: {} });
    expect(again[0]?.documentLabels).toEqual([
      { analystName: 'ben', labels: { stance: 'firm', about: { topic: ['a', 'b'] } } },
    ]);
    expect([again[0]?.unknown, again[0]?.warnings, again[0]?.refused]).toEqual([[], [], []]);
  });

  it.skipIf(nastyArticles().length === 0)(
    'has the offsets of the shared vectors, whatever the text',
    () => {
      const cases = nastyArticles();
      const { read: again } = roundTrip(prodigy, cases);
      const onWords = cases.map((one) =>
        writtenPlaces(one).filter(([, , quote]) => JSON.stringify(quote) !== '[""]'),
      );
      expect(again.map((one) => placesOf(one))).toEqual(onWords);
    },
  );

  it('comes back for any text and any spans', () => {
    fc.assert(
      fc.property(markedText(4), ({ text, marks }) => {
        const all = marks.map((spans, index) => anAnnotation(text, spans, { id: `m${index}` }));
        const { read: again } = roundTrip(prodigy, [anExportArticle(text, { annotations: all })]);
        const kept = all.filter(({ anchor: { quote } }) => quote.length === 1 && quote[0] !== '');
        expect(again.map(placesOf)).toEqual([writtenPlaces({ annotations: kept })]);
      }),
      { numRuns: 40 },
    );
  });
});
