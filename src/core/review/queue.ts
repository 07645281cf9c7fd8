import { type Decision, decisionsInForce, isStale, shareSource } from './decision.ts';
import type { Item, ItemKind } from './reading.ts';

/** How far a team is with an item. `stale`: settled once, and the layers have changed since. */
export const ITEM_STATES = ['open', 'deferred', 'stale', 'settled'] as const;

/** How far a team is with an item. */
export type ItemState = (typeof ITEM_STATES)[number];

/** An item and what was decided on it. */
export interface QueuedItem {
  readonly item: Item;
  readonly state: ItemState;
  /** The decision in force; for a stale item the one that does not fit any more. */
  readonly decision: Decision | undefined;
}

/** An article's items with what was decided on them. */
export interface QueuedArticle {
  /** In reading order. */
  readonly items: readonly QueuedItem[];
  /** Decisions in force on items that are not there any more, and that no item took over. */
  readonly orphans: readonly Decision[];
}

function stateOf(item: Item, decision: Decision | undefined): ItemState {
  if (decision === undefined) return 'open';
  if (isStale(decision, item)) return 'stale';
  return decision.result === 'defer' ? 'deferred' : 'settled';
}

/**
 * Lays the decisions of an article over its items. A decision whose item is gone, because
 * annotations came or went, makes the first item stale that shares an annotation with it.
 */
export function queueArticle(
  items: readonly Item[],
  decisions: readonly Decision[],
): QueuedArticle {
  const inForce = decisionsInForce(decisions);
  const ids = new Set(items.map(({ id }) => id));
  const byItem = new Map(inForce.map((one) => [one.item, one] as const));
  const homeless = inForce.filter(({ item }) => !ids.has(item));
  const taken = new Set<string>();
  const queued = items.map((item): QueuedItem => {
    const own = byItem.get(item.id);
    const decision = own ?? homeless.find((one) => shareSource(one, item));
    if (own === undefined && decision !== undefined) taken.add(decision.id);
    const state = own === undefined && decision !== undefined ? 'stale' : stateOf(item, decision);
    return { item, state, decision };
  });
  return { items: queued, orphans: homeless.filter(({ id }) => !taken.has(id)) };
}

/** What of a queue is wanted. What is absent is not asked about. */
export interface QueueFilter {
  readonly kind?: ItemKind | undefined;
  /** Label id of any of its readings. */
  readonly label?: string | undefined;
  readonly articleId?: string | undefined;
  /** Analyst id: they gave one of its readings, or marked nothing where others did. */
  readonly analyst?: string | undefined;
  /** Settled items too. */
  readonly settled?: boolean | undefined;
  /** Only items that put this question. */
  readonly pattern?: string | undefined;
}

function concerns({ candidates, absent }: Item, analyst: string): boolean {
  return (
    absent.includes(analyst) ||
    candidates.some(({ from }) => from.some(([given]) => given === analyst))
  );
}

/** True for an item that a filter takes. */
export function takes(filter: QueueFilter, { item, state }: QueuedItem): boolean {
  const { label, analyst, settled = false } = filter;
  const equal = (['kind', 'articleId', 'pattern'] as const).every(
    (field) => filter[field] === undefined || filter[field] === item[field],
  );
  return (
    equal &&
    (settled || state !== 'settled') &&
    (label === undefined || item.candidates.some((one) => one.label === label)) &&
    (analyst === undefined || concerns(item, analyst))
  );
}

const STATE_ORDER: Readonly<Record<ItemState, number>> = {
  open: 0,
  stale: 0,
  deferred: 1,
  settled: 2,
};

/**
 * Most apart first; what was deferred comes after what is open, what is settled last. Equals stand
 * in the order of articles' ids and of the text.
 */
export function compareQueued(a: QueuedItem, b: QueuedItem): number {
  const state = STATE_ORDER[a.state] - STATE_ORDER[b.state];
  if (state !== 0) return state;
  if (a.item.score !== b.item.score) return b.item.score - a.item.score;
  if (a.item.articleId !== b.item.articleId) return a.item.articleId < b.item.articleId ? -1 : 1;
  if (a.item.span[0] !== b.item.span[0]) return a.item.span[0] - b.item.span[0];
  return a.item.id < b.item.id ? -1 : 1;
}
