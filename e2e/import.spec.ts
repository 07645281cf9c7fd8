import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../scripts/setup/root.mjs';
import { expect, test } from './app.ts';
import { articleFile, TEXT } from './article-file.ts';
import { dropFiles } from './drop.ts';
import { sampleText } from './projects.ts';

/** Real clippings, kept beside the checkout because they are other people's texts. */
const CLIPPINGS = path.join(ROOT, '../shared/articles');

test('real clippings come in through the window, verbatim', async ({ launch, projects }) => {
  test.skip(!existsSync(CLIPPINGS), 'the clippings are not on this machine');
  const files = (await readdir(CLIPPINGS)).filter((name) => name.endsWith('.txt')).toSorted();
  const project = await projects.make('Clippings');
  const app = await launch({ project });
  await app.dialogs.choose(...files.map((name) => path.join(CLIPPINGS, name)));
  await app.articles.add('Import files…');
  await app.importing.expectReady(files.length);
  for (const name of files) {
    await app.importing.show(name);
    await expect(app.importing.field('Title')).not.toHaveValue('');
  }
  await app.importing.apply();
  await expect(app.articles.rows).toHaveCount(files.length);
  await app.quit();
  await projects.verify(project);
  const articles = await projects.read(project);
  for (const { title, furniture } of articles) expect(furniture.length, title).toBeGreaterThan(0);
  const kept = articles.map(({ text }) => text);
  for (const name of files) {
    const source = await readFile(path.join(CLIPPINGS, name), 'utf8');
    expect(kept, name).toContain(source.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n'));
  }
});

test('the preview shows furniture, and what a person changes about it counts', async ({
  launch,
  projects,
}) => {
  const project = await projects.make('Furniture');
  const app = await launch({ project });
  await app.dialogs.choose(sampleText('lakeside-talks-end.txt'));
  await app.articles.add('Import files…');
  await app.importing.expectReady(1);
  const furniture = app.importing.preview.getByRole('option', { selected: true });
  await expect(furniture.filter({ hasText: 'Skip to content' })).toBeVisible();
  await expect(app.importing.field('Title')).toHaveValue(/Washington and Moscow leave Geneva/u);
  await app.importing.field('Outlet').fill('The Courier');
  await app.importing.preview.getByRole('option').filter({ hasText: 'Ninety minutes' }).click();
  await expect(furniture.filter({ hasText: 'Ninety minutes' })).toBeVisible();
  await app.importing.apply();
  await app.quit();
  const [article] = await projects.read(project);
  const dimmed = article?.furniture
    .map(([start, end]) => article.text.slice(start, end))
    .join('\n');
  expect(dimmed).toContain('Skip to content');
  expect(dimmed).toContain('Ninety minutes of talks');
  expect(dimmed).not.toContain('Antony Blinken');
});

test('an older text, Korean and Arabic come in as what they are', async ({ launch, projects }) => {
  const project = await projects.make('Scripts');
  const app = await launch({ project });
  await app.dialogs.choose(
    ...['written-answer.txt', 'korean-desk.txt', 'arabic-wire.txt'].map(sampleText),
  );
  await app.articles.add('Import files…');
  await app.importing.expectReady(3);
  await expect(app.importing.file('written-answer.txt')).toContainText(/windows-1252/iu);
  await expect(app.importing.file('arabic-wire.txt')).toContainText(/utf-8/iu);
  await app.importing.show('korean-desk.txt');
  await expect(app.importing.preview).toContainText('토니 블링컨');
  await app.importing.apply();
  await app.articles.open(/[\u0600-\u06FF]/u);
  const direction = await app.text.region
    .getByText(/^[\u0600-\u06FF].{200,}/u)
    .first()
    .evaluate((element) => getComputedStyle(element).direction);
  expect(direction).toBe('rtl');
  await app.quit();
  const texts = (await projects.read(project)).map(({ text }) => text);
  expect(texts.filter((text) => text.includes('\r') || text.startsWith('\uFEFF'))).toEqual([]);
  expect(texts.some((text) => /[’“”é€]/u.test(text) && !text.includes('\uFFFD'))).toBe(true);
});

test('a file is read again with another charset', async ({ launch, projects, scratch }) => {
  const file = path.join(scratch, 'guess.txt');
  await writeFile(
    file,
    Buffer.from('Caf\xe9 on the lake. The minister na\xefvely asked for sanctions.\n', 'latin1'),
  );
  const app = await launch({ project: await projects.make('Charset') });
  await app.dialogs.choose(file);
  await app.articles.add('Import files…');
  await app.importing.expectReady(1);
  await expect(app.importing.preview).toContainText('Café on the lake');
  await app.importing.recognised.getByRole('combobox', { name: 'Charset' }).click();
  await app.page.getByRole('option', { name: /1251/u }).click();
  await expect(app.importing.preview).toContainText('Cafй on the lake');
});

test('a text that is here already is recognised, and not imported twice', async ({
  launch,
  projects,
  scratch,
}) => {
  const file = await articleFile(scratch);
  const copy = await articleFile(scratch, 'copy.txt');
  const project = await projects.make('Twice', [file]);
  const app = await launch({ project });
  await app.dialogs.choose(copy, sampleText('brussels-menu.txt'));
  await app.articles.add('Import files…');
  await app.importing.expectReady(1);
  await expect(app.importing.file('copy.txt')).toContainText('Already here');
  await app.importing.apply();
  await expect(app.articles.rows).toHaveCount(2);
});

test('pasted text becomes an article', async ({ launch, projects }) => {
  const project = await projects.make('Paste');
  const app = await launch({ project });
  await app.articles.add('Paste text…');
  await app.page.getByRole('dialog').getByRole('textbox').fill(TEXT);
  await app.page.keyboard.press('Control+Enter');
  await app.importing.expectReady(1);
  await app.importing.apply();
  await app.articles.expectOpen('Ministers meet in Geneva');
  await app.quit();
  expect((await projects.read(project))[0]?.text).toBe(TEXT);
});

test('files are dropped on the window', async ({ launch, projects, scratch }) => {
  const project = await projects.make('Drop');
  const app = await launch({ project });
  await dropFiles(app.page, [await articleFile(scratch), sampleText('korean-desk.txt')]);
  await app.importing.expectReady(2);
  await app.importing.apply();
  await expect(app.articles.rows).toHaveCount(2);
});

test('a project that is dropped is opened, and nothing of it is imported', async ({
  launch,
  projects,
  scratch,
}) => {
  const here = await projects.make('Here', [await articleFile(scratch)]);
  const there = await projects.make('There', [sampleText('korean-desk.txt')]);
  const app = await launch({ project: here });
  await expect(app.articles.rows).toHaveCount(1);
  await dropFiles(app.page, [there]);
  await expect(app.page.getByRole('button', { name: 'There' })).toBeVisible();
  await expect(app.articles.rows).toHaveCount(1);
  await dropFiles(app.page, [here, sampleText('brussels-menu.txt')]);
  await app.importing.expectReady(1);
  await expect(app.page.getByText('It is a Verbale project').first()).toBeVisible();
  await app.quit();
  expect(await projects.read(here)).toHaveLength(1);
});

test('bad files are named with their reason and do not stop the good one', async ({
  launch,
  projects,
  scratch,
}) => {
  const bad = ['empty.txt', 'picture.txt', 'cut.jsonl'].map((name) => path.join(scratch, name));
  await writeFile(bad[0] ?? '', '');
  await writeFile(
    bad[1] ?? '',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1]),
  );
  await writeFile(bad[2] ?? '', '{"format":"verbale-jsonl","version":1,"te');
  const project = await projects.make('Bad');
  const app = await launch({ project });
  await app.dialogs.choose(...bad, await articleFile(scratch));
  await app.articles.add('Import files…');
  await app.importing.expectReady(1);
  for (const file of bad) {
    await expect(app.importing.file(path.basename(file))).toContainText(/Refused.{10,}/u);
    await app.importing.show(path.basename(file));
    await expect(app.importing.preview).toContainText(`${path.basename(file)} was refused.`);
  }
  await app.importing.apply();
  await expect(app.articles.rows).toHaveCount(1);
});

