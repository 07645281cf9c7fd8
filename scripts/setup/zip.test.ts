import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Packed, packZip } from '../testing/pack-zip.ts';
import { put, scratchFolder } from '../testing/scratch.ts';
import { extractZip } from './zip.mjs';

function unpack(files: readonly Packed[], isWanted?: (name: string) => boolean) {
  const folder = scratchFolder();
  const target = join(folder, 'target');
  const archive = put(folder, 'archive.zip', packZip(files));
  return { folder, target, done: extractZip(archive, target, isWanted) };
}

describe('extractZip', () => {
  test('writes stored, packed and empty files, and keeps who may be executed', async () => {
    const long = 'claim, threat, sanctions '.repeat(50_000);
    const { target, done } = unpack([
      { name: 'app/', mode: 0o040755, stored: true },
      { name: 'app/run', content: long, mode: 0o100755 },
      { name: 'app/deep/er/notes.txt', content: 'è così', stored: true },
      { name: 'app/empty', stored: true },
    ]);
    expect(await done).toBe(3);
    expect(readFileSync(join(target, 'app/run'), 'utf8')).toBe(long);
    expect(readFileSync(join(target, 'app/deep/er/notes.txt'), 'utf8')).toBe('è così');
    expect(statSync(join(target, 'app/empty')).size).toBe(0);
    expect(statSync(join(target, 'app/run')).mode & 0o111).not.toBe(0);
    expect(statSync(join(target, 'app/deep/er/notes.txt')).mode & 0o111).toBe(0);
  });

  test('leaves out what is not wanted', async () => {
    const files = [
      { name: 'keep', content: 'a' },
      { name: 'drop', content: 'b' },
    ];
    const { target, done } = unpack(files, (name) => name === 'keep');
    await done;
    expect(readdirSync(target)).toEqual(['keep']);
  });

  test.each([
    ['../outside'],
    ['a/../../outside'],
    ['/absolute'],
    ['a//b'],
    ['./a'],
    ['a\\..\\b'],
    ['C:a'],
    ['a\0b'],
  ])('refuses the path %j and writes nothing', async (name) => {
    const { folder, target, done } = unpack([
      { name: 'good', content: 'good' },
      { name, content: 'x' },
    ]);
    await expect(done).rejects.toThrow('unsafe path');
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(folder)).toEqual(['archive.zip']);
  });

  test.each<[string, Packed, string]>([
    ['a wrong checksum', { name: 'a', content: 'text', crc: 1 }, 'wrong checksum'],
    ['more bytes than it says', { name: 'a', content: 'text', size: 3 }, 'longer'],
    ['fewer bytes than it says', { name: 'a', content: 'text', size: 5 }, 'shorter'],
    ['a symbolic link', { name: 'a', content: '/etc', mode: 0o120777 }, 'not a plain file'],
    ['encryption', { name: 'a', content: 'text', flags: 1 }, 'encrypted'],
  ])('refuses %s', async (_what, file, message) => {
    await expect(unpack([file]).done).rejects.toThrow(message);
  });

  test('never overwrites: the same name twice is refused', async () => {
    const { target, done } = unpack([
      { name: 'a', content: 'first' },
      { name: 'a', content: 'second' },
    ]);
    await expect(done).rejects.toThrow('EEXIST');
    expect(readFileSync(join(target, 'a'), 'utf8')).toBe('first');
  });

  test('refuses an archive that is cut short, anywhere', async () => {
    const folder = scratchFolder();
    const whole = packZip([{ name: 'a', content: 'some text', stored: true }]);
    for (const length of [0, 10, 50, whole.length - 1]) {
      const archive = put(folder, `${length}.zip`, whole.subarray(0, length));
      await expect(extractZip(archive, join(folder, 'out'))).rejects.toThrow('zip:');
    }
  });
});
