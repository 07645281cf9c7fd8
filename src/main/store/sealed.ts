import { createHash } from 'node:crypto';
import type { DocumentKind } from '../../core/log/migrations.ts';
import type { Json } from '../../core/model/json.ts';

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

/** What a sealed file says of itself. */
export interface Seal {
  readonly kind: DocumentKind;
  readonly version: number;
}

/** What came of opening a sealed file. */
export type Opened =
  | { readonly ok: true; readonly seal: Seal; readonly data: Json }
  | { readonly ok: false; readonly reason: string };

function readable(value: Json, depth: number): string {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) {
    return JSON.stringify(value);
  }
  const entries = Object.entries(value as Record<string, Json | undefined>).filter(
    (entry): entry is [string, Json] => entry[1] !== undefined,
  );
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, one]) => `${JSON.stringify(key)}:${readable(one, depth - 1)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

function metaOf(seal: Seal, bytes: number): Record<string, string | number> {
  return { format: FORMAT, kind: seal.kind, version: seal.version, bytes };
}

function sumOf(meta: Record<string, string | number>, body: Uint8Array | string): string {
  return createHash('sha256')
    .update(`${JSON.stringify(meta)}\n`)
    .update(body)
    .digest('hex');
}

/** The bytes of a sealed file. @param data must survive a JSON round trip */
export function seal(kind: DocumentKind, version: number, data: Json): Uint8Array {
  const body = readable(data, READABLE_DEPTH);
  const meta = metaOf({ kind, version }, Buffer.byteLength(body));
  const sealed = { ...meta, sum: sumOf(meta, body) };
  return Buffer.from(`${HEAD}${JSON.stringify(sealed)},\n${BODY}${body}${TAIL}`);
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

/** Reads a sealed file and checks every byte of it. Never throws for what the bytes say. */
export function unseal(bytes: Uint8Array): Opened {
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
  const body = buffer.subarray(start, end);
  if (sumOf(metaOf(meta, meta.bytes), body) !== meta.sum) {
    return { ok: false, reason: 'its checksum does not fit its content' };
  }
  const data = parse(body.toString('utf8')) as Json | undefined;
  if (data === undefined) return { ok: false, reason: 'its content is not JSON' };
  return { ok: true, seal: { kind: meta.kind, version: meta.version }, data };
}

/** The version that the first line of a file claims, unproved; `undefined` where it claims none. */
export function claimedVersion(start: Uint8Array): number | undefined {
  const buffer = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  const newline = buffer.indexOf(10);
  return newline < 0 ? undefined : readMeta(buffer.toString('latin1', 0, newline))?.version;
}
