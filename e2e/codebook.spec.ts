import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { CodebookPage } from './pages/codebook.page.ts';
import type { ExportedArticle } from './projects.ts';

/** How many annotations have a label, and in how many articles. */
function used(articles: readonly ExportedArticle[], label: string) {
  const having = articles.map(
    ({ annotations }) => annotations.filter((one) => one.label === label).length,
  );
  return {
    annotations: having.reduce((sum, count) => sum + count, 0),
    articles: having.filter((count) => count > 0).length,
  };
}

function inWords({ annotations, articles }: ReturnType<typeof used>): string {
  return `${String(annotations)} annotations in ${String(articles)} article${articles === 1 ? '' : 's'}`;
}

test('a label is renamed by keyboard only: what it touches, publish, undo', async ({
  launch,
  projects,
}) => {
  const folder = await projects.sample();
  const threats = used(await projects.read(folder), 'Threat');
  const app = await launch({ project: folder, analyst: 'Lena Moor' });
  const codebook = new CodebookPage(app.page);
  const { keyboard } = app.page;
  await keyboard.press('Control+Shift+b');
  await expect(codebook.heading).toBeVisible();
  await codebook.entry('Labels', 'Claim').focus();
  await keyboard.press('ArrowDown');
  await expect(codebook.entry('Labels', 'Threat')).toBeFocused();
  await codebook.field('Name').focus();
  await keyboard.press('Control+a');
  await keyboard.type('Menace');
  await expect(codebook.state).toContainText('1 change not published');

  // The draft stays while one is elsewhere, and nothing is changed by it.
  await app.page.getByRole('link', { name: 'Articles' }).focus();
  await keyboard.press('Enter');
  await expect(app.labels.button('Threat')).toBeVisible();
  await expect(app.page.getByText('Your draft of the codebook is kept').first()).toBeAttached();
  await keyboard.press('Control+Shift+b');
  await expect(codebook.field('Name')).toHaveValue('Menace');

  await keyboard.press('Control+Enter');
  await expect(codebook.dialog).toContainText('Label “Threat” is now called “Menace”');
  await expect(codebook.dialog).toContainText(
    `${inWords(threats)} carry “Threat” and will read “Menace”`,
  );
  await keyboard.type('A word that lawyers use');
  await keyboard.press('Control+Enter');
  await expect(codebook.dialog).toHaveCount(0);
  await expect(codebook.state).toContainText('version 2 in use');
  await app.page.getByRole('link', { name: 'Articles' }).focus();
  await keyboard.press('Enter');
  await expect(app.labels.toolbar.getByRole('button', { name: 'Menace' })).toBeVisible();
  await keyboard.press('Control+z');
  await expect(app.labels.button('Threat')).toBeVisible();
  await expect(app.page.getByText('Codebook 1', { exact: false }).first()).toBeVisible();
});

test('a label in use is replaced, and undo brings back every byte', async ({
  launch,
  projects,
}) => {
  const folder = await projects.sample();
  const before = await projects.read(folder);
  const threats = used(before, 'Threat');
  const claims = used(before, 'Claim');
  const app = await launch({ project: folder, analyst: 'Lena Moor' });
  const codebook = new CodebookPage(app.page);
  await app.page.keyboard.press('Control+Shift+b');
  await codebook.entry('Labels', 'Threat').click();
  await app.page.getByRole('button', { name: 'Remove the label Threat' }).click();
  await expect(codebook.entry('Labels', 'Threat')).toHaveCount(0);
  await app.page.getByRole('button', { name: 'Publish version 2…' }).click();
  await expect(codebook.dialog).toContainText(`${inWords(threats)}: `);
  const go = codebook.dialog.getByRole('button', { name: /^Publish version/u });
  await expect(go).toBeDisabled();
  // Whatever went with the label and is in use asks for a choice too.
  for (const box of await codebook.dialog.getByRole('combobox').all()) {
    const name = (await box.getAttribute('aria-label')) ?? '';
    await box.click();
    await app.page
      .getByRole('option', {
        name: name.includes('Threat') ? 'Replace with Claim' : /^(Remove the|Clear)/u,
      })
      .click();
  }
  await expect(codebook.dialog).toContainText(`${String(threats.annotations)} annotations changed`);
  await expect(go).toBeEnabled();
  await go.click();
  await expect(codebook.state).toContainText('version 2 in use');
  await app.quit();
  const after = await projects.read(folder);
  expect(used(after, 'Threat').annotations).toBe(0);
  expect(used(after, 'Claim').annotations).toBe(threats.annotations + claims.annotations);
  await projects.verify(folder);

  const again = await launch({ project: folder, analyst: 'Lena Moor' });
  const later = new CodebookPage(again.page);
  await again.page.keyboard.press('Control+Shift+b');
  await later.heading.click();
  await again.page.keyboard.press('Control+z');
  await expect(later.state).toContainText('version 1 in use');
  await again.quit();
  expect(JSON.stringify(await projects.read(folder))).toBe(JSON.stringify(before));
});