test('names of columns stand over what they name, and a reason is read in full', async ({
  launch,
  projects,
  scratch,
}) => {
  const files = await Promise.all(
    Array.from({ length: 40 }, async (_, at) => {
      const file = path.join(scratch, `wire-${at}.txt`);
      await writeFile(file, at === 0 ? '' : `Headline ${at}\n\nKyiv asked for ${at} penalties.\n`);
      return file;
    }),
  );
  const app = await launch({ project: await projects.make('Table') });
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800);
  });
  await app.dialogs.choose(...files);
  await app.articles.add('Import files…');
  await app.importing.expectReady(39);
  const row = app.importing.file('wire-1.txt');
  const head = app.page.getByText('State', { exact: true });
  const left = async (place: typeof row): Promise<number> => (await place.boundingBox())?.x ?? -1;
  expect(await left(row.getByText('Ready').locator('..'))).toBeCloseTo(await left(head), 0);
  const reason = app.importing.file('wire-0.txt').getByText('The file is empty.');
  await expect(reason).toBeVisible();
  expect(await reason.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
});

test('what is dealt with already is a note, not a question', async ({ launch, projects }) => {
  const app = await launch({ project: await projects.make('Notes') });
  await app.dialogs.choose(sampleText('lakeside-talks-end.txt'));
  await app.articles.add('Import files…');
  await app.importing.expectReady(1);
  await expect(app.importing.file('lakeside-talks-end.txt')).toContainText('Ready');
  const notes = app.importing.recognised.getByRole('region', { name: /^Done already/u });
  await expect(notes).toContainText('looks like a picture caption');
});

