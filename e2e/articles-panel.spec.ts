import { expect, test } from './app.ts';
import { articleFile } from './article-file.ts';
import { CommentsPage } from './pages/comments.page.ts';
import { SearchPage } from './pages/search.page.ts';
import { sampleText } from './projects.ts';
import type { RunningApp } from './running-app.ts';

const FILES = ['brussels-menu.txt', 'kyiv-asks-first.txt', 'lakeside-talks-end.txt'].map(
  sampleText,
);

/** Titles in the order of the list. */
async function titles(app: RunningApp): Promise<string[]> {
  const rows = await app.articles.rows.locator('[dir="auto"]:first-of-type').allTextContents();
  return rows.filter((title) => title.length > 20);
}

function selected(app: RunningApp) {
  return app.page.getByRole('region', { name: 'Selected articles' });
}

test('several articles are tagged in one step, found by their tag, and one undo takes it back', async ({
  launch,
  projects,
}) => {
  let app = await launch({ project: await projects.make('Tags', FILES), analyst: 'Lena Moor' });
  await expect(app.articles.rows).toHaveCount(3);
  await app.articles.rows.nth(0).getByRole('button').click();
  await app.articles.rows
    .nth(1)
    .getByRole('button')
    .click({ modifiers: ['Control'] });
  await expect(selected(app)).toContainText('2 selected');
  await selected(app).getByRole('button', { name: 'Tag' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Tag 2 articles' });
  await dialog.getByRole('textbox', { name: 'New tag' }).fill('banks');
  await app.page.keyboard.press('Control+Enter');
  await expect(app.articles.row('banks')).toHaveCount(2);
  await app.status.expectSaved();

  app = await app.restart();
  await expect(app.articles.row('banks')).toHaveCount(2);
  await app.page.getByRole('button', { name: 'More filters' }).click();
  await app.page.getByRole('combobox', { name: 'Tag' }).click();
  await app.page.getByRole('option', { name: 'banks (2)' }).click();
  await expect(app.articles.rows).toHaveCount(2);
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: 'Drop the filter banks' }).click();
  await expect(app.articles.rows).toHaveCount(3);
  await app.page.keyboard.press('Control+z');
  await expect(app.articles.row('banks')).toHaveCount(0);
});

test('layers are marked as submitted, and counted, shown and kept so', async ({
  launch,
  projects,
}) => {
  const project = await projects.make('States', FILES);
  let app = await launch({ project, analyst: 'Lena Moor' });
  await expect(app.articles.rows).toHaveCount(3);
  await app.articles.rows.nth(0).getByRole('button').focus();
  await app.page.keyboard.press('Shift+ArrowDown');
  await expect(selected(app)).toContainText('2 selected');
  await selected(app).getByRole('button', { name: 'Mark' }).click();
  await app.page.getByRole('menuitem', { name: 'Submitted' }).click();
  await expect(app.articles.row('Submitted')).toHaveCount(2);
  await app.status.expectSaved();
  app = await app.restart();
  await app.page.getByRole('button', { name: 'Submitted 2' }).click();
  await expect(app.articles.rows).toHaveCount(2);
  await app.page.getByRole('button', { name: 'New 1' }).click();
  await expect(app.articles.rows).toHaveCount(1);
  await app.page.keyboard.press('Control+z');
  await expect(app.articles.rows).toHaveCount(3);
  await app.quit();
  await projects.verify(project);
});

test('all articles in the list are selected by key and removed in one step', async ({
  launch,
  projects,
}) => {
  const app = await launch({ project: await projects.make('Remove', FILES) });
  await expect(app.articles.rows).toHaveCount(3);
  await app.articles.rows.nth(1).getByRole('button').click();
  await app.page.keyboard.press('Control+a');
  await expect(selected(app)).toContainText('3 selected');
  await app.page.keyboard.press('Escape');
  await expect(selected(app)).toHaveCount(0);
  await app.page.keyboard.press('Control+a');
  await selected(app).getByRole('button', { name: 'Remove the selected articles' }).click();
  await expect(app.page.getByText('The texts you read go here.')).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await expect(app.articles.rows).toHaveCount(3);
});

test('an article is assigned, and the list shows whose it is', async ({ launch, projects }) => {
  const app = await launch({ project: await projects.make('Assign', FILES), analyst: 'Lena Moor' });
  await expect(app.articles.rows).toHaveCount(3);
  await app.page.getByRole('button', { name: 'Assign analysts' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Assign this article' });
  await dialog.getByRole('checkbox', { name: 'Lena Moor' }).click();
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByRole('button', { name: 'Take back from Lena Moor' })).toBeVisible();
  await app.page.getByRole('button', { name: 'More filters' }).click();
  await app.page.getByRole('combobox', { name: 'Assigned to' }).click();
  await app.page.getByRole('option', { name: 'Lena Moor' }).click();
  await expect(app.articles.rows).toHaveCount(1);
});

test('the list is sorted by title, and turned round', async ({ launch, projects }) => {
  const app = await launch({ project: await projects.make('Sort', FILES) });
  await expect(app.articles.rows).toHaveCount(3);
  const sort = async (name: string): Promise<void> => {
    await app.page.getByRole('button', { name: 'Sort articles' }).click();
    await app.page.getByRole(name === 'Title' ? 'menuitemradio' : 'menuitem', { name }).click();
  };
  await sort('Title');
  const sorted = await titles(app);
  expect(sorted).toEqual(sorted.toSorted((a, b) => a.localeCompare(b)));
  await sort('Other direction');
  await expect.poll(() => titles(app)).toEqual(sorted.toReversed());
});

test('articles with open comments and with doubt are marked, and a filter shows them alone', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Open', [...FILES, await articleFile(scratch)]);
  let app = await launch({ project, analyst: 'Lena Moor' });
  const comments = new CommentsPage(app.page);
  await app.articles.open(/Ministers meet/u);
  await app.text.drag('Kyiv asked for sanctions');
  await app.page.keyboard.press('1');
  await app.annotations.select('Claim', 'Kyiv asked for sanctions');
  await app.page.keyboard.press('y');
  await comments.write('Is this a demand?');
  await expect(app.articles.row(/Ministers meet/u)).toContainText('1 open comment');
  await expect(app.articles.row(/Ministers meet/u)).toContainText('1 unsure annotation');
  await app.status.expectSaved();

  app = await app.restart();
  await expect(app.articles.row('1 open comment')).toHaveCount(1);
  await app.page.getByRole('button', { name: 'More filters' }).click();
  await app.page.getByRole('checkbox', { name: 'Only with open comments' }).click();
  await expect(app.articles.rows).toHaveCount(1);
  await app.page.getByRole('checkbox', { name: 'Only with unsure annotations' }).click();
  await expect(app.articles.rows).toHaveCount(1);
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: 'Drop the filter With unsure annotations' }).click();

  // The filter is still there after another place of the window.
  await app.page.keyboard.press('/');
  await expect(new SearchPage(app.page).field).toBeVisible();
  await app.page.getByRole('link', { name: 'Articles' }).click();
  await expect(app.articles.rows).toHaveCount(1);

  await app.articles.open(/Ministers meet/u);
  await app.annotations.select('Claim', 'Kyiv asked for sanctions');
  await app.page.keyboard.press('Shift+q');
  await expect(app.articles.rows).toHaveCount(0);
  await app.page.keyboard.press('Control+z');
  await expect(app.articles.rows).toHaveCount(1);
  await app.page.getByRole('button', { name: 'Drop the filter With open comments' }).click();
  await expect(app.articles.rows).toHaveCount(4);
});
