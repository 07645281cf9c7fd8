import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchor } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import { markedText } from '../testing/nasty-text.ts';
import { checkAnchor, describeAnchor } from './anchor.ts';
import { reanchor } from './reanchor.ts';

function anchorOf(text: string, spans: readonly Span[]): Anchor {
  const anchor = describeAnchor(text, spans);
  if (!anchor.ok) throw new Error(anchor.error.kind);
  return anchor.value;
}

/** The anchor of a quote's first occurrence. */
function anchorOn(text: string, quote: string): Anchor {
  const at = text.indexOf(quote);
  return anchorOf(text, [[at, at + quote.length]]);
}

describe('describing', () => {
  it('takes the words and the context', () => {
    const text = `${'x'.repeat(40)}word${'y'.repeat(40)}`;
    expect(anchorOf(text, [[40, 44]])).toEqual({
      spans: [[40, 44]],
      quote: ['word'],
      prefix: 'x'.repeat(32),
      suffix: 'y'.repeat(32),
    });
  });

  it('does not cut a surrogate pair in the context', () => {
    const text = `\u{1f4a9}${'x'.repeat(31)}word${'y'.repeat(31)}\u{1f4a9}`;
    const { prefix, suffix } = anchorOn(text, 'word');
    expect([prefix, suffix]).toEqual(['x'.repeat(31), 'y'.repeat(31)]);
  });

  it.each<[string, Span[], string, number]>([
    ['no span', [], 'no-span', 0],
    ['past the end', [[0, 9]], 'out-of-range', 0],
    ['before the start', [[-1, 2]], 'out-of-range', 0],
    ['end before start', [[3, 1]], 'out-of-range', 0],
    ['a fraction', [[0, 1.5]], 'out-of-range', 0],
    ['start in a pair', [[2, 3]], 'splits-pair', 0],
    ['end in a pair', [[0, 2]], 'splits-pair', 0],
    [
      'descending',
      [
        [3, 4],
        [0, 1],
      ],
      'not-ascending',
      1,
    ],
    [
      'overlapping',
      [
        [0, 3],
        [1, 4],
      ],
      'not-ascending',
      1,
    ],
    [
      'the same point twice',
      [
        [1, 1],
        [1, 1],
      ],
      'not-ascending',
      1,
    ],
  ])('refuses %s', (_name, spans, kind, index) => {
    expect(describeAnchor('a\u{1f4a9}bc', spans)).toEqual({ ok: false, error: { kind, index } });
  });

  it('allows touching spans and points', () => {
    expect(
      describeAnchor('abc', [
        [0, 1],
        [1, 1],
        [1, 3],
      ]).ok,
    ).toBe(true);
  });
});

describe('checking', () => {
  const text = 'Lavrov said Moscow has security concerns.';
  const anchor = anchorOn(text, 'Moscow');

  it('accepts what was described', () => {
    fc.assert(
      fc.property(markedText(3), ({ text: nasty, marks }) => {
        for (const spans of marks) expect(checkAnchor(nasty, anchorOf(nasty, spans))).toBe('ok');
      }),
    );
  });

  it.each([
    ['spans', { ...anchor, spans: [[0, 99]] satisfies Span[] }],
    ['quote', { ...anchor, quote: ['Kyiv'] }],
    ['quote', { ...anchor, quote: [] }],
    ['quote', { ...anchor, quote: ['Moscow', ''] }],
    ['context', { ...anchor, prefix: 'other' }],
    ['context', { ...anchor, suffix: 'other' }],
  ])('names a difference in the %s', (kind, wrong) => {
    expect(checkAnchor(text, wrong)).toMatchObject({ kind });
  });
});

describe('re-anchoring', () => {
  it('leaves alone what is right', () => {
    fc.assert(
      fc.property(markedText(3), ({ text, marks }) => {
        for (const spans of marks) {
          const anchor = anchorOf(text, spans);
          expect(reanchor(text, anchor)).toEqual({ ok: true, value: { anchor, moved: false } });
        }
      }),
    );
  });

  it('follows text that was moved as a whole, or says that it cannot tell', () => {
    fc.assert(
      fc.property(markedText(2), fc.stringMatching(/^[q-z]{1,9}$/), ({ text, marks }, before) => {
        for (const spans of marks) {
          const anchor = anchorOf(text, spans);
          const found = reanchor(before + text, anchor);
          if (!found.ok) continue;
          expect(found.value.anchor.quote).toEqual(anchor.quote);
        }
      }),
    );
  });

  it('finds a unique quote', () => {
    const anchor = anchorOn('Lavrov met Blinken.', 'Blinken');
    const found = reanchor('On Friday Lavrov met Blinken.', anchor);
    expect(found).toMatchObject({
      ok: true,
      value: { moved: true, anchor: { spans: [[21, 28]] } },
    });
  });

  it('tells several occurrences apart by what stands around them', () => {
    const anchor = anchorOf('He said no. She said yes.', [[16, 20]]);
    const found = reanchor('Well. He said no. She said yes.', anchor);
    expect(found).toMatchObject({ ok: true, value: { anchor: { spans: [[22, 26]] } } });
  });

  it.each([
    ['lost', 'nothing of it', anchorOn('the word', 'word')],
    ['ambiguous', 'word, word', { ...anchorOn('the word', 'word'), prefix: '', suffix: '' }],
    [
      'ambiguous',
      `${'a'.repeat(10_002)}`,
      { ...anchorOn('ba', 'b'), quote: ['a'], spans: [[20_000, 20_001]] satisfies Span[] },
    ],
    ['lost', 'the word', { ...anchorOn('the word', 'word'), quote: [] }],
    ['lost', 'x\u{1f4a9}', { ...anchorOn('ab', 'b'), quote: ['\udca9'] }],
    ['lost', '', { spans: [[3, 3]] satisfies Span[], quote: [''], prefix: '', suffix: '' }],
  ])('refuses: %s', (kind, text, anchor) => {
    expect(reanchor(text, anchor)).toMatchObject({ ok: false, error: { kind } });
  });

  it('finds a point by its surroundings', () => {
    const anchor = anchorOf('one two', [[4, 4]]);
    expect(reanchor('so one two', anchor)).toMatchObject({
      ok: true,
      value: { moved: true, anchor: { spans: [[7, 7]] } },
    });
  });

  it('keeps the distances of several quotes, or takes each where it stands once', () => {
    const anchor = anchorOf('we will not, now, act', [
      [3, 7],
      [18, 21],
    ]);
    expect(reanchor('so we will not, now, act', anchor)).toMatchObject({
      ok: true,
      value: {
        anchor: {
          spans: [
            [6, 10],
            [21, 24],
          ],
        },
      },
    });
    expect(reanchor('we all will then act', anchor)).toMatchObject({
      ok: true,
      value: {
        anchor: {
          spans: [
            [7, 11],
            [17, 20],
          ],
        },
      },
    });
    expect(reanchor('act we will', anchor)).toMatchObject({ ok: false, error: { kind: 'lost' } });
    expect(reanchor('will will act', anchor)).toMatchObject({ ok: false, error: { kind: 'lost' } });
  });
});
