// @ts-check
/**
 * Reads a zip archive from disk: enough of the format for a pinned archive, strict about all of it.
 * No zip64, no encryption, no links; every entry's path, size and checksum is checked.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;
const FILE_KIND = 0o170000;
const REGULAR_FILE = 0o100000;
const ANY_EXECUTE = 0o111;

/** @typedef {import('node:fs/promises').FileHandle} FileHandle */

/**
 * @typedef {object} ZipEntry
 * @property {string} name as written in the archive; ends in a slash for a folder
 * @property {number} flags
 * @property {number} method
 * @property {number} crc
 * @property {number} packedSize
 * @property {number} size
 * @property {number} mode Unix mode, 0 where the archive has none
 * @property {number} headerAt
 */

/**
 * Unpacks an archive's entries into a folder.
 * @param {string} archive
 * @param {string} folder is made when missing; files that are there already are never overwritten
 * @param {(name: string) => boolean} [isWanted]
 * @returns {Promise<number>} how many files were written
 * @throws {Error} on anything that is not a plain, whole, well-behaved archive
 */
export async function extractZip(archive, folder, isWanted = () => true) {
  const handle = await open(archive);
  try {
    const entries = (await readCentralDirectory(handle)).filter((entry) => isWanted(entry.name));
    // All names are checked before the first byte is written.
    for (const entry of entries) refuseUnsafe(entry);
    const files = entries.filter((entry) => !entry.name.endsWith('/'));
    for (const entry of files) await extractEntry(handle, archive, entry, join(folder, entry.name));
    return files.length;
  } finally {
    await handle.close();
  }
}

/**
 * @param {FileHandle} handle
 * @returns {Promise<ZipEntry[]>}
 */
async function readCentralDirectory(handle) {
  const { size: archiveSize } = await handle.stat();
  const tailAt = Math.max(0, archiveSize - END_LENGTH - LONGEST_COMMENT);
  const tail = await readAt(handle, tailAt, archiveSize - tailAt);
  const endAt = findEnd(tail);
  const count = tail.readUInt16LE(endAt + 10);
  const size = tail.readUInt32LE(endAt + 12);
  const offset = tail.readUInt32LE(endAt + 16);
  if (count === 0xffff || offset === 0xffffffff)
    throw new Error('zip: zip64 archives are not read');
  return parseEntries(await readAt(handle, offset, size), count);
}

/**
 * @param {Buffer} tail the archive's last bytes
 * @returns {number} where the end record begins
 */
function findEnd(tail) {
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    const reachesTheEnd = () => at + END_LENGTH + tail.readUInt16LE(at + 20) === tail.length;
    if (tail.readUInt32LE(at) === END_SIGNATURE && reachesTheEnd()) return at;
  }
  throw new Error('zip: no end record; the archive is cut short or is not a zip');
}

/**
 * @param {Buffer} directory
 * @param {number} count
 * @returns {ZipEntry[]}
 */
function parseEntries(directory, count) {
  const entries = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (
      at + CENTRAL_LENGTH > directory.length ||
      directory.readUInt32LE(at) !== CENTRAL_SIGNATURE
    ) {
      throw new Error('zip: the central directory is damaged');
    }
    const nameEnd = at + CENTRAL_LENGTH + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + CENTRAL_LENGTH, nameEnd),
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt16LE(at + 40),
      headerAt: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** @param {ZipEntry} entry */
function refuseUnsafe({ name, flags, method, mode }) {
  const quoted = JSON.stringify(name);
  const parts = name.replace(/\/$/, '').split('/');
  const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isPlain || /[\\:\0]/.test(name)) throw new Error(`zip: unsafe path ${quoted}`);
  const kind = mode & FILE_KIND;
  const isFolder = name.endsWith('/');
  if (!isFolder && kind !== 0 && kind !== REGULAR_FILE)
    throw new Error(`zip: ${quoted} is not a plain file`);
  if ((flags & ENCRYPTED) !== 0) throw new Error(`zip: ${quoted} is encrypted`);
  if (method !== STORED && method !== DEFLATED)
    throw new Error(`zip: ${quoted} is packed by an unknown method`);
}

/**
 * @param {FileHandle} handle
 * @param {string} archive
 * @param {ZipEntry} entry
 * @param {string} target
 */
async function extractEntry(handle, archive, entry, target) {
  await mkdir(dirname(target), { recursive: true });
  const header = await readAt(handle, entry.headerAt, LOCAL_LENGTH);
  if (header.readUInt32LE(0) !== LOCAL_SIGNATURE)
    throw new Error(`zip: ${entry.name} has no header`);
  const start = entry.headerAt + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
  const mode = (entry.mode & ANY_EXECUTE) === 0 ? 0o644 : 0o755;
  const packed =
    entry.packedSize === 0
      ? Readable.from([])
      : createReadStream(archive, {
          start,
          end: start + entry.packedSize - 1,
          highWaterMark: 1 << 18,
        });
  const file = createWriteStream(target, { flags: 'wx', mode });
  if (entry.method === STORED) await pipeline(packed, checked(entry), file);
  else await pipeline(packed, createInflateRaw({ chunkSize: 1 << 18 }), checked(entry), file);
}

/**
 * Lets bytes through and fails when they are more, fewer or other than the archive says.
 * @param {ZipEntry} entry
 * @returns {Transform}
 */
function checked(entry) {
  let size = 0;
  let crc = 0;
  return new Transform({
    transform(/** @type {Buffer} */ chunk, _encoding, done) {
      size += chunk.length;
      crc = crc32(chunk, crc);
      // Checked while unpacking: a bomb is stopped before it fills the disk.
      done(
        size > entry.size ? new Error(`zip: ${entry.name} is longer than it says`) : null,
        chunk,
      );
    },
    flush(done) {
      if (size !== entry.size) done(new Error(`zip: ${entry.name} is shorter than it says`));
      else done(crc === entry.crc ? null : new Error(`zip: ${entry.name} has a wrong checksum`));
    },
  });
}

/**
 * @param {FileHandle} handle
 * @param {number} position
 * @param {number} length
 * @returns {Promise<Buffer>}
 */
async function readAt(handle, position, length) {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('zip: the archive is cut short');
  return buffer;
}
