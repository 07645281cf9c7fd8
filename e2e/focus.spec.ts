import { expect, test } from './app.ts';
import { articleFile } from './article-file.ts';
import { expectKept, expectMarked, focused } from './focus-ring.ts';
import { OPENED, openByKeys, opener, openers } from './openers.ts';
import { SearchPage } from './pages/search.page.ts';
import { sampleText } from './projects.ts';
import type { RunningApp } from './running-app.ts';

test('the focus is never lost: deleting, closing, switching, undoing', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Focus', [
    await articleFile(scratch),
    sampleText('brussels-menu.txt'),
  ]);
  const app = await launch({ project });
  const { page } = app;
  const { keyboard } = page;
  for (const words of ['Moscow', 'Berlin', 'Paris']) {
    await app.text.selectByKeys(words);
    await keyboard.press('1');
    await keyboard.press('Escape');
    await expect(app.annotations.item('Claim', words)).toBeVisible();
  }

  // Its own button goes away with the annotation.
  await app.annotations.select('Claim', 'Moscow');
  await page.getByRole('button', { name: 'Remove the annotation' }).focus();
  await keyboard.press('Enter');
  await expect(app.annotations.items).toHaveCount(2);
  await expectKept(page, 'the selected annotation was removed');
  await expect(app.text.region).toBeFocused();

  // The row in the list goes away.
  await app.annotations.item('Claim', 'Berlin').getByRole('button').focus();
  await keyboard.press('Enter');
  await app.annotations.item('Claim', 'Berlin').getByRole('button').focus();
  await keyboard.press('Delete');
  await expect(app.annotations.items).toHaveCount(1);
  await expectKept(page, 'a row of the list was removed');

  await keyboard.press('Control+z');
  await expect(app.annotations.items).toHaveCount(2);
  await expectKept(page, 'undone');

  // Another article comes in place of the text.
  await app.text.region.focus();
  await keyboard.press('n');
  await expect(app.articles.rows.nth(1).getByRole('button')).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(app.text.region).toBeFocused();

  // A dialog gives the focus back, a pane that is hidden leaves it to the text.
  for (const keys of ['Control+,', 'Control+k', '?', 'Control+e']) {
    await keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectKept(page, `${keys} open`);
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(app.text.region).toBeFocused();
  }
  await app.articles.rows.first().getByRole('button').focus();
  await keyboard.press('[');
  await expect(app.articles.rows).toHaveCount(0);
  await expect(app.text.region).toBeFocused();
  await keyboard.press('[');

  // From place to place.
  for (const [keys, place] of [
    ['Control+Shift+s', 'Statistics'],
    ['Control+Shift+b', 'Codebook'],
    ['Control+Shift+f', 'Search'],
  ] as const) {
    await app.page.getByRole('link', { name: 'Articles' }).click();
    await app.text.region.focus();
    await keyboard.press(keys);
    await expect(page.getByRole('link', { name: place })).toHaveAttribute('aria-current', 'page');
    await expectKept(page, place);
  }
});

