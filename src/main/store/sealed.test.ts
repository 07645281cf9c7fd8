import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordState } from '../../core/log/record.ts';
import type { Json } from '../../core/model/json.ts';
import { parseJsonLines } from './json-lines.ts';
import { seal, sealInTurns, unseal, unsealInTurns } from './sealed.ts';
import { fromStored, isStoredRecord, toStored } from './stored-record.ts';
import { turnsDuring } from './testing/turns.ts';

const json = fc.jsonValue({ maxDepth: 6 }) as fc.Arbitrary<Json>;

/** What another program reads in it. */
function dataOf(sealed: Uint8Array): unknown {
  const file = JSON.parse(Buffer.from(sealed).toString()) as { readonly data: unknown };
  return file.data;
}

/** Data of some megabytes, with every form of line in it. */
function large(): Json {
  const record = (n: number) => ({ title: `“${n}” 🛢️ \n x`, n, list: [n, [n]], empty: {} });
  const records = Object.fromEntries(
    Array.from({ length: 40_000 }, (_, n) => [`id-${n}`, record(n)]),
  );
  const undo = Array.from({ length: 300 }, (_, n) => ({ id: `c${n}`, inverse: [record(n), {}] }));
  return { version: {}, undo, none: [], records: { article: records, other: {} } };
}

describe('a sealed file', () => {
  it('says what was put in, whichever way it is written and read', () =>
    fc.assert(
      fc.asyncProperty(json, async (data) => {
        const sealed = seal('document', 1, data);
        expect(Buffer.concat(await sealInTurns('document', 1, data))).toEqual(sealed);
        const opened = unseal(sealed);
        expect(opened).toMatchObject({ ok: true, seal: { kind: 'document', version: 1 } });
        const text = JSON.stringify(data);
        expect(opened.ok && JSON.stringify(opened.data)).toBe(text);
        expect(JSON.stringify(dataOf(sealed))).toBe(text);
      }),
    ));

  it('of some size is the same, and lets others have their turns', {
    timeout: 60_000,
  }, async () => {
    const data = large();
    let pieces: readonly Uint8Array[] = [];
    const writing = await turnsDuring(async () => {
      pieces = await sealInTurns('project', 1, data);
    });
    const sealed = Buffer.concat(pieces);
    expect(sealed.equals(seal('project', 1, data))).toBe(true);
    const reading = await turnsDuring(async () => {
      const opened = await unsealInTurns(sealed);
      // Texts, because comparing so many objects takes longer than all the rest.
      expect(opened.ok && JSON.stringify(opened.data) === JSON.stringify(data)).toBe(true);
    });
    // In one go it would be two or three.
    expect(Math.min(writing, reading)).toBeGreaterThan(3);
    sealed[sealed.length >> 1] = (sealed[sealed.length >> 1] ?? 0) ^ 1;
    expect(await unsealInTurns(sealed)).toMatchObject({ ok: false });
  });

  it('that breaks its lines elsewhere is read all the same', async () => {
    const data = { records: { article: { a: 'x'.repeat(200_000) } }, list: [1, 2] };
    const sealed = Buffer.from(seal('document', 1, data)).toString();
    const opened = unseal(Buffer.from(sealed));
    expect(opened.ok).toBe(true);
    for (const text of [JSON.stringify(data), JSON.stringify(data, null, 2)]) {
      await expect(parseJsonLines(Buffer.from(text))).rejects.toThrow(SyntaxError);
    }
  });
});

describe('JSON in lines', () => {
  it('gives what JSON.parse gives, or refuses', () =>
    fc.assert(
      fc.asyncProperty(json, async (data) => {
        const sealed = Buffer.from(seal('document', 1, { in: data })).toString();
        const body = sealed.slice(sealed.indexOf('\n') + '"data":'.length + 1, -2);
        const parsed = await parseJsonLines(Buffer.from(body));
        expect(JSON.stringify(parsed)).toBe(JSON.stringify({ in: data }));
      }),
    ));

  it.each(['', '{', '{\n}\n}', '1', '{\n]', '[\n"a":{\n}\n]', '{\n"a":1\n}\n{\n}', '{\n"a":\n}'])(
    'refuses %j',
    (text) => expect(parseJsonLines(Buffer.from(text))).rejects.toThrow(SyntaxError),
  );
});

const stamp = fc.constantFrom('s1', 's2', 's3');
const head = fc.record({ value: json, stamp });
const register = fc.record(
  { value: json, stamp, losers: fc.array(head, { minLength: 1 }), replaced: fc.array(stamp) },
  { requiredKeys: ['value', 'stamp'] },
);
const record = fc.dictionary(
  fc.string().filter((name) => name !== '__proto__'),
  register,
  { noNullPrototype: true },
) as fc.Arbitrary<RecordState>;

describe('a stored record', () => {
  it('is the record', () =>
    fc.assert(
      fc.property(record, (state) => {
        const stored = JSON.parse(JSON.stringify(toStored(state))) as ReturnType<typeof toStored>;
        expect(isStoredRecord(stored)).toBe(true);
        expect(fromStored(stored)).toEqual(JSON.parse(JSON.stringify(state)));
      }),
    ));

  it('names a stamp once where one op has made it', () => {
    const state = { label: { value: 'claim', stamp: 's1' }, note: { value: '', stamp: 's1' } };
    expect(toStored(state)).toEqual(['s1', { label: 'claim', note: '' }]);
    const edited = { ...state, note: { value: 'n', stamp: 's2' }, x: { value: 0, stamp: 's1' } };
    expect(toStored(edited)).toEqual([
      's1',
      { label: 'claim', x: 0 },
      { note: { value: 'n', stamp: 's2' } },
    ]);
  });

  it.each([
    [[]],
    [['s1']],
    [['s1', []]],
    [[1, {}]],
    [['s1', JSON.parse('{"__proto__":1}')]],
    [['s1', {}, { note: 1 }]],
    [{ note: 1 }],
    [null],
  ])('is not %j', (value) => expect(isStoredRecord(value)).toBe(false));
});
