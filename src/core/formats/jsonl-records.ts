import { isJsonObject, type JsonObject } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';
import type { InputFile, ReadProblem } from './format.ts';
import { parseUntrusted } from './hostile-json.ts';
import { jsonFault } from './json-file.ts';

/** One line of a file of JSON lines. */
export interface LineRecord {
  readonly value: JsonObject;
  /** From 1. */
  readonly line: number;
}

/**
 * The objects of a file of JSON lines, blank lines passed over; each line that is no object, or is
 * hostile, is told with its place.
 */
export function* lineRecords(input: InputFile): Generator<Result<LineRecord, ReadProblem>, void> {
  const file = input.path === '' ? {} : { file: input.path };
  let line = 0;
  for (const content of input.lines()) {
    line += 1;
    if (content.trim() === '') continue;
    const parsed = parseUntrusted(content);
    if (!parsed.ok) {
      const { message, ...known } = parsed.error;
      const at = jsonFault(content);
      const column =
        at < content.length || message.includes('cut off') ? { column: at + 1 } : known;
      yield err({ ...file, line, ...column, message });
    } else if (isJsonObject(parsed.value)) yield ok({ value: parsed.value, line });
    else yield err({ ...file, line, message: 'an object with fields was expected' });
  }
}
