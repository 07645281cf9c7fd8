import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputFile } from '../testing/datasets.ts';
import { jsonFault, jsonRecords, parseJsonFile } from './json-file.ts';

const isSound = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** `undefined` where the file is refused. */
function recordsIn(content: string) {
  const records = jsonRecords(inputFile('', content));
  return records.ok ? [...records.value] : undefined;
}

describe('json file', () => {
  it('says where JSON goes wrong', () => {
    const faults: readonly [string, number][] = [
      ['', 0],
      ['[1,2', 4],
      ['{"a":1,}', 7],
      ['{"a" 1}', 5],
      ['[1 2]', 3],
      ['"a\nb"', 2],
      ['"\\x"', 1],
      ['[tru]', 1],
      ['{a:1}', 1],
      ['[1]]', 3],
      ['{"a":"b', 7],
      ['[1}', 2],
    ];
    expect(faults.map(([text]) => [text, jsonFault(text)])).toEqual(faults);
    const problem = parseJsonFile(inputFile('x.json', '[\n  {"a": 1},\n  {"a": oh}\n]'));
    expect(problem).toEqual({
      ok: false,
      error: { file: 'x.json', line: 3, column: 9, message: 'this is not JSON' },
    });
  });

  it('agrees with the engine on what is JSON', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', '"', '[', '1'),
        (json, at, sign) => {
          const place = at % (json.length + 1);
          const text = json.slice(0, place) + sign + json.slice(place);
          // A text that is cut off has its fault at its end, as a sound one has none before it.
          expect(jsonFault(text) < text.length && isSound(text)).toBe(false);
          expect(sign !== '' || jsonFault(text) === text.length).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('names the place of a key that stands twice', () => {
    const problem = parseJsonFile(inputFile('x.json', '[\n  {"a": 1},\n  {"a": 1, "a": 2}\n]'));
    expect(problem).toMatchObject({
      ok: false,
      error: { file: 'x.json', line: 3, column: 12 },
    });
    expect(problem.ok === false && problem.error.message).toContain('"a" stands twice');
  });

  it('gives the line of each record', () => {
    const content = '[\n {"a":"]},\\"[\\n"},\n\n [2], 3,\n{}]\n';
    expect(recordsIn(content)).toEqual([
      { value: { a: ']},"[\n' }, line: 2 },
      { value: [2], line: 4 },
      { value: 3, line: 4 },
      { value: {}, line: 5 },
    ]);
    expect(recordsIn('{"a":1}')).toEqual([{ value: { a: 1 }, line: 1 }]);
    expect(recordsIn(' [ ] ')).toEqual([]);
    expect(recordsIn('[{"a":1},{"b":1,"b":2}]')).toBe(undefined);
  });

  it('gives the elements of any list, and nothing of one that is damaged anywhere', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.constantFrom(0, 1, 2),
        fc.nat(),
        fc.constantFrom(',', ']', '"', '[', '{', '\\', 'x'),
        (list, indent, at, sign) => {
          const json = JSON.stringify(list, undefined, indent);
          const values = recordsIn(json)?.map(({ value }) => value);
          expect(values).toEqual(JSON.parse(json));
          const place = at % (json.length + 1);
          const damaged = json.slice(0, place) + sign + json.slice(place);
          expect(recordsIn(damaged) !== undefined).toBe(isSound(damaged));
        },
      ),
      { numRuns: 500 },
    );
  });
});
