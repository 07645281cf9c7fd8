import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';

test('a recipe of the window, run again by the command line, writes the same files', async ({
  launch,
  projects,
  scratch,
  verbale,
}) => {
  const project = await projects.sample();
  const app = await launch({ project, analyst: 'Lena Moor' });
  await expect(app.articles.rows).toHaveCount(11);
  await app.page.keyboard.press('Control+e');
  const dialog = app.page.getByRole('dialog', { name: 'Export a dataset' });
  const goesOut = dialog.getByRole('region', { name: 'What goes out' });
  await dialog.getByRole('radio', { name: 'All layers' }).click();
  await dialog.getByText('More choices').click();
  await dialog.getByRole('checkbox', { name: 'Split into train, dev and test' }).click();
  await expect(goesOut).toContainText('Train: 9 articles');

  const filter = dialog.getByRole('textbox', { name: 'Filter' });
  await filter.fill('"Geneva');
  await expect(filter).toHaveAttribute('aria-invalid', 'true');
  await expect(filter).toHaveAccessibleDescription(/quot/iu);
  await expect(dialog.getByText('The dataset was not written.')).toHaveCount(0);
  await filter.fill('');
  await expect(goesOut).toContainText('Train: 9 articles');
  await expect(filter).toHaveAttribute('aria-invalid', 'false');

  await dialog.getByRole('checkbox', { name: 'Pseudonyms for analysts' }).click();
  await dialog.getByRole('button', { name: 'Save these choices as a recipe' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the recipe' }).fill('For models');
  await app.page.keyboard.press('Enter');
  const recipe = dialog.getByRole('combobox', { name: 'Recipe' });
  await expect(recipe).toContainText('For models');
  await dialog.getByRole('checkbox', { name: 'Pseudonyms for analysts' }).click();
  await expect(recipe).toContainText('None');
  await recipe.click();
  await app.page.getByRole('option', { name: 'For models' }).click();
  await expect(dialog.getByRole('checkbox', { name: 'Pseudonyms for analysts' })).toBeChecked();
  await app.dialogs.saveAs(path.join(scratch, 'window', 'set.jsonl'));
  await dialog.getByRole('button', { name: /^Export/u }).click();
  await expect(dialog.getByText(/records written/u)).toBeVisible();
  await app.quit();

  const out = path.join(scratch, 'again', 'set.jsonl');
  const done = await verbale('export', project, '--recipe', 'for models', '--out', out);
  expect(done, done.stderr).toMatchObject({ exit: 0 });
  const filesOf = async (folder: string): Promise<Record<string, string>> => {
    const names = (await readdir(path.join(scratch, folder))).toSorted();
    const texts = names.map((name) => readFile(path.join(scratch, folder, name), 'utf8'));
    return Object.fromEntries(
      (await Promise.all(texts)).map((text, at) => [names[at] ?? '', text]),
    );
  };
  const written = await filesOf('window');
  expect(Object.keys(written)).toContain('set.train.jsonl');
  expect(await filesOf('again')).toEqual(written);
});
