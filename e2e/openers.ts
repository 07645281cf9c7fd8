import { expect, type Locator, type Page } from '@playwright/test';

/** What opens over the window. */
export const OPENED = '[role="menu"], [role="listbox"][data-open], [role="dialog"]';

/** Names of the buttons on the screen that open a menu, a list or a panel. */
export function openers(page: Page): Promise<string[]> {
  return page
    .locator('[aria-haspopup]:visible:not([disabled]):not([aria-disabled="true"])')
    .evaluateAll((all) => [
      ...new Set(
        all.map((one) => one.getAttribute('aria-label') ?? (one.textContent ?? '').trim()),
      ),
    ]);
}

/** The first button of that name that opens something. */
export function opener(page: Page, name: string): Locator {
  return page
    .locator('[aria-haspopup]:visible')
    .and(
      page
        .getByRole('button', { name, exact: true })
        .or(page.getByRole('combobox', { name, exact: true })),
    )
    .first();
}

/** Opens it from the keyboard. */
export async function openByKeys(page: Page, name: string): Promise<void> {
  await opener(page, name).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(OPENED).last()).toBeVisible();
}
