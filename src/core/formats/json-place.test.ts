import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../model/json.ts';
import { type JsonPath, placeInJson } from './json-place.ts';

const TEXT = `{
  "a": [1, {"b": "x, ]\\" y"}, true],
  "c" : { "d":[ ] , "e": null },
  "e": 2, "e": 3
}`;

describe('the place of a value in JSON', () => {
  it.each<[JsonPath, number, number]>([
    [[], 1, 1],
    [['a'], 2, 8],
    [['a', 0], 2, 9],
    [['a', 1, 'b'], 2, 18],
    [['a', 2], 2, 31],
    [['c', 'd'], 3, 15],
    [['c', 'e'], 3, 26],
    [['e'], 4, 16],
    [['c', 'no', 'more'], 3, 9],
    [['a', 9], 2, 8],
    [['a', 0, 'deeper'], 2, 9],
  ])('%j', (path, line, column) => {
    expect(placeInJson(TEXT, path)).toEqual({ line, column });
  });

  it('is where reading on from it gives the value, whatever is around', () => {
    const within = (value: Json, path: JsonPath): [JsonPath, Json][] => [
      [path, value],
      ...Object.entries(value !== null && typeof value === 'object' ? value : {}).flatMap(
        ([name, one]) => within(one, [...path, Array.isArray(value) ? Number(name) : name]),
      ),
    ];
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        for (const [path, one] of within(value as Json, [])) {
          const { line, column } = placeInJson(text, path);
          const rest = text
            .split('\n')
            .slice(line - 1)
            .join('\n')
            .slice(column - 1);
          const words = JSON.stringify(one);
          expect(rest.replaceAll(/\s/g, '').startsWith(words.replaceAll(/\s/g, ''))).toBe(true);
        }
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});
