import type { Json } from '../model/json.ts';
import { DELETED, type OpDraft } from './op.ts';
import { isDeleted, type RecordState, recordStamps } from './record.ts';

/** Looks up a record as it is now; `undefined` where it never existed. */
export type RecordLookup = (draft: Pick<OpDraft, 'c' | 'k' | 'r'>) => RecordState | undefined;

/**
 * The value a field must be set back to. A field that did not exist goes to `null`, which every
 * reader treats as "not set".
 */
function previousValue(before: RecordState, field: string): Json {
  return before[field]?.value ?? null;
}

function previousValues(draft: OpDraft, before: RecordState): Record<string, Json> {
  return Object.fromEntries(
    Object.keys(draft.p).map((field) => [field, previousValue(before, field)]),
  );
}

/**
 * The draft that takes one draft back, given the record before it.
 *
 * A creation is undone by a tombstone; since the tombstone has to list the stamps that only the
 * applied op has, the list is filled in when the undo is committed (see `resolveTombstone`).
 */
export function invertDraft(draft: OpDraft, before: RecordState | undefined): OpDraft {
  const key = { c: draft.c, k: draft.k, r: draft.r };
  if (before === undefined) return { ...key, p: { [DELETED]: true } };
  if (isDeleted(before)) {
    // Deleted again, with the values it had: taking back the earlier deletion shows those.
    return { ...key, p: { ...previousValues(draft, before), [DELETED]: true } };
  }
  if (draft.p[DELETED] !== undefined) {
    // The record was there, whatever old tombstone it still carried.
    return { ...key, p: { ...previousValues(draft, before), [DELETED]: false } };
  }
  return { ...key, p: previousValues(draft, before) };
}

/**
 * Replaces the mark `true` of a planned tombstone by the stamps in force now. A draft without
 * that mark is returned unchanged.
 */
export function resolveTombstone(draft: OpDraft, now: RecordState | undefined): OpDraft {
  if (draft.p[DELETED] !== true) return draft;
  return { ...draft, p: { ...draft.p, [DELETED]: now === undefined ? [] : recordStamps(now) } };
}

/** The drafts that take a commit back, in reverse order. `lookup` gives the records before it. */
export function invertCommit(drafts: readonly OpDraft[], lookup: RecordLookup): OpDraft[] {
  return drafts.map((draft) => invertDraft(draft, lookup(draft))).reverse();
}
