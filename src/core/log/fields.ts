import type { Json } from '../model/json.ts';
import { fieldValue, type RecordState } from './record.ts';

/** The text a field holds; empty where it was never set or holds something else. */
export function textField(record: RecordState, field: string): string {
  const value = fieldValue(record, field);
  return typeof value === 'string' ? value : '';
}

/** The number a field holds, or `otherwise`. */
export function numberField(record: RecordState, field: string, otherwise = 0): number {
  const value = fieldValue(record, field);
  return typeof value === 'number' ? value : otherwise;
}

/** The boolean a field holds, or `otherwise`. */
export function booleanField(record: RecordState, field: string, otherwise = false): boolean {
  const value = fieldValue(record, field);
  return typeof value === 'boolean' ? value : otherwise;
}

/** The list a field holds; empty where it was never set or holds something else. */
export function listField(record: RecordState, field: string): readonly Json[] {
  const value = fieldValue(record, field);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The texts in the list a field holds. */
export function textsField(record: RecordState, field: string): readonly string[] {
  return listField(record, field).filter((value) => typeof value === 'string');
}