test('a dataset of which a part is bad comes in without it, and what is missing is told', async ({
  launch,
  projects,
  scratch,
}) => {
  const file = path.join(scratch, 'set.jsonl');
  const annotations = [
    { label: 'Claim', spans: [[0, 4]], quote: ['Kyiv'] },
    { label: 'Claim', spans: [[5, 9]], quote: ['these words are nowhere'] },
  ];
  const article = { title: 'Kyiv asks', text: 'Kyiv asks for penalties.', annotations };
  await writeFile(file, `${JSON.stringify(article)}\n{"broken":\n`);
  const app = await launch({ project: await projects.make('Part'), analyst: 'Lena Moor' });
  await app.dialogs.choose(file);
  await app.articles.add('Import files…');
  await app.importing.expectReady(1);
  await app.importing.button.click();
  const result = app.page.getByRole('region', { name: 'Not everything came in' });
  await expect(result).toContainText('1 article came in');
  await expect(result.getByRole('listitem').filter({ hasText: 'line 1' })).toContainText(
    'The article and its 1 other annotation are in the project.',
  );
  await expect(result.getByRole('listitem').filter({ hasText: 'line 2' })).toBeVisible();
  await result.getByRole('button', { name: 'Go to the articles' }).click();
  await app.articles.expectOpen('Kyiv asks');
  await expect(app.annotations.item('Claim', 'Kyiv')).toBeVisible();
});

test('what was said stays behind when one goes to another page', async ({
  launch,
  projects,
  scratch,
}) => {
  const app = await launch({ project: await projects.make('Said', [await articleFile(scratch)]) });
  await dropFiles(app.page, [sampleText('brussels-menu.txt')]);
  await app.importing.expectReady(1);
  await dropFiles(app.page, [sampleText('korean-desk.txt')]);
  const said = app.page.getByRole('alert').filter({ hasText: 'Import these files or cancel' });
  await expect(said).toBeVisible();
  await app.page.getByRole('link', { name: 'Articles' }).click();
  await expect(said).toHaveCount(0);
});

test('the export says before it writes what goes out and what does not', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'], analyst: 'Lena Moor' });
  await expect(app.articles.rows).toHaveCount(11);
  await app.page.keyboard.press('Control+e');
  const dialog = app.page.getByRole('dialog', { name: 'Export a dataset' });
  await expect(dialog.getByRole('region', { name: 'What goes out' })).toContainText('11 articles');
  const lost = dialog.getByRole('region', { name: 'What this format cannot carry' });
  await expect(lost).toContainText('Everything is kept');
  await dialog.getByRole('radio', { name: 'Table' }).click();
  await expect(lost).toContainText(/furniture\d+ stay behind/u);
  await expect(lost).toContainText('Kept by: Verbale JSON Lines');
  await expect(dialog.getByRole('region', { name: 'As it is written' })).toContainText(
    'article_id,title',
  );
  await dialog.getByRole('radio', { name: 'Another format' }).click();
  await dialog.getByRole('combobox', { name: 'Another format' }).click();
  await app.page.getByRole('option', { name: 'brat standoff (folder)' }).click();
  await expect(lost).toContainText('furniture');
  await dialog.getByRole('radio', { name: 'This article' }).click();
  await expect(dialog.getByRole('region', { name: 'What goes out' })).toContainText('1 article,');
});

