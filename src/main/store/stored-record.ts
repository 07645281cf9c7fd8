import type { Stamp } from '../../core/log/op.ts';
import type { RecordState, Register } from '../../core/log/record.ts';
import { isRecordState } from '../../core/log/schema.ts';
import type { Json } from '../../core/model/json.ts';

/**
 * A record as snapshots write it: the stamp that most fields were set with, their values, and the
 * registers of the other fields. Most records were made by one op, so that this is less than half
 * of what naming the stamp for each field takes.
 */
type ShortRecord = readonly [
  stamp: Stamp,
  fields: { readonly [field: string]: Json },
  others?: RecordState,
];

/** Short, or with a register for each field. */
export type StoredRecord = ShortRecord | RecordState;

function isPlain(register: Register): boolean {
  return register.losers === undefined && register.replaced === undefined;
}

/** The stamp that most registers have which are nothing but a value and a stamp. */
function commonStamp(record: RecordState): Stamp | undefined {
  const counts = new Map<Stamp, number>();
  let best: Stamp | undefined;
  for (const register of Object.values(record)) {
    if (!isPlain(register)) continue;
    const { stamp } = register;
    const count = (counts.get(stamp) ?? 0) + 1;
    counts.set(stamp, count);
    if (best === undefined || count > (counts.get(best) ?? 0)) best = stamp;
  }
  return best;
}

/** The form in which a record is written. */
export function toStored(record: RecordState): StoredRecord {
  const stamp = commonStamp(record);
  if (stamp === undefined) return record;
  const fields: Record<string, Json> = {};
  const others: Record<string, Register> = {};
  for (const [field, register] of Object.entries(record)) {
    if (register.stamp === stamp && isPlain(register)) fields[field] = register.value;
    else others[field] = register;
  }
  return Object.keys(others).length === 0 ? [stamp, fields] : [stamp, fields, others];
}

function isShort(stored: StoredRecord): stored is ShortRecord {
  return Array.isArray(stored);
}

/** The record that was written. */
export function fromStored(stored: StoredRecord): RecordState {
  if (!isShort(stored)) return stored;
  const [stamp, fields, others] = stored;
  const record: Record<string, Register> = {};
  for (const field of Object.keys(fields)) record[field] = { value: fields[field] ?? null, stamp };
  return others === undefined ? record : Object.assign(record, others);
}

/** True for a record in either form. */
export function isStoredRecord(value: unknown): value is StoredRecord {
  if (!Array.isArray(value)) return isRecordState(value);
  const [stamp, fields, others] = value as readonly unknown[];
  return (
    typeof stamp === 'string' &&
    typeof fields === 'object' &&
    fields !== null &&
    !Array.isArray(fields) &&
    !Object.hasOwn(fields, '__proto__') &&
    (others === undefined || isRecordState(others))
  );
}
