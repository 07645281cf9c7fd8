import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { clickMenu } from './menu.ts';
import { ShortcutsPage } from './pages/shortcuts.page.ts';
import type { RunningApp } from './running-app.ts';

/** Titles, keys and states of the application's menu, by the ids of commands. */
function menuItem(app: RunningApp, id: string) {
  return app.electron.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (item === undefined || item === null) return undefined;
    const { label, enabled, checked, accelerator } = item;
    return { label, enabled, checked, accelerator: String(accelerator ?? '') };
  }, id);
}

test('a command gets another key, everywhere, and keeps it', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  const shortcuts = new ShortcutsPage(app.page);
  await shortcuts.open();
  await shortcuts.filter.fill('articles pane');
  await shortcuts.press('Show or hide the articles pane', 'Shift+a', '[');
  await expect(shortcuts.row('Show or hide the articles pane')).toContainText('ShiftA');
  await shortcuts.close();
  await expect(app.articles.rows.first()).toBeVisible();
  await app.page.keyboard.press('[');
  await expect(app.articles.rows.first()).toBeVisible();
  await app.page.keyboard.press('Shift+a');
  await expect(app.articles.rows).toHaveCount(0);
  await expect
    .poll(() => menuItem(app, 'view.articles'))
    .toMatchObject({ accelerator: 'Shift+A', checked: false });

  const again = await app.restart();
  await again.page.keyboard.press('Shift+a');
  await expect(again.articles.rows).toHaveCount(0);
  const after = new ShortcutsPage(again.page);
  await after.open();
  await after.button('Give “Show or hide the articles pane” its own keys again').click();
  await expect(after.row('Show or hide the articles pane')).not.toContainText('ShiftA');
  await after.close();
  await again.page.keyboard.press('[');
  await expect(again.articles.rows.first()).toBeVisible();
});

test('a key that is taken is moved with consent; reserved ones are refused', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  const shortcuts = new ShortcutsPage(app.page);
  const { keyboard } = app.page;
  await shortcuts.open();

  await shortcuts.press('Next article', 'j', 'N');
  const row = shortcuts.row('Next article').first();
  await expect(row.getByRole('alert')).toContainText('J: “Next annotation” has it already.');
  await shortcuts.button('Leave it there').click();
  await expect(row).toContainText('N');
  await shortcuts.press('Next article', 'j', 'N');
  await expect(shortcuts.button('Move it here')).toBeFocused();
  await keyboard.press('Enter');
  await expect(shortcuts.button('Change J, key of “Next article”')).toBeVisible();
  await expect(shortcuts.button('Change J, key of “Next annotation”')).toHaveCount(0);

  await shortcuts.press('Next annotation', '1');
  await expect(shortcuts.dialog.getByRole('alert')).toContainText('give labels');
  await keyboard.press('Control+Alt+n');
  await expect(shortcuts.dialog.getByRole('alert')).toContainText('AltGr');
  await keyboard.press('Alt+f');
  await expect(shortcuts.dialog.getByRole('alert')).toContainText('opens the menu File');
  await keyboard.press('Escape');
  await expect(shortcuts.dialog).toBeVisible();

  // By the key instead of the name; it belongs to one command of each place only.
  await shortcuts.button('Find by key').click();
  await keyboard.press('j');
  await expect(shortcuts.button('Change J, key of “Next article”')).toBeVisible();
  await expect(shortcuts.button('Change J, key of “Next item”')).toBeVisible();
  await expect(shortcuts.dialog.getByRole('listitem')).toHaveCount(2);
  await shortcuts.button('Any key').click();

  await shortcuts.button('Reset all…').click();
  await shortcuts.button('Reset all').click();
  await expect(shortcuts.button('Change J, key of “Next annotation”')).toBeVisible();
});

test('chosen keys go to a file and come back from one', async ({ launch, scratch }) => {
  const file = path.join(scratch, 'keys.json');
  const app = await launch({ args: ['--open-sample'] });
  const shortcuts = new ShortcutsPage(app.page);
  await shortcuts.open();
  await shortcuts.press('Close project', 'F4');
  await app.dialogs.saveAs(file);
  await shortcuts.button('Export…').click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('"project.close"');
  const other = { 'project.close': ['Tab', 'F8'], 'other.version': ['F9'] };
  const content = { ...(JSON.parse(await readFile(file, 'utf8')) as object), keys: other };
  await writeFile(file, JSON.stringify(content));
  await app.dialogs.choose(file);
  await shortcuts.button('Import…').click();
  await expect(shortcuts.button('Change F8, key of “Close project”')).toBeVisible();
  await expect(shortcuts.row('Close project')).not.toContainText('Tab');
  await shortcuts.button('Export…').click();
  await expect.poll(() => readFile(file, 'utf8')).toContain('"other.version"');
});

