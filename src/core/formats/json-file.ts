import type { Json } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { err, ok, type Result } from '../result.ts';
import type { InputFile, ReadProblem } from './format.ts';
import { repeatedInWords, repeatedKey } from './repeated-key.ts';

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** After the closing quote of a string that opens at `at`; where it goes wrong, negative. */
function stringEnd(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === 0x22) return next + 1;
    if (code < 0x20) return -next;
    if (code !== 0x5c) continue;
    const escape = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
    const end = endOf(escape, text, next + 1);
    if (end === next + 1) return -next;
    next = end - 1;
  }
  return -text.length;
}

/** After the string, number or word at `at`; `at` itself, or negative, where there is none. */
function scalarEnd(text: string, at: number): number {
  if (text.charAt(at) === '"') return stringEnd(text, at);
  const end = endOf(NUMBER, text, at);
  return end === at ? endOf(WORD, text, at) : end;
}

/** What may stand where the parser is. */
type Wanted = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end';

const OPENS: { readonly [sign: string]: Wanted } = { '[': 'value or end', '{': 'key or end' };

const CLOSES: { readonly [sign: string]: string } = { ']': '[', '}': '{' };

function afterClosing(sign: string, wanted: Wanted, open: string[]): Wanted | undefined {
  if (CLOSES[sign] !== open.at(-1) || !wanted.endsWith('or end')) return undefined;
  return open.pop() === undefined ? undefined : 'comma or end';
}

/** One structural sign: what is wanted after it, or `undefined` where it must not stand here. */
function afterSign(sign: string, wanted: Wanted, open: string[]): Wanted | undefined {
  const opens = OPENS[sign];
  if (opens !== undefined && wanted.startsWith('value')) {
    open.push(sign);
    return opens;
  }
  if (sign === ':' && wanted === 'colon') return 'value';
  if (sign === ',' && wanted === 'comma or end' && open.length > 0) {
    return open.at(-1) === '{' ? 'key' : 'value';
  }
  return sign in CLOSES ? afterClosing(sign, wanted, open) : undefined;
}

/**
 * Where a text stops being JSON (RFC 8259), as an offset in UTF-16 code units; its length where it
 * is cut off. Engines say this in words that change from version to version, or not at all.
 */
export function jsonFault(text: string): number {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  for (let at = endOf(SPACE, text, 0); at < text.length; at = endOf(SPACE, text, at)) {
    const after: Wanted | undefined = afterSign(text.charAt(at), wanted, open);
    if (after !== undefined) {
      wanted = after;
      at += 1;
      continue;
    }
    const isKey = wanted.startsWith('key');
    if (!(isKey ? text.charAt(at) === '"' : wanted.startsWith('value'))) return at;
    const end = scalarEnd(text, at);
    if (end <= at) return Math.abs(end);
    at = end;
    wanted = isKey ? 'colon' : 'comma or end';
  }
  return text.length;
}

/** The line, and the column in UTF-16 code units, of an offset; both from 1. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

/** After the closing quote of a string that opens at `at`, as long as its JSON is sound. */
function soundStringEnd(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slash = end - 1;
    while (text.charCodeAt(slash) === 0x5c) slash -= 1;
    if ((end - slash) % 2 === 1) return end + 1;
  }
  return text.length;
}

/** The next sign that opens, closes or separates. */
const STRUCTURE = /["[\]{},]/g;

/** The places of all signs that open, close or separate, but for those in strings. */
function* structureOf(text: string, from: number): Generator<number, void> {
  STRUCTURE.lastIndex = from;
  while (STRUCTURE.test(text)) {
    const place = STRUCTURE.lastIndex - 1;
    const isString = text.charAt(place) === '"';
    const next = isString ? soundStringEnd(text, place) : place + 1;
    if (!isString) yield place;
    STRUCTURE.lastIndex = next;
  }
}

/** `[start, end)` of each element of the list that a file of sound JSON holds; `undefined` for no list. */
function elementsIn(text: string): readonly Span[] | undefined {
  const first = endOf(SPACE, text, 0);
  if (text.charAt(first) !== '[') return undefined;
  const found: Span[] = [];
  let depth = 1;
  let start = endOf(SPACE, text, first + 1);
  if (text.charAt(start) === ']')
    return endOf(SPACE, text, start + 1) === text.length ? [] : undefined;
  for (const place of structureOf(text, first + 1)) {
    const sign = text.charAt(place);
    if (sign in OPENS) depth += 1;
    else if (sign in CLOSES) depth -= 1;
    if (depth > 1 || (depth === 1 && sign !== ',')) continue;
    found.push([start, place]);
    start = endOf(SPACE, text, place + 1);
    if (depth === 0) return start === text.length ? found : undefined;
  }
  return undefined;
}

/** One record of a file of JSON. */
export interface JsonRecord {
  readonly value: Json;
  /** From 1. */
  readonly line: number;
}

/** Longest file of one piece of JSON, in bytes: it has to be in memory, several times over. */
const MOST_BYTES = 512 * 1024 * 1024;

/** The JSON that a file holds; what is none is told with its place. */
export function parseJsonFile(
  input: Pick<InputFile, 'path' | 'size' | 'text'>,
): Result<{ readonly value: Json; readonly text: string }, ReadProblem> {
  const file = input.path === '' ? {} : { file: input.path };
  if (input.size > MOST_BYTES) {
    return err({
      ...file,
      line: 1,
      message: 'the file is larger than 512 MB, in one piece of JSON',
    });
  }
  const text = input.text();
  try {
    const value = JSON.parse(text) as Json;
    const repeated = repeatedKey(text);
    if (repeated === undefined) return ok({ value, text });
    return err({
      ...file,
      ...placeOf(text, repeated.offset),
      message: repeatedInWords(repeated),
    });
  } catch {
    const at = jsonFault(text);
    const message =
      at === text.length ? 'the file is cut off: its JSON does not end' : 'this is not JSON';
    return err({ ...file, ...placeOf(text, at), message });
  }
}

/** True for sound JSON in which no key stands twice. */
function isSound(text: string): boolean {
  try {
    JSON.parse(text);
    return repeatedKey(text) === undefined;
  } catch {
    // Where and why is found out once, for the whole file.
    return false;
  }
}

/** The elements of a list, each made when it is asked for, so that one is in memory at a time. */
function* recordsAt(text: string, elements: readonly Span[]): Generator<JsonRecord, void> {
  let line = 1;
  let done = 0;
  for (const [start, end] of elements) {
    for (let at = text.indexOf('\n', done); at !== -1 && at < start; ) {
      line += 1;
      done = at + 1;
      at = text.indexOf('\n', done);
    }
    yield { value: JSON.parse(text.slice(start, end)) as Json, line };
  }
}

/**
 * The records of a file that holds a list of them, or one alone. Where any of it is no JSON there are
 * none: the whole file is looked through before the first.
 */
export function jsonRecords(
  input: Pick<InputFile, 'path' | 'size' | 'text'>,
): Result<Iterable<JsonRecord>, ReadProblem> {
  const text = input.size > MOST_BYTES ? '' : input.text();
  const elements = elementsIn(text);
  if (elements?.every(([start, end]) => isSound(text.slice(start, end))) === true) {
    return ok({ [Symbol.iterator]: () => recordsAt(text, elements) });
  }
  const parsed = parseJsonFile(input);
  return parsed.ok ? ok([{ value: parsed.value.value, line: 1 }]) : parsed;
}
