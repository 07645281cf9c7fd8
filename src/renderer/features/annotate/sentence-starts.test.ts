import { expect, it } from 'vitest';
import { numbersOnLine, sentenceStarts } from './sentence-starts.ts';
import { planText } from './text-plan.ts';

it('numbers the sentences of paragraphs, not of furniture', () => {
  const text = 'Menu\nOne here. Two here.\n\nThree.';
  const plan = planText(text, [{ start: 0, end: 5, kind: 'navigation' }]);
  const numbers = plan.blocks.flatMap((block) => [...sentenceStarts(plan, block)]);
  expect(numbers.map(([at, number]) => [text.slice(at, at + 3), number])).toEqual([
    ['One', '1.1'],
    ['Two', '1.2'],
    ['Thr', '2.1'],
  ]);
});

it.each([
  [['4.2'], '4.2'],
  [['4.2', '4.3', '4.4'], '4.2–4'],
  [[], ''],
])('%j on one line is %j', (numbers, expected) => {
  expect(numbersOnLine(numbers)).toBe(expected);
});
