import { describe, expect, it } from 'vitest';
import { lastOpened, shortFolder } from './recent-words.ts';

const NOW = new Date(2022, 0, 21, 12, 0);

describe('lastOpened', () => {
  it.each([
    [new Date(2022, 0, 21, 9, 12), 'Today, 09:12'],
    [new Date(2022, 0, 20, 23, 59), 'Yesterday'],
    [new Date(2022, 0, 17, 8, 0), 'Monday'],
    [new Date(2022, 0, 3, 8, 0), '3 January'],
    [new Date(2021, 11, 24, 8, 0), '24 December 2021'],
    [new Date(2022, 0, 22, 8, 0), '22 January'],
  ])('%s', (date, words) => {
    expect(lastOpened(date.toISOString(), NOW)).toBe(words);
  });

  it('says nothing where the date cannot be read', () => {
    expect(lastOpened('yesterday', NOW)).toBe('');
  });
});

describe('shortFolder', () => {
  it('keeps the end of the path, on every system', () => {
    expect(shortFolder('/home/lena/Documents/desk/geneva.verbale')).toBe(
      'Documents / desk / geneva.verbale',
    );
    expect(shortFolder('D:\\desk\\geneva.verbale')).toBe('D: / desk / geneva.verbale');
  });
});
