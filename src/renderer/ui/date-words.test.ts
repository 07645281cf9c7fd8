import { describe, expect, it } from 'vitest';
import { dayFromWords, dayWords, isDay } from './date-words.ts';

describe('a date in words', () => {
  it.each([
    ['2022-01-21', '21 January 2022'],
    ['2022-01-05T23:30:00Z', '5 January 2022'],
    ['2022-13-01', '2022-13-01'],
    ['2022-02-31', '2022-02-31'],
    ['last spring', 'last spring'],
    ['', ''],
  ])('%j is %j', (date, words) => {
    expect(dayWords(date)).toBe(words);
  });

  it.each([
    ['21 January 2022', '2022-01-21'],
    [' 5 may 2021 ', '2021-05-05'],
    ['31 June 2022', '31 June 2022'],
    ['2022-01-21', '2022-01-21'],
    ['January 2022', 'January 2022'],
  ])('%j typed is %j', (words, date) => {
    expect(dayFromWords(words)).toBe(date);
  });
});

it.each([
  ['2022-01-21', true],
  ['2022-02-31', false],
  ['2022-01', false],
  ['', false],
])('%j is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
