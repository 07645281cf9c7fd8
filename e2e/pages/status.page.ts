import { expect, type Locator, type Page } from '@playwright/test';

/** Whether what is on screen is on disk. */
export class StatusPage {
  readonly saveState: Locator;
  readonly tryAgain: Locator;

  constructor(page: Page) {
    this.saveState = page.getByRole('status', { name: 'Save state' });
    this.tryAgain = page.getByRole('button', { name: 'Try again' });
  }

  async expectSaved(): Promise<void> {
    await expect(this.saveState).toHaveText('Saved');
  }

  async expectNotSaved(): Promise<void> {
    await expect(this.saveState).toHaveText(/^Not saved /u);
  }
}
