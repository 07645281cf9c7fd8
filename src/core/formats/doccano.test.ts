import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAnnotation, anExportArticle } from '../testing/builders.ts';
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
import { doccano } from './doccano.ts';

const sample = (name: string) => sampleFile(`doccano/${name}`).toString();
const read = (line: unknown) => readArticles(doccano, JSON.stringify(line))[0];

describe.runIf(HAS_SAMPLES)('files of doccano', () => {
  it('come in with relations', () => {
    const [article] = readArticles(doccano, sample('export_relation_extraction.json'));
    expect(
      article?.annotations.map(({ id, labelName, anchor }) => [id, labelName, anchor.quote]),
    ).toEqual([
      ['entity-0', 'ORG', ['Google']],
      ['entity-1', 'DATE', ['September 4, 1998']],
      ['entity-2', 'PERSON', ['Larry Page']],
      ['entity-3', 'PERSON', ['Sergey Brin']],
    ]);
    expect(article?.relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['foundedAt', 'entity-0', 'entity-1'],
      ['foundedBy', 'entity-0', 'entity-2'],
      ['foundedBy', 'entity-0', 'entity-3'],
    ]);
  });

  it('come in from before 1.0, with numbers and with names', () => {
    const numbered = readArticles(doccano, sample('old_v1_labeling.jsonl'));
    expect(numbered[0]?.annotations).toMatchObject([
      { labelName: 'Label 10', analystName: 'User 1', anchor: { quote: ['JAPAN'] } },
      { labelName: 'Label 11', analystName: 'User 1', anchor: { quote: ['CHINA'] } },
    ]);
    const named = readArticles(doccano, sample('old_v1_text_label.jsonl'));
    expect(placesOf(named[1] ?? { annotations: [] }).at(-1)).toEqual([
      'PER',
      [[84, 101]],
      ['Marcello Cuttitta'],
    ]);
  });

  it('come in as triples, names of whole texts and intents', () => {
    const [first, second, third] = readDataset(doccano, sample('example.jsonl'));
    expect(first).toMatchObject({
      ok: true,
      value: { annotations: [{ labelName: 'LOC' }], article: { source: { wikiPageID: 1 } } },
    });
    expect(second).toMatchObject({ ok: true, value: { annotations: [] } });
    expect(third).toMatchObject({ ok: false, error: { line: 3 } });
    const texts = readArticles(doccano, sample('textclass.jsonl'));
    expect(texts.map((one) => one.documentLabels)).toEqual([
      [{ analystName: 'Ana', labels: { positive: true } }],
      [{ analystName: 'Ana', labels: { positive: true, negative: true } }],
      [],
    ]);
    const [intent] = readDataset(doccano, sample('intent.jsonl'));
    expect(intent).toMatchObject({
      ok: true,
      value: {
        annotations: [{ labelName: 'LOC' }],
        documentLabels: [{ labels: { positive: true } }],
      },
    });
  });

  it('are told from other files', () => {
    const names = [
      'example.jsonl',
      'intent.jsonl',
      'old_v1_labeling.jsonl',
      'old_v1_text_label.jsonl',
    ];
    expect(names.filter((name) => !doccano.sniff(sample(name), name))).toEqual([]);
    expect(doccano.sniff('{"text":"a","spans":[{"start":0,"end":1,"label":"L"}]}', '')).toBe(false);
    expect(doccano.sniff('{"text":"a","entities":[{"start":0,"end":1,"label":"L"}]}', '')).toBe(
      false,
    );
  });
});

