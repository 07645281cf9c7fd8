import { inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '../../core/result.ts';

/** What a member of a gzip file unpacks to. */
export interface Member {
  readonly bytes: Uint8Array;
  /** Where it begins in the file, in bytes. */
  readonly at: number;
}

/** Most bytes that one member unpacks to. */
const MOST_MEMBER = 256 * 1024 * 1024;
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const EXTRA = 0x04;
const NAMED = 0x08;
const COMMENTED = 0x10;
const CHECKED = 0x02;

/** Where the packed bytes of the member at `at` begin (RFC 1952 §2.3); −1 where there is none. */
function bodyAt(file: Buffer, at: number): number {
  if (file[at] !== 0x1f || file[at + 1] !== 0x8b || file[at + 2] !== 8) return -1;
  const flags = file[at + 3] ?? 0;
  let body = at + HEADER_BYTES;
  if ((flags & EXTRA) !== 0) {
    if (body + 2 > file.length) return -1;
    body += 2 + file.readUInt16LE(body);
  }
  for (const flag of [NAMED, COMMENTED]) {
    if ((flags & flag) === 0) continue;
    const end = file.indexOf(0, body);
    if (end === -1) return -1;
    body = end + 1;
  }
  body += (flags & CHECKED) === 0 ? 0 : 2;
  return body < file.length ? body : -1;
}

/**
 * Unpacks a gzip file member by member, as archives of pages are packed: each record by itself. The
 * last value is an error, in words, where the file is cut off or spoilt, or unpacks to more than
 * `most` bytes; what came before is whole.
 */
export function* gzipMembers(bytes: Uint8Array, most: number): Generator<Result<Member, string>> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = most;
  let at = 0;
  while (at < file.length) {
    const member = memberAt(file, at, left);
    if (!member.ok) {
      yield member;
      return;
    }
    left -= member.value.bytes.length;
    yield ok({ bytes: member.value.bytes, at });
    at = member.value.end;
  }
}

function memberAt(
  file: Buffer,
  at: number,
  most: number,
): Result<{ readonly bytes: Uint8Array; readonly end: number }, string> {
  const body = bodyAt(file, at);
  if (body === -1) return err(spoilt(at));
  const member = inflate(file.subarray(body), most);
  if (!member.ok) return err(member.error === 'much' ? muchAt(at) : spoilt(at));
  const end = body + member.value.read + TRAILER_BYTES;
  return end > file.length ? err(spoilt(at)) : ok({ bytes: member.value.bytes, end });
}

function inflate(
  packed: Buffer,
  most: number,
): Result<{ readonly bytes: Uint8Array; readonly read: number }, 'much' | 'spoilt'> {
  try {
    const { buffer, engine } = inflateRawSync(packed, {
      info: true,
      maxOutputLength: Math.max(1, Math.min(most, MOST_MEMBER)),
    }) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } };
    return ok({ bytes: buffer, read: engine.bytesWritten });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    return err(code === 'ERR_BUFFER_TOO_LARGE' ? 'much' : 'spoilt');
  }
}

function spoilt(at: number): string {
  return `The file is cut off or spoilt at byte ${at.toLocaleString('en')}.`;
}

function muchAt(at: number): string {
  return `The file unpacks to more than is read at once, from byte ${at.toLocaleString('en')} on. Split it to import the rest.`;
}
