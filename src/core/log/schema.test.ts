import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION, migrate } from './migrations.ts';
import { isFileName, isOp, isRecordState, opSchema } from './schema.ts';

const OP = {
  v: 1,
  a: 'r-a',
  u: 'ana',
  c: 'layer.ana',
  s: 1,
  t: '0000000010000.r-a',
  k: 'annotation',
  r: 'a1/x1',
  p: { label: 'claim', unknown: { deep: [1, null] } },
  b: { label: ['0000000000000.r-a'] },
  g: ['c1', 1],
  m: { label: 'Add Claim' },
  h: '',
};

describe('the shape of an op', () => {
  it('is told alike by the strict and by the fast check', () => {
    const bad: unknown[] = [
      null,
      'op',
      [],
      { ...OP, v: 2 },
      { ...OP, s: 1.5 },
      { ...OP, t: 7 },
      { ...OP, p: [] },
      { ...OP, b: { label: 'x' } },
      { ...OP, b: { label: [1] } },
      { ...OP, g: ['c1'] },
      { ...OP, g: ['c1', 'x'] },
      { ...OP, m: 'note' },
    ];
    expect(isOp(OP)).toBe(true);
    expect(opSchema.safeParse(OP).success).toBe(true);
    for (const one of bad) {
      expect(isOp(one), JSON.stringify(one)).toBe(false);
      expect(opSchema.safeParse(one).success, JSON.stringify(one)).toBe(false);
    }
  });

  it('has no field that would change a prototype', () => {
    const bad = { ...OP, p: JSON.parse('{"__proto__":{"x":1}}') as unknown };
    expect(isOp(bad)).toBe(false);
    // zod leaves such a field out.
    expect(opSchema.parse(bad).p).toEqual({});
  });

  it('leaves room for what a newer version adds', () => {
    const newer = { ...OP, z: 1, m: { ...OP.m, why: 'x' } };
    expect(isOp(newer)).toBe(true);
    expect(opSchema.parse(newer)).toEqual(newer);
  });
});

describe('the shape of a record', () => {
  it('is checked down to its stamps', () => {
    const head = { value: 1, stamp: 's' };
    expect(isRecordState({ label: { ...head, losers: [head], replaced: ['s'] } })).toBe(true);
    for (const one of [
      { label: 1 },
      { label: { value: 1 } },
      { label: { stamp: 's' } },
      { label: { ...head, losers: [1] } },
      { label: { ...head, replaced: [1] } },
      [],
      null,
    ]) {
      expect(isRecordState(one), JSON.stringify(one)).toBe(false);
    }
  });
});

describe('a name of a file', () => {
  it('is one on every system', () => {
    for (const good of ['a1', 'layer.ana-1', 'A_b.c', 'x'.repeat(80)]) {
      expect(isFileName(good), good).toBe(true);
    }
    for (const bad of [
      '',
      '.',
      '..',
      '.x',
      'x.',
      'a/b',
      'a\\b',
      'a b',
      'ä',
      'NUL',
      'con.txt',
      'x'.repeat(81),
    ]) {
      expect(isFileName(bad), bad).toBe(false);
    }
  });
});

describe('a migration', () => {
  it('goes step by step, and refuses a version that never was', () => {
    const steps = {
      1: (_: string, data: unknown) => ({ two: data as number }),
      2: (kind: string, data: unknown) => ({ kind, three: data as { two: number } }),
    };
    expect(migrate('document', 7, 1, steps, 3)).toEqual({ kind: 'document', three: { two: 7 } });
    expect(migrate('document', 7, 0, steps, 3)).toBeUndefined();
    expect(migrate('project', 7, FORMAT_VERSION)).toBe(7);
  });
});
