import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { err, ok, type Result } from '../../core/result.ts';
import { headEnd, readFields } from './warc-records.ts';

/** An answer of a server as it was kept. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Still as it was sent; see {@link bodyOf}. */
  readonly raw: Buffer;
}

/** Takes an answer apart; undefined for what is none. */
export function readAnswer(block: Buffer): HttpAnswer | undefined {
  const head = headEnd(block, 0);
  const end = head?.end ?? block.length;
  const [, status] = /^HTTP\/\d(?:\.\d)? +(\d{3})\b/u.exec(block.toString('latin1', 0, 40)) ?? [];
  if (status === undefined) return undefined;
  const headers = readFields(block.toString('latin1', block.indexOf('\n') + 1, end));
  return { status: Number(status), headers, raw: block.subarray(head?.next ?? block.length) };
}

/** The length that a chunk begins with, and where its bytes begin (RFC 9112 §7.1). */
function chunkAt(
  raw: Buffer,
  at: number,
): { readonly size: number; readonly from: number } | undefined {
  const end = raw.indexOf('\n', at);
  if (end === -1 || end - at > 1000) return undefined;
  const [, size] =
    /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/iu.exec(raw.toString('latin1', at, end)) ?? [];
  return size === undefined ? undefined : { size: Number.parseInt(size, 16), from: end + 1 };
}

/** What was sent in chunks; as it is where an archive has put them together already. */
function joinChunks(raw: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  for (let chunk = chunkAt(raw, 0); chunk !== undefined; chunk = chunkAt(raw, at)) {
    if (chunk.size === 0) return Buffer.concat(pieces);
    pieces.push(raw.subarray(chunk.from, chunk.from + chunk.size));
    at = chunk.from + chunk.size;
    if (raw[at] === 0x0d) at += 1;
    if (raw[at] === 0x0a) at += 1;
  }
  return pieces.length === 0 ? raw : Buffer.concat(pieces);
}

type Unpack = (packed: Buffer, options: { maxOutputLength: number }) => Buffer;

function inflateEither(packed: Buffer, options: { maxOutputLength: number }): Buffer {
  // Servers send `deflate` with the wrapping that the standard asks for, and without.
  return (packed[0] ?? 0) % 16 === 8 && ((packed[0] ?? 0) * 256 + (packed[1] ?? 0)) % 31 === 0
    ? inflateSync(packed, options)
    : inflateRawSync(packed, options);
}

const UNPACK = new Map<string, Unpack>([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateEither],
  ['br', brotliDecompressSync],
]);

/** Text that begins like a page was unpacked by who made the archive, whatever the head says. */
function isUnpacked(body: Buffer): boolean {
  return /^\s*(?:\ufeff|\u00ef\u00bb\u00bf)?\s*<[!?a-z]/iu.test(body.toString('latin1', 0, 200));
}

/** The bytes of what an answer brings. The error says in words why they cannot be had. */
export function bodyOf({ headers, raw }: HttpAnswer, most: number): Result<Buffer, string> {
  const isChunked = /\bchunked\b/iu.test(headers.get('transfer-encoding') ?? '');
  let body = isChunked ? joinChunks(raw) : raw;
  const encodings = (headers.get('content-encoding') ?? '').toLowerCase().split(/\s*,\s*/u);
  for (const encoding of encodings.toReversed()) {
    if (encoding === '' || encoding === 'identity' || isUnpacked(body)) continue;
    const unpack = UNPACK.get(encoding);
    if (unpack === undefined)
      return err(`It is packed as ${encoding.slice(0, 40)}, which is not read.`);
    try {
      body = unpack(body, { maxOutputLength: most });
    } catch {
      return err('Its packed bytes are spoilt, or unpack to more than a page may have.');
    }
  }
  return ok(body);
}
