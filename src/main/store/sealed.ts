import { createHash, type Hash } from 'node:crypto';
import type { DocumentKind } from '../../core/log/migrations.ts';
import type { Json } from '../../core/model/json.ts';
import { parseJsonLines } from './json-lines.ts';
import { newPace } from './pace.ts';

/**
 * The form of every snapshot: JSON that anyone can read, whose first line carries the kind, the
 * format version and a checksum over itself and everything below. Newer versions keep this line.
 */
const FORMAT = 'verbale';
const HEAD = '{"meta":';
const BODY = '"data":';
const TAIL = '}\n';

/** Objects this deep are broken into one line an entry, so that a record is a line. */
const READABLE_DEPTH = 3;

const NOTHING = Buffer.alloc(0);

/** What a sealed file says of itself. */
export interface Seal {
  readonly kind: DocumentKind;
  readonly version: number;
}

/** What came of opening a sealed file. */
export type Opened =
  | { readonly ok: true; readonly seal: Seal; readonly data: Json }
  | { readonly ok: false; readonly reason: string };

/** What fits on a line of its own. */
function isLeaf(value: Json, depth: number): boolean {
  return depth === 0 || typeof value !== 'object' || value === null;
}

/** A value as JSON, broken into lines, in pieces of a line or less. */
function* pieces(value: Json, depth: number): Generator<string> {
  if (isLeaf(value, depth)) {
    yield JSON.stringify(value);
    return;
  }
  const list = Array.isArray(value);
  let first = true;
  const entries = value as { readonly [key: string]: Json | undefined };
  for (const key of Object.keys(entries)) {
    const one = entries[key];
    if (one === undefined) continue;
    const opening = list ? '[\n' : '{\n';
    yield `${first ? opening : ',\n'}${list ? '' : `${JSON.stringify(key)}:`}`;
    yield* pieces(one, depth - 1);
    first = false;
  }
  const empty = list ? '[]' : '{}';
  const closing = list ? '\n]' : '\n}';
  yield first ? empty : closing;
}

function metaOf(seal: Seal, bytes: number): Record<string, string | number> {
  return { format: FORMAT, kind: seal.kind, version: seal.version, bytes };
}

/** A checksum to which the body is to be added. */
function beginSum(meta: Record<string, string | number>): Hash {
  return createHash('sha256').update(`${JSON.stringify(meta)}\n`);
}

/** The line before the body, and what stands before the body on its line. */
function headOf(meta: Record<string, string | number>, sum: string): string {
  return `${HEAD}${JSON.stringify({ ...meta, sum })},\n${BODY}`;
}

/** The bytes of a sealed file. @param data must survive a JSON round trip */
export function seal(kind: DocumentKind, version: number, data: Json): Uint8Array {
  const body = [...pieces(data, READABLE_DEPTH)].join('');
  const meta = metaOf({ kind, version }, Buffer.byteLength(body));
  const sum = beginSum(meta).update(body).digest('hex');
  return Buffer.from(`${headOf(meta, sum)}${body}${TAIL}`);
}

/** Characters that are encoded at once. */
const PART_CHARACTERS = 1 << 18;

/** The same as {@link seal}, giving way to other work as it goes. @returns the bytes in parts */
export async function sealInTurns(
  kind: DocumentKind,
  version: number,
  data: Json,
): Promise<readonly Uint8Array[]> {
  const parts: Uint8Array[] = [];
  const turn = newPace();
  let text = '';
  for (const piece of pieces(data, READABLE_DEPTH)) {
    text += piece;
    if (text.length >= PART_CHARACTERS) {
      parts.push(Buffer.from(text));
      text = '';
    }
    const pause = turn();
    if (pause !== undefined) await pause;
  }
  parts.push(Buffer.from(text));
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  const meta = metaOf({ kind, version }, bytes);
  const sum = await sumInTurns(meta, parts);
  const [first = NOTHING, ...others] = parts;
  const head = Buffer.concat([Buffer.from(headOf(meta, sum)), first]);
  if (others.length === 0) return [Buffer.concat([head, Buffer.from(TAIL)])];
  return [head, ...others, Buffer.from(TAIL)];
}

