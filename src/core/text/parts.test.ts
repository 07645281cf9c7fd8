import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../model/span.ts';
import { findSpanProblem } from './anchor.ts';
import {
  addPart,
  mergeSpans,
  partAt,
  removePart,
  removeWords,
  splitSpans,
  toSentences,
} from './parts.ts';

const TEXT = 'Kyiv asked for sanctions. Berlin kept silent, Paris spoke.\nRome waited.';
const at = (words: string): Span => {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
};
const said = (spans: readonly Span[] | undefined): readonly string[] | undefined =>
  spans?.map((span) => TEXT.slice(...span));

describe('adding a part', () => {
  it('keeps parts apart and in order', () => {
    expect(said(addPart(TEXT, [at('sanctions')], at('Kyiv')))).toEqual(['Kyiv', 'sanctions']);
  });

  it.each([
    ['asked', 'for', ['asked for']],
    ['asked for', 'for sanctions', ['asked for sanctions']],
    ['asked for sanctions', 'for', ['asked for sanctions']],
    ['Paris spoke.', 'Rome', ['Paris spoke.', 'Rome']],
    ['silent', 'Paris', ['silent', 'Paris']],
  ])('%j and %j', (one, other, expected) => {
    expect(said(addPart(TEXT, [at(one)], at(other)))).toEqual(expected);
  });

  it('gives a place without words its words', () => {
    expect(said(addPart(TEXT, [[5, 5]], at('Rome')))).toEqual(['Rome']);
  });
});

describe('taking words away', () => {
  it('cuts, without blanks at the new edges', () => {
    expect(said(removeWords(TEXT, [at('asked for sanctions')], at('for')))).toEqual([
      'asked',
      'sanctions',
    ]);
    expect(said(removeWords(TEXT, [at('Kyiv'), at('Berlin')], at('Berlin')))).toEqual(['Kyiv']);
  });

  it('never takes the last words', () => {
    expect(removeWords(TEXT, [at('Kyiv')], at('Kyiv asked'))).toBeUndefined();
    expect(removePart([at('Kyiv')], 0)).toBeUndefined();
    expect(removePart([at('Kyiv'), at('Rome')], 7)).toBeUndefined();
    expect(said(removePart([at('Kyiv'), at('Rome')], 0))).toEqual(['Rome']);
  });

  it('finds the part at the caret, ends included', () => {
    const spans = [at('Kyiv'), at('Berlin')];
    expect(
      [0, 4, 5, spans[1]?.[0] ?? 0, spans[1]?.[1] ?? 0].map((one) => partAt(spans, one)),
    ).toEqual([0, 0, -1, 1, 1]);
  });
});

describe('splitting', () => {
  const pieces = (spans: readonly Span[], ...cuts: number[]) =>
    splitSpans(TEXT, spans, cuts).map(said);

  it('cuts in two at a caret, and in three at a selection', () => {
    expect(pieces([at('asked for sanctions')], at('for')[0])).toEqual([
      ['asked'],
      ['for sanctions'],
    ]);
    expect(pieces([at('asked for sanctions')], ...at('for'))).toEqual([
      ['asked'],
      ['for'],
      ['sanctions'],
    ]);
  });

  it('parts the parts of a broken annotation', () => {
    expect(pieces([at('Kyiv'), at('Berlin'), at('Rome')], at('Berlin')[0])).toEqual([
      ['Kyiv'],
      ['Berlin', 'Rome'],
    ]);
  });

  it('makes one piece where nothing is cut', () => {
    expect(pieces([at('Berlin')], 0)).toEqual([['Berlin']]);
    expect(pieces([at('Berlin')], at('Berlin')[0])).toEqual([['Berlin']]);
    expect(pieces([at('Berlin')], TEXT.length)).toEqual([['Berlin']]);
  });
});

it('merging joins neighbours and keeps distant parts', () => {
  expect(said(mergeSpans(TEXT, [at('asked')], [at('for sanctions')]))).toEqual([
    'asked for sanctions',
  ]);
  expect(said(mergeSpans(TEXT, [at('Rome')], [at('Kyiv')]))).toEqual(['Kyiv', 'Rome']);
  expect(said(mergeSpans(TEXT, [at('asked for')], [at('asked for')]))).toEqual(['asked for']);
});

describe('to whole sentences', () => {
  it.each([
    [['asked'], ['Kyiv asked for sanctions.']],
    [['sanctions. Berlin'], ['Kyiv asked for sanctions. Berlin kept silent, Paris spoke.']],
    [
      ['asked', 'Paris'],
      ['Kyiv asked', 'Paris spoke.'],
    ],
    [['Kyiv asked for sanctions.'], ['Kyiv asked for sanctions.']],
  ])('%j', (words, expected) => {
    expect(said(toSentences(TEXT, words.map(at)))).toEqual(expected);
  });
});

it('always answers with spans that may stand in the text', () => {
  const span = fc
    .tuple(fc.nat(TEXT.length - 1), fc.nat(TEXT.length - 1))
    .map(([a, b]): Span => [Math.min(a, b), Math.max(a, b) + 1]);
  fc.assert(
    fc.property(span, span, span, (a, b, c) => {
      const spans = addPart(TEXT, addPart(TEXT, [a], b), c);
      const all = [
        spans,
        removeWords(TEXT, spans, c) ?? spans,
        mergeSpans(TEXT, [a], [b]),
        toSentences(TEXT, spans),
        ...splitSpans(TEXT, spans, [c[0], c[1]]),
      ];
      for (const one of all) expect(findSpanProblem(TEXT, one)).toBeUndefined();
    }),
  );
});
