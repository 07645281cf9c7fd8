import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';

/** A list, or an error that names it. */
export function listAt(value: Json | undefined, name: string): Result<readonly Json[], string> {
  return Array.isArray(value) ? ok(value as readonly Json[]) : err(`${name}: must be a list`);
}

/** An object, or an error that names it. */
export function objectAt(value: Json | undefined, name: string): Result<JsonObject, string> {
  return isJsonObject(value) ? ok(value) : err(`${name}: must be an object`);
}

/** A finite number, or an error that names it. */
export function numberAt(value: Json | undefined, name: string): Result<number, string> {
  return typeof value === 'number' && Number.isFinite(value)
    ? ok(value)
    : err(`${name}: must be a number`);
}

/** A whole number from `least` up, or an error that names it. */
export function wholeAt(value: Json | undefined, name: string, least = 0): Result<number, string> {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least
    ? ok(value)
    : err(`${name}: must be a whole number of ${String(least)} or more`);
}

/** Each element of a list read by `read`, or the first error. */
export function each<T>(
  value: Json | undefined,
  name: string,
  read: (element: Json, name: string) => Result<T, string>,
): Result<T[], string> {
  const list = listAt(value, name);
  if (!list.ok) return list;
  const all: T[] = [];
  for (const [index, element] of list.value.entries()) {
    const one = read(element, `${name}[${String(index)}]`);
    if (!one.ok) return one;
    all.push(one.value);
  }
  return ok(all);
}
