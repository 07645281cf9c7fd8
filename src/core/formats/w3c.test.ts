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
import { w3c } from './w3c.ts';

describe.runIf(HAS_SAMPLES)('examples of the recommendation', () => {
  it.each(['20', '23', '24', '28', '29', '33', '39', '40'])(
    '%s is refused in words: its text is elsewhere',
    (number) => {
      const content = sampleFile(`w3c-annotation/anno${number}.json`).toString();
      expect(w3c.sniff(content, '')).toBe(true);
      expect(readDataset(w3c, [['a.json', content]])).toMatchObject([
        {
          ok: false,
          error: { file: 'a.json', message: expect.stringMatching(/is not beside it$/) as string },
        },
      ]);
    },
  );

  it('comes in by its quote where its text lies beside it', () => {
    const content = sampleFile('w3c-annotation/anno23.json')
      .toString()
      .replace('example.org/page1', 'example.org/page1.txt');
    const text = 'anotation? Here this is an anotation that has some words.';
    const [article] = readArticles(w3c, [
      ['a.json', content],
      ['page1.txt', text],
    ]);
    expect(placesOf(article ?? { annotations: [] })).toEqual([
      ['annotation', [[27, 36]], ['anotation']],
    ]);
  });
});

describe('what is written', () => {
  it('is what the model asks for', () => {
    const text = '\u{1f680} Ana met Bo';
    const one = anAnnotation(
      text,
      [
        [3, 6],
        [11, 13],
      ],
      { id: 'x', note: 'hm' },
    );
    const pages = JSON.parse(
      writtenText(writeDataset(w3c, [anExportArticle(text, { annotations: [one] })])),
    ) as Record<string, unknown>[];
    const [page] = pages as [
      { '@context': [string, Record<string, unknown>]; items: Record<string, unknown>[] },
    ];
    const [annotation = {}] = page.items;
    expect(annotation).toMatchObject({
      type: 'Annotation',
      motivation: 'tagging',
      creator: { type: 'Person' },
      body: [
        { type: 'TextualBody', value: 'claim', purpose: 'tagging' },
        { type: 'TextualBody', value: 'hm', purpose: 'commenting' },
      ],
      target: {
        type: 'Composite',
        items: [
          { selector: [{ type: 'TextPositionSelector', start: 2, end: 5 }, { exact: 'Ana' }] },
          {
            selector: [
              { start: 10, end: 12 },
              { type: 'TextQuoteSelector', exact: 'Bo' },
            ],
          },
        ],
      },
    });
    // Every field is a term of one of the two contexts.
    const model = ['id', 'type', 'motivation', 'creator', 'created', 'modified', 'body', 'target'];
    const own = Object.keys(page['@context'][1]);
    expect(
      Object.keys(annotation).filter((key) => !model.includes(key) && !own.includes(key)),
    ).toEqual([]);
  });

  it('comes back with everything', () => {
    const rich = richArticle();
    const { read, lost } = roundTrip(w3c, [rich]);
    expect(lost).toEqual([]);
    expect(
      read[0]?.annotations.map(({ labelName, analystName, ...rest }) => ({
        ...rest,
        label: labelName,
        analyst: analystName,
      })),
    ).toEqual(rich.annotations);
    expect(read[0]?.relations).toMatchObject([
      { id: 'r-outer-inner', type: 'targets', from: 'outer', to: 'inner', note: 'why' },
    ]);
    expect(read[0]?.article).toEqual({ ...rich.article, source: {} });
    expect(read[0]?.documentLabels).toEqual([
      { analystName: 'ben', labels: { stance: 'firm', about: { topic: ['a', 'b'] } } },
    ]);
    expect([read[0]?.unknown, read[0]?.warnings, read[0]?.refused]).toEqual([[], [], []]);
  });

  it.skipIf(nastyArticles().length === 0)(
    'has the offsets of the shared vectors, whatever the text',
    () => {
      const cases = nastyArticles();
      const { read } = roundTrip(w3c, cases);
      expect(read.map((one) => placesOf(one))).toEqual(cases.map(writtenPlaces));
    },
  );
});

describe('hostile files', () => {
  it('are refused with line and column', () => {
    expect(readDataset(w3c, '[{"about":{"text":"a"},"items":[]},\n{"@context"]')).toMatchObject([
      { ok: false, error: { line: 2, column: 12 } },
    ]);
    expect(
      readDataset(w3c, '[{"about":{"text":"a"},"items":[{"target":{"selector":7}}]},3]'),
    ).toMatchObject([
      { ok: true, value: { annotations: [], unknown: [{ path: 'webAnnotation' }] } },
      { ok: false },
    ]);
  });
});
