import { describe, expect, it } from 'vitest';
import { chipsOf, queryValue, withPart } from './query-parts.ts';

describe('the filters of a query', () => {
  it('are shown in words, each with the query without it', () => {
    const text = 'oil label:claim,threat date:2022-01.. -outlet:"Lakeside Courier"';
    expect(chipsOf(text).map(({ words }) => words)).toEqual([
      'Label claim or threat',
      'Date from 2022-01',
      'Not Outlet Lakeside Courier',
    ]);
    expect(chipsOf(text).map(({ without }) => without)).toEqual([
      'oil date:2022-01.. -outlet:"Lakeside Courier"',
      'oil label:claim,threat -outlet:"Lakeside Courier"',
      'oil label:claim,threat date:2022-01..',
    ]);
    expect(chipsOf('attribute:polarity=*')[0]?.words).toBe('Attribute polarity: any');
  });

  it('are not shown while the query cannot be understood', () => {
    expect(chipsOf('label:claim "oil')).toEqual([]);
  });
});

describe('a part that is added', () => {
  it('stands at the end, in quotation marks where it has blanks', () => {
    expect(withPart('', 'label:claim')).toBe('label:claim');
    expect(withPart('oil ', `label:${queryValue('Sanctions proposal')}`)).toBe(
      'oil label:"Sanctions proposal"',
    );
  });
});
