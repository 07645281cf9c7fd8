import { expect, it } from 'vitest';
import { edgeScroll } from './edge-scroll.ts';

it.each([
  [300, 0],
  [143, -1],
  [120, -10],
  [100, -18],
  [20, -18],
  [457, 1],
  [480, 10],
  [500, 18],
  [900, 18],
])('a pointer at %i in a scroller from 100 to 500 scrolls by %i', (y, wanted) => {
  expect(edgeScroll(y, 100, 500)).toBe(wanted);
});

it('keeps a middle that stands still in a low scroller', () => {
  expect(edgeScroll(30, 0, 60)).toBe(0);
  expect(edgeScroll(5, 0, 60)).toBeLessThan(0);
  expect(edgeScroll(0, 0, 0)).toBe(0);
});
