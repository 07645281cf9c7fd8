import { spawnSync } from 'node:child_process';
import { appendFile, cp, mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { test as base, expect } from './app.ts';
import { UNIQUE_WORDS, wordsFile } from './article-file.ts';
import type { RunningApp } from './running-app.ts';

/** A disk of two megabytes, to be filled and emptied. */
interface SmallDisk {
  readonly folder: string;
  readonly fill: () => Promise<void>;
  readonly makeRoom: () => Promise<void>;
}

/** @returns exit status */
function shell(script: string, folder: string): number | null {
  return spawnSync('sh', ['-c', script, 'sh', folder]).status;
}

async function fillUp(file: string): Promise<void> {
  for (let size = 65_536; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) await appendFile(file, Buffer.alloc(size));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOSPC') throw cause;
    }
  }
}

const test = base.extend<{ smallDisk: SmallDisk }>({
  smallDisk: async ({ scratch }, provide, info) => {
    const folder = path.join(scratch, 'small');
    await mkdir(folder);
    const mounted = shell('mount -t tmpfs -o size=2m tmpfs "$1"', folder);
    info.skip(mounted !== 0, 'a small disk of its own needs root and mount');
    const filler = path.join(folder, 'filler');
    await provide({ folder, fill: () => fillUp(filler), makeRoom: () => rm(filler) });
    shell('umount --lazy "$1"', folder);
  },
});

async function openOn(
  disk: SmallDisk,
  launch: (options: { project: string; analyst: string }) => Promise<RunningApp>,
  made: string,
): Promise<{ app: RunningApp; project: string }> {
  const project = path.join(disk.folder, 'Full.verbale');
  await cp(made, project, { recursive: true });
  return { app: await launch({ project, analyst: 'Lena Moor' }), project };
}

async function tag(app: RunningApp, word: string, key: string): Promise<void> {
  await app.text.click(word, 2);
  await app.page.keyboard.press(key);
  await expect(app.annotations.items.filter({ hasText: word })).toHaveCount(1);
}

/** Tags words until the disk refuses; answers what was tagged. */
async function tagUntilRefused(app: RunningApp): Promise<string[]> {
  const tagged: string[] = [];
  for (const word of UNIQUE_WORDS.slice(10, 40)) {
    await tag(app, word, '1');
    tagged.push(word);
    await expect(app.status.saveState).not.toHaveText('Saving…');
    if (((await app.status.saveState.textContent()) ?? '').startsWith('Not saved')) return tagged;
  }
  throw new Error('the disk never refused');
}

test('a full disk: the work is kept, said to be unsaved, and saved once there is room', async ({
  smallDisk,
  launch,
  projects,
  scratch,
}) => {
  const made = await projects.make('Full', [await wordsFile(scratch)]);
  const { app, project } = await openOn(smallDisk, launch, made);
  await tag(app, UNIQUE_WORDS[0] ?? '', '2');
  await app.status.expectSaved();
  await smallDisk.fill();
  const tagged = await tagUntilRefused(app);
  await app.status.expectNotSaved();
  const shown = await app.annotations.items.allTextContents();
  await expect(app.page.getByText(/kept in memory/u)).toBeVisible();

  // More work while the disk refuses joins the line.
  const late = UNIQUE_WORDS.at(-1) ?? '';
  await tag(app, late, '3');
  await app.status.expectNotSaved();
  await app.status.tryAgain.click();
  await app.status.expectNotSaved();
  for (const text of shown)
    await expect(app.annotations.items.filter({ hasText: text })).not.toHaveCount(0);

  await smallDisk.makeRoom();
  await app.status.tryAgain.click();
  await app.status.expectSaved();
  await app.quit();
  await projects.verify(project);
  const [article] = await projects.read(project);
  const quotes = article?.annotations.map(({ quote }) => quote[0]) ?? [];
  expect(quotes).toEqual(expect.arrayContaining([...tagged, late]));
});

test('unsaved work can be copied and saved elsewhere, and quitting asks', async ({
  smallDisk,
  launch,
  projects,
  scratch,
}) => {
  const made = await projects.make('Full', [await wordsFile(scratch)]);
  const { app, project } = await openOn(smallDisk, launch, made);
  await smallDisk.fill();
  const tagged = await tagUntilRefused(app);
  const last = tagged.at(-1) ?? '';

  const elsewhere = path.join(scratch, 'unsaved.json');
  await app.dialogs.saveAs(elsewhere);
  await app.page.getByRole('button', { name: 'Save elsewhere…' }).click();
  await expect
    .poll(async () => (await stat(elsewhere).catch(() => undefined))?.size ?? 0)
    .toBeGreaterThan(10);
  await app.page.getByRole('button', { name: 'Copy unsaved work' }).click();
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain(last);

  // Stay: the window and the work in it remain.
  await app.dialogs.press(0);
  await app.electron.evaluate(({ app: electron }) => electron.quit());
  await expect(app.annotations.item('Claim', last)).toBeVisible();
  await app.status.expectNotSaved();
  await smallDisk.makeRoom();
  await app.status.tryAgain.click();
  await app.status.expectSaved();
  await app.quit();
  await projects.verify(project);
});
