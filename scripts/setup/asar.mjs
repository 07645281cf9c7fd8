// @ts-check
/** Writes Electron's archive format: a JSON index in front of the files' bytes. */

/**
 * @param {Readonly<Record<string, string>>} files flat: name → content
 * @returns {Buffer}
 */
export function packAsar(files) {
  let offset = 0;
  /** @type {Record<string, { size: number, offset: string }>} */
  const index = {};
  const bodies = Object.entries(files).map(([name, content]) => {
    const body = Buffer.from(content);
    index[name] = { size: body.length, offset: String(offset) };
    offset += body.length;
    return body;
  });
  return Buffer.concat([packHeader(Buffer.from(JSON.stringify({ files: index }))), ...bodies]);
}

/**
 * Two nested Chromium pickles: the outer one holds the header's size, the inner one the index as a string.
 * @param {Buffer} index
 * @returns {Buffer}
 */
function packHeader(index) {
  const padded = Math.ceil(index.length / 4) * 4;
  const header = Buffer.alloc(16 + padded);
  header.writeUInt32LE(4, 0);
  header.writeUInt32LE(8 + padded, 4);
  header.writeUInt32LE(4 + padded, 8);
  header.writeUInt32LE(index.length, 12);
  index.copy(header, 16);
  return header;
}
