import type { JsonObject } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';

/** What measures read, and what describes data without changing a number. */
const KNOWN = new Set(
  [
    'items contingency counts categories category distance rows cols subjects raters',
    'A B a b gold pred documents spans length annotators continuum units params',
    'sampledContinua sampledDisorders samples seed',
    'measure resampleIndices B alpha quantile',
    'id about note source comment',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Refuses an input with a field that no measure knows: `categry` must not be passed over in silence.
 * @returns the input, or an error that names the field
 */
export function knownFields(input: JsonObject): Result<JsonObject, string> {
  const unknown = Object.keys(input).find((name) => !KNOWN.has(name));
  return unknown === undefined ? ok(input) : err(`${unknown}: no measure has a field of this name`);
}
