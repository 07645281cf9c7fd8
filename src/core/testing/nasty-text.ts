import fc from 'fast-check';
import type { Span } from '../model/span.ts';

/** Pieces of text that break tools which count, cut or compare carelessly. */
const NASTY_PIECES = [
  'a',
  'Blinken ',
  ' frank and substantive, ',
  '“Stop!” ',
  'U.S. ',
  'Dr. Lee. ',
  '3.5 % ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200f',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\u0000',
  'e\u0301',
  '\u0301',
  '\u1109\u1165\u110b\u116e\u11af',
  '한국은행이 ',
  '大統領は言った。',
  'قال محمد علي ',
  'שָׁלוֹם ',
  'नरेन्द्र ',
  'นายกรัฐมนตรี',
  '\u{1f4a9}',
  '\u{1f468}\u{1f3fb}\u200d\u{1f692}',
  '\u{1f1f0}',
  '1\ufe0f\u20e3',
  '\u{1f3fb}',
  '\u200d',
  '\u0600',
  '\u0e33',
  '"quoted", semi;colon',
  '=SUM(A1)',
  '\\n',
  '__proto__',
];

/** Text made of {@link NASTY_PIECES} and of arbitrary code points, without lone surrogates. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...NASTY_PIECES) },
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''));

/** As {@link nastyText}, with halves of surrogate pairs among it. */
export const brokenText: fc.Arbitrary<string> = fc
  .array(fc.oneof(nastyText, fc.constantFrom('\ud83d', '\udc00')), { maxLength: 5 })
  .map((pieces) => pieces.join(''));

/** All boundaries between code points of a text, in UTF-16 code units. */
export function boundaries(text: string): readonly number[] {
  const found = [0];
  for (const character of text) found.push((found.at(-1) ?? 0) + character.length);
  return found;
}

/** A text and up to `most` sets of ascending spans of it that split no surrogate pair. */
export function markedText(
  most: number,
  texts: fc.Arbitrary<string> = nastyText,
): fc.Arbitrary<{ readonly text: string; readonly marks: readonly (readonly Span[])[] }> {
  return texts.chain((text) => {
    const places = boundaries(text);
    const edge = fc.nat({ max: places.length - 1 }).map((index) => places[index] ?? 0);
    const spans = fc
      .uniqueArray(edge, { minLength: 2, maxLength: 6 })
      .map((edges) => edges.toSorted((a, b) => a - b))
      .map((edges) =>
        edges.flatMap((start, index): Span[] => {
          const end = edges[index + 1];
          return index % 2 === 0 && end !== undefined ? [[start, end]] : [];
        }),
      );
    const point = edge.map((at): Span[] => [[at, at]]);
    const mark = places.length < 2 ? point : fc.oneof({ weight: 6, arbitrary: spans }, point);
    return fc.record({ text: fc.constant(text), marks: fc.array(mark, { maxLength: most }) });
  });
}
