import { decode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { anAnnotation, anExportArticle } from '../testing/builders.ts';
import { readDataset, writeDataset } from '../testing/datasets.ts';
import { nastyText } from '../testing/nasty-text.ts';
import {
  HAS_SAMPLES,
  nastyArticles,
  placesOf,
  readArticles,
  richArticle,
  roundTrip,
  sampleFile,
} from '../testing/rich-cases.ts';
import { spacyTokens } from './spacy/doc.ts';
import { murmurHash64, stringId } from './spacy/string-hash.ts';
import { SYMBOLS } from './spacy/symbols.ts';
import { spacyDocbin } from './spacy-docbin.ts';
import { tokenise } from './tokens.ts';

describe('strings of spaCy', () => {
  it('have the hashes that its documentation shows', () => {
    expect(murmurHash64('coffee')).toBe(3197928453018144401n);
    expect(murmurHash64('apple')).toBe(8566208034543834098n);
  });

  it('have their number where the table of symbols has one', () => {
    const numbers = ['', 'ORTH', 'ENT_IOB', 'ENT_TYPE', 'PERSON', 'ORG', 'GPE', 'LOC', 'DATE'].map(
      stringId,
    );
    expect(numbers).toEqual([0n, 65n, 77n, 78n, 380n, 383n, 384n, 385n, 391n]);
    expect(['nsubj', 'dobj', 'ENT_KB_ID', 'ENT_ID', '_'].map(stringId)).toEqual([
      429n,
      416n,
      452n,
      454n,
      456n,
    ]);
    expect(new Set(SYMBOLS.values()).size).toBe(457);
    // As spaCy 3.8 gives them; what version 2 called 104 has a hash since.
    expect(SYMBOLS.get('DEPRECATED276')).toBe(379n);
    expect(SYMBOLS.get('IS_OOV_DEPRECATED')).toBe(13n);
    expect(stringId('Animacy_anim')).toBe(7589320764769347631n);
  });
});

describe('tokens of spaCy', () => {
  it('put together are the text, to the last blank', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const tokens = spacyTokens(tokenise(text));
        expect(tokens.map((one) => one.text + (one.after ? ' ' : '')).join('')).toBe(text);
        expect(tokens.every((one) => text.slice(one.start, one.end) === one.text)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('are none that versions of spaCy number differently', () => {
    const tokens = spacyTokens(tokenise('a _ b IDX'));
    expect(tokens.map(({ text }) => text)).toEqual(['a', '_ b', 'IDX']);
  });
});

describe.runIf(HAS_SAMPLES)('a DocBin made by another program', () => {
  it('comes in with its entities', () => {
    const read = readArticles(spacyDocbin, [['x.spacy', sampleFile('spacy/made_here_poc.spacy')]]);
    expect(read.map(({ text }) => text)).toEqual([
      'Ana Lima works at Acme \u{1f680}.',
      '한국 기자',
    ]);
    expect(read.map(placesOf)).toEqual([
      [
        ['PERSON', [[0, 8]], ['Ana Lima']],
        ['MY_ORG', [[18, 25]], ['Acme \u{1f680}']],
      ],
      [['GPE', [[0, 2]], ['한국']]],
    ]);
  });
});

describe('what is written', () => {
  it('is the layout that spaCy documents', () => {
    const text = 'Ana Lima met  Bo.';
    const annotations = [
      anAnnotation(text, [[0, 8]], { id: 'x', label: 'PERSON' }),
      anAnnotation(text, [[4, 8]], { id: 'y', label: 'NAME' }),
    ];
    const files = writeDataset(spacyDocbin, [anExportArticle(text, { annotations })]);
    const bin = decode(unzlibSync(files.get('') ?? new Uint8Array())) as Record<string, unknown>;
    expect(bin).toMatchObject({
      version: '0.1',
      attrs: [65, 77, 78, 80],
      cats: [{}],
      flags: [{ has_unknown_spaces: false }],
      strings: ['', ' ', '.', 'Ana', 'Bo', 'Lima', 'NAME', 'PERSON', 'met'],
    });
    const view = (key: string) => {
      const bytes = bin[key] as Uint8Array;
      return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    };
    expect(view('lengths').getInt32(0, true)).toBe(6);
    expect([...(bin['spaces'] as Uint8Array)]).toEqual([1, 1, 1, 0, 0, 0]);
    const row = (token: number) =>
      [0, 1, 2, 3].map((column) => view('tokens').getBigUint64((token * 4 + column) * 8, true));
    expect(row(0)).toEqual([murmurHash64('Ana'), 3n, 380n, 1n]);
    expect(row(1)).toEqual([murmurHash64('Lima'), 1n, 380n, 0xffffffffffffffffn]);
    expect(row(2).slice(1, 3)).toEqual([2n, 0n]);
    const [groups] = bin['span_groups'] as Uint8Array[];
    const [group] = decode(groups ?? []) as Uint8Array[];
    const { name, spans } = decode(group ?? []) as { name: string; spans: Uint8Array[] };
    expect(name).toBe('sc');
    const second = spans[1] ?? new Uint8Array(40);
    const span = new DataView(second.buffer, second.byteOffset, 40);
    expect(span.getBigUint64(16)).toBe(murmurHash64('NAME'));
    expect([24, 28, 32, 36].map((at) => span.getInt32(at))).toEqual([1, 2, 4, 8]);
  });

  it('comes back with all that is not counted as lost', () => {
    const rich = richArticle();
    const { read, lost } = roundTrip(spacyDocbin, [rich]);
    const article = read[0];
    expect(lost).toEqual([
      ['annotations in several parts', 1],
      ['annotations that begin or end inside a token', 1],
      ['annotations on no words', 1],
    ]);
    const kept = rich.annotations.filter(({ id }) => id === 'outer' || id === 'inner');
    expect(
      article?.annotations.map(({ labelName, analystName, ...rest }) => ({
        ...rest,
        label: labelName,
        analyst: analystName,
      })),
    ).toEqual(kept);
    expect(article?.relations).toMatchObject([
      { id: 'r-outer-inner', type: 'targets', note: 'why' },
    ]);
    expect(article?.article).toEqual({ ...rich.article, source: {} });
    expect(article?.documentLabels).toMatchObject([{ analystName: 'ben' }]);
    expect([article?.unknown, article?.warnings, article?.refused]).toEqual([[], [], []]);
  });

  it('keeps texts of the shared vectors exactly, and words where they are tokens', () => {
    const cases = nastyArticles();
    const { read, lost } = roundTrip(spacyDocbin, cases);
    expect(read.map(({ text }) => text)).toEqual(cases.map(({ text }) => text));
    const before = cases.flatMap((one) => one.annotations).length;
    const after = read.flatMap((one) => one.annotations).length;
    const missing = lost
      .filter(([what]) => !what.startsWith('white space'))
      .reduce((sum, [, count]) => sum + count, 0);
    expect(before - after).toBe(missing);
  });

  it('puts each split into a file of its own', () => {
    const files = writeDataset(spacyDocbin, [
      anExportArticle('one'),
      anExportArticle('two', { split: 'dev' }),
    ]);
    expect([...files.keys()]).toEqual(['', 'dev.spacy']);
    expect(readArticles(spacyDocbin, [['', files.get('dev.spacy') ?? '']])[0]?.text).toBe('two');
  });
});

describe('hostile files', () => {
  it('are refused in words', () => {
    const bytes =
      writeDataset(spacyDocbin, [anExportArticle('one two')]).get('') ?? new Uint8Array();
    for (const file of [
      new Uint8Array(),
      bytes.slice(0, 20),
      Buffer.from('x'),
      bytes.map((one, at) => (at > 9 ? one ^ 7 : one)),
    ]) {
      expect(readDataset(spacyDocbin, [['a.spacy', file]])).toMatchObject([
        { ok: false, error: { line: 1, file: 'a.spacy' } },
      ]);
    }
  });
});
