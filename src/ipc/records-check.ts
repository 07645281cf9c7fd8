import { isJson, type JsonValue } from './json-value.ts';

interface Head {
  value: JsonValue;
  stamp: string;
}

/** A field of a record as it crosses the border, with what lost against it. */
interface RegisterView extends Head {
  losers?: Head[];
  replaced?: string[];
}

/** A record as it crosses the border: field → register. */
export type RecordView = Record<string, RegisterView>;

/** Record kind → record id → record. */
export type LayerView = Record<string, Record<string, RecordView>>;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isHead(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const key in value) if (key !== 'value' && key !== 'stamp') return false;
  return typeof value['stamp'] === 'string' && isJson(value['value']);
}

function isRegister(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const key in value) {
    const one = value[key];
    if (key === 'value' || key === 'stamp') continue;
    const isList = Array.isArray(one);
    if (key === 'losers' && isList && one.every(isHead)) continue;
    if (key === 'replaced' && isList && one.every(isText)) continue;
    return false;
  }
  return typeof value['stamp'] === 'string' && isJson(value['value']);
}

function all(value: unknown, fits: (one: unknown) => boolean): boolean {
  if (!isObject(value)) return false;
  for (const key in value) if (!fits(value[key])) return false;
  return true;
}

/** True for a record, with nothing in it that the border does not know. */
export function isRecordView(value: unknown): value is RecordView {
  return all(value, isRegister);
}

/**
 * True for a whole layer. Written out, because an article of ten thousand annotations has more than a
 * hundred thousand registers: the schema library copies every one of them, and holds the main process
 * up for half a second.
 */
export function isLayerView(value: unknown): value is LayerView {
  return all(value, (records) => all(records, isRecordView));
}
