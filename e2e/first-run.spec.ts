import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';
import { articleFile } from './article-file.ts';
import { folderState } from './folder-state.ts';
import { makeNewer } from './newer-project.ts';
import { SAMPLE_PROJECT, sampleText } from './projects.ts';

test('a first start shows three doors, and the sample is one key away', async ({ launch }) => {
  const app = await launch();
  await expect(app.first.sample).toBeFocused();
  await expect(app.first.importFiles).toBeVisible();
  await expect(app.first.openProject).toBeVisible();
  await expect(app.page.getByText('Nothing leaves this computer')).toBeVisible();
  await app.page.keyboard.press('1');
  await expect(app.articles.rows).toHaveCount(11);
  await expect(app.annotations.items.first()).toBeVisible();
  expect(await app.annotations.items.count()).toBeGreaterThan(5);
  await app.status.expectSaved();
});

test('--open-sample opens the sample with its annotations', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  await app.articles.expectOpen('Washington and Moscow leave Geneva');
  await expect(app.annotations.item('Threat', 'one more Russian soldier')).toBeVisible();
  await expect(app.text.region).toContainText('Ninety minutes of talks');
});

test('the sample is a copy: what is shipped stays as it is', async ({ launch }) => {
  const shipped = await folderState(SAMPLE_PROJECT);
  const app = await launch({ args: ['--open-sample'] });
  await app.text.click('Ninety', 2);
  await app.page.keyboard.press('1');
  await expect(app.annotations.item('Claim', 'Ninety')).toBeVisible();
  await app.status.expectSaved();
  const again = await app.restart();
  await expect(again.annotations.item('Claim', 'Ninety')).toBeVisible();
  await again.quit();
  expect(await folderState(SAMPLE_PROJECT)).toEqual(shipped);
});

test('an empty project is made from the first page, and the first page lists it', async ({
  launch,
  scratch,
}) => {
  const app = await launch();
  await app.dialogs.saveAs(path.join(scratch, 'Winter.verbale'));
  await app.page.getByRole('button', { name: 'New, empty project' }).click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Winter');
  await dialog.getByRole('button', { name: 'Choose where…' }).click();
  await expect(app.page.getByText('The texts you read go here.')).toBeVisible();
  const again = await app.restart();
  const row = again.first.recent.getByRole('row').filter({ hasText: 'Winter' });
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: 'Winter' }).click();
  await expect(again.page.getByText('The texts you read go here.')).toBeVisible();
});

test('a project is opened by the third door', async ({ launch, projects }) => {
  const folder = await projects.make('Third door', [sampleText('brussels-menu.txt')]);
  const app = await launch();
  await app.dialogs.choose();
  await app.first.openProject.click();
  await expect(app.first.openProject).toBeEnabled();
  await app.dialogs.choose(folder);
  await app.first.openProject.click();
  await expect(app.articles.rows).toHaveCount(1);
});

test('a project that is open elsewhere says who holds it, and opens once it is let go', async ({
  launch,
  projects,
  scratch,
  verbale,
}) => {
  const folder = await projects.make('Shared', [sampleText('brussels-menu.txt')]);
  const holder = await launch({ project: folder, analyst: 'Lena Moor' });
  const other = await launch({
    project: folder,
    analyst: 'Jonas Krol',
    userData: path.join(scratch, 'other'),
  });
  await expect(other.first.problem).toContainText('open somewhere else');
  await expect(other.first.problem).toContainText('Lena Moor');
  await expect(other.first.problem).toContainText(String(holder.electron.process().pid));
  // The system holds this lock: there is nothing to take over.
  await expect(other.page.getByRole('button', { name: 'Open it here anyway' })).toHaveCount(0);

  const refused = await verbale('import', folder, sampleText('korean-desk.txt'), '--json');
  expect(refused.exit).toBe(1);
  expect(refused.stderr).toContain('Lena Moor');

  await holder.quit();
  await other.page.getByRole('button', { name: 'Try again' }).click();
  await expect(other.articles.rows).toHaveCount(1);
});

