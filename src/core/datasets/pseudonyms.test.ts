import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '../testing/builders.ts';
import { nameScrubber, pseudonyms } from './pseudonyms.ts';

it('each analyst has a pseudonym of their own, which stays when others join', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 }),
      fc.string(),
      (ids, key) => {
        const given = pseudonyms(ids, key, sha256);
        expect(new Set(given.values()).size).toBe(ids.length);
        for (const one of given.values()) expect(one).toMatch(/^A[1-9]\d*$/);
        const before = pseudonyms(ids.slice(0, 5), key, sha256);
        for (const [id, one] of before) expect(given.get(id)).toBe(one);
      },
    ),
  );
});

it('a small team has small numbers, and another seed others', () => {
  const ids = ['lena', 'omar', 'ana'];
  const drawn = ['1', '2', '3'].map((seed) => [...pseudonyms(ids, seed, sha256).values()]);
  for (const one of drawn.flat()) expect(Number(one.slice(1))).toBeLessThanOrEqual(8);
  expect(new Set(drawn.map(String)).size).toBeGreaterThan(1);
});

it('names and ids are replaced where they stand as words', () => {
  const analysts = [
    { id: 'lena-moor-x1', name: 'Lena Moor' },
    { id: 'jo-x2', name: 'Jo (JJ)' },
  ];
  const given = new Map([
    ['lena-moor-x1', 'A3'],
    ['jo-x2', 'A1'],
  ]);
  const scrub = nameScrubber(analysts, given);
  expect(scrub('lena moor’s batch, lena-moor-x1.jsonl')).toBe('A3’s batch, A3.jsonl');
  expect(scrub('by Jo (JJ), not Jojo (JJ)s')).toBe('by A1, not Jojo (JJ)s');
  expect(nameScrubber([], new Map())('Lena')).toBe('Lena');
});