test('the sheet of all keys is saved as PDF and HTML, with the keys in force', async ({
  launch,
  scratch,
}) => {
  const app = await launch({ args: ['--open-sample'] });
  const shortcuts = new ShortcutsPage(app.page);
  await shortcuts.open();
  await shortcuts.press('Next article', 'F8', 'N');
  await shortcuts.close();
  await app.page.keyboard.press('?');
  const sheet = app.page.getByRole('dialog', { name: 'All keys' });

  const html = path.join(scratch, 'keys.html');
  await app.dialogs.saveAs(html);
  await sheet.getByRole('button', { name: 'Save as HTML…' }).click();
  await expect.poll(() => readFile(html, 'utf8').catch(() => '')).toContain('</html>');
  const page = await readFile(html, 'utf8');
  expect(page).toContain(
    '<span>Next article</span><span class="keys"><span class="shortcut"><kbd>F8</kbd>',
  );
  expect(page).toContain(
    '<span>Claim</span><span class="keys"><span class="shortcut"><kbd>1</kbd>',
  );
  expect(page).not.toMatch(/https?:/u);

  const pdf = path.join(scratch, 'keys.pdf');
  await app.dialogs.saveAs(pdf);
  await sheet.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect
    .poll(() => readFile(pdf, 'latin1').catch(() => ''), { timeout: 20_000 })
    .toContain('%%EOF');
  const bytes = await readFile(pdf, 'latin1');
  expect(bytes.startsWith('%PDF-')).toBe(true);
  const pages = bytes.match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pages).toBeLessThanOrEqual(3);
  await expect(app.page.locator('[data-paper]')).toHaveCount(0);
});

test('the menu says what is at hand, and does it', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  const { page } = app;
  const enabled = (id: string) => menuItem(app, id).then((item) => item?.enabled);
  await expect.poll(() => enabled('article.next')).toBe(true);
  expect(await menuItem(app, 'annotation.remove')).toMatchObject({ enabled: false });
  expect(await menuItem(app, 'label.1')).toMatchObject({ label: '&Claim', accelerator: '1' });
  await app.annotations.select('Threat', 'one more Russian soldier');
  await expect.poll(() => enabled('annotation.remove')).toBe(true);

  await clickMenu(app, 'codebook.show');
  await expect(page.getByRole('heading', { name: 'Codebook', level: 1 })).toBeVisible();
  await expect.poll(() => enabled('annotation.remove')).toBe(false);
  await clickMenu(app, 'settings.theme.dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect
    .poll(() => menuItem(app, 'settings.theme.dark').then((item) => item?.checked))
    .toBe(true);

  // Under a dialog, nothing of the window is at hand.
  await clickMenu(app, 'settings.open');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await expect.poll(() => enabled('search.show')).toBe(false);
  const roles = await app.electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => ({
      label,
      roles: (submenu?.items ?? []).flatMap(({ role }) =>
        typeof role === 'string' ? [role.toLowerCase()] : [],
      ),
    })),
  );
  expect(roles.map(({ label }) => label).join(' ')).toBe(
    '&File &Edit &View &Annotate A&rticle &Codebook &Go &Help',
  );
  expect(roles[1]?.roles).toEqual(['cut', 'copy', 'paste', 'selectall']);
});

test('the dialog of shortcuts has nothing that axe objects to', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  const shortcuts = new ShortcutsPage(app.page);
  await shortcuts.open();
  await shortcuts.press('Next article', 'j', 'N');
  await expect(shortcuts.button('Move it here')).toBeVisible();
  for (const look of ['light', 'dark', 'high-contrast']) {
    await app.page.evaluate((theme) => {
      document.documentElement.dataset['theme'] = theme;
    }, look);
    await app.page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map((one) => one.finished)),
    );
    const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).analyze();
    expect.soft(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await app.page.screenshot({
      path: path.join(process.env['SHOTS'] ?? test.info().outputDir, `shortcuts-${look}.png`),
    });
  }
});
