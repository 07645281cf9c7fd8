import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';

const LINES = Array.from({ length: 60 }, (_, n) => `Paragraph ${n + 1} says one more thing.`);

test('one marks how far one has read, finds the place again after a restart, and undo takes it back', async ({
  launch,
  projects,
  scratch,
}) => {
  const file = path.join(scratch, 'long.txt');
  await writeFile(file, `${LINES.join('\n\n')}\n`);
  const project = await projects.make('Seen', [file]);
  let app = await launch({ project, analyst: 'Lena Moor' });
  await app.text.selectByKeys('Paragraph 40 says');
  await app.page.keyboard.press('b');
  const mark = app.text.region.locator('[data-seen]');
  await expect(mark).toContainText('Paragraph 40 says');
  await expect(app.articles.row(/In progress, 6\d\s%/u)).toHaveCount(1);
  await app.status.expectSaved();

  app = await app.restart();
  const again = app.text.region.locator('[data-seen]');
  await expect(again).toContainText('Paragraph 40 says');
  await expect(again).toBeInViewport();
  await app.text.region.focus();
  await app.page.keyboard.press('Control+Home');
  await expect(again).not.toBeInViewport();
  await app.page.keyboard.press('Shift+b');
  await expect(again).toBeInViewport();
  await app.page.keyboard.press('Control+z');
  await expect(again).toHaveCount(0);
  await app.quit();
  await projects.verify(project);
});

test('one says that one is unsure of an annotation, by key and in words', async ({
  launch,
  projects,
  scratch,
}) => {
  const file = path.join(scratch, 'talks.txt');
  await writeFile(file, 'Talks\n\nBanks will be cut off, one side said.\n');
  const project = await projects.make('Unsure', [file]);
  let app = await launch({ project, analyst: 'Lena Moor' });
  await app.text.selectByKeys('Banks');
  await app.page.keyboard.press('4');
  await expect(app.annotations.items).toHaveCount(1);
  await app.page.keyboard.press('y');
  await expect(app.annotations.items.first()).toContainText('unsure');
  await expect(app.text.region.locator('[data-unsure]')).toHaveCount(1);
  await app.status.expectSaved();
  app = await app.restart();
  await expect(app.annotations.items.first()).toContainText('unsure');
  await app.annotations.items.first().click();
  await app.page.getByRole('combobox', { name: 'Confidence' }).click();
  await app.page.getByRole('option', { name: 'High' }).click();
  await expect(app.text.region.locator('[data-unsure]')).toHaveCount(0);
  await app.status.expectSaved();
  await app.quit();
  const [article] = await projects.read(project);
  expect(article?.annotations).toMatchObject([{ label: 'Actor', confidence: 'high' }]);
});
