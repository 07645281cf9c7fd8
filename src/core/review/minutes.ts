import type { Decision, DecisionResult, Reason } from './decision.ts';
import { isUnanimous } from './items.ts';
import type { ItemState, QueuedItem } from './queue.ts';
import type { ItemKind } from './reading.ts';

/** What a review came to, in numbers. */
export interface Minutes {
  readonly items: number;
  readonly states: Readonly<Record<ItemState, number>>;
  /** Items in all, by kind. */
  readonly kinds: Readonly<Record<ItemKind, number>>;
  /** Open items on which all say the same. */
  readonly unanimous: number;
  /** Decisions in force, by what was decided. */
  readonly results: Readonly<Partial<Record<DecisionResult, number>>>;
  /** Decisions in force, by reason. */
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
  /** Decisions in force that keep a dissent. */
  readonly dissents: number;
  /** Decisions that took the place of an earlier one. */
  readonly reopened: number;
}

/** Counts in progress; begin with `noMinutes()`. */
export type MinutesSoFar = {
  -readonly [K in keyof Minutes]: Minutes[K] extends number
    ? number
    : { -readonly [N in keyof Minutes[K]]: Minutes[K][N] };
};

/** Nothing counted yet. */
export function noMinutes(): MinutesSoFar {
  return {
    items: 0,
    states: { open: 0, deferred: 0, stale: 0, settled: 0 },
    kinds: { agree: 0, boundary: 0, label: 0, attribute: 0, missed: 0, extra: 0 },
    unanimous: 0,
    results: {},
    reasons: {},
    dissents: 0,
    reopened: 0,
  };
}

function countDecision(minutes: MinutesSoFar, decision: Decision): void {
  const { result, reason, dissent, supersedes } = decision;
  minutes.results[result] = (minutes.results[result] ?? 0) + 1;
  if (reason !== undefined) minutes.reasons[reason] = (minutes.reasons[reason] ?? 0) + 1;
  if (dissent.length > 0) minutes.dissents += 1;
  if (supersedes.length > 0) minutes.reopened += 1;
}

/** Counts the items of an article into the minutes. */
export function countItems(minutes: MinutesSoFar, items: readonly QueuedItem[]): void {
  for (const { item, state, decision } of items) {
    minutes.items += 1;
    minutes.states[state] += 1;
    minutes.kinds[item.kind] += 1;
    if (state === 'open' && isUnanimous(item)) minutes.unanimous += 1;
    if (decision !== undefined && state !== 'stale') countDecision(minutes, decision);
  }
}