test('a lock is free at once when its holder is killed', async ({ launch, projects, scratch }) => {
  const folder = await projects.make('Killed', [sampleText('brussels-menu.txt')]);
  const holder = await launch({ project: folder, analyst: 'Lena Moor' });
  await holder.crash();
  const next = await launch({
    project: folder,
    analyst: 'Jonas Krol',
    userData: path.join(scratch, 'other'),
  });
  await expect(next.articles.rows).toHaveCount(1);
});

test('a project that another computer left open is offered, not taken', async ({
  launch,
  projects,
}) => {
  const folder = await projects.make('Left', [sampleText('brussels-menu.txt')]);
  const note = {
    nonce: 'f00d',
    replica: 'r-elsewhere',
    host: 'newsroom-3',
    boot: '',
    pid: 4711,
    since: '2022-01-21T12:00:00.000Z',
    analyst: 'Jonas Krol',
    application: 'Verbale window',
    beat: 7,
  };
  await writeFile(path.join(folder, 'lock.json'), JSON.stringify(note));
  const before = await folderState(folder);
  const app = await launch({ project: folder, analyst: 'Lena Moor' });
  await expect(app.first.problem).toContainText('left open on another computer');
  await expect(app.first.problem).toContainText('Jonas Krol on newsroom-3');
  expect(await folderState(folder)).toEqual(before);
  // Taking it over needs half a minute of watching: the tests of the store have a shorter one.
  await expect(app.page.getByRole('button', { name: 'Open it here anyway' })).toBeEnabled();
});

test('two starts with one profile are one app', async ({ launch, projects, scratch }) => {
  const folder = await projects.make('Once', [sampleText('brussels-menu.txt')]);
  const app = await launch({ project: folder });
  const child = app.electron.process();
  const [file = '', ...args] = child.spawnargs;
  const second = spawn(
    file,
    args.filter((arg) => !/^--(inspect|remote-debugging)/u.test(arg)),
    { stdio: 'ignore' },
  );
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(second.pid).not.toBe(child.pid);
  await expect(app.articles.rows).toHaveCount(1);
  expect(scratch).not.toBe('');
});

test('a project of a newer Verbale opens to be read, and stays byte for byte', async ({
  launch,
  projects,
}) => {
  const folder = await projects.sample('newer');
  await makeNewer(folder);
  const before = await folderState(folder);
  const app = await launch({ project: folder });
  await expect(app.articles.rows).toHaveCount(11);
  await expect(app.page.getByText('Read only')).toBeVisible();
  await expect(app.page.getByRole('alert')).toContainText('version 99');
  await expect(app.text.region).toContainText('Ninety minutes of talks');
  await app.text.click('Ninety', 2);
  await app.page.keyboard.press('1');
  await expect(app.annotations.item('Claim', 'Ninety')).toHaveCount(0);
  await app.quit();
  expect(await folderState(folder)).toEqual(before);
});

test('a damaged snapshot is not used silently', async ({ launch, projects, scratch, verbale }) => {
  const folder = await projects.make('Damaged', [await articleFile(scratch)]);
  const first = await launch({ project: folder, analyst: 'Lena Moor' });
  await first.text.click('Moscow', 2);
  await first.page.keyboard.press('1');
  await expect(first.annotations.item('Claim', 'Moscow')).toBeVisible();
  await first.status.expectSaved();
  await first.quit();
  const names = Object.keys(await folderState(folder));
  const layer = names.find((name) => /^layers\/[^/]+\/[^/]+\.json$/u.test(name)) ?? '';
  expect(names).toContain(layer);
  const bytes = await readFile(path.join(folder, layer));
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(path.join(folder, layer), bytes);
  expect((await verbale('verify', folder)).exit).toBe(1);

  const again = await launch({ project: folder, analyst: 'Lena Moor' });
  await expect(again.page.getByRole('alert')).toContainText(path.basename(layer));
  // The log has what the snapshot lost.
  await expect(again.annotations.item('Claim', 'Moscow')).toBeVisible();
  await again.quit();
});

test('a folder that is no project says so, with a way on', async ({ launch, scratch }) => {
  const app = await launch({ project: scratch });
  await expect(app.first.problem).toContainText('no project in this folder');
  await app.page.getByRole('button', { name: 'First page' }).click();
  await expect(app.first.sample).toBeVisible();
});
