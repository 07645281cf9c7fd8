import { isForbiddenName } from '../model/forbidden-name.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';

/** True for an object that is in order as it stands: plain values, names ascending, none forbidden. */
function isCanonical(value: JsonObject): boolean {
  let before = '';
  for (const key in value) {
    if (key < before || typeof value[key] === 'object' || isForbiddenName(key)) return false;
    before = key;
  }
  return true;
}

/**
 * The same value with the keys of every object in code unit order, so that equal values give
 * equal bytes. Keys that look like whole numbers come first, as in every JavaScript object.
 * @param without is told of each key that no reader would take (see `forbidden-name.ts`); such
 *   keys are left out. Without it they stay.
 */
export function canonical(value: Json, without?: (key: string) => void): Json {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((one) => canonical(one, without));
  }
  if (!isJsonObject(value)) return value;
  if (isCanonical(value)) return value;
  const sorted: Record<string, Json> = {};
  for (const key of Object.keys(value).sort()) {
    const isBad = isForbiddenName(key);
    if (isBad && without !== undefined) {
      without(key);
      continue;
    }
    const one = canonical(value[key] ?? null, without);
    // To assign `__proto__` would not make a key of it.
    if (isBad) Object.defineProperty(sorted, key, { ...OWN, value: one });
    else sorted[key] = one;
  }
  return sorted;
}

const OWN = { configurable: true, enumerable: true, writable: true };

/**
 * Marks that some readers take for line ends (Python's `splitlines` does, `JSON.parse` does not), and
 * the two noncharacters that XML cannot hold.
 */
const MARKS = /[\u0085\u2028\u2029\ufffe\uffff]/g;
const EACH_MARK = ['\u0085', '\u2028', '\u2029', '\ufffe', '\uffff'];

/** JSON as it is safe on one line, whatever counts as a line end. */
export function oneLine(json: string): string {
  // Hardly any line has one, and looking for single signs costs next to nothing.
  if (!EACH_MARK.some((mark) => json.includes(mark))) return json;
  return json.replace(MARKS, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A value as JSON on one line. No line break at its end. */
export function jsonLine(value: unknown): string {
  return oneLine(JSON.stringify(value));
}
