import { describe, expect, it } from 'vitest';
import { anAnnotation, anExportArticle } from '../testing/builders.ts';
import { readDataset, writeDataset, writtenText } from '../testing/datasets.ts';
import {
  HAS_SAMPLES,
  placesOf,
  readArticles,
  richArticle,
  roundTrip,
  sampleFile,
} from '../testing/rich-cases.ts';
import { spacyJson } from './spacy-json.ts';

describe.runIf(HAS_SAMPLES)('files of spaCy 2', () => {
  it.each([
    'ner-token-per-line',
    'ner-sent-per-line',
    'ner-token-per-line-with-pos',
    'ner-token-per-line-conll2003',
  ])('%s comes in with its entities', (name) => {
    const content = sampleFile(`spacy/${name}.json`).toString();
    expect(spacyJson.sniff(content.slice(0, 4096), '')).toBe(true);
    const [article] = readArticles(spacyJson, content);
    expect(article?.text.startsWith('When Sebastian Thrun started working')).toBe(true);
    expect(placesOf(article ?? { annotations: [] }).slice(0, 2)).toMatchObject([
      ['PERSON', [[5, 20]], ['Sebastian Thrun']],
      [expect.any(String), expect.anything(), ['Google']],
    ]);
  });
});

describe('what is read', () => {
  it('takes simple tuples and documents as spaCy 3 prints them', () => {
    const tuples = '[["\\ud83d\\ude80 Ana", {"entities": [[2, 5, "PERSON"]]}]]';
    expect(readArticles(spacyJson, tuples).map(placesOf)).toEqual([
      [['PERSON', [[3, 6]], ['Ana']]],
    ]);
    expect(spacyJson.sniff(tuples, '')).toBe(true);
    const doc = {
      text: 'Ana Lima',
      ents: [{ start: 0, end: 8, label: 'PERSON' }],
      spans: { sc: [{ start: 0, end: 3, label: 'NAME', kb_id: '' }] },
      cats: { SPORT: 0.9, WAR: 0.1 },
    };
    const [article] = readArticles(spacyJson, JSON.stringify([doc]));
    expect(placesOf(article ?? { annotations: [] })).toEqual([
      ['NAME', [[0, 3]], ['Ana']],
      ['PERSON', [[0, 8]], ['Ana Lima']],
    ]);
    expect(article?.documentLabels).toEqual([{ analystName: 'Ana', labels: { SPORT: true } }]);
  });

  it('says line and column of what is wrong, and goes on', () => {
    expect(readDataset(spacyJson, '[{"text":"a"},\n 5,\n {"text":"b"}]')).toMatchObject([
      { ok: true },
      { ok: false, error: { line: 2 } },
      { ok: true },
    ]);
    expect(readDataset(spacyJson, '[\n{"text" 1}]')).toMatchObject([
      { ok: false, error: { line: 2, column: 9 } },
    ]);
  });
});

describe('what is written', () => {
  it('has BILUO tags for what stands apart and spans for all', () => {
    const text = '\u{1f680} Ana Lima met Bo.';
    const annotations = [
      anAnnotation(text, [[3, 11]], { id: 'x', label: 'PERSON' }),
      anAnnotation(text, [[3, 6]], { id: 'y', label: 'NAME' }),
      anAnnotation(text, [[16, 18]], { id: 'z', label: 'PERSON' }),
    ];
    const [doc] = JSON.parse(
      writtenText(writeDataset(spacyJson, [anExportArticle(text, { annotations })])),
    ) as {
      paragraphs: { raw: string; sentences: { tokens: { orth: string; ner: string }[] }[] }[];
    }[];
    const [paragraph] = doc?.paragraphs ?? [];
    const tokens = paragraph?.sentences.flatMap((one) => one.tokens) ?? [];
    expect(paragraph).toMatchObject({
      raw: text,
      spans: { sc: [{ start: 2, end: 10 }, { start: 2, end: 5, label: 'NAME' }, { start: 15 }] },
    });
    expect(tokens.map(({ orth, ner }) => [orth, ner])).toEqual([
      ['\u{1f680}', 'O'],
      ['Ana', 'B-PERSON'],
      ['Lima', 'L-PERSON'],
      ['met', 'O'],
      ['Bo', 'U-PERSON'],
      ['.', 'O'],
    ]);
  });

  it('comes back with all that is not counted as lost', () => {
    const rich = richArticle();
    const { read, lost } = roundTrip(spacyJson, [rich]);
    expect(lost.map(([what]) => what)).toEqual([
      'annotations in several parts',
      'annotations that begin or end inside a token',
      'annotations on no words',
    ]);
    const kept = rich.annotations.filter(({ id }) => id === 'outer' || id === 'inner');
    expect(
      read[0]?.annotations.map(({ labelName, analystName, ...rest }) => ({
        ...rest,
        label: labelName,
        analyst: analystName,
      })),
    ).toEqual(kept);
    expect(read[0]?.relations).toMatchObject([{ id: 'r-outer-inner', type: 'targets' }]);
    expect(read[0]?.article).toEqual({ ...rich.article, source: {} });
    expect(read[0]?.documentLabels).toMatchObject([{ analystName: 'ben' }]);
    expect([read[0]?.unknown, read[0]?.warnings, read[0]?.refused]).toEqual([[], [], []]);
  });
});
