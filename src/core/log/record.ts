import type { Json } from '../model/json.ts';
import { DELETED, type Op, type Stamp } from './op.ts';

/** A value and the stamp it was set with. */
export interface Head {
  readonly value: Json;
  readonly stamp: Stamp;
}

/**
 * A multi-value register: the value shown (greatest stamp) and, where people wrote at once, the
 * concurrent values that lost. Nothing is dropped until somebody who has seen it replaces it.
 */
export interface Register extends Head {
  readonly losers?: readonly Head[];
  /**
   * Stamps that were replaced before they arrived here, so that order of delivery is irrelevant.
   * Book-keeping, not part of the value: a stamp that two people replaced may stay listed after it
   * has arrived and gone.
   */
  readonly replaced?: readonly Stamp[];
}

/** A record: field → register. */
export type RecordState = { readonly [field: string]: Register };

const NO_STAMPS: readonly Stamp[] = [];

function heads(register: Register | undefined): readonly Head[] {
  if (register === undefined) return [];
  const first: Head = { value: register.value, stamp: register.stamp };
  return [first, ...(register.losers ?? [])];
}

function applyField(
  register: Register | undefined,
  head: Head,
  seen: readonly Stamp[],
): Register | undefined {
  const before = heads(register);
  if (before.some((known) => known.stamp === head.stamp)) return register;
  const known = new Set(before.map((one) => one.stamp));
  const replacedBefore = register?.replaced ?? NO_STAMPS;
  const replaced = [
    ...replacedBefore.filter((stamp) => stamp !== head.stamp),
    ...seen.filter((stamp) => !known.has(stamp) && !replacedBefore.includes(stamp)),
  ];
  const kept = before.filter((one) => !seen.includes(one.stamp));
  if (!replacedBefore.includes(head.stamp)) kept.push(head);
  kept.sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
  const [winner, ...losers] = kept;
  if (winner === undefined) return register;
  return {
    value: winner.value,
    stamp: winner.stamp,
    ...(losers.length > 0 ? { losers } : {}),
    ...(replaced.length > 0 ? { replaced } : {}),
  };
}

/**
 * The record after an op. Pure, and independent of the order in which the ops of different streams
 * arrive. An op applied twice in a row counts once; against an older op that arrives again after
 * it was replaced, the caller compares sequence numbers.
 */
export function applyOp(
  record: RecordState | undefined,
  op: Pick<Op, 't' | 'p' | 'b'>,
): RecordState {
  const next: Record<string, Register> = { ...record };
  for (const [field, value] of Object.entries(op.p)) {
    const register = applyField(
      record?.[field],
      { value, stamp: op.t },
      op.b?.[field] ?? NO_STAMPS,
    );
    if (register !== undefined) next[field] = register;
  }
  return next;
}

/** All stamps now in force on a record's fields, the tombstone's own left out. */
export function recordStamps(record: RecordState): readonly Stamp[] {
  return Object.entries(record)
    .filter(([field]) => field !== DELETED)
    .flatMap(([, register]) => heads(register).map((head) => head.stamp));
}

/**
 * True when the record is deleted: its tombstone lists every value now in force, or came with it.
 * A value that the deleter had not seen brings the record back, because work is never lost
 * silently. Where several people deleted at once, what one had not seen another may have.
 */
export function isDeleted(record: RecordState): boolean {
  const register = record[DELETED];
  if (!Array.isArray(register?.value)) return false;
  const seen = new Set<Json>();
  for (const { value, stamp } of heads(register)) {
    if (!Array.isArray(value)) continue;
    seen.add(stamp);
    for (const one of value as readonly Json[]) seen.add(one);
  }
  return recordStamps(record).every((stamp) => seen.has(stamp));
}

/** The stamps a new value for each field of `fields` replaces, for an op's `b`. */
export function seenStamps(
  record: RecordState | undefined,
  fields: readonly string[],
): Record<string, readonly Stamp[]> | undefined {
  const seen: Record<string, readonly Stamp[]> = {};
  for (const field of fields) {
    const stamps = heads(record?.[field]).map((head) => head.stamp);
    if (stamps.length > 0) seen[field] = stamps;
  }
  return Object.keys(seen).length > 0 ? seen : undefined;
}

/** The value shown for a field, or `undefined` where it was never set. */
export function fieldValue(record: RecordState, field: string): Json | undefined {
  return record[field]?.value;
}
