import { placeOf } from './json-file.ts';

/** The way to a value in JSON: names of fields and numbers of elements, from the outside in. */
export type JsonPath = readonly (string | number)[];

const STRING = /"(?:[^"\\]|\\.)*"/y;
const SCALAR = /[^\s,:\]}]+/y;

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at + 1;
}

function skipSpace(text: string, at: number): number {
  return matchEnd(/\s*/y, text, at);
}

/** After the value that begins at `at`. */
function valueEnd(text: string, at: number): number {
  let depth = 0;
  for (let next = at; next < text.length; ) {
    const sign = text.charAt(next);
    if (sign === '"') next = matchEnd(STRING, text, next);
    else if (sign === '{' || sign === '[') {
      depth += 1;
      next += 1;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
      next += 1;
    } else if (/[\s,:]/.test(sign)) next += 1;
    else next = matchEnd(SCALAR, text, next);
    if (depth === 0) return next;
  }
  return text.length;
}

/** Where the value of a field, or an element, of the container at `at` begins. */
function inside(text: string, at: number, step: string | number): number | undefined {
  let next = skipSpace(text, at + 1);
  let found: number | undefined;
  for (let index = 0; next < text.length && !/[\]}]/.test(text.charAt(next)); index += 1) {
    let name: string | number = index;
    if (text.charAt(at) === '{') {
      const end = matchEnd(STRING, text, next);
      name = JSON.parse(text.slice(next, end)) as string;
      next = skipSpace(text, skipSpace(text, end) + 1);
    }
    // The last of two fields of one name is the one that counts.
    if (name === step) found = next;
    next = skipSpace(text, valueEnd(text, next));
    if (text.charAt(next) === ',') next = skipSpace(text, next + 1);
  }
  return found;
}

/**
 * The line and column, in UTF-16 code units, both from 1, at which a value stands in sound JSON;
 * that of the innermost container on the way to it where it is not there.
 */
export function placeInJson(text: string, path: JsonPath): { line: number; column: number } {
  let at = skipSpace(text, text.startsWith('\ufeff') ? 1 : 0);
  for (const step of path) {
    const next = inside(text, at, step);
    if (next === undefined) break;
    at = next;
  }
  return placeOf(text, at);
}
