import { err, ok, type Result } from '../../core/result.ts';
import { gzipMembers } from './gzip-members.ts';

/** A record of an archive of pages. */
export interface WarcRecord {
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly block: Buffer;
}

const MARK = 'WARC/';
const LONGEST_HEAD = 65_536;

/** Fields of a block of lines: names in lower case, folded lines joined, the first of a name wins. */
export function readFields(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replaceAll(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** Where the lines of a head end, and where what follows begins; undefined where they do not end. */
export function headEnd(
  bytes: Buffer,
  at: number,
): { readonly end: number; readonly next: number } | undefined {
  const long = bytes.indexOf('\r\n\r\n', at);
  const short = bytes.indexOf('\n\n', at);
  const isLong = long !== -1 && (short === -1 || long < short);
  const end = isLong ? long : short;
  if (end === -1 || end - at > LONGEST_HEAD) return undefined;
  return { end, next: end + (isLong ? 4 : 2) };
}

interface Piece {
  readonly bytes: Buffer;
  /** Where it begins in the file; a packed one as a whole. */
  readonly place: (at: number) => string;
}

const byte = (at: number): string => `byte ${at.toLocaleString('en')}`;

/** Reads the record at `at`. The error is in words; the record after it may still be whole. */
function recordAt(
  { bytes, place }: Piece,
  at: number,
): Result<{ readonly record: WarcRecord; readonly next: number }, string> {
  const head = headEnd(bytes, at);
  if (!bytes.toString('latin1', at, at + MARK.length).startsWith(MARK) || head === undefined) {
    return err(`There is no whole record at ${place(at)}.`);
  }
  const headers = readFields(bytes.toString('utf8', bytes.indexOf('\n', at) + 1, head.end));
  const length = Number(headers.get('content-length') ?? 'none');
  if (!Number.isSafeInteger(length) || length < 0) {
    return err(`The record at ${place(at)} does not say how long it is.`);
  }
  const next = head.next + length;
  if (next > bytes.length) return err(`The file ends within the record at ${place(at)}.`);
  return ok({ record: { headers, block: bytes.subarray(head.next, next) }, next });
}

function* recordsOf(piece: Piece): Generator<Result<WarcRecord, string>> {
  const { bytes } = piece;
  let at = nextMark(bytes, 0);
  while (at !== -1 && at < bytes.length) {
    const found = recordAt(piece, at);
    if (found.ok) yield ok(found.value.record);
    else yield found;
    at = nextMark(bytes, found.ok ? found.value.next : at + 1);
  }
}

/** The beginning of the next record, at the beginning of a line; −1 where there is none. */
function nextMark(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === 0x0d || bytes[at] === 0x0a) at += 1;
  if (at >= bytes.length) return -1;
  if (at > from || at === 0) return at;
  const found = bytes.indexOf(`\n${MARK}`, from);
  return found === -1 ? -1 : found + 1;
}

/**
 * The records of an archive of pages (ISO 28500, WARC 1.1), packed or not. An error is in words and
 * names the byte; records after a spoilt one are still found where they begin.
 *
 * @param most bytes that it may unpack to
 */
export function* warcRecords(
  bytes: Uint8Array,
  most: number,
): Generator<Result<WarcRecord, string>> {
  if (bytes[0] !== 0x1f) {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    yield* recordsOf({ bytes: all, place: byte });
    return;
  }
  for (const member of gzipMembers(bytes, most)) {
    if (!member.ok) {
      yield member;
      continue;
    }
    const { bytes: unpacked, at: start } = member.value;
    const piece = Buffer.from(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength);
    const place = (at: number): string =>
      at === 0 ? byte(start) : `${byte(at)} of what is packed at ${byte(start)}`;
    yield* recordsOf({ bytes: piece, place });
  }
}
