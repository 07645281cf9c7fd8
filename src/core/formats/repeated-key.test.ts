import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUntrusted } from './hostile-json.ts';
import { repeatedInWords, repeatedKey } from './repeated-key.ts';

/** Keys that could upset a scanner: signs, escapes, quotes, blanks, and many of them. */
const anyKey = fc.oneof(
  fc.constantFrom('', '"', '\\', '\\"', '{', '}', '[', ',', ':', 'a', '__proto__', 'é', '\u2028'),
  fc.string(),
);

describe('a key that stands twice', () => {
  it.each([
    ['{"a":1,"a":2}', 'a', 'a', 7],
    ['{"a":1,"\\u0061":2}', 'a', 'a', 7],
    ['{"a":{"b":[{},{"c":1,"d":[1,{"x":","}],"c":2}]}}', 'c', 'a.b[1].c', 39],
    ['[{"a":1},{"a":1,"a":1}]', 'a', '[1].a', 16],
    ['{"text":"a \\\\\\" b","text":""}', 'text', 'text', 19],
    ['{"":1,"":1}', '', '', 6],
    ['{"__proto__":1,"__proto__":2}', '__proto__', '__proto__', 15],
  ])('%s', (text, key, path, offset) => {
    expect(repeatedKey(text)).toEqual({ key, path, offset });
  });

  it.each([
    '{"a":{"a":{"a":[{"a":1},{"a":1}]}},"b":"a","c":["a","a"]}',
    '"{\\"a\\":1,\\"a\\":2}"',
    '[]',
    '12',
    '{"a":"\\\\","b":"\\\\\\\\"}',
  ])('%s has none', (text) => {
    expect(repeatedKey(text)).toBeUndefined();
  });

  it('is found wherever one is put, and nowhere else', () => {
    const object = fc.dictionary(anyKey, fc.jsonValue(), { minKeys: 1, maxKeys: 40 });
    fc.assert(
      fc.property(object, fc.nat(), (value, at) => {
        const entries = Object.entries(value).map(
          ([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`,
        );
        const sound = `[${JSON.stringify(value)}, {${entries.join(' , ')}}]`;
        expect(repeatedKey(sound)).toBeUndefined();
        const again = Object.keys(value)[at % entries.length] ?? '';
        const twice = `[1, {${[...entries, `${JSON.stringify(again)}:0`].join(',')}}]`;
        expect(repeatedKey(twice)).toMatchObject({ key: again, path: `[1].${again}` });
      }),
    );
  });

  it('is refused with its name and column by who reads JSON of others', () => {
    const read = parseUntrusted('{"id":"x","id":"y"}');
    expect(read).toMatchObject({ ok: false, error: { column: 11 } });
    expect(read.ok === false && read.error.message).toContain('"id" stands twice in one object');
  });

  it('is not written out whole where it is long', () => {
    const key = 'k'.repeat(10_000);
    expect(repeatedInWords({ key, path: key, offset: 0 }).length).toBeLessThan(300);
  });
});
