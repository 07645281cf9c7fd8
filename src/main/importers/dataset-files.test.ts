import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileLines } from '../../core/formats/file-lines.ts';
import { fileOnDisk, NotUtf8 } from './dataset-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'verbale-lines-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function fileWith(content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, 'a.jsonl');
  await writeFile(file, content);
  return file;
}

/** Longer than what is read at once, and of signs of three bytes, which a piece may cut. */
const LONG = '“'.repeat(100_001);

describe('lines of a file on the disk', () => {
  it.each([
    ['an empty file', ''],
    ['no line end', 'one'],
    ['empty lines and carriage returns', '\n\r\n\na\rb\r\nc\r'],
    ['a BOM, and one that is no beginning', '\ufeffone\n\ufefftwo\n'],
    ['marks that are no line ends', 'a\u2028b\u0085c\nd'],
    ['lines longer than a piece', `${LONG}\n${LONG}${LONG}${LONG}\n\n${LONG}`],
    ['a carriage return at the end of a piece', `${'x'.repeat((1 << 18) - 1)}\r\ny\n`],
  ])('are those of its whole text: %s', async (_name, content) => {
    const file = await fileWith(content);
    const lines = [...fileOnDisk('a.jsonl', file, content.length).lines()];
    expect(lines).toEqual([...fileLines(content)]);
  });

  it('are none where a later piece is no UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`one\n${'x'.repeat(1 << 19)}\n`),
      Buffer.from([0xe9, 10]),
    ]);
    const input = fileOnDisk('a.jsonl', await fileWith(bytes), bytes.length);
    expect(() => [...input.lines()]).toThrow(NotUtf8);
    expect(() => input.lines()[Symbol.iterator]().next()).toThrow(NotUtf8);
  });

  it('are none where it ends within a sign', async () => {
    const bytes = Buffer.from('one\n“').subarray(0, -1);
    const input = fileOnDisk('a.jsonl', await fileWith(bytes), bytes.length);
    expect(() => [...input.lines()]).toThrow(NotUtf8);
  });
});