describe('what is read', () => {
  it('says that the unit was taken for granted only where units differ', () => {
    const label = [[2, 5, 'A']];
    const warned = (text: string, over = {}) =>
      readArticles(doccano, JSON.stringify({ text, label }), over)[0]?.warnings.map(
        ({ kind }) => kind,
      );
    expect(warned('a Ana b')).toEqual([]);
    expect(warned('\u{1f680} Ana')).toEqual(['unit-assumed']);
    expect(warned('e\u0301 Ana')).toEqual(['unit-assumed']);
    expect(warned('\u{1f680} Ana', { offsetUnit: 'grapheme' })).toEqual([]);
    const asClusters = readArticles(doccano, JSON.stringify({ text: '\u{1f680} Ana', label }), {
      offsetUnit: 'grapheme',
    });
    expect(asClusters[0]?.annotations[0]?.anchor.quote).toEqual(['Ana']);
  });

  it('keeps comments aside and refuses what is no place', () => {
    const article = read({
      text: 'one',
      label: [
        [0, 9, 'A'],
        [0, 3, 'B'],
      ],
      Comments: ['hm'],
    });
    expect(article?.unknown).toMatchObject([{ path: 'doccano', value: { Comments: ['hm'] } }]);
    expect(article?.annotations.map(({ labelName }) => labelName)).toEqual(['B']);
    expect(article?.refused).toMatchObject([{ place: 'annotations[0]' }]);
  });

  it('says line and column of what is wrong, and goes on', () => {
    const content =
      '{"text":"a","label":[]}\n{"text":"b",}\n[1]\n{"label":[[0,1,"A"]]}\n{"text":"c","label":[]}';
    expect(
      readDataset(doccano, content).map((one) =>
        one.ok ? one.value.text : [one.error.line, one.error.column],
      ),
    ).toEqual(['a', [2, 13], [3, undefined], [4, undefined], 'c']);
  });
});

describe('what is written', () => {
  it('is a line as doccano writes it', () => {
    const text = '\u{1f680} Ana met Bo';
    const [ana, bo] = [anAnnotation(text, [[3, 6]]), anAnnotation(text, [[11, 13]])];
    const relations = [
      {
        id: 'r',
        articleId: ana.articleId,
        analyst: ana.analyst,
        type: 'meets',
        from: ana.id,
        to: bo.id,
      },
    ];
    const from = anExportArticle(text, { annotations: [ana, bo], relations });
    expect(JSON.parse(writtenText(writeDataset(doccano, [from])))).toMatchObject({
      id: 1,
      text,
      entities: [
        { id: 1, label: 'claim', start_offset: 3, end_offset: 6 },
        { id: 2, label: 'claim', start_offset: 11, end_offset: 13 },
      ],
      relations: [{ id: 1, from_id: 1, to_id: 2, type: 'meets' }],
      Comments: [],
      title: 'A title',
    });
    const clusters = writeDataset(doccano, [from], { offsetUnit: 'grapheme' });
    expect(JSON.parse(writtenText(clusters))).toMatchObject({
      entities: [{ start_offset: 2 }, {}],
    });
    const again = readArticles(doccano, clusters);
    expect(again.map(placesOf)).toEqual([writtenPlaces(from)]);
  });

  it('comes back with all that is not counted as lost', () => {
    const rich = richArticle();
    const { read: again, lost } = roundTrip(doccano, [rich]);
    expect(lost).toEqual([
      ['notes on annotations', 1],
      ['how sure somebody was', 1],
      ['attributes', 5],
      ['notes on relations', 1],
      ['document labels', 2],
      ['annotations in several parts', 1],
      ['annotations on no words', 1],
    ]);
    expect(again[0]?.annotations.map(({ id }) => id)).toEqual(['outer', 'inner', 'theirs']);
    expect(again[0]?.relations).toMatchObject([{ type: 'targets', from: 'outer', to: 'inner' }]);
    expect(again[0]?.article).toEqual({ ...rich.article, source: {} });
    expect([again[0]?.unknown, again[0]?.warnings, again[0]?.refused]).toEqual([[], [], []]);
  });

  it.skipIf(nastyArticles().length === 0)(
    'has the offsets of the shared vectors, whatever the text',
    () => {
      const cases = nastyArticles();
      const { read: again } = roundTrip(doccano, cases);
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
        const { read: again } = roundTrip(doccano, [anExportArticle(text, { annotations: all })]);
        const kept = all.filter(({ anchor: { quote } }) => quote.length === 1 && quote[0] !== '');
        expect(again.map(placesOf)).toEqual([writtenPlaces({ annotations: kept })]);
      }),
      { numRuns: 40 },
    );
  });
});
