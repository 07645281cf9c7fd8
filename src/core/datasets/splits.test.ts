import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../testing/builders.ts';
import { type Shares, SPLITS, sharesFrom, sharesText } from './choice.ts';
import { assignSplits, type SplitArticle } from './splits.ts';

const LABELS = ['claim', 'threat', 'proposal'];
const articles: fc.Arbitrary<SplitArticle[]> = fc
  .uniqueArray(fc.record({ n: fc.nat(100_000), labels: fc.subarray(LABELS) }), {
    selector: ({ n }) => n,
    maxLength: 60,
  })
  .map((all) => all.map(({ n, labels }) => ({ id: `a${n}`, sha256: sha256(`text ${n}`), labels })));
const shares: fc.Arbitrary<Shares> = fc.record({
  train: fc.integer({ min: 1, max: 98 }),
  dev: fc.integer({ min: 0, max: 30 }),
  test: fc.integer({ min: 1, max: 30 }),
});

const count = (all: Iterable<string>, split: string): number =>
  [...all].filter((one) => one === split).length;

describe('splits', () => {
  it('hold every article once, whatever order they come in, and their shares to within one', () => {
    fc.assert(
      fc.property(articles, shares, fc.string({ maxLength: 5 }), (all, wanted, seed) => {
        const assigned = assignSplits(all, wanted, seed, sha256);
        expect([...assigned.keys()].toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        const turned = assignSplits(all.toReversed(), wanted, seed, sha256);
        for (const { id } of all) expect(turned.get(id)).toBe(assigned.get(id));
        const sum = wanted.train + wanted.dev + wanted.test;
        for (const split of SPLITS) {
          const share = (all.length * wanted[split]) / sum;
          expect(Math.abs(count(assigned.values(), split) - share)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('hold each stratum by its shares to within two', () => {
    fc.assert(
      fc.property(articles, shares, (all, wanted) => {
        const assigned = assignSplits(all, wanted, 's', sha256);
        const bare = all.filter(({ labels }) => labels.length === 0);
        const sum = wanted.train + wanted.dev + wanted.test;
        const there = bare.map(({ id }) => assigned.get(id) ?? '');
        for (const split of SPLITS) {
          const share = (bare.length * wanted[split]) / sum;
          expect(Math.abs(count(there, split) - share)).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stay where they are when an article is added, but for one at each border of each stratum', () => {
    const rarity = (all: readonly SplitArticle[]): string => {
      const often = LABELS.map(
        (label) => all.filter(({ labels }) => labels.includes(label)).length,
      );
      return JSON.stringify(
        LABELS.toSorted(
          (a, b) => (often[LABELS.indexOf(a)] ?? 0) - (often[LABELS.indexOf(b)] ?? 0),
        ),
      );
    };
    fc.assert(
      fc.property(articles, shares, (all, wanted) => {
        const [added, ...rest] = all;
        if (added === undefined) return;
        // A label that becomes rarer than another changes the strata themselves.
        fc.pre(rarity(all) === rarity(rest));
        const before = assignSplits(rest, wanted, 's', sha256);
        const after = assignSplits(all, wanted, 's', sha256);
        const moved = rest.filter(({ id }) => before.get(id) !== after.get(id));
        const strata = added.labels.length === 0 ? 1 : LABELS.length + 1;
        expect(moved.length).toBeLessThanOrEqual(2 * strata);
      }),
      { numRuns: 200 },
    );
  });

  it('are others with another seed, and ten articles are eight, one and one', () => {
    const ten = Array.from({ length: 10 }, (_, n) => ({ id: `a${n}`, sha256: `${n}`, labels: [] }));
    const wanted = { train: 80, dev: 10, test: 10 };
    const seeds = ['1', '2', '3', '4'].map((seed) => assignSplits(ten, wanted, seed, sha256));
    expect(new Set(seeds.map((one) => JSON.stringify(ten.map(({ id }) => one.get(id))))).size).toBe(
      4,
    );
    for (const one of seeds) {
      expect(SPLITS.map((split) => count(one.values(), split))).toEqual([8, 1, 1]);
    }
  });

  it('are the same on every machine', () => {
    const five = Array.from({ length: 5 }, (_, n) => ({
      id: `a${n}`,
      sha256: sha256(`${n}`),
      labels: n < 2 ? ['claim'] : [],
    }));
    const assigned = assignSplits(five, { train: 60, dev: 20, test: 20 }, 'seed', sha256);
    expect(Object.fromEntries(assigned)).toMatchInlineSnapshot(`
      {
        "a0": "dev",
        "a1": "train",
        "a2": "test",
        "a3": "train",
        "a4": "train",
      }
    `);
  });
});

it('shares are read as they are typed', () => {
  expect(sharesFrom('80/10/10')).toEqual({ train: 80, dev: 10, test: 10 });
  expect(sharesFrom(' 4/1 ')).toEqual({ train: 4, dev: 0, test: 1 });
  for (const bad of ['', '80', '0/1/1', '80/0/0', '1/2/3/4', 'a/b', '80/-1/10', '8.5/1']) {
    expect(sharesFrom(bad), bad).toBeUndefined();
  }
  expect(sharesText({ train: 80, dev: 10, test: 10 })).toBe('80/10/10');
});
