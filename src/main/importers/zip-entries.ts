import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { reasonIn } from '../../core/fault-words.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { describeBytes } from './limits.ts';
import { namesOfEntries } from './zip-names.ts';

/** The bounds of an archive: whatever it says of itself, memory stays bounded. */
export interface ZipLimits {
  readonly entries: number;
  /** Of all entries together, unpacked. */
  readonly bytes: number;
  /** Unpacked to packed, above the first megabyte. */
  readonly ratio: number;
  /** Is told of each encrypted entry, which is then left out; else it refuses the archive. */
  readonly onLocked?: ((path: string) => void) | undefined;
}

/** The limits that hold unless a caller names others. */
export const ZIP_LIMITS: ZipLimits = { entries: 10_000, bytes: 256 * 1024 * 1024, ratio: 200 };

/** A file of an archive. */
export interface ZipEntry {
  /** With `/`, never absolute, never leading out. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const ENCRYPTED = 0x1;
const FREE_RATIO_BYTES = 1024 * 1024;
/** Unix kinds of file, in the upper half of the external attributes (APPNOTE 6.3.10 §4.4.15). */
const KIND_MASK = 0o170000;
const REGULAR = 0o100000;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Why a name is refused, if it is; the path itself is safe in every system otherwise. */
function nameProblem(path: string): string | undefined {
  const names = path.split('/');
  if (path.includes('\\') || path.includes('\0') || path.startsWith('/')) return 'leads elsewhere';
  if (names.some((name) => name === '..' || name === '.' || name === '')) return 'leads elsewhere';
  if (names.some((name) => name.includes(':') || /[. ]$/.test(name) || RESERVED.test(name))) {
    return 'has a name that not every system can have';
  }
  return undefined;
}

/** An entry and its name, as {@link namesOfEntries} reads it. */
interface Named {
  readonly entry: Entry;
  readonly path: string;
}

function isEncrypted({ entry }: Named): boolean {
  return (entry.generalPurposeBitFlag & ENCRYPTED) !== 0;
}

function entryProblem(named: Named, seen: Set<string>, limits: ZipLimits): string | undefined {
  const { entry, path } = named;
  const name = nameProblem(path);
  if (name !== undefined) return name;
  const kind = (entry.externalFileAttributes >>> 16) & KIND_MASK;
  if (kind !== 0 && kind !== REGULAR) return 'is a link or a device';
  if (isEncrypted(named) && limits.onLocked === undefined) return 'is encrypted';
  const folded = path.normalize('NFC').toLowerCase();
  if (seen.has(folded)) return 'is there twice';
  seen.add(folded);
  const most = Math.max(FREE_RATIO_BYTES, entry.compressedSize * limits.ratio);
  return entry.uncompressedSize > most ? 'unpacks to much more than it should' : undefined;
}

/** Reads a stream whole; more than `most` bytes end it, whatever the archive promised. */
async function drain(stream: Readable, most: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  for await (const piece of stream as AsyncIterable<Uint8Array>) {
    total += piece.length;
    if (total > most) {
      stream.destroy();
      return undefined;
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** All entries but folders; what their names are in is told by all of them together. */
async function namedEntries(zip: ZipFile): Promise<readonly Named[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  const names = namesOfEntries(entries);
  return entries.flatMap((entry, index) => {
    const path = names[index] ?? '';
    return path.endsWith('/') ? [] : [{ entry, path }];
  });
}

async function readEntries(zip: ZipFile, limits: ZipLimits): Promise<Result<ZipEntry[], string>> {
  if (zip.entryCount > limits.entries) {
    return err(`It has ${zip.entryCount} entries; at most ${limits.entries} are read.`);
  }
  const found: ZipEntry[] = [];
  const seen = new Set<string>();
  let left = limits.bytes;
  for (const named of await namedEntries(zip)) {
    const { entry, path } = named;
    const problem = entryProblem(named, seen, limits);
    if (problem !== undefined) return err(`Its entry “${path}” ${problem}.`);
    if (isEncrypted(named)) {
      limits.onLocked?.(path);
      continue;
    }
    const stream = await zip.openReadStreamPromise(entry);
    const bytes = await drain(stream, Math.min(left, entry.uncompressedSize));
    if (bytes === undefined) {
      return err(
        `Unpacked it has more than ${describeBytes(limits.bytes)}, or lies about its size.`,
      );
    }
    left -= bytes.length;
    found.push({ path, bytes });
  }
  return ok(found.sort((a, b) => (a.path < b.path ? -1 : 1)));
}

/** True for a zip by its name and its first bytes. */
export async function isZip(file: string): Promise<boolean> {
  if (extname(file).toLowerCase() !== '.zip') return false;
  try {
    if (!(await stat(file)).isFile()) return false;
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return bytesRead === 4 && /^PK(?:\x03\x04|\x05\x06)/.test(buffer.toString('latin1'));
    } finally {
      await handle.close();
    }
  } catch {
    // Whoever reads the whole file will say why it cannot be read.
    return false;
  }
}

async function readOpened(
  opening: Promise<ZipFile>,
  limits: Partial<ZipLimits>,
): Promise<Result<readonly ZipEntry[], string>> {
  try {
    const zip = await opening;
    try {
      return await readEntries(zip, { ...ZIP_LIMITS, ...limits });
    } finally {
      zip.close();
    }
  } catch (cause) {
    const reason = reasonIn(cause);
    return err(`It is no zip that can be read (${reason}).`);
  }
}

const STRICT = {
  strictFileNames: true,
  validateEntrySizes: true,
  decodeStrings: false,
  autoClose: false,
};

/**
 * The files of a zip, in order of their paths. Refused whole, in words: names that lead out of it or
 * that some system cannot have, links, repeated entries, encrypted ones where nobody is told of them, and what unpacks to more than
 * the limits (reference: OWASP “Zip Slip”; APPNOTE 6.3.10).
 */
export function readZip(
  file: string,
  limits: Partial<ZipLimits> = {},
): Promise<Result<readonly ZipEntry[], string>> {
  return readOpened(openPromise(file, STRICT), limits);
}

/** The same for a zip that is in memory. */
export function readZipBytes(
  bytes: Uint8Array,
  limits: Partial<ZipLimits> = {},
): Promise<Result<readonly ZipEntry[], string>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readOpened(fromBufferPromise(buffer, STRICT), limits);
}
