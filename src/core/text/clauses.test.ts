import { describe, expect, it } from 'vitest';
import { clausesIn } from './clauses.ts';

const clauses = (text: string): string[] =>
  clausesIn(text, [0, text.length]).map(([start, end]) => text.slice(start, end));

describe('clauses', () => {
  it.each([
    ['If it sails, we board it, she said.', ['If it sails', 'we board it', 'she said.']],
    ['“We wait,” he said, “and we watch.”', ['We wait', 'he said', 'and we watch.']],
    ['It cost 1,250 crowns; nobody paid.', ['It cost 1,250 crowns', 'nobody paid.']],
    ['The fleet (ten ships) left — at night.', ['The fleet', 'ten ships', 'left', 'at night.']],
    ['A well-known port said: no.', ['A well-known port said', 'no.']],
    ['Nothing parts this', ['Nothing parts this']],
    ['他说，不行。', ['他说', '不行']],
    ['قال الوزير، ثم سكت', ['قال الوزير', 'ثم سكت']],
    [', ,', []],
  ])('%s', (text, wanted) => {
    expect(clauses(text)).toEqual(wanted);
  });

  it('keeps to the range it is given', () => {
    const text = 'One, two. Three, four.';
    expect(clausesIn(text, [10, 22])).toEqual([
      [10, 15],
      [17, 22],
    ]);
  });
});