test('a codebook goes out as YAML, comes in again unchanged, and bad files say where', async ({
  launch,
  scratch,
}) => {
  const app = await launch({ args: ['--open-sample'] });
  const codebook = new CodebookPage(app.page);
  await app.page.keyboard.press('Control+Shift+b');
  const yaml = path.join(scratch, 'codebook.yaml');
  await app.dialogs.saveAs(yaml);
  await codebook.file('Export as YAML…');
  await expect(app.page.getByText(`Exported to ${yaml}.`).first()).toBeVisible();
  await app.dialogs.choose(yaml);
  await codebook.file('Read from a file…');
  await expect(app.page.getByText('says the same as the codebook in force').first()).toBeVisible();
  await expect(codebook.state).toContainText('in use');

  const text = await readFile(yaml, 'utf8');
  await writeFile(yaml, text.replace('hue: red', 'hue: scarlet'));
  await codebook.file('Read from a file…');
  const dialog = app.page.getByRole('dialog', { name: 'This file is not a codebook' });
  await expect(dialog).toContainText('is one of blue, red');
  await expect(dialog).toContainText(/Line \d+/u);
  await app.page.keyboard.press('Escape');

  await codebook.file('Template: Claims only');
  await expect(codebook.entry('Labels', 'Threat')).toHaveCount(0);
  await expect(codebook.state).toContainText('not published');
  await app.page.getByRole('button', { name: 'Discard' }).click();
  await expect(codebook.entry('Labels', 'Threat')).toBeVisible();
});

test('problems stand beside their field; entries are added and moved by keys', async ({
  launch,
}) => {
  const app = await launch({ args: ['--open-sample'] });
  const codebook = new CodebookPage(app.page);
  const { keyboard } = app.page;
  await keyboard.press('Control+Shift+b');
  await codebook.field('Letter').fill('T');
  await app.page.getByRole('button', { name: 'Threat: “T” is the letter of two labels' }).click();
  await expect(codebook.field('Name')).toHaveValue('Threat');
  await expect(codebook.field('Letter')).toHaveAccessibleDescription(
    /is the letter of two labels/u,
  );
  await codebook.heading.click();
  await keyboard.press('Control+z');
  await expect(codebook.state).toContainText('in use');

  await app.page.getByRole('button', { name: 'Add a label' }).click();
  await keyboard.type('Promise');
  await keyboard.press('Enter');
  const promise = codebook.entry('Labels', 'Promise');
  await promise.focus();
  await keyboard.press('Alt+ArrowUp');
  await expect(promise).toBeFocused();
  const names = app.page.getByRole('list', { name: 'Labels', exact: true }).getByRole('button');
  await expect(names.nth(3)).toContainText('Promise');
  await expect(names.nth(4)).toContainText('Actor');
});

test('what was marked under other rules is to be looked at again', async ({ launch, projects }) => {
  const folder = await projects.sample();
  const mine = (await projects.read(folder)).flatMap(({ annotations }) =>
    annotations.filter((one) => one.label === 'Threat'),
  );
  const app = await launch({ project: folder, analyst: 'Lena Moor' });
  const codebook = new CodebookPage(app.page);
  await app.page.keyboard.press('Control+Shift+b');
  await codebook.open('To look at again');
  await expect(app.page.getByText('Nothing to look at again.')).toBeVisible();
  await codebook.open('Labels');
  await codebook.entry('Labels', 'Threat').click();
  await codebook
    .field('Guideline')
    .fill('Mark **only** what is meant. <img src=x onerror=alert(1)>');
  const preview = app.page.getByRole('complementary', { name: 'Preview' });
  await expect(preview.locator('strong', { hasText: 'only' })).toBeVisible();
  await expect(preview).toContainText('<img src=x onerror=alert(1)>');
  await expect(preview.locator('img')).toHaveCount(0);
  await app.page.keyboard.press('Control+Enter');
  await expect(codebook.dialog).toContainText('guideline changed');
  await codebook.publish();
  await expect(codebook.state).toContainText('version 2 in use');

  await codebook.open('To look at again');
  const items = app.page
    .getByRole('list', { name: 'Threat to look at again' })
    .getByRole('listitem');
  await expect(items.first()).toBeVisible();
  const count = await items.count();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(mine.length);
  await items
    .first()
    .getByRole('button', { name: /^Still right/u })
    .click();
  await expect(items).toHaveCount(count - 1);
  await items.first().getByRole('button').first().click();
  await expect(app.details.region).toBeVisible();

  await app.page.keyboard.press('g');
  const guidelines = app.page.getByRole('region', { name: 'Guidelines' });
  await expect(guidelines).toContainText('Mark only what is meant.');

  await app.page.keyboard.press('Control+Shift+b');
  await codebook.open('Versions');
  await expect(app.page.getByRole('table', { name: 'Versions' })).toContainText('2, in use');
  await expect(app.page.getByRole('region', { name: 'Differences' })).toContainText(
    'guideline changed',
  );
});

test('the page is accessible in every theme', async ({ launch }) => {
  const { page } = await launch({ args: ['--open-sample'] });
  const codebook = new CodebookPage(page);
  await page.keyboard.press('Control+Shift+b');
  for (const section of ['Attributes', 'Rules', 'Guidelines', 'Versions', 'Labels']) {
    await codebook.open(section);
    for (const look of ['light', 'dark', 'high-contrast']) {
      await page.evaluate((theme) => {
        document.documentElement.dataset['theme'] = theme;
      }, look);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
        `${section}, ${look}`,
      ).toEqual([]);
    }
  }
});
