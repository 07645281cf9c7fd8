// @ts-check
/** Sets the switches that are burnt into an Electron binary back to those of a stock build. */
import { open, readFile } from 'node:fs/promises';

const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const KNOWN_VERSION = 1;
/** One character per fuse, in the order that Electron's documentation gives them. */
const STOCK = Buffer.from('10110001');

/**
 * @param {string} binary
 * @throws {Error} when the fuses are not exactly where and what this version is known to have
 */
export async function restoreStockFuses(binary) {
  const bytes = await readFile(binary);
  const found = bytes.indexOf(SENTINEL);
  if (found === -1 || bytes.indexOf(SENTINEL, found + 1) !== -1) {
    throw new Error('the runtime does not have exactly one set of fuses');
  }
  const versionAt = found + SENTINEL.length;
  if (bytes[versionAt] !== KNOWN_VERSION || bytes[versionAt + 1] !== STOCK.length) {
    throw new Error('the runtime has fuses of an unknown version');
  }
  const handle = await open(binary, 'r+');
  try {
    await handle.write(STOCK, 0, STOCK.length, versionAt + 2);
  } finally {
    await handle.close();
  }
}
