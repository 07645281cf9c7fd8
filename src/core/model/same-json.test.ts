import { expect, test } from 'vitest';
import type { Json } from './json.ts';
import { isSameJson } from './same-json.ts';

const SAME: readonly (readonly [Json, Json])[] = [
  [1, 1],
  [null, null],
  [
    [1, [2]],
    [1, [2]],
  ],
  [
    { a: 1, b: { c: [] } },
    { b: { c: [] }, a: 1 },
  ],
];
const OTHER: readonly (readonly [Json, Json])[] = [
  [0, false],
  [null, {}],
  [[], {}],
  [{}, []],
  [[1], [1, 2]],
  [
    [1, 2],
    [2, 1],
  ],
  [[null], []],
  [{ a: null }, { b: null }],
  [{ a: 1 }, { a: 1, b: 1 }],
];

test.each(SAME)('%j says the same as %j', (a, b) => expect(isSameJson(a, b)).toBe(true));
test.each(OTHER)('%j says something else than %j', (a, b) => expect(isSameJson(a, b)).toBe(false));
