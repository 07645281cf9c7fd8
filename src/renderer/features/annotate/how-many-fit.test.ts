import { expect, it } from 'vitest';
import { howManyFit } from './how-many-fit.ts';

it.each([
  [[], 100, 0],
  [[40, 40], 84, 2],
  [[40, 40], 83, 1],
  [[40, 40, 40], 100, 1],
  [[40, 40, 40], 108, 2],
  [[40, 40, 40], 128, 3],
  [[40, 40, 10], 98, 3],
  [[40, 40], 10, 0],
])('%j in %i pixels: %i', (widths, room, expected) => {
  expect(howManyFit(widths, 4, room, 20)).toBe(expected);
});
