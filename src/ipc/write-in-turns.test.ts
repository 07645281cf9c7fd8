import { expect, test, vi } from 'vitest';
import { writeInTurns } from './write-in-turns.ts';

const DEEP = { a: { b: { c: { d: { e: { f: [{ g: [1, 'two', null] }] } } } } } };

const MANY_EMPTY = Array.from({ length: 250 }, (_, i): [string, unknown] => [
  `k${i}`,
  i < 120 || i > 230 ? undefined : i,
]);

test.each([
  ['a text', 'a "quoted"\nline \u2028'],
  ['nothing', null],
  ['an empty object', {}],
  ['an empty list', []],
  ['lists in lists', [[], [1, [2]], {}]],
  ['a key that needs quoting', { 'a "b"\n': 1 }],
  ['a member without a value', { a: undefined, b: 1, c: undefined }],
  ['a place without a value', [1, undefined]],
  ['a list of many', Array.from({ length: 250 }, (_, index) => ({ index }))],
  ['many without values', { a: { b: { c: Object.fromEntries(MANY_EMPTY) } } }],
  ['what is deep', DEEP],
])('%s is written as in one go', async (_name, value) => {
  expect(await writeInTurns(value, () => Promise.resolve())).toBe(JSON.stringify(value));
});

test('a long answer is written in many turns, a short one in one', async () => {
  const pause = vi.fn<() => Promise<void>>(() => Promise.resolve());
  await writeInTurns({ ok: true, value: { ops: [1, 2, 3] } }, pause);
  expect(pause).not.toHaveBeenCalled();
  const layer = Object.fromEntries(
    Array.from({ length: 12_000 }, (_, index) => [
      `a${index}`,
      { note: { value: 'word '.repeat(120) } },
    ]),
  );
  const answer = { ok: true, value: { layer: { annotation: layer } } };
  expect(await writeInTurns(answer, pause)).toBe(JSON.stringify(answer));
  expect(pause.mock.calls.length).toBeGreaterThan(5);
});
