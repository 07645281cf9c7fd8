import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';

test('what goes into a dataset is kept as a recipe, which the command line runs again', async ({
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
  await dialog.getByText('More choices').click();
  await dialog.getByRole('checkbox', { name: 'Split into train, dev and test' }).click();
  await expect(goesOut).toContainText('Train: 9 articles');
  await dialog.getByRole('checkbox', { name: 'Pseudonyms for analysts' }).click();
  await dialog.getByRole('radio', { name: 'A sentence' }).click();
  await expect(goesOut).toContainText('sentences');
  const leftOut = dialog.getByRole('region', { name: 'Left out by choice' });
  await expect(leftOut).toContainText('notes on a whole article, and states');

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
  await app.quit();

  const listed = await verbale('recipes', project, '--json');
  expect(listed.json).toMatchObject([{ name: 'For models', format: 'jsonl' }]);
  for (const folder of ['one', 'two']) {
    const out = path.join(scratch, folder, 'set.jsonl');
    const done = await verbale('export', project, '--recipe', 'for models', '--out', out, '--json');
    expect(done, done.stderr).toMatchObject({ exit: 0 });
  }
  const files = await readdir(path.join(scratch, 'one'));
  expect(files).toContain('set.train.jsonl');
  for (const file of files) {
    const [one, two] = ['one', 'two'].map((folder) => path.join(scratch, folder, file));
    expect(await readFile(two ?? '', 'utf8')).toBe(await readFile(one ?? '', 'utf8'));
  }
  const gold = await verbale(
    'export',
    project,
    '--gold',
    '--out',
    path.join(scratch, 'gold.jsonl'),
  );
  expect(gold.exit).toBe(1);
  expect(gold.stderr).toContain('None of these articles has gold');
});
