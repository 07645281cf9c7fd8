import { describe, expect, test } from 'vitest';
import { packAsar } from './asar.mjs';

/** Reads as Electron does: the size of the header, then the header's string, then offsets behind it. */
function unpackAsar(archive: Buffer): Record<string, string> {
  expect(archive.readUInt32LE(0)).toBe(4);
  const headerSize = archive.readUInt32LE(4);
  expect(archive.readUInt32LE(8)).toBe(headerSize - 4);
  const index = archive.toString('utf8', 16, 16 + archive.readUInt32LE(12));
  const { files } = JSON.parse(index) as {
    files: Record<string, { size: number; offset: string }>;
  };
  const bodies = archive.subarray(8 + headerSize);
  return Object.fromEntries(
    Object.entries(files).map(([name, { size, offset }]) => [
      name,
      bodies.toString('utf8', Number(offset), Number(offset) + size),
    ]),
  );
}

describe('packAsar', () => {
  test.each([
    [{ a: 'x' }],
    [{ 'package.json': '{}', 'main.mjs': 'console.log("ü")\n' }],
    [{ one: '', two: 'second', three: 'a longer third one' }],
  ])('%j comes back whole', (files) => {
    expect(unpackAsar(packAsar(files))).toEqual(files);
  });

  test('pads the index to whole words, whatever its length', () => {
    for (const name of ['a', 'ab', 'abc', 'abcd']) {
      expect(packAsar({ [name]: '' }).length % 4).toBe(0);
    }
  });
});
