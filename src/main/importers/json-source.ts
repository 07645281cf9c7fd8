import { hostileIn } from '../../core/formats/hostile-json.ts';
import { jsonFault, placeOf } from '../../core/formats/json-file.ts';
import { repeatedInWords, repeatedKey } from '../../core/formats/repeated-key.ts';
import type { Json } from '../../core/model/json.ts';
import { ok } from '../../core/result.ts';
import { type Decoded, decodeBytes } from './decode.ts';
import { type ImportResult, refuse } from './failure.ts';
import type { SourceFile } from './source-file.ts';

/** A file of one piece of JSON, read. */
export interface JsonSource {
  readonly value: Json;
  readonly decoded: Decoded;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // Where it goes wrong is found by `jsonFault`, alike in every engine.
    return undefined;
  }
}

/** Reads a file as JSON; nested too deeply, or with keys no object may have, it is refused. */
export function readJsonSource({ path, bytes, charset }: SourceFile): ImportResult<JsonSource> {
  const decoded = decodeBytes(bytes, { override: charset });
  const value = parse(decoded.text);
  if (value === undefined) {
    const { line, column } = placeOf(decoded.text, jsonFault(decoded.text));
    return refuse(path, 'unreadable', `Line ${line}, column ${column}: this is not JSON.`);
  }
  const repeated = repeatedKey(decoded.text);
  if (repeated !== undefined) {
    const { line, column } = placeOf(decoded.text, repeated.offset);
    const words = repeatedInWords(repeated);
    return refuse(path, 'unreadable', `Line ${line}, column ${column}: ${words}.`);
  }
  const problem = hostileIn(value);
  return problem === undefined
    ? ok({ value, decoded })
    : refuse(path, 'unreadable', `Line 1: ${problem}.`);
}
