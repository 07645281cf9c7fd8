import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Furniture } from '../model/article.ts';
import { wordsIn } from '../text/words.ts';
import { finish } from './body.ts';
import { countWords } from './word-count.ts';

const piece = (start: number, end: number): Furniture => ({ start, end, kind: 'other' });

describe('words', () => {
  it.each<[string, Furniture[], number]>([
    ['', [], 0],
    ['He said: “Go, now!”', [], 4],
    ['The U.S. spent 1,000 dollars.', [], 5],
    ['one two three four', [piece(4, 7)], 3],
    ['one two', [piece(0, 7)], 0],
    ['제재를 논의했다', [], 2],
  ])('of %j', (text, furniture, expected) => {
    expect(finish(countWords(text, furniture))).toBe(expected);
  });

  it('are counted in steps that can be paused', () => {
    const steps = countWords('word '.repeat(3000), []);
    expect(steps.next()).toEqual({ done: false, value: undefined });
    expect(finish(steps)).toBe(3000);
  });

  const SIGNS = Array.from('aZ9 .,;:\'_-!?()"/&%$#@*+=<>[]{}|~^`\t\r\n‘’“”–—…é한ع👍');
  it('are those of the segmenter, whichever way they are counted', () => {
    const text = fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 24 });
    fc.assert(
      fc.property(text, (sample) => {
        expect(finish(countWords(sample, []))).toBe([...wordsIn(sample)].length);
      }),
      { numRuns: 5000 },
    );
  });
});
