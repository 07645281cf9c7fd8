import { describe, expect, it } from 'vitest';
import { byLetters } from './by-letters.ts';

const TEXT =
  'Envoy Éva Vaskar sent a letter. If the vessel leaves, Tarsk will close the strait, she wrote.\n' +
  'The vessel left. Nobody closed a thing.\n';

function selected(typed: string, offset = 0): string | undefined {
  const span = byLetters(TEXT, typed, offset);
  return span === undefined ? undefined : TEXT.slice(...span);
}

describe('words by their first letters', () => {
  it.each([
    ['va', 'Vaskar'],
    ['ev', 'Éva'],
    ['e v', 'Envoy Éva Vaskar'],
    ['en  va', 'Envoy Éva Vaskar'],
    ['ta st', 'Tarsk will close the strait'],
    ['ta c s', 'Tarsk will close the strait'],
    ['if,', 'If the vessel leaves'],
    ['ta.', 'Tarsk will close the strait, she wrote.'],
    ['TA WI', 'Tarsk will'],
    ['va .', 'Vaskar sent a letter.'],
  ])('%s', (typed, wanted) => {
    expect(selected(typed)).toBe(wanted);
  });

  it('begins at the offset, and around the end at the start', () => {
    const second = TEXT.indexOf('The vessel left');
    expect(selected('ve', second)).toBe('vessel');
    expect(byLetters(TEXT, 've', second)?.[0]).toBe(second + 4);
    expect(selected('env', second)).toBe('Envoy');
  });

  it('never goes from one paragraph into the next', () => {
    expect(selected('wrote nobody')).toBeUndefined();
    expect(selected('the close')).toBe('the vessel leaves, Tarsk will close');
    // The first “the” of the second paragraph has a “thing” after it.
    expect(selected('the thing')).toBe('The vessel left. Nobody closed a thing');
  });

  it('passes over what is hidden', () => {
    const second = TEXT.indexOf('The vessel left');
    expect(byLetters(TEXT, 've', 0, (at) => at < second)).toEqual([second + 4, second + 10]);
  });

  it.each(['', '  ', '.', 'zz', 'va zz', 'skar'])('finds nothing for “%s”', (typed) => {
    expect(selected(typed)).toBeUndefined();
  });

  it('finds words of scripts without blanks', () => {
    const text = '政府は制裁を発表した。';
    expect(byLetters(text, '制裁', 0)).toEqual([3, 5]);
  });
});
