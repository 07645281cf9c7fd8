import { DELETED, type OpDraft } from './op.ts';
import { isDeleted, type RecordState } from './record.ts';

/** Field name of a public key in a roster entry: each is a field of its own, so that two merge. */
const KEY = 'key.';

/** The draft that enters a public key with an analyst. @param key raw Ed25519 public key, base64url */
export function addAnalystKey(analyst: string, key: string): OpDraft {
  return { c: 'project', k: 'analyst', r: analyst, p: { [`${KEY}${key}`]: true } };
}

/** The public keys that a roster entry names; none of an entry that was removed. */
export function analystKeys(record: RecordState | undefined): readonly string[] {
  if (record === undefined || isDeleted(record)) return [];
  return Object.entries(record)
    .filter(([field, { value }]) => field !== DELETED && field.startsWith(KEY) && value === true)
    .map(([field]) => field.slice(KEY.length))
    .sort();
}
