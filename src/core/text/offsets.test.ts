import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '../result.ts';
import { type NastyCase, nastyCases } from '../testing/nasty-cases.ts';
import { brokenText } from '../testing/nasty-text.ts';
import { graphemeAt, isGraphemeBoundary, nextGrapheme, previousGrapheme } from './graphemes.ts';
import {
  OFFSET_UNITS,
  type OffsetConverter,
  type OffsetUnit,
  offsetConverter,
  textLength,
} from './offsets.ts';

/** Units before each boundary, counted the plain way: the whole text at once. */
function boundaryTable(text: string, unit: OffsetUnit): Map<number, number> {
  const pieces =
    unit === 'grapheme'
      ? Array.from(new Intl.Segmenter('en').segment(text), (piece) => piece.segment).flatMap(
          // Without the joins of GB9c, see grapheme-units.ts.
          (piece) => piece.split(/(?<=[\p{M}\u200c\u200d])(?=(?![\u0e33\u0eb3])\p{Lo})/u),
        )
      : Array.from(text);
  const width = (piece: string): number => {
    if (unit === 'utf16') return piece.length;
    return unit === 'utf8' ? new TextEncoder().encode(piece).length : 1;
  };
  const table = new Map([[0, 0]]);
  let [at, count] = [0, 0];
  for (const piece of pieces) {
    at += piece.length;
    count += width(piece);
    table.set(at, count);
  }
  return table;
}

/** Every answer that differs from the plain count, in either direction. */
function disagreements(text: string, unit: OffsetUnit): readonly unknown[] {
  const table = boundaryTable(text, unit);
  const back = new Map(Array.from(table, ([at, count]) => [count, at]));
  const converter = offsetConverter(text, unit);
  const differing: unknown[] = [];
  const compare = (offset: number, expected: number | undefined, found: Found): void => {
    const answer = found.ok ? found.value : found.error.kind;
    if (answer !== (expected ?? 'inside-unit')) differing.push({ offset, expected, answer });
  };
  for (let offset = 0; offset <= text.length; offset += 1) {
    compare(offset, table.get(offset), converter.fromUtf16(offset));
  }
  for (let offset = 0; offset <= converter.length(); offset += 1) {
    compare(offset, back.get(offset), converter.toUtf16(offset));
  }
  return differing;
}

type Found = ReturnType<OffsetConverter['toUtf16']>;

describe.each(OFFSET_UNITS)('offsets in %s', (unit) => {
  it('agree with a plain count at every offset, both ways', () => {
    fc.assert(
      fc.property(brokenText, (text) => {
        expect(disagreements(text, unit)).toEqual([]);
      }),
    );
  });

  const piece = 'Ab \u{1f468}\u{1f3fb}\u200d\u{1f692} e\u0301 नरेन्द्र 한국 \r\n\ud83d';
  it.each([
    piece.repeat(120),
    `${'x'.repeat(1023)}\u{1f4a9}\u{1f3fb}${'y'.repeat(1100)}\u0301`,
    '\u{1f1f0}\u{1f1f7}'.repeat(700),
    `a${'\u0301'.repeat(1500)}b`,
  ])('agree beyond the first checkpoint', (text) => {
    expect(disagreements(text, unit)).toEqual([]);
  });

  it('refuses what is not a whole number and what is outside', () => {
    const { fromUtf16, toUtf16 } = offsetConverter('abc', unit);
    for (const convert of [fromUtf16, toUtf16]) {
      for (const offset of [-1, 4, Number.POSITIVE_INFINITY, 0.5, Number.NaN]) {
        const kind = Number.isInteger(offset) ? 'out-of-range' : 'not-whole';
        expect(convert(offset)).toMatchObject({ ok: false, error: { kind, offset } });
      }
    }
  });

  it('converts spans and refuses either end', () => {
    const converter = offsetConverter('a\u{1f4a9}b', unit);
    const there = converter.spanFromUtf16([1, 3]);
    expect(there.ok && converter.spanToUtf16(there.value)).toEqual({ ok: true, value: [1, 3] });
    expect(converter.spanFromUtf16([2, 3]).ok).toBe(false);
    expect(converter.spanFromUtf16([1, 2]).ok).toBe(false);
    expect(converter.spanToUtf16([9, 9]).ok).toBe(false);
  });
});

/** What a converter says about a case where that is not what other tools measured. */
function wrongSpans({ id, text, spans }: NastyCase, unit: OffsetUnit): readonly unknown[] {
  const converter = offsetConverter(text, unit);
  return spans.flatMap(({ utf16, [unit]: there = utf16 }) => {
    const answer = [converter.spanToUtf16(there), converter.spanFromUtf16(utf16)];
    const right = [ok(utf16), ok(there)];
    return JSON.stringify(answer) === JSON.stringify(right) ? [] : [{ id, unit, answer, right }];
  });
}

describe('shared cases', () => {
  const cases = nastyCases();

  it.skipIf(cases.length === 0)('agree with what other tools measured, in every unit', () => {
    for (const one of cases) {
      const known = one.lengths === undefined ? OFFSET_UNITS.slice(0, 2) : OFFSET_UNITS;
      expect(known.flatMap((unit) => wrongSpans(one, unit))).toEqual([]);
    }
  });

  it.skipIf(cases.length === 0)('have the lengths that other tools measured', () => {
    for (const { text, lengths } of cases.filter((one) => one.lengths !== undefined)) {
      const [codePoints, utf16, utf8, graphemes] = OFFSET_UNITS.map((u) => textLength(text, u));
      expect(lengths).toMatchObject({ codePoints, utf16, utf8, graphemes });
    }
  });
});

describe('lone surrogates', () => {
  it('count one code point and three bytes, as U+FFFD does', () => {
    expect(textLength('\ud83d', 'codePoint')).toBe(1);
    expect(textLength('\udc00x', 'utf8')).toBe(4);
  });
});

describe('graphemes', () => {
  it('are those of the whole text, wherever one looks from', () => {
    fc.assert(
      fc.property(brokenText, fc.constantFrom(1, 400), (piece, times) => {
        const text = piece.repeat(times).slice(0, 6000);
        const wanted = Array.from(new Intl.Segmenter('en').segment(text)).slice(-60);
        for (const { index, segment } of wanted) {
          const end = index + segment.length;
          expect(graphemeAt(text, index)).toEqual([index, end]);
          expect(graphemeAt(text, end - 1)).toEqual([index, end]);
          expect(nextGrapheme(text, index)).toBe(end);
          expect(previousGrapheme(text, end)).toBe(index);
          expect(isGraphemeBoundary(text, index)).toBe(true);
          for (let inside = index + 1; inside < end; inside += 1) {
            expect(isGraphemeBoundary(text, inside)).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('may be longer than any window', () => {
    const text = `xa${'\u0301'.repeat(3000)}b${'\u{1f468}\u200d'.repeat(200)}`;
    expect(graphemeAt(text, 2000)).toEqual([1, 3002]);
    expect(graphemeAt(text, 3100)).toEqual([3003, text.length]);
  });

  it('end with the text', () => {
    expect(graphemeAt('a', 1)).toBeUndefined();
    expect(graphemeAt('a', -1)).toBeUndefined();
    expect(graphemeAt('a', 0.5)).toBeUndefined();
    expect(nextGrapheme('a', 1)).toBe(1);
    expect(previousGrapheme('a', 0)).toBe(0);
    expect(isGraphemeBoundary('', 0)).toBe(true);
  });
});
