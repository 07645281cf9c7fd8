import { describe, expect, it } from 'vitest';
import { anAnnotation, anExportArticle } from '../testing/builders.ts';
import { readDataset, writeDataset } from '../testing/datasets.ts';
import {
  HAS_SAMPLES,
  nastyArticles,
  placesOf,
  richArticle,
  roundTrip,
  sampleFile,
  writtenPlaces,
} from '../testing/rich-cases.ts';
import { parquet } from './parquet.ts';

describe('what is written', () => {
  it('comes back with everything', () => {
    const rich = richArticle();
    const { read, lost } = roundTrip(parquet, [rich, anExportArticle('bare')]);
    expect(lost).toEqual([]);
    expect(
      read[0]?.annotations.map(({ labelName, analystName, ...rest }) => ({
        ...rest,
        label: labelName,
        analyst: analystName,
      })),
    ).toEqual(rich.annotations);
    expect(read[0]?.relations).toMatchObject([
      { id: 'r-outer-inner', type: 'targets', note: 'why' },
    ]);
    expect(read[0]?.article).toEqual({ ...rich.article, source: {} });
    expect(read[1]).toMatchObject({ text: 'bare', line: 2, annotations: [] });
    expect([read[0]?.unknown, read[0]?.warnings, read[0]?.refused]).toEqual([[], [], []]);
  });

  it.skipIf(nastyArticles().length === 0)(
    'has the offsets of the shared vectors, whatever the text',
    () => {
      const cases = nastyArticles();
      const { read } = roundTrip(parquet, cases);
      expect(read.map((one) => placesOf(one))).toEqual(cases.map(writtenPlaces));
    },
  );

  it('holds more articles than one group', () => {
    const many = Array.from({ length: 450 }, (_, index) => {
      const text = `${index} words`;
      return anExportArticle(text, {
        annotations: [anAnnotation(text, [[0, String(index).length]])],
      });
    });
    const { read } = roundTrip(parquet, many);
    expect(read.map(({ text }) => text)).toEqual(many.map(({ text }) => text));
    expect(read.map(({ annotations }) => annotations[0]?.anchor.quote[0])).toEqual(
      many.map((_, index) => String(index)),
    );
  });
});

describe('what is read', () => {
  it.runIf(HAS_SAMPLES)('is a file of another program', () => {
    const results = readDataset(parquet, [
      ['x.parquet', sampleFile('huggingface/made_here_nested_list.parquet')],
    ]);
    expect(results.length).toBeGreaterThan(0);
    expect(results.every((one) => one.ok)).toBe(true);
  });

  it('is refused in words where it is damaged', () => {
    const bytes = writeDataset(parquet, [anExportArticle('one two')]).get('') ?? new Uint8Array();
    for (const file of [
      new Uint8Array(),
      Buffer.from('PAR1'),
      bytes.slice(0, 300),
      bytes.slice(40),
    ]) {
      expect(readDataset(parquet, [['a.parquet', file]])).toMatchObject([
        { ok: false, error: { line: 1 } },
      ]);
    }
  });
});
