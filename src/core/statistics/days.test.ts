import { describe, expect, it } from 'vitest';
import { periodFor, periodsIn, utcDay } from './days.ts';

describe('the day of a time in UTC', () => {
  it.each([
    ['2022-01-21T09:12:00.000Z', '2022-01-21'],
    ['2022-01-21T00:30:00+02:00', '2022-01-20'],
    ['2022-01-21T23:30:00-02:00', '2022-01-22'],
    ['2022-01-21T23:59:59Z', '2022-01-21'],
    ['2022-01-21', '2022-01-21'],
    ['2022-02-30', ''],
    ['2022-01-21T09:12:00', ''],
    ['yesterday', ''],
    ['2022-99-99T00:00:00Z', ''],
    ['', ''],
  ])('%s is %j', (time, day) => {
    expect(utcDay(time)).toBe(day);
  });
});

describe('periods', () => {
  it('are as narrow as there is room', () => {
    const of = (from: string, to: string): string => periodFor({ from, to }, 30);
    expect(of('2022-01-01', '2022-01-30')).toBe('day');
    expect(of('2022-01-01', '2022-01-31')).toBe('week');
    expect(of('2022-01-01', '2022-12-31')).toBe('month');
  });

  it('cover a range without gaps', () => {
    expect(periodsIn({ from: '2024-02-28', to: '2024-03-01' }, 'day').map(({ to }) => to)).toEqual([
      '2024-02-28',
      '2024-02-29',
      '2024-03-01',
    ]);
    expect(periodsIn({ from: '2022-01-21', to: '2022-01-31' }, 'week')).toEqual([
      { from: '2022-01-17', to: '2022-01-23' },
      { from: '2022-01-24', to: '2022-01-30' },
      { from: '2022-01-31', to: '2022-02-06' },
    ]);
    expect(periodsIn({ from: '2021-12-31', to: '2022-02-01' }, 'month')).toEqual([
      { from: '2021-12-01', to: '2021-12-31' },
      { from: '2022-01-01', to: '2022-01-31' },
      { from: '2022-02-01', to: '2022-02-28' },
    ]);
    expect(periodsIn({ from: '1969-12-28', to: '1969-12-29' }, 'week')).toEqual([
      { from: '1969-12-22', to: '1969-12-28' },
      { from: '1969-12-29', to: '1970-01-04' },
    ]);
  });
});
