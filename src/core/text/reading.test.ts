import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenText, nastyText } from '../testing/nasty-text.ts';
import { type CaretUnit, moveCaret } from './caret.ts';
import { isGraphemeBoundary } from './graphemes.ts';
import { lineAt, lineNear, linesIn, splitsPair } from './lines.ts';
import { sentenceAt, sentencesIn } from './sentences.ts';
import { wordAt, wordHolding, wordsIn } from './words.ts';

function sentences(text: string): string[] {
  return Array.from(sentencesIn(text), (span) => text.slice(...span));
}

function words(text: string): string[] {
  return Array.from(wordsIn(text), (span) => text.slice(...span));
}

describe('lines', () => {
  it('end at a line feed only', () => {
    expect(lineAt('a\rb\nc', 1)).toEqual([0, 3]);
    expect(lineAt('a\rb\nc', 3)).toEqual([0, 3]);
    expect(lineAt('a\rb\nc', 4)).toEqual([4, 5]);
    expect(lineAt('', 7)).toEqual([0, 0]);
    expect([...linesIn('a\n\nb', 0, 4)]).toEqual([
      [0, 1],
      [2, 2],
      [3, 4],
    ]);
    expect([...linesIn('abc\n', 1, 2)]).toEqual([[1, 2]]);
  });

  it('are the same seen from near, but for long ones', () => {
    fc.assert(
      fc.property(nastyText, fc.nat(60), (text, at) => {
        const [start, end] = lineAt(text, at);
        const place = Math.min(at, text.length);
        const near = [Math.max(start, place - 9), Math.min(end, place + 9)];
        expect(lineNear(text, at, 9)).toEqual(near);
      }),
    );
  });

  it('know the halves of a pair', () => {
    expect([0, 1, 2].map((at) => splitsPair('\u{1f4a9}', at))).toEqual([false, true, false]);
  });
});

describe('sentences', () => {
  it.each<[string, string[]]>([
    [
      'Dr. Smith met Mr. Jones at 3.5 p.m. on Monday. He left.',
      ['Dr. Smith met Mr. Jones at 3.5 p.m. on Monday.', 'He left.'],
    ],
    [
      'The U.S. Senate met. He lives in the U.S. They go.',
      ['The U.S. Senate met.', 'He lives in the U.S.', 'They go.'],
    ],
    ['J. R. Tolkien wrote. Plan B. The end.', ['J. R. Tolkien wrote.', 'Plan B.', 'The end.']],
    ['See No. 5. No. Then on Jan. 5 it began.', ['See No. 5.', 'No.', 'Then on Jan. 5 it began.']],
    [
      'Acme Inc. Chairman Lee spoke. He left Acme Inc. On Friday it fell.',
      ['Acme Inc. Chairman Lee spoke.', 'He left Acme Inc.', 'On Friday it fell.'],
    ],
    ['“Stop!” he said. “Go.” “Now.”', ['“Stop!” he said.', '“Go.”', '“Now.”']],
    ['It is the U.S. “Go,” he said.', ['It is the U.S.', '“Go,” he said.']],
    ['One line\nTwo lines\r\n\r\n  Three. ', ['One line', 'Two lines', 'Three.']],
    ['그는 말했다. 미국은 갔다.', ['그는 말했다.', '미국은 갔다.']],
    ['قال محمد. ذهب؟ نعم', ['قال محمد.', 'ذهب؟', 'نعم']],
    ['他说。她走了！', ['他说。', '她走了！']],
    ['It grew by 3.5 percent. Version 2.0 came.', ['It grew by 3.5 percent.', 'Version 2.0 came.']],
    ['', []],
    [' \n\t', []],
  ])('of %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('at a point', () => {
    const text = ' One. Two.\n\nThree';
    const at = (offset: number) => {
      const span = sentenceAt(text, offset);
      return span === undefined ? undefined : text.slice(...span);
    };
    expect([0, 1, 4, 5, 6, 10, 11, 12, 17].map(at)).toEqual([
      'One.',
      'One.',
      'One.',
      'One.',
      'Two.',
      'Two.',
      undefined,
      'Three',
      'Three',
    ]);
  });

  it('of a long line are those of the whole line', () => {
    const text = 'Gen. Lee said 3.5 million left. “Stop!” he said. 그는 말했다. '.repeat(300);
    const plain = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)];
    expect(plain.length).toBeGreaterThan(sentences(text).length);
    expect(sentences(text).length).toBe(900);
    expect(sentences(`${'no stop '.repeat(3000)}. End.`).length).toBe(2);
    expect(sentences(`${'\u{1f4a9}'.repeat(5000)}a. B`).at(-1)).toBe('B');
  });

  it('come in order, apart, and leave out blanks only', () => {
    fc.assert(
      fc.property(brokenText, (text) => {
        let at = 0;
        let left = '';
        for (const [start, end] of sentencesIn(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          left += text.slice(at, start);
          at = end;
        }
        expect(left + text.slice(at)).toMatch(/^[\s\u200b\u200f]*$/);
      }),
    );
  });
});

