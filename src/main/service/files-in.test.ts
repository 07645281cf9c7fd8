import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FolderListing, listFolder } from '../importers/folder.ts';
import { filesIn } from './files-in.ts';

// A folder of this size takes longer to make than all other tests of the file system together.
vi.mock(import('../importers/folder.ts'), async (original) => ({
  ...(await original()),
  listFolder: vi.fn<typeof listFolder>(),
}));

let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-files-'));
});

afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

function holds(listing: Partial<FolderListing>): void {
  const value = { files: [], skipped: [], more: false, ...listing };
  vi.mocked(listFolder).mockResolvedValue({ ok: true, value });
}

it('a home folder with a great many files of other kinds is opened up', async () => {
  const reason = 'not text';
  holds({
    files: ['a.txt'],
    skipped: Array.from({ length: 300_000 }, (_, i) => ({ path: `${i}.jpg`, reason })),
  });
  const { files, skipped } = await filesIn([dir]);
  expect(files).toEqual(['a.txt']);
  expect(skipped).toHaveLength(300_000);
});

it('a folder that is not listed to its end is named, beside what it holds', async () => {
  holds({ files: ['a.txt'], more: true });
  expect(await filesIn([dir])).toMatchObject({
    files: ['a.txt'],
    problem: `“${dir}” holds more files than are taken at once.`,
  });
});

it('a file stands for itself, and each is taken once', async () => {
  const file = path.join(dir, 'a.txt');
  await writeFile(file, 'x');
  expect((await filesIn([file, file])).files).toEqual([file]);
});