async function sumInTurns(
  meta: Record<string, string | number>,
  parts: Iterable<Uint8Array>,
): Promise<string> {
  const hash = beginSum(meta);
  const turn = newPace();
  for (const part of parts) {
    hash.update(part);
    const pause = turn();
    if (pause !== undefined) await pause;
  }
  return hash.digest('hex');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Meta {
  readonly kind: DocumentKind;
  readonly version: number;
  readonly bytes: number;
  readonly sum: string;
}

function readMeta(line: string): Meta | undefined {
  if (!line.startsWith(HEAD) || !line.endsWith(',')) return undefined;
  const text = line.slice(HEAD.length, -1);
  const meta = parse(text) as Partial<Meta> & { readonly format?: unknown };
  if (meta?.format !== FORMAT || JSON.stringify(meta) !== text) return undefined;
  const { kind, version, bytes, sum } = meta;
  if (typeof kind !== 'string' || typeof sum !== 'string') return undefined;
  if (!Number.isInteger(version) || !Number.isInteger(bytes)) return undefined;
  return { kind, version: version ?? 0, bytes: bytes ?? 0, sum };
}

type Unproved =
  | { readonly ok: true; readonly meta: Meta; readonly body: Buffer }
  | { readonly ok: false; readonly reason: string };

/** The parts of a sealed file, before its checksum is compared. */
function takeApart(bytes: Uint8Array): Unproved {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const newline = buffer.indexOf(10);
  const meta = newline < 0 ? undefined : readMeta(buffer.toString('latin1', 0, newline));
  if (meta === undefined) return { ok: false, reason: 'its first line is not one of ours' };
  const start = newline + 1 + BODY.length;
  const end = start + meta.bytes;
  if (buffer.toString('latin1', newline + 1, start) !== BODY) {
    return { ok: false, reason: 'its second line is damaged' };
  }
  if (buffer.length !== end + TAIL.length || buffer.toString('latin1', end) !== TAIL) {
    return { ok: false, reason: 'it is longer or shorter than it says' };
  }
  return { ok: true, meta, body: buffer.subarray(start, end) };
}

const WRONG_SUM: Opened = { ok: false, reason: 'its checksum does not fit its content' };

function openBody({ kind, version }: Meta, body: Buffer): Opened {
  const data = parse(body.toString('utf8')) as Json | undefined;
  if (data === undefined) return { ok: false, reason: 'its content is not JSON' };
  return { ok: true, seal: { kind, version }, data };
}

/** Reads a sealed file and checks every byte of it. Never throws for what the bytes say. */
export function unseal(bytes: Uint8Array): Opened {
  const taken = takeApart(bytes);
  if (!taken.ok) return taken;
  const { meta, body } = taken;
  const sum = beginSum(metaOf(meta, meta.bytes)).update(body).digest('hex');
  return sum === meta.sum ? openBody(meta, body) : WRONG_SUM;
}

/** Files up to this many bytes are read at once. */
const SMALL_BYTES = 1 << 17;

function* partsOf(body: Buffer): Generator<Buffer> {
  for (let at = 0; at < body.length; at += PART_CHARACTERS) {
    yield body.subarray(at, at + PART_CHARACTERS);
  }
}

/** The same as {@link unseal}, giving way to other work as it goes. */
export async function unsealInTurns(bytes: Uint8Array): Promise<Opened> {
  if (bytes.length <= SMALL_BYTES) return unseal(bytes);
  const taken = takeApart(bytes);
  if (!taken.ok) return taken;
  const { meta, body } = taken;
  const sum = await sumInTurns(metaOf(meta, meta.bytes), partsOf(body));
  if (sum !== meta.sum) return WRONG_SUM;
  try {
    const data = await parseJsonLines(body);
    return { ok: true, seal: { kind: meta.kind, version: meta.version }, data };
  } catch (fault) {
    // Another program may break its lines elsewhere.
    if (fault instanceof SyntaxError) return openBody(meta, body);
    throw fault;
  }
}

/** The version that the first line of a file claims, unproved; `undefined` where it claims none. */
export function claimedVersion(start: Uint8Array): number | undefined {
  const buffer = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  const newline = buffer.indexOf(10);
  return newline < 0 ? undefined : readMeta(buffer.toString('latin1', 0, newline))?.version;
}
