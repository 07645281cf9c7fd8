import { describe, expect, it } from 'vitest';
import { paintedWords } from './painted.ts';

describe('the time to the first picture', () => {
  it('is told in seconds', () => {
    expect(paintedWords('1000', 3340)).toBe('verbale: window painted 2.34 s after the start\n');
  });

  it.each([undefined, '', 'soon', '-1', '5000'])(
    'is not told where the start is %j',
    (startedAt) => {
      expect(paintedWords(startedAt, 4000)).toBe('');
    },
  );
});
