import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, startDesk, valueOf } from './testing/desk.ts';

let dir = '';
let desk: Desk;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-archive-'));
  desk = await startDesk();
  desk.answers.newProject = path.join(dir, 'zip.verbale');
  valueOf(await desk.call('project.create', { name: 'zip' }));
});

afterEach(async () => {
  await desk.close();
  await rm(dir, { recursive: true, force: true });
});

/** What the preview says of an archive of these files; the first of them is marked as encrypted. */
async function shown(files: Readonly<Record<string, string>>, isLocked: boolean) {
  const bytes = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)] as const);
  const zip = zipSync(Object.fromEntries(bytes));
  const view = new DataView(zip.buffer, zip.byteOffset);
  const central = view.getUint32(zip.length - 6, true);
  if (isLocked) view.setUint16(central + 8, view.getUint16(central + 8, true) | 1, true);
  const file = path.join(dir, 'desk.zip');
  await writeFile(file, zip);
  valueOf(await desk.call('import.read', { paths: [file] }));
  await expect
    .poll(() => desk.events.some((one) => one.type === 'import' && one.finished))
    .toBe(true);
  return desk.events.flatMap((one) => (one.type === 'import' ? one.items : [])).at(-1);
}

it('an encrypted file of an archive is named, and the others come in without their pictures', async () => {
  const files = {
    'a/locked.txt': 'Nobody reads this.',
    'a/news.txt': 'The ministers met by the lake.',
    'a/lake.JPG': 'a picture',
    'a/boat.png': 'a picture',
  };
  expect(await shown(files, true)).toMatchObject({
    state: 'ready',
    title: 'The ministers met by the lake',
    warnings: [
      '“desk.zip › a/locked.txt” was not imported. It is encrypted. Unpack the archive with its password, and import the file by itself.',
    ],
    notes: ['2 pictures were left out.'],
  });
  expect(desk.bugs).toEqual([]);
});

it('an archive of pictures alone is refused in words', async () => {
  expect(await shown({ 'a.png': 'a picture' }, false)).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining('nothing in it that can be imported') as string,
  });
});