test('Tab reaches everything in order, and the ring is always seen', async ({ launch }) => {
  test.slow();
  const app = await launch({ args: ['--open-sample'] });
  const { page } = app;
  const { keyboard } = page;
  const walk = async (screen: string, most: number): Promise<void> => {
    const seen = new Set<string>();
    for (let press = 0; press < most; press += 1) {
      await keyboard.press('Tab');
      const name = await focused(page);
      if (name === 'the page') break;
      await expectMarked(page, `${screen}: ${name}`);
      seen.add(name);
    }
    expect(seen.size, screen).toBeGreaterThan(5);
  };
  for (const [theme, key, screen] of [
    ['light', 'j', 'desk'],
    ['sepia', 'Control+Shift+b', 'codebook'],
    ['dark', 'Control+Shift+s', 'statistics'],
    ['high-contrast', 'Control+Shift+f', 'search'],
  ] as const) {
    await page.evaluate((look) => {
      document.documentElement.dataset['theme'] = look;
    }, theme);
    await page.getByRole('link', { name: 'Articles' }).focus();
    await keyboard.press('Enter');
    await expect(app.text.region).toBeVisible();
    await keyboard.press(key);
    await walk(`${screen}, ${theme}`, 40);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await page.getByRole('link', { name: 'Articles' }).focus();
  await keyboard.press('Enter');
  await expect(app.text.region).toBeVisible();
  await walk('desk, forced colours', 25);
});

/** Opens everything on the screen that opens, by keys, and closes it again. */
async function expectGivenBack({ page }: RunningApp, screen: string, least: number): Promise<void> {
  const names = await openers(page);
  expect(names.length, `${screen}: ${names.join(', ')}`).toBeGreaterThanOrEqual(least);
  for (const name of names) {
    await openByKeys(page, name);
    await expectKept(page, `${screen}: “${name}” open`);
    await page.keyboard.press('Escape');
    await expect(page.locator(OPENED)).toHaveCount(0);
    await expect(opener(page, name), `${screen}: “${name}” closed`).toBeFocused();
    await expectMarked(page, `${screen}: “${name}” closed`);
  }
}

test('every menu, list and panel gives the focus back to what opened it', async ({ launch }) => {
  test.slow();
  const app = await launch({ args: ['--open-sample'] });
  const { page } = app;
  const { keyboard } = page;
  await app.annotations.select('Threat', 'one more Russian soldier');
  await expectGivenBack(app, 'desk', 7);
  const search = new SearchPage(page);
  await search.type('sanctions');
  await expect(search.lines.first()).toBeVisible();
  await search.field.focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await expectGivenBack(app, 'search', 3);
  await keyboard.press('Control+Shift+s');
  await expect(page.getByRole('heading', { name: 'Statistics', level: 1 })).toBeVisible();
  await expectGivenBack(app, 'statistics', 3);
  await keyboard.press('Control+Shift+b');
  await page.getByRole('list', { name: 'Sections' }).getByRole('button').first().click();
  await expectGivenBack(app, 'codebook', 3);
});

test('every dialog and every bar gives the focus back, and the ring is seen there', async ({
  launch,
}) => {
  test.slow();
  const app = await launch({ args: ['--open-sample'] });
  const { page } = app;
  const { keyboard } = page;
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  const dialog = page.getByRole('dialog');

  // From a button: back to it.
  await app.articles.rows
    .nth(1)
    .getByRole('button')
    .click({ modifiers: ['Control'] });
  for (const name of [/^Acting as/u, 'Tag', 'Assign', 'Export'] as const) {
    await button(name).focus();
    await keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await expectKept(page, `${String(name)} open`);
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button(name), `${String(name)} closed`).toBeFocused();
    await expectMarked(page, `${String(name)} closed`);
  }

  // From a menu that is gone: to what opened the menu, or to the text.
  await openByKeys(page, 'Add articles');
  await page.getByRole('menuitem', { name: 'Paste text…' }).press('Enter');
  await expect(dialog).toBeVisible();
  await expectKept(page, 'paste open');
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expectKept(page, 'paste closed');
  await expectMarked(page, 'paste closed');

  // Bars over the text, and a relation that is not made: back to the text.
  await app.annotations.select('Threat', 'one more Russian soldier');
  for (const keys of ['Control+f', 'w', 'r']) {
    await app.text.region.focus();
    await keyboard.press(keys);
    await expect(app.text.region).not.toBeFocused();
    await expectKept(page, `${keys} open`);
    await keyboard.press('Escape');
    await expect(app.text.region, `${keys} closed`).toBeFocused();
    await expectMarked(page, `${keys} closed`);
  }

  // On the other pages.
  await keyboard.press('Control+Shift+b');
  await page.getByRole('list', { name: 'Sections' }).getByRole('button').first().click();
  await button(/^Add/u).focus();
  await keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button(/^Add/u)).toBeFocused();
});

test('a row that a filter takes away leaves the focus in the list, and undo does not take it', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Filter', [
    await articleFile(scratch),
    sampleText('brussels-menu.txt'),
    sampleText('korean-desk.txt'),
  ]);
  const app = await launch({ project });
  const { page } = app;
  const { keyboard } = page;
  await page.getByRole('button', { name: /^New/u }).click();
  await expect(app.articles.rows).toHaveCount(3);
  await app.articles.rows.nth(1).getByRole('button').focus();
  await keyboard.press('Enter');
  await app.articles.rows.nth(1).getByRole('button').focus();
  await keyboard.press('Control+Shift+Enter');
  await expect(app.articles.rows).toHaveCount(2);
  await expectKept(page, 'the row left the list');
  expect(
    await page.evaluate(() => document.activeElement?.closest('[aria-label="Articles"]') !== null),
  ).toBe(true);
  await expectMarked(page, 'the row left the list');
  await keyboard.press('Control+z');
  await expect(app.articles.rows).toHaveCount(3);
  await expectKept(page, 'undone');
  await expectMarked(page, 'undone');
});
