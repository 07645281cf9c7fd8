import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seeded } from '../testing/seeded.ts';
import { type Assigned, planAssignment, roundRobin } from './assignment.ts';

const names = (count: number, of: string): string[] =>
  Array.from({ length: count }, (_, index) => `${of}${String(index)}`);

function spread(plan: readonly Assigned[], analysts: readonly string[]): number {
  const loads = analysts.map((id) => plan.filter((one) => one.analysts.includes(id)).length);
  return Math.max(...loads) - Math.min(...loads);
}

it('is balanced to within one, gives the share its overlap, and is the same for the same seed', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 60 }),
      fc.integer({ min: 1, max: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 14 }),
      fc.nat(),
      (many, people, share, each, seed) => {
        const wish = { articles: names(many, 'a'), analysts: names(people, 'p'), share, each };
        const plan = planAssignment(wish, seeded(seed));
        expect(planAssignment(wish, seeded(seed))).toEqual(plan);
        expect(plan.map(({ articleId }) => articleId)).toEqual(wish.articles);
        expect(spread(plan, wish.analysts)).toBeLessThanOrEqual(1);
        const k = Math.min(each, people);
        const shared = Math.round(share * many);
        const sizes = plan.map((one) => new Set(one.analysts).size);
        if (k > 1) expect(sizes.filter((size) => size === k)).toHaveLength(shared);
        expect(sizes.filter((size) => size === 1)).toHaveLength(k > 1 ? many - shared : many);
      },
    ),
    { numRuns: 60 },
  );
});

it('lets each two analysts share about as many articles as any other two', () => {
  const wish = { articles: names(60, 'a'), analysts: names(4, 'p'), share: 1, each: 2 };
  const pairs = new Map<string, number>();
  for (const { analysts } of planAssignment(wish, seeded(7))) {
    pairs.set(analysts.join(), (pairs.get(analysts.join()) ?? 0) + 1);
  }
  expect(pairs.size).toBe(6);
  expect(Math.max(...pairs.values()) - Math.min(...pairs.values())).toBeLessThanOrEqual(4);
});

it('another seed gives another plan', () => {
  const wish = { articles: names(40, 'a'), analysts: names(3, 'p'), share: 0.5, each: 2 };
  expect(planAssignment(wish, seeded(1))).not.toEqual(planAssignment(wish, seeded(2)));
});

it('goes round in the order of the list; nobody gets anything where there is nobody', () => {
  const plan = roundRobin(names(5, 'a'), ['x', 'y']);
  expect(plan.map(({ analysts }) => analysts.join())).toEqual(['x', 'y', 'x', 'y', 'x']);
  expect(roundRobin(['a'], [])).toEqual([{ articleId: 'a', analysts: [] }]);
  const none = { articles: ['a'], analysts: [], share: 1, each: 2 };
  expect(planAssignment(none, seeded(1))).toEqual([{ articleId: 'a', analysts: [] }]);
});
