import { describe, expect, it } from 'vitest';
import { sha256 } from '../testing/builders.ts';
import { aDecision, aLayer, itemsIn } from '../testing/review.ts';
import { lessonsFor } from './against-gold.ts';
import { aliasesFor } from './aliases.ts';
import { countItems, noMinutes } from './minutes.ts';
import { compareQueued, queueArticle, takes } from './queue.ts';

const ITEMS = itemsIn(
  aLayer('a', ['Moscow'], ['soldiers'], ['Kyiv', 'claim']),
  aLayer('b', ['Moscow', 'claim'], ['soldiers']),
  aLayer('c', ['soldiers']),
);
const [MOSCOW, KYIV, SOLDIERS] = ITEMS as [
  (typeof ITEMS)[number],
  (typeof ITEMS)[number],
  (typeof ITEMS)[number],
];

describe('the queue', () => {
  it('puts what is most apart first, then what was deferred, then what is settled', () => {
    const { items } = queueArticle(ITEMS, [
      aDecision(MOSCOW, 'defer'),
      aDecision(SOLDIERS, 'accept', { unanimous: true }),
    ]);
    const order = items.toSorted(compareQueued);
    expect(order.map(({ item, state }) => [item.id, state])).toEqual([
      [KYIV.id, 'open'],
      [MOSCOW.id, 'deferred'],
      [SOLDIERS.id, 'settled'],
    ]);
  });

  it('is cut by kind, label, article, analyst and pattern; settled items only where asked for', () => {
    const { items } = queueArticle(ITEMS, [aDecision(SOLDIERS)]);
    const ids = (filter: Parameters<typeof takes>[0]): readonly string[] =>
      items.filter((one) => takes(filter, one)).map(({ item }) => item.id);
    expect(ids({})).toEqual([MOSCOW.id, KYIV.id]);
    expect(ids({ settled: true })).toHaveLength(3);
    expect(ids({ kind: 'extra' })).toEqual([KYIV.id]);
    expect(ids({ label: 'threat' })).toEqual([MOSCOW.id]);
    expect(ids({ articleId: 'another' })).toEqual([]);
    expect(ids({ analyst: 'c' })).toEqual([MOSCOW.id, KYIV.id]);
    expect(ids({ analyst: 'nobody' })).toEqual([]);
    expect(ids({ pattern: KYIV.pattern })).toEqual([KYIV.id]);
  });

  it('shows as stale what was settled before the layers changed, also where annotations went', () => {
    const decision = aDecision(MOSCOW);
    const edited = itemsIn(
      aLayer('a', ['Moscow has']),
      aLayer('b', ['Moscow', 'claim']),
      aLayer('c'),
    );
    expect(queueArticle(edited, [decision]).items[0]?.state).toBe('stale');
    const gone = itemsIn(aLayer('a', ['Moscow']), aLayer('b'), aLayer('c'));
    expect(gone[0]?.id).not.toBe(MOSCOW.id);
    expect(queueArticle(gone, [decision]).items[0]).toMatchObject({ state: 'stale', decision });
    expect(queueArticle([], [decision]).orphans).toEqual([decision]);
  });
});

describe('the minutes', () => {
  it('count items by state and kind, and decisions by what was decided and why', () => {
    const minutes = noMinutes();
    const decisions = [
      aDecision(MOSCOW, 'accept', { reason: 'slip', dissent: ['B'], supersedes: ['d0'] }),
    ];
    countItems(minutes, queueArticle(ITEMS, decisions).items);
    expect(minutes).toEqual({
      items: 3,
      states: { open: 2, deferred: 0, stale: 0, settled: 1 },
      kinds: { agree: 1, boundary: 0, label: 1, attribute: 0, missed: 0, extra: 1 },
      unanimous: 1,
      results: { accept: 1 },
      reasons: { slip: 1 },
      dissents: 1,
      reopened: 1,
    });
  });
});

describe('mine against gold', () => {
  const none = new Map();
  it('tells each place where an analyst and the team differ', () => {
    const threat = MOSCOW.candidates.filter(({ label }) => label === 'threat');
    const decisions = [
      aDecision(MOSCOW, 'accept', { value: threat }),
      aDecision(KYIV, 'nothing'),
      aDecision(SOLDIERS),
    ];
    const told = (analyst: string): unknown =>
      lessonsFor(analyst, decisions, none).map(({ decision, annotation, differs }) => [
        decision.item,
        annotation,
        differs,
      ]);
    expect(told('a')).toEqual([[KYIV.id, 'a-2', ['extra']]]);
    expect(told('b')).toEqual([[MOSCOW.id, 'b-0', ['label']]]);
    expect(told('c')).toEqual([[MOSCOW.id, undefined, ['missed']]]);
    expect(told('stranger')).toEqual([]);
  });

  it('waits where an item was deferred', () => {
    expect(lessonsFor('b', [aDecision(MOSCOW, 'defer')], none)).toEqual([]);
  });
});

describe('aliases', () => {
  const people = ['ana', 'ben', 'cem', 'dan', 'eve'];
  it('are the same in whatever order people come, and others in each article', () => {
    const one = aliasesFor(people, 'p', 'article-1', sha256);
    expect(aliasesFor(people.toReversed(), 'p', 'article-1', sha256)).toEqual(one);
    expect([...one.values()].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
    const orders = Array.from({ length: 20 }, (_, i) =>
      people.map((who) => aliasesFor(people, 'p', `article-${String(i)}`, sha256).get(who)).join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(15);
    expect(orders.filter((order) => order === '1,2,3,4,5').length).toBeLessThan(3);
  });
});
