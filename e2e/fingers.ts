import type { Page } from '@playwright/test';

/** Presses keys and counts them: each character one, a chord with its modifiers one. */
export class Fingers {
  private presses = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** How many keys were pressed so far. */
  get count(): number {
    return this.presses;
  }

  /** Presses keys one after another, each by its name or character. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.presses += 1;
      await this.page.keyboard.press(key);
    }
  }
}
