import { createHash } from 'node:crypto';
// Its entry for Node declares a `require` of its own, which the bundle has already.
import { Zip, ZipDeflate } from 'fflate/browser';
import { MANIFEST_FILE, SIGNATURE_FILE } from '../../../core/log/bundle-manifest.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { readZipBytes } from '../../importers/zip-entries.ts';
import { newPace } from '../../store/pace.ts';

const CHUNK_BYTES = 1 << 18;

/** The earliest time a zip can state (APPNOTE 6.3.10 §4.4.6): the same entries give the same bytes. */
const MTIME = new Date(1980, 0, 1);

/** What a bundle may be, unpacked. */
const LIMITS = { entries: 300_000, bytes: 2 * 1024 ** 3, ratio: 200 };

/** What comes first, so that who reads from the beginning knows what the rest should be. */
const FIRST: readonly string[] = [MANIFEST_FILE, SIGNATURE_FILE];

/**
 * The zip's comment: `verbale-bundle <SHA-256 of all bytes before the comment>`. It finds a change
 * of bytes that no entry's content shows; who signed what is another matter.
 */
const COMMENT = 'verbale-bundle ';
const COMMENT_BYTES = COMMENT.length + 64;

function place(name: string): number {
  const at = FIRST.indexOf(name);
  return at < 0 ? FIRST.length : at;
}

function inOrder([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  if (place(a) !== place(b)) return place(a) - place(b);
  return a < b ? -1 : 1;
}

/** Packs entries: fixed order, times and compression, so that equal entries give equal bytes. */
export async function packBundle(entries: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let failure: Error | undefined;
  const archive = new Zip((error, data) => {
    if (error !== null) failure = error;
    else pieces.push(data);
  });
  const turn = newPace();
  for (const [name, bytes] of [...entries].sort(inOrder)) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = MTIME;
    archive.add(entry);
    for (let at = 0; at <= bytes.length; at += CHUNK_BYTES) {
      entry.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES > bytes.length);
      const pause = turn();
      if (pause !== undefined) await pause;
    }
  }
  archive.end();
  if (failure !== undefined) throw failure;
  const packed = Buffer.concat(pieces);
  // The last two bytes of a zip without a comment are the comment's length (APPNOTE §4.3.16).
  packed.writeUInt16LE(COMMENT_BYTES, packed.length - 2);
  const sum = createHash('sha256').update(packed).digest('hex');
  return Buffer.concat([packed, Buffer.from(`${COMMENT}${sum}`, 'latin1')]);
}

/** Whether every byte is as it was packed; in words where not. */
export function packingFault(bytes: Uint8Array): string | undefined {
  const body = bytes.subarray(0, Math.max(0, bytes.length - COMMENT_BYTES));
  const comment = Buffer.from(bytes.subarray(body.length)).toString('latin1');
  const sum = createHash('sha256').update(body).digest('hex');
  return comment === `${COMMENT}${sum}`
    ? undefined
    : 'Some of its bytes are not the ones that were written.';
}

/** Unpacks a bundle within bounds. Refused, in words, where the zip is none that we would write. */
export async function unpackBundle(
  bytes: Uint8Array,
): Promise<Result<ReadonlyMap<string, Uint8Array>, string>> {
  const read = await readZipBytes(bytes, LIMITS);
  if (!read.ok) return err(read.error);
  return ok(new Map(read.value.map((entry) => [entry.path, entry.bytes])));
}
