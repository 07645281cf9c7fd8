import { expect, it } from 'vitest';
import { type ListKey, listTarget } from './list-keys.ts';

const press = (key: string, held: Partial<ListKey> = {}): ListKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

it.each([
  ['ArrowDown', 1, 2],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 1, 0],
  ['ArrowUp', 0, 0],
  ['ArrowDown', -1, 0],
  ['ArrowUp', -1, 0],
  ['Home', 3, 0],
  ['End', 0, 4],
  ['Enter', 2, undefined],
])('%s from line %i of five goes to %s', (key, at, expected) => {
  expect(listTarget(press(key), at, 5)).toBe(expected);
});

it('leaves chords and empty lists alone', () => {
  expect(listTarget(press('ArrowDown', { altKey: true }), 0, 5)).toBeUndefined();
  expect(listTarget(press('End', { ctrlKey: true }), 0, 5)).toBeUndefined();
  expect(listTarget(press('ArrowDown'), -1, 0)).toBeUndefined();
});
