import { isForbiddenName } from '../model/forbidden-name.ts';
import type { Json } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';
import { repeatedInWords, repeatedKey } from './repeated-key.ts';

/** Why a piece of JSON was refused. */
export interface JsonProblem {
  /** From 1, in UTF-16 code units, where the parser says it. */
  readonly column?: number;
  readonly message: string;
}

/** Nothing that people exchange is nested deeper. */
const MOST_DEPTH = 64;
/** Longest line in UTF-16 code units. */
const MOST_LENGTH = 256 * 1024 * 1024;
/** Longest path in a message. */
const LONGEST_PATH = 80;

/**
 * What is wrong with a value's shape, in words, if anything: nesting deeper than 64 levels, or a
 * key that no object may have (see `forbidden-name.ts`).
 * @param path where the value stands, for the message
 * @param depth how many levels are above it
 */
export function hostileIn(value: Json, path = '', depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > MOST_DEPTH) {
    return `it is nested deeper than ${MOST_DEPTH} levels, at ${path.slice(0, LONGEST_PATH)}`;
  }
  const isArray = Array.isArray(value);
  for (const [key, child] of Object.entries(value as { readonly [key: string]: Json })) {
    const here = isArray ? `${path}[${key}]` : `${path === '' ? '' : `${path}.`}${key}`;
    if (!isArray && isForbiddenName(key)) {
      return `a field must not be called ${JSON.stringify(key)}, as one is at ${here.slice(-LONGEST_PATH)}`;
    }
    const problem = hostileIn(child, here, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Where the parser stopped: V8 names the position, counted from 0. */
function columnIn(message: string): number | undefined {
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? undefined : Number(position) + 1;
}

function notJson(line: string, reason: unknown): JsonProblem {
  if (/^\s*\{/.test(line) && !/\}\s*$/.test(line.slice(-99))) {
    return { column: line.length + 1, message: 'the line is cut off: its JSON does not end' };
  }
  const said = reason instanceof Error ? reason.message : '';
  const column = columnIn(said);
  return { ...(column === undefined ? {} : { column }), message: 'this is not JSON' };
}

function parsed(line: string): Result<Json, JsonProblem> {
  try {
    return ok(JSON.parse(line) as Json);
  } catch (reason) {
    return err(notJson(line, reason));
  }
}

/**
 * Parses a line of JSON whose depth and forbidden keys {@link hostileIn} has yet to look at. Refused:
 * what is not JSON, lines above 256 MB, and a key that stands twice in one object.
 */
export function parseLine(line: string): Result<Json, JsonProblem> {
  if (line.length > MOST_LENGTH) return err({ message: 'the line is longer than 256 MB' });
  const value = parsed(line);
  if (!value.ok) return value;
  const repeated = repeatedKey(line);
  if (repeated === undefined) return value;
  return err({ column: repeated.offset + 1, message: repeatedInWords(repeated) });
}

/**
 * Parses JSON from outside. Refused: what is not JSON, lines above 256 MB, a key that stands twice in
 * one object, nesting above 64 levels, and the keys `__proto__`, `constructor` and `prototype` at any depth.
 */
export function parseUntrusted(line: string): Result<Json, JsonProblem> {
  const value = parseLine(line);
  if (!value.ok) return value;
  const problem = hostileIn(value.value);
  return problem === undefined ? value : err({ message: problem });
}
