import path from 'node:path';
import { expect, test } from './app.ts';
import { articleFile } from './article-file.ts';

test('a project begins from the open one: its codebook and articles, nothing that was marked', async ({
  launch,
  projects,
  allLabels: project,
  scratch,
}) => {
  const app = await launch({ project, analyst: 'Lena Moor' });
  await app.text.drag('Kyiv asked for sanctions');
  await app.page.keyboard.press('1');
  await expect(app.annotations.items).toHaveCount(1);
  const second = path.join(scratch, 'second.verbale');
  await app.dialogs.saveAs(second);
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('New project from another');
  await app.page.keyboard.press('Enter');
  const dialog = app.page.getByRole('dialog', { name: /New project from/u });
  await dialog.getByRole('textbox').fill('Second round');
  await dialog.getByRole('checkbox', { name: 'Its articles too, without annotations' }).click();
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByText('Second round').first()).toBeVisible();
  await expect(app.articles.rows).toHaveCount(1);
  await expect(app.annotations.items).toHaveCount(0);
  await expect(app.labels.button('Claim')).toBeVisible();
  await app.end();
  const [line] = await projects.read(second);
  expect(line).toMatchObject({ title: 'Ministers meet in Geneva', annotations: [] });
  await projects.verify(second);
  expect((await projects.read(project))[0]?.annotations).toHaveLength(1);
});

test('the command line makes a project from another one', async ({
  projects,
  verbale,
  allLabels: project,
  scratch,
}) => {
  const bare = path.join(scratch, 'bare.verbale');
  const made = await verbale('new', bare, '--from', project, '--json');
  expect(made).toMatchObject({ exit: 0, json: { project: bare, articles: 0 } });
  await projects.verify(bare);
  const full = path.join(scratch, 'full.verbale');
  const args = ['new', full, '--from', project, '--with-articles', '--name', 'Full', '--json'];
  expect(await verbale(...args)).toMatchObject({ exit: 0, json: { articles: 1 } });
  expect(await projects.read(full)).toMatchObject([{ title: 'Ministers meet in Geneva' }]);
  await projects.verify(full);
  const file = await articleFile(scratch, 'late.txt');
  for (const wrong of [
    ['new', full, '--with-articles'],
    ['new', full, '--from', project, '--codebook', file],
  ]) {
    expect(await verbale(...wrong, '--json')).toMatchObject({ exit: 2 });
  }
});
