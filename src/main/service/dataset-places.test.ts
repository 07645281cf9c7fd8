import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from './dataset-places.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-places-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('makes the way to a folder, says what it made first, and takes just that back', async () => {
  const parent = path.join(dir, 'a', 'b');
  const made = await makeFolder(parent, path.join(parent, 'new'));
  expect(made.above).toBe(path.join(dir, 'a'));
  expect(await readdir(parent)).toEqual(['new']);
  await made.remove();
  expect(await readdir(dir)).toEqual([]);
});

it('leaves what was there, and what somebody has put there meanwhile', async () => {
  const there = await makeFolder(dir, path.join(dir, 'new'));
  expect(there.above).toBeUndefined();
  const made = await makeFolder(path.join(dir, 'x', 'y'), path.join(dir, 'x', 'y', 'new'));
  await writeFile(path.join(dir, 'x', 'theirs'), '');
  await made.remove();
  await there.remove();
  expect(await readdir(dir, { recursive: true })).toEqual(['x', path.join('x', 'theirs')]);
});

it('says why where a file is on the way', async () => {
  const file = path.join(dir, 'file');
  await writeFile(file, '');
  await expect(makeFolder(file, path.join(file, 'new'))).rejects.toThrow('ENOTDIR');
});

it.skipIf(!existsSync('/proc/self'))('ends where the system has no place for folders', async () => {
  await expect(makeFolder('/proc/nope/x', '/proc/nope/x/new')).rejects.toThrow(/ENOENT|EACCES/u);
});
