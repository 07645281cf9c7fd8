import { expect, it } from 'vitest';
import { ruleFrom } from './rule-words.ts';
import { weekOf } from './week.ts';

it.each(['half', 'any', 'exact'])('takes the rule %s', (kind) => {
  expect(ruleFrom(kind)).toEqual({ kind });
});

it.each([
  ['0.5', 0.5],
  ['1', 1],
  ['1e-3', 0.001],
])('takes an IoU of %s', (words, least) => {
  expect(ruleFrom(words)).toEqual({ kind: 'iou', least });
});

it.each(['', '  ', '0', '-0.5', '1.01', 'NaN', 'Infinity', 'most', 'Half'])(
  'takes no “%s”',
  (words) => {
    expect(ruleFrom(words)).toBeUndefined();
  },
);

it.each([
  ['2022-01-21T09:12:00Z', '2022-01-17'],
  ['2022-01-17T00:00:00Z', '2022-01-17'],
  ['2022-01-16T23:59:59.999Z', '2022-01-10'],
  ['1969-12-31T12:00:00Z', '1969-12-29'],
  ['', ''],
  ['yesterday', ''],
  ['2022-13-40T00:00:00Z', ''],
])('puts %s into the week of %s', (time, monday) => {
  expect(weekOf(time)).toBe(monday);
});
