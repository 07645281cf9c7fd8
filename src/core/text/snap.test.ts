import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../model/span.ts';
import { boundaries, nastyText } from '../testing/nasty-text.ts';
import { isGraphemeBoundary } from './graphemes.ts';
import { type SnapMode, snapSpan } from './snap.ts';

const MODES: readonly SnapMode[] = ['character', 'word', 'sentence'];

/** `|` marks both ends of the selection; the answer is the words that come out, or `undefined`. */
function snapped(marked: string, mode: SnapMode): string | undefined {
  const start = marked.indexOf('|');
  const text = marked.replaceAll('|', '');
  const span = snapSpan(text, [start, marked.lastIndexOf('|') - 1], mode);
  return span === undefined ? undefined : text.slice(...span);
}

describe('snapping', () => {
  it.each<[SnapMode, string, string | undefined]>([
    ['character', 'a|bc|d', 'bc'],
    ['character', 'x \ud83d|\udca9| y', '\u{1f4a9}'],
    ['character', 'e|\u0301| y', 'e\u0301'],
    ['character', 'a| b |c', ' b '],
    ['character', 'a|\r|\nb', undefined],
    ['word', 'the fr|ank and subst|antive talks', 'frank and substantive'],
    ['word', 'called “fr|ank vi|ews,” he', 'frank views'],
    ['word', 'called |“frank views,”| he', '“frank views,”'],
    ['word', 'called| frank |views', 'frank'],
    ['word', 'Moscow|. |Then', '.'],
    ['word', 'called |  | frank', undefined],
    ['word', 'the U|.|S. Senate', 'U.S.'],
    ['word', 'the U.S|.| Senate', 'U.S.'],
    ['word', 'the |U.S|. Senate', 'U.S.'],
    ['word', 'said no|.| Then', '.'],
    ['word', '서울에|서 한국은|행이', '서울에서 한국은행이'],
    ['word', 'قال مح|مد ع|لي في', 'محمد علي'],
    ['word', 'inter\u00ad|nat|ional', 'inter\u00adnational'],
    ['word', '1|00\u202f000| €', '100\u202f000'],
    ['word', 'go \u{1f468}\u{1f3fb}|\u200d\u{1f692}| now', '\u{1f468}\u{1f3fb}\u200d\u{1f692}'],
    ['word', 'Acme\u200f| Corp|\u200f', 'Corp'],
    ['word', 'x| \u0301|b', ' \u0301'],
    ['word', '|a\u0600 |b', 'a\u0600 '],
    ['word', 'a\t|\tb|b', 'bb'],
    ['sentence', 'One. Tw|o here. Th|ree now. Four.', 'Two here. Three now.'],
    ['sentence', 'One.| |Two.', undefined],
    ['sentence', 'One.\nTw|o\nth|ree. Four', 'Two\nthree.'],
    ['sentence', '他说。她|走|了！', '她走了！'],
  ])('by %s: %s', (mode, marked, expected) => {
    expect(snapped(marked, mode)).toBe(expected);
  });

  it.each<Span>([
    [1, 1],
    [-1, 2],
    [0, 9],
    [0.5, 2],
    [Number.NaN, 2],
  ])('gives nothing for %s–%s', (start, end) => {
    for (const mode of MODES) expect(snapSpan('abc', [start, end], mode)).toBeUndefined();
  });

  it('takes the ends in either order', () => {
    expect(snapSpan('one two', [6, 4], 'word')).toEqual([4, 7]);
  });

  it('never splits a cluster, contains what can be read of the selection, and is idempotent', () => {
    const selection = nastyText.chain((text) => {
      const place = fc.nat({ max: text.length });
      return fc.record({ text: fc.constant(text), a: place, b: place });
    });
    fc.assert(
      fc.property(selection, fc.constantFrom(...MODES), ({ text, a, b }, mode) => {
        const span = snapSpan(text, [a, b], mode);
        if (span === undefined) return;
        expect(span[0]).toBeLessThan(span[1]);
        expect(isGraphemeBoundary(text, span[0]) && isGraphemeBoundary(text, span[1])).toBe(true);
        expect(boundaries(text)).toEqual(expect.arrayContaining([...span]));
        expect(snapSpan(text, span, mode)).toEqual(span);
      }),
      { numRuns: 400 },
    );
  });
});
