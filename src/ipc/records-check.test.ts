import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isJson } from './json-value.ts';
import { isLayerView } from './records-check.ts';

const head = z.strictObject({ value: z.json(), stamp: z.string() });
/** The shape in the words of the schema library. */
const written = z.record(
  z.string(),
  z.record(
    z.string(),
    z.record(
      z.string(),
      head.extend({
        losers: z.array(head).optional(),
        replaced: z.array(z.string()).optional(),
      }),
    ),
  ),
);
const register = { value: 'claim', stamp: '1-0-a' };

function layerOf(one: unknown): unknown {
  return { annotation: { a: { label: register, note: one } } };
}

describe('a layer at the border', () => {
  it.each([
    ['a plain register', register],
    ['a register with losers', { ...register, losers: [register, { value: null, stamp: 'x' }] }],
    ['a register that replaced others', { ...register, replaced: ['1-0-b'] }],
    ['a deep value', { ...register, value: { spans: [[1, 2]], on: true } }],
    ['no stamp', { value: 1 }],
    ['no value', { stamp: 'x' }],
    ['a stamp that is a number', { value: 1, stamp: 1 }],
    ['a field nobody knows', { ...register, extra: 1 }],
    ['a loser with a field nobody knows', { ...register, losers: [{ ...register, extra: 1 }] }],
    ['losers that are no list', { ...register, losers: {} }],
    ['a stamp of what was replaced that is a number', { ...register, replaced: [1] }],
    ['a value JSON cannot say', { ...register, value: Number.NaN }],
    ['a value JSON cannot say, inside', { ...register, value: [{ a: () => 1 }] }],
    ['a date', { ...register, value: new Date(0) }],
    ['a text', 'register'],
    ['a list', [register]],
    ['null', null],
  ])('%s is taken or refused as by a schema', (_name, one) => {
    const layer = layerOf(one);
    expect(isLayerView(layer)).toBe(written.safeParse(layer).success);
  });

  it('may be empty', () => {
    expect([isLayerView({}), isLayerView({ annotation: {} })]).toEqual([true, true]);
    expect([isLayerView([]), isLayerView(undefined)]).toEqual([false, false]);
  });
});

describe('JSON values', () => {
  it.each([
    ['text', true],
    [1.5, true],
    [null, true],
    [[[]], true],
    [{ a: { b: [0] } }, true],
  ])('%j is one', (value, is) => {
    expect([isJson(value), z.json().safeParse(value).success]).toEqual([is, is]);
  });

  it.each([
    ['undefined', undefined],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a big integer', 1n],
    ['a map', new Map()],
    ['an instance', new (class Thing {})()],
    ['a list with a hole of undefined', [undefined]],
  ])('%s is none', (_name, value) => {
    expect([isJson(value), z.json().safeParse(value).success]).toEqual([false, false]);
  });
});