test('a cancelled import adds nothing; an import is taken back by one undo', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Second thoughts', [sampleText('kyiv-asks-first.txt')]);
  let app = await launch({ project });
  await app.dialogs.choose(await articleFile(scratch), sampleText('brussels-menu.txt'));
  await app.articles.add('Import files…');
  await app.importing.expectReady(2);
  await app.importing.cancelButton.click();
  await expect(app.articles.rows).toHaveCount(1);

  await app.articles.add('Import files…');
  await app.importing.expectReady(2);
  await app.importing.apply();
  await expect(app.articles.rows).toHaveCount(3);
  await app.page.keyboard.press('Control+z');
  await expect(app.articles.rows).toHaveCount(1);
  await app.status.expectSaved();
  app = await app.restart();
  await expect(app.articles.rows).toHaveCount(1);
  await app.page.keyboard.press('Control+Shift+z');
  await expect(app.articles.rows).toHaveCount(3);
  await app.quit();
  await projects.verify(project);
});

test('a dataset comes in with its annotations, and goes out again', async ({
  launch,
  projects,
  scratch,
  verbale,
}) => {
  const sample = await projects.sample();
  const out = path.join(scratch, 'out.jsonl');
  await verbale('export', sample, '--format', 'jsonl', '--all', '--out', out);
  const project = await projects.make('Dataset');
  const app = await launch({ project, analyst: 'Lena Moor' });
  await app.dialogs.choose(out);
  await app.articles.add('Import files…');
  await app.importing.expectReady(1);
  await expect(app.importing.file('out.jsonl')).toContainText(/marks|question/u);
  await app.importing.apply();
  await expect(app.articles.rows).toHaveCount(11);
  await expect(app.annotations.item('Threat', 'one more Russian soldier')).toBeVisible();

  const written = path.join(scratch, 'window.jsonl');
  await app.dialogs.saveAs(written);
  await app.page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Export a dataset' });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog).toContainText('11 records written');
  await expect(dialog).toContainText('Nothing was lost');
  const quotes = async (file: string): Promise<unknown[]> =>
    (await readFile(file, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { annotations: unknown[] }).annotations);
  expect(await quotes(written)).toEqual(await quotes(out));
});

test('from the first page, an import asks for a project first', async ({ launch, scratch }) => {
  const app = await launch();
  await app.dialogs.choose(await articleFile(scratch));
  await app.dialogs.saveAs(path.join(scratch, 'First.verbale'));
  await app.first.importFiles.click();
  await app.page
    .getByRole('dialog', { name: 'New project' })
    .getByRole('button', { name: 'Choose where…' })
    .click();
  await app.importing.expectReady(1);
  await app.importing.apply();
  await app.articles.expectOpen('Ministers meet in Geneva');
});

test('the articles of one table are looked at, corrected and chosen one by one', async ({
  launch,
  projects,
  scratch,
}) => {
  const file = path.join(scratch, 'desk.csv');
  const rows = [
    'headline,content,paper,wire',
    'By the lake,"The ministers will sit down on Friday.",Lakeside Courier,North',
    'Above the water,"Aides lowered hopes at once.",Lakeside Courier,South',
    'In the east,"Ukraine was not invited.",Baltic Paper,East',
  ];
  await writeFile(file, `${rows.join('\n')}\n`);
  const project = await projects.make('Table');
  const app = await launch({ project });
  await app.dialogs.choose(file);
  await app.articles.add('Import files…');
  await app.importing.expectReady(1);
  const { preview, recognised } = app.importing;
  await expect(app.importing.file('desk.csv')).toContainText('Ready, 3 articles');
  await expect(app.importing.field('Title')).toHaveValue('By the lake');

  await recognised.getByRole('combobox', { name: 'What the column wire is' }).click();
  await app.page.getByRole('option', { name: 'Byline' }).click();
  await expect(app.importing.field('Byline')).toHaveValue('North');

  await preview.getByRole('button', { name: 'Next article' }).click();
  await expect(preview).toContainText('Aides lowered hopes');
  await app.importing.field('Title').fill('Over the water');
  await recognised.getByRole('button', { name: /^In the east/u }).click();
  await expect(preview).toContainText('Ukraine was not invited');
  await expect(app.importing.field('Title')).toHaveValue('In the east');
  await recognised.getByRole('checkbox', { name: 'In the east comes in' }).click();
  await expect(app.importing.file('desk.csv')).toContainText('Ready, 2 of 3');
  await recognised.getByRole('button', { name: /^Over the water/u }).click();
  await expect(app.importing.field('Byline')).toHaveValue('South');

  await app.importing.apply();
  await expect(app.articles.rows).toHaveCount(2);
  await app.quit();
  const titles = (await projects.read(project)).map(({ title }) => title);
  expect(titles.toSorted()).toEqual(['By the lake', 'Over the water']);
});
