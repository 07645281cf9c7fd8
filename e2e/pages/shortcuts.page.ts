import type { Locator, Page } from '@playwright/test';

/** The dialog in which keys are changed. */
export class ShortcutsPage {
  readonly dialog: Locator;
  readonly filter: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    this.filter = this.dialog.getByRole('searchbox', { name: 'Filter commands' });
  }

  /** The row of a command. */
  row(title: string): Locator {
    return this.dialog.getByRole('listitem').filter({ hasText: title });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+k');
    await this.filter.waitFor();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Presses keys for a command: one more, or in place of the one that is named. */
  async press(title: string, keys: string, instead?: string): Promise<void> {
    const button =
      instead === undefined
        ? this.button(`Add a key to “${title}”`)
        : this.button(`Change ${instead}, key of “${title}”`);
    await button.click();
    await this.page.keyboard.press(keys);
  }
}
