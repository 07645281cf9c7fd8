import type { Json } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';

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
/** Keys that change what an object is, for code that copies objects carelessly. */
const FORBIDDEN = new Set(['__proto__', 'constructor']);

/** What is wrong with a value's shape, if anything. */
function problemIn(value: Json, path: string, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > MOST_DEPTH) return `nested deeper than ${MOST_DEPTH} levels at ${path.slice(0, 80)}`;
  const isArray = Array.isArray(value);
  for (const [key, child] of Object.entries(value as { readonly [key: string]: Json })) {
    const here = isArray ? `${path}[${key}]` : `${path === '' ? '' : `${path}.`}${key}`;
    if (!isArray && FORBIDDEN.has(key))
      return `the key ${JSON.stringify(key)} is refused, at ${here}`;
    const problem = problemIn(child, here, depth + 1);
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
  return { ...(column === undefined ? {} : { column }), message: 'not JSON' };
}

/**
 * Parses JSON from outside. Refused: what is not JSON, lines above 256 MB, nesting above 64
 * levels, and the keys `__proto__` and `constructor` at any depth.
 */
export function parseUntrusted(line: string): Result<Json, JsonProblem> {
  if (line.length > MOST_LENGTH) return err({ message: 'the line is longer than 256 MB' });
  let value: Json;
  try {
    value = JSON.parse(line) as Json;
  } catch (reason) {
    return err(notJson(line, reason));
  }
  const problem = problemIn(value, '', 0);
  return problem === undefined ? ok(value) : err({ message: problem });
}
