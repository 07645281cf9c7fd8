import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';
import { expectNoViolations } from './axe.ts';
import { SearchPage } from './pages/search.page.ts';
import { sampleText } from './projects.ts';
import type { RunningApp } from './running-app.ts';

async function press(app: RunningApp, key: string, dialog: string | RegExp): Promise<void> {
  await app.page.keyboard.press(key);
  await expect(app.page.getByRole('dialog', { name: dialog })).toBeVisible();
}

test('the first page, and a problem page', async ({ launch, scratch }) => {
  const first = await launch();
  await expectNoViolations(first.page, 'first page');
  await press(first, 'Control+Shift+n', 'New project');
  await expectNoViolations(first.page, 'new project');
  await first.quit();
  const problem = await launch({ project: scratch });
  await expect(problem.first.problem).toBeVisible();
  await expectNoViolations(problem.page, 'problem page');
});

test('the desk, with an annotation chosen and with furniture open', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  await expectNoViolations(app.page, 'desk');
  await app.annotations.select('Threat', 'one more Russian soldier');
  await expectNoViolations(app.page, 'desk with an annotation');
  await app.page
    .getByRole('button', { name: /^Furniture/u })
    .first()
    .click();
  await expectNoViolations(app.page, 'desk with furniture open');
});

test('the dialogs of the desk', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  for (const [key, name] of [
    ['Control+e', 'Export a dataset'],
    ['Control+,', 'Settings'],
    ['?', /keys/iu],
    ['Control+k', /./u],
  ] as const) {
    await press(app, key, name);
    await expectNoViolations(app.page, String(name));
    await app.page.keyboard.press('Escape');
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
  }
  await app.page.getByRole('button', { name: /^Acting as/u }).click();
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(app.page, 'act as');
});

test('an empty project and an import with every kind of file', async ({
  launch,
  projects,
  scratch,
}) => {
  const app = await launch({
    project: await projects.make('Axe', [sampleText('brussels-menu.txt')]),
  });
  const empty = path.join(scratch, 'empty.txt');
  await writeFile(empty, '');
  await app.dialogs.choose(
    ...['brussels-menu.txt', 'lakeside-talks-end.txt', 'arabic-wire.txt', 'written-answer.txt'].map(
      sampleText,
    ),
    empty,
  );
  await app.articles.add('Import files…');
  await app.importing.expectReady(3);
  for (const name of [
    'empty.txt',
    'brussels-menu.txt',
    'arabic-wire.txt',
    'lakeside-talks-end.txt',
  ]) {
    await app.importing.show(name);
    await expectNoViolations(app.page, `import, ${name}`);
  }
  await app.importing.cancelButton.click();
  await app.articles.add('Paste text…');
  await expectNoViolations(app.page, 'paste');
});

test('the articles panel with filters, a selection and tags', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  await app.articles.rows
    .nth(1)
    .getByRole('button')
    .click({ modifiers: ['Control'] });
  await expectNoViolations(app.page, 'selection');
  await button('Tag').click();
  await app.page.getByRole('textbox', { name: 'New tag' }).fill('Nord Stream');
  await button('Add').click();
  await expectNoViolations(app.page, 'tag dialog');
  await app.page.keyboard.press('Control+Enter');
  await expect(app.articles.row('Nord Stream')).toHaveCount(2);
  await button('Assign').click();
  await expectNoViolations(app.page, 'assign dialog');
  await app.page.keyboard.press('Escape');
  await button('More filters').click();
  await app.page.getByRole('textbox', { name: 'From' }).fill('1 January 2022');
  await expectNoViolations(app.page, 'filters');
});

test('what opens on the desk: relations, what is missing, find', async ({ launch }) => {
  test.slow();
  const app = await launch({ args: ['--open-sample'] });
  const { page } = app;
  const { keyboard } = page;
  await app.annotations.select('Threat', 'one more Russian soldier');
  await app.text.region.focus();
  await keyboard.press('r');
  await expect(page.getByRole('combobox', { name: 'Where the relation leads' })).toBeVisible();
  await expectNoViolations(page, 'relation picker');
  await keyboard.press('Escape');
  await keyboard.press('Control+Shift+Enter');
  await expectNoViolations(page, 'what is missing before an article is submitted');
  await app.text.region.focus();
  await keyboard.press('Control+f');
  await keyboard.type('Moscow');
  await expectNoViolations(page, 'find');
});

test('search with hits and a preview of a change, and the statistics', async ({ launch }) => {
  test.slow();
  const app = await launch({ args: ['--open-sample'] });
  const search = new SearchPage(app.page);
  await search.type('sanctions');
  await expect(search.lines.first()).toBeVisible();
  await search.field.focus();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Shift+ArrowDown');
  await expectNoViolations(app.page, 'hits');
  await search.bar.getByRole('button', { name: 'Label', exact: true }).click();
  await app.page.getByRole('menuitem', { name: 'Threat', exact: true }).click();
  await expect(search.preview).toBeVisible();
  await expectNoViolations(app.page, 'preview of a change');
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Control+Shift+s');
  await expect(app.page.getByRole('heading', { name: 'Statistics', level: 1 })).toBeVisible();
  await expectNoViolations(app.page, 'statistics');
});

test('every section of the codebook', async ({ launch }) => {
  test.slow();
  const app = await launch({ args: ['--open-sample'] });
  await app.page.keyboard.press('Control+Shift+b');
  const sections = app.page.getByRole('list', { name: 'Sections' }).getByRole('button');
  await expect(sections.first()).toBeVisible();
  for (const section of await sections.all()) {
    await section.click();
    await expectNoViolations(app.page, `codebook, ${(await section.textContent()) ?? ''}`);
  }
  await sections.first().click();
  await app.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Assertion');
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByRole('dialog', { name: /^Publish version/u })).toBeVisible();
  await expectNoViolations(app.page, 'publishing');
});
