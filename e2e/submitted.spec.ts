import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';

const TEXT = 'Talks\n\nBanks will be cut off, one side said. Nothing was signed on Monday.\n';
const OTHER = 'Oil\n\nOil exports go on: nothing was stopped.\n';

async function files(scratch: string): Promise<string[]> {
  const made = [path.join(scratch, 'talks.txt'), path.join(scratch, 'oil.txt')];
  await writeFile(made[0] ?? '', TEXT);
  await writeFile(made[1] ?? '', OTHER);
  return made;
}

test('a submitted article answers every edit, and opens again from there', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Frozen', (await files(scratch)).slice(0, 1));
  let app = await launch({ project, analyst: 'Lena Moor' });
  // An actor asks nothing, so nothing is missing.
  await app.text.selectByKeys('Banks');
  await app.page.keyboard.press('4');
  await expect(app.annotations.items).toHaveCount(1);
  await app.page.keyboard.press('Control+Shift+Enter');
  const line = app.page.getByRole('note').filter({ hasText: 'You have submitted this article' });
  await expect(line).toBeVisible();
  await app.status.expectSaved();
  app = await app.restart();

  const frozen = app.page.getByText(/^Nothing was changed: you have submitted this article/u);
  await app.annotations.items.first().click();
  await app.text.region.focus();
  for (const key of ['Delete', '2', 'Alt+ArrowRight']) {
    await app.page.keyboard.press(key);
    await expect(frozen).toBeVisible();
  }
  await expect(app.annotations.items).toHaveCount(1);
  await expect(app.details.region.getByRole('textbox', { name: 'Note' })).toHaveJSProperty(
    'readOnly',
    true,
  );
  // It may still be talked about.
  await expect(
    app.details.region.getByRole('textbox', { name: 'Comment on this annotation' }),
  ).toBeEditable();
  await app.page.getByRole('contentinfo').getByRole('button', { name: 'Take back' }).click();
  await expect(app.page.getByRole('note')).toHaveCount(0);
  await app.text.region.focus();
  await app.page.keyboard.press('Delete');
  await expect(app.annotations.items).toHaveCount(0);
  // Undo goes back over the opening, to the submitted layer.
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  await expect(app.page.getByRole('note')).toBeVisible();
  await expect(app.annotations.items).toHaveCount(1);
  await app.quit();
  await projects.verify(project);
});

test('of several articles those that lack something stay, and are listed', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Several', await files(scratch));
  const app = await launch({ project, analyst: 'Lena Moor' });
  await expect(app.articles.rows).toHaveCount(2);
  await app.articles.row('Talks').getByRole('button').first().click();
  await app.text.selectByKeys('Banks will be cut off');
  await app.page.keyboard.press('1');
  await expect(app.annotations.items).toHaveCount(1);
  await app.page.keyboard.press('Escape');
  await app.status.expectSaved();
  await app.articles.rows.first().getByRole('button').first().focus();
  await app.page.keyboard.press('Control+a');
  await app.page.getByRole('button', { name: 'Mark', exact: true }).click();
  await app.page.getByRole('menuitem', { name: 'Submitted' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Not all were submitted' });
  await expect(dialog).toContainText('1 article submitted. 1 article stays as before');
  await dialog.getByRole('list', { name: 'Not submitted' }).getByRole('button').click();
  await expect(app.page.getByRole('list', { name: 'What is missing' })).toBeVisible();
  await expect(app.articles.row('Submitted')).toHaveCount(1);
  // The state of the open article goes through the same check.
  await app.page.getByRole('combobox', { name: 'State' }).click();
  await app.page.getByRole('option', { name: 'Submitted' }).click();
  await expect(dialog).toContainText('Nothing was submitted. 1 article stays as before');
});