describe('words', () => {
  it.each<[string, string[]]>([
    [
      'The U.S. state-of-the-art, don’t 3.5',
      ['The', 'U.S.', 'state', 'of', 'the', 'art', 'don’t', '3.5'],
    ],
    ['서울에서 한국은행이', ['서울에서', '한국은행이']],
    ['قال محمد', ['قال', 'محمد']],
    ['Acme\u200f Corp', ['Acme', 'Corp']],
    ['one\ntwo\t\u{1f4a9}', ['one', 'two']],
  ])('of %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('at a point: the word there, the word that ends there, the sign there', () => {
    const text = 'the U.S., \u{1f4a9} end';
    const at = (offset: number) => {
      const span = wordAt(text, offset);
      return span === undefined ? undefined : text.slice(...span);
    };
    expect([0, 3, 4, 7, 8, 9, 10, 12, 13, 16].map(at)).toEqual([
      'the',
      'the',
      'U.S.',
      'U.S.',
      'U.S.',
      undefined,
      '\u{1f4a9}',
      undefined,
      'end',
      'end',
    ]);
    expect(wordAt(text, -1)).toBeUndefined();
    expect(wordAt(text, 99)).toBeUndefined();
    expect(wordAt('a, b', 1)).toEqual([0, 1]);
    expect(wordHolding('.', 0)).toBeUndefined();
    expect(wordHolding('a. b', 1)).toBeUndefined();
  });

  it('of a long line are those of the whole line', () => {
    const line = 'Lavrov don’t say, \u{1f4a9} 한국은행이 U.S. '.repeat(400);
    const all = words(line);
    expect(all).toHaveLength(400 * 5);
    expect(all.slice(0, 5)).toEqual(['Lavrov', 'don’t', 'say', '한국은행이', 'U.S.']);
    const middle = line.indexOf('한국', 7000);
    expect(wordAt(line, middle + 1)).toEqual([middle, middle + 5]);
    expect(wordAt(line, line.length - 1)).toEqual([line.length - 5, line.length - 1]);
    expect(wordAt(line, line.length)).toBeUndefined();
    const solid = '\u{1f4a9}x'.repeat(3000);
    expect(words(solid)).toHaveLength(3000);
    expect(wordAt(solid, 4502)).toEqual([4502, 4503]);
  });
});

describe('the caret', () => {
  const text = 'Dr. Lee\u{1f4a9} spoke. He left.\n\nNext e\u0301';
  const end = text.length;

  it.each<[CaretUnit, number, number, number]>([
    ['grapheme', 7, 9, 6],
    ['grapheme', end - 2, end, end - 3],
    ['word', 0, 2, 0],
    ['word', 4, 7, 0],
    ['word', 25, 31, 20],
    ['sentence', 0, 16, 0],
    ['sentence', 16, 25, 0],
    ['sentence', 25, 34, 17],
    ['line', 3, 25, 0],
    ['line', 25, 34, 0],
    ['line', 27, 34, 0],
    ['text', 5, end, 0],
    ['word', 99, end, 32],
    ['grapheme', -5, 1, 0],
  ])('by %s from %i goes to %i and back to %i', (unit, from, ahead, back) => {
    expect(moveCaret(text, from, unit, 'forward')).toBe(ahead);
    expect(moveCaret(text, from, unit, 'backward')).toBe(back);
  });

  it('reaches both ends of any text and stops on whole characters', () => {
    const units = fc.constantFrom<CaretUnit>('grapheme', 'word', 'sentence', 'line');
    fc.assert(
      fc.property(nastyText, units, (nasty, unit) => {
        let at = 0;
        for (let steps = 0; at < nasty.length; steps += 1) {
          const next = moveCaret(nasty, at, unit, 'forward');
          expect(next).toBeGreaterThan(at);
          expect(unit !== 'grapheme' || isGraphemeBoundary(nasty, next)).toBe(true);
          at = next;
        }
        while (at > 0) {
          const previous = moveCaret(nasty, at, unit, 'backward');
          expect(previous).toBeLessThan(at);
          at = previous;
        }
      }),
    );
  });
});
