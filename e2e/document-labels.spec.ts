import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';

test('labels of the article by keys, their questions, a note; undone, exported, there again', async ({
  launch,
  projects,
  allLabels: project,
}) => {
  let app = await launch({ project, analyst: 'Lena Moor' });
  const { keyboard } = app.page;
  const whole = () => app.page.getByRole('region', { name: 'On the whole article' });
  const labels = () => whole().getByRole('listbox', { name: 'Labels of the article' });
  const isGiven = (name: string) => labels().getByRole('option', { name, selected: true });

  // Labels for articles are no labels for words.
  await expect(app.labels.button('Claim')).toBeVisible();
  await expect(app.page.getByRole('toolbar', { name: 'Labels' })).not.toContainText('Opinion');

  await app.text.region.focus();
  await keyboard.press('d');
  await expect(labels()).toBeFocused();
  await keyboard.press('8');
  await expect(isGiven('Opinion piece')).toBeVisible();
  const tone = whole().getByRole('listbox', { name: 'Tone' });
  await tone.focus();
  await keyboard.press('s');
  await expect(tone.getByRole('option', { name: 'Sharp', selected: true })).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  await expect(tone).toHaveCount(0);
  await app.page.keyboard.press('Control+y');
  await app.page.keyboard.press('Control+y');
  await expect(tone.getByRole('option', { name: 'Sharp', selected: true })).toBeVisible();

  await whole().getByRole('textbox', { name: 'Note' }).fill('Read it twice.');
  await keyboard.press('Control+Enter');
  await app.status.expectSaved();
  await app.end();

  const [line] = await projects.read(project);
  expect(line).toMatchObject({
    documentLabels: { 'Lena Moor': { opinion: { tone: 'sharp' } } },
    document: { 'Lena Moor': { note: 'Read it twice.' } },
  });

  app = await launch({ project, analyst: 'Lena Moor' });
  await expect(isGiven('Opinion piece')).toBeVisible();
  await expect(whole().getByRole('textbox', { name: 'Note' })).toHaveValue('Read it twice.');
  await app.end();

  // Everybody labels for themselves.
  app = await launch({ project, analyst: 'Ben Cole' });
  await expect(labels()).toContainText('Not answered');
  await app.end();
  await projects.verify(project);
});

test('what an export says of an article comes back in another project', async ({
  projects,
  allLabels: project,
  scratch,
  launch,
}) => {
  const app = await launch({ project, analyst: 'Lena Moor' });
  await app.text.region.focus();
  await app.page.keyboard.press('d');
  await app.page.keyboard.type('wire');
  await app.page.keyboard.press('Space');
  await expect(app.page.getByRole('option', { name: 'Wire report', selected: true })).toBeVisible();
  await app.status.expectSaved();
  await app.end();
  await projects.read(project);
  const exported = path.join(scratch, 'export-1.jsonl');
  const other = await projects.make('Other', [exported]);
  await projects.read(other);
  const again = await readFile(path.join(scratch, 'export-2.jsonl'), 'utf8');
  expect(JSON.parse(again)).toMatchObject({ documentLabels: { 'Lena Moor': { wire: {} } } });
});

test('what a label of the article must say is asked for before submitting, and led to', async ({
  launch,
  allLabels: project,
}) => {
  const app = await launch({ project, analyst: 'Lena Moor' });
  const { keyboard } = app.page;
  await app.text.region.focus();
  await keyboard.press('d');
  await keyboard.press('9');
  await expect(app.page.getByRole('option', { name: 'Wire report', selected: true })).toBeVisible();
  await app.text.region.focus();
  await keyboard.press('Control+Shift+Enter');
  const missing = app.page.getByRole('list', { name: 'What is missing' });
  await expect(missing.getByRole('button')).toHaveText([/“Agency” is not answered.*Wire report/u]);
  await missing.getByRole('button').click();
  const agency = app.page.getByRole('group', { name: 'Wire report' }).getByRole('textbox');
  await expect(agency).toBeFocused();
  await keyboard.type('Lakeside News');
  await keyboard.press('Enter');
  await expect(missing.getByRole('button')).toHaveCount(0);
  await app.text.region.focus();
  await keyboard.press('Control+Shift+Enter');
  await expect(app.articles.row('Submitted')).toHaveCount(1);
});
