import { expect, test } from './app.ts';
import { expectNoViolations, expectNoViolationsInLight } from './axe.ts';
import { OPENED, openByKeys, openers } from './openers.ts';
import { CommentsPage } from './pages/comments.page.ts';
import { SearchPage } from './pages/search.page.ts';
import { ShortcutsPage } from './pages/shortcuts.page.ts';
import type { RunningApp } from './running-app.ts';

/** Opens everything that opens on the screen, one after the other, and asks axe about each. */
async function expectOpenedFine(
  { page }: RunningApp,
  screen: string,
  least: number,
): Promise<void> {
  const names = await openers(page);
  expect(names.length, `${screen}: ${names.join(', ')}`).toBeGreaterThanOrEqual(least);
  for (const [index, name] of names.entries()) {
    await openByKeys(page, name);
    const what = `${screen}, “${name}” open`;
    // Menus have the same colours, and so have lists.
    if (index < 2) await expectNoViolations(page, what, OPENED);
    else await expectNoViolationsInLight(page, what);
    await page.keyboard.press('Escape');
    await expect(page.locator(OPENED)).toHaveCount(0);
  }
}

test('menus, lists and panels of the desk', async ({ launch }) => {
  test.slow();
  const app = await launch({ args: ['--open-sample'] });
  await app.annotations.select('Threat', 'one more Russian soldier');
  await expectOpenedFine(app, 'desk', 7);
});

test('menus and lists of the search, the statistics and the codebook', async ({ launch }) => {
  test.slow();
  const app = await launch({ args: ['--open-sample'] });
  const { page } = app;
  const search = new SearchPage(page);
  await search.type('sanctions');
  await expect(search.lines.first()).toBeVisible();
  await search.field.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expectOpenedFine(app, 'search', 3);
  await page.keyboard.press('Control+Shift+s');
  await expect(page.getByRole('heading', { name: 'Statistics', level: 1 })).toBeVisible();
  await expectOpenedFine(app, 'statistics', 3);
  await page.keyboard.press('Control+Shift+b');
  await page.getByRole('list', { name: 'Sections' }).getByRole('button').first().click();
  await expectOpenedFine(app, 'codebook', 3);
});

test('what lies over the text: the card, a tooltip, a thread, words picked by letters, what was said', async ({
  launch,
}) => {
  test.slow();
  const app = await launch({ args: ['--open-sample'] });
  const { page } = app;
  const { keyboard } = page;
  const quote = 'one more Russian soldier';
  const { start } = await app.text.place(quote);
  await page.mouse.move(start.x + 20, start.y);
  await expect(page.getByRole('tooltip').filter({ hasText: 'Threat' })).toBeVisible();
  await expectNoViolations(page, 'card over hovered words', '[role="tooltip"]');

  await app.annotations.select('Threat', quote);
  await page.getByRole('button', { name: 'Remove the annotation' }).hover();
  await expect(page.getByText('Remove the annotation')).toBeVisible();
  await expectNoViolationsInLight(page, 'tooltip');
  await page.mouse.move(5, 300);
  await app.text.region.focus();
  await expectNoViolations(page, 'attributes of an annotation');
  const comments = new CommentsPage(page);
  await comments.write('Is this one?');
  await expect(comments.thread('Is this one?')).toBeVisible();
  await comments.thread('Is this one?').getByRole('button', { name: 'Reply' }).click();
  await keyboard.type('It is.');
  await expectNoViolations(page, 'a thread that is answered');
  await keyboard.press('Control+Enter');
  await openByKeys(page, 'More for this comment');
  await expectNoViolations(page, 'the menu of a comment', OPENED);
  await keyboard.press('Escape');

  await app.text.region.focus();
  await keyboard.press('Escape');
  await keyboard.press('w');
  await keyboard.type('mo');
  await expectNoViolations(page, 'words picked by letters');
  await keyboard.press('Escape');

  // Said in passing, with something to do about it.
  await app.text.drag('Russian soldier');
  await keyboard.press('1');
  await keyboard.press('Escape');
  await app.text.drag('Russian soldier');
  await keyboard.press('1');
  await expect(page.getByRole('button', { name: 'Mark the same words once more' })).toBeVisible();
  await expectNoViolations(page, 'what was said, with an offer', 'footer');
});

test('the guidelines beside the text, and the dialogs of keys, names and entries', async ({
  launch,
}) => {
  test.slow();
  const app = await launch({ args: ['--open-sample'] });
  const { page } = app;
  const dialog = page.getByRole('dialog');
  const expectDialogFine = async (screen: string): Promise<void> => {
    await expect(dialog).toBeVisible();
    await expectNoViolations(page, screen, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  await page
    .getByRole('button', { name: 'Guidelines' })
    .or(page.getByRole('radio', { name: 'Guidelines' }))
    .first()
    .click();
  await expectNoViolations(page, 'guidelines');

  const shortcuts = new ShortcutsPage(page);
  await shortcuts.open();
  await shortcuts.button('Add a key to “Next annotation”').click();
  await expectNoViolations(page, 'a key is waited for', '[role="dialog"]');
  await page.keyboard.press('Escape');
  await expectDialogFine('keys');

  await openByKeys(page, 'Geneva 2022');
  await page.getByRole('menuitem', { name: /^Rename/u }).press('Enter');
  await expectDialogFine('rename');

  await page.keyboard.press('Control+Shift+b');
  await page.getByRole('list', { name: 'Sections' }).getByRole('button').first().click();
  await page.getByRole('button', { name: /^Add/u }).first().press('Enter');
  await expectDialogFine('a new entry');
});
