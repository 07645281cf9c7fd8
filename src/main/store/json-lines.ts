import type { Json } from '../../core/model/json.ts';
import { setOwn } from './own-property.ts';
import { newPace } from './pace.ts';

/** Bytes of lines that are parsed at once. */
const BLOCK_BYTES = 1 << 16;
const NEWLINE = 0x0a;
const COMMA = 0x2c;
const OPENING: ReadonlySet<number | undefined> = new Set([0x7b, 0x5b]);
const CLOSING: ReadonlySet<number | undefined> = new Set([0x7d, 0x5d]);

type Holder = { [key: string]: Json } | Json[];

interface Parsing {
  readonly body: Buffer;
  /** What is open, the innermost last. */
  readonly open: Holder[];
  root: Json | undefined;
  /** Where the lines begin that are still to be parsed; -1 where there are none. */
  from: number;
}

/** Parses the lines that have gathered. @param end behind the last of them, without its comma */
function takeLines(parsing: Parsing, end: number): void {
  const { body, from } = parsing;
  if (from < 0) return;
  parsing.from = -1;
  const text = body.toString('utf8', from, end);
  const holder = parsing.open.at(-1);
  if (holder === undefined) throw new SyntaxError('a value outside of everything');
  if (Array.isArray(holder)) {
    for (const one of JSON.parse(`[${text}]`) as Json[]) holder.push(one);
    return;
  }
  for (const [key, value] of Object.entries(JSON.parse(`{${text}}`) as { [key: string]: Json })) {
    setOwn(holder, key, value);
  }
}

/** `{`, `[`, `"key":{` or `"key":[`. */
function open(parsing: Parsing, start: number, end: number): void {
  const { body } = parsing;
  const made: Holder = body[end - 1] === 0x5b ? [] : {};
  const holder = parsing.open.at(-1);
  if (holder === undefined) {
    if (end - start !== 1 || parsing.root !== undefined) throw new SyntaxError('a second root');
    parsing.root = made as Json;
  } else if (Array.isArray(holder)) {
    if (end - start !== 1) throw new SyntaxError('a key in a list');
    holder.push(made);
  } else {
    const label = JSON.parse(`{${body.toString('utf8', start, end - 1)}0}`) as object;
    for (const key of Object.keys(label)) setOwn(holder, key, made as Json);
  }
  parsing.open.push(made);
}

function close(parsing: Parsing, start: number, end: number): void {
  const isList = parsing.body[start] === 0x5d;
  const holder = parsing.open.pop();
  if (end - start !== 1 || holder === undefined || Array.isArray(holder) !== isList) {
    throw new SyntaxError('a bracket that fits nothing');
  }
}

/** @param end behind the line, without its comma */
function takeLine(parsing: Parsing, start: number, end: number, before: number): void {
  const { body } = parsing;
  if (OPENING.has(body[end - 1])) {
    takeLines(parsing, before);
    open(parsing, start, end);
  } else if (CLOSING.has(body[start])) {
    takeLines(parsing, before);
    close(parsing, start, end);
  } else {
    if (parsing.from < 0) parsing.from = start;
    if (end - parsing.from >= BLOCK_BYTES) takeLines(parsing, end);
  }
}

/**
 * Parses JSON that is broken into lines as sealed files are: a bracket that is opened ends its
 * line and is closed on a line of its own, everything else is a line. Gives way to other work as
 * it goes. Throws `SyntaxError` for anything else, also where it is JSON.
 */
export async function parseJsonLines(body: Buffer): Promise<Json> {
  const parsing: Parsing = { body, open: [], root: undefined, from: -1 };
  const turn = newPace();
  let before = 0;
  for (let start = 0; start < body.length; ) {
    const newline = body.indexOf(NEWLINE, start);
    const stop = newline < 0 ? body.length : newline;
    const end = body[stop - 1] === COMMA ? stop - 1 : stop;
    takeLine(parsing, start, end, before);
    before = end;
    start = stop + 1;
    const pause = turn();
    if (pause !== undefined) await pause;
  }
  if (parsing.root === undefined || parsing.open.length > 0) throw new SyntaxError('not closed');
  return parsing.root;
}
