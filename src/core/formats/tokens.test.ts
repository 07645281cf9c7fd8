import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAnnotation } from '../testing/builders.ts';
import { nastyText } from '../testing/nasty-text.ts';
import { lossLog } from './loss.ts';
import { readTags, writeTags } from './token-tags.ts';
import { alignAnnotations, alignSpan, selectApart, textOfTokens, tokenise } from './tokens.ts';

const TEXT = 'Dr. Lee said: “U.S. out!”\nNew\u00a0York, now.';

describe('tokens', () => {
  it('cuts words and signs, and says where space follows', () => {
    const { tokens, sentences } = tokenise(TEXT);
    expect(tokens.map(({ text, spaceAfter }) => `${text}${spaceAfter ? '_' : ''}`)).toEqual([
      'Dr',
      '._',
      'Lee_',
      'said',
      ':_',
      '“',
      'U.S._',
      'out',
      '!',
      '”_',
      'New_',
      'York',
      ',_',
      'now',
      '.',
    ]);
    expect(sentences).toEqual([
      [0, 10],
      [10, 15],
    ]);
  });

  it('leaves out nothing but white space, and no token twice', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const { tokens, sentences } = tokenise(text);
        const between = tokens.map(({ start }, at) => text.slice(tokens[at - 1]?.end ?? 0, start));
        const rest = text.slice(tokens.at(-1)?.end ?? 0);
        expect([...between, rest].join('')).not.toMatch(/[^\s\u0085\u001c-\u001f]/);
        expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(
          tokens.map((token) => token.text),
        );
        expect(tokens.filter((token) => token.text === '' || /\s/.test(token.text))).toEqual([]);
        expect(tokens.filter(({ start }, at) => start < (tokens[at - 1]?.end ?? 0))).toEqual([]);
        expect(sentences.flatMap(([first, end]) => tokens.slice(first, end))).toEqual(tokens);
      }),
      { numRuns: 200 },
    );
  });

  it('says which tokens a span covers, or why none', () => {
    const { tokens } = tokenise('one two  three');
    expect(alignSpan(tokens, [4, 7])).toEqual({ range: [1, 2], isExact: true });
    expect(alignSpan(tokens, [3, 9])).toEqual({ range: [1, 2], isExact: false });
    expect(alignSpan(tokens, [0, 14])).toEqual({ range: [0, 3], isExact: true });
    expect(alignSpan(tokens, [0, 2])).toEqual({ problem: 'inside-token' });
    expect(alignSpan(tokens, [5, 7])).toEqual({ problem: 'inside-token' });
    expect(alignSpan(tokens, [7, 9])).toEqual({ problem: 'no-token' });
    expect(alignSpan(tokens, [4, 4])).toEqual({ problem: 'no-token' });
  });

  it('counts each annotation that tokens cannot say', () => {
    const text = 'one two three';
    const { tokens } = tokenise(text);
    const losses = lossLog();
    const marks = [
      anAnnotation(text, [[0, 3]]),
      anAnnotation(text, [[0, 4]]),
      anAnnotation(text, [[0, 5]]),
      anAnnotation(text, [[4, 4]]),
      anAnnotation(text, [
        [0, 3],
        [8, 13],
      ]),
    ];
    expect(alignAnnotations(marks, tokens, losses).map(({ range }) => range)).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(losses.losses().map(({ what, needs, count }) => [what, needs, count])).toEqual([
      ['white space at the edges of annotations', undefined, 1],
      ['annotations that begin or end inside a token', undefined, 1],
      ['annotations on no words', 'zeroWidth', 1],
      ['annotations in several parts', 'discontinuous', 1],
    ]);
  });

  it('keeps the longest of what overlaps, the same whatever the order', () => {
    const text = 'a b c d e f';
    const mark = (id: string, first: number, end: number) => ({
      annotation: anAnnotation(text, [[first * 2, end * 2 - 1]], { id }),
      range: [first, end] as const,
    });
    const all = [
      mark('w', 0, 2),
      mark('x', 1, 4),
      mark('y', 3, 5),
      mark('z', 4, 6),
      mark('v', 2, 3),
    ];
    for (const order of [all, all.toReversed()]) {
      const losses = lossLog();
      const kept = selectApart(order, losses).map(({ annotation: { id } }) => id);
      expect(kept).toEqual(['x', 'z']);
      expect(losses.losses()).toMatchObject([{ what: 'overlapping annotations', count: 3 }]);
    }
  });

  it('puts tokens together into a text', () => {
    const forms = [
      { text: 'New', after: ' ' },
      { text: '\u{1f4a9}', after: '' },
      { text: '.', after: '\n' },
    ];
    expect(textOfTokens(forms)).toEqual({
      text: 'New \u{1f4a9}.\n',
      spans: [
        [0, 3],
        [4, 6],
        [6, 7],
      ],
    });
  });
});

describe('tags', () => {
  const RANGES = [
    { range: [0, 1], label: 'PER' },
    { range: [1, 4], label: 'PER' },
    { range: [5, 7], label: 'B-odd name' },
  ] as const;

  it('are written in each scheme', () => {
    const write = (scheme: 'IOB1' | 'IOB2' | 'BIOES' | 'BILUO') =>
      writeTags(RANGES, 8, scheme)
        .map((tag) => tag.charAt(0))
        .join('');
    expect(write('IOB1')).toBe('IBIIOIIO');
    expect(write('IOB2')).toBe('BBIIOBIO');
    expect(write('BIOES')).toBe('SBIEOBEO');
    expect(write('BILUO')).toBe('UBILOBLO');
    expect(writeTags(RANGES, 8, 'IOB2')[5]).toBe('B-B-odd name');
  });

  it('come back from each scheme', () => {
    for (const scheme of ['IOB1', 'IOB2', 'BIOES', 'BILUO'] as const) {
      expect(readTags(writeTags(RANGES, 8, scheme))).toEqual(RANGES);
    }
  });

  it('end an entity where the label changes or a sentence begins', () => {
    expect(readTags(['I-A', 'I-B', 'I-B', '-', 'I-B'], new Set([2]))).toEqual([
      { range: [0, 1], label: 'A' },
      { range: [1, 2], label: 'B' },
      { range: [2, 3], label: 'B' },
      { range: [4, 5], label: 'B' },
    ]);
  });
});
