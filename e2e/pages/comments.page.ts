import type { Locator, Page } from '@playwright/test';

/** The comments beside the text: on the selected annotation, or on the article. */
export class CommentsPage {
  readonly region: Locator;
  readonly threads: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('region', { name: 'Comments', exact: true });
    this.threads = this.region.getByRole('article');
  }

  /** The thread that begins with (some of) these words. */
  thread(words: string): Locator {
    return this.threads.filter({ hasText: words });
  }

  /** The field for a new comment. */
  get field(): Locator {
    return this.region.getByRole('textbox', { name: /^Comment on/u });
  }

  /** Comments on what is selected, by keys alone. */
  async write(words: string): Promise<void> {
    await this.page.keyboard.press('q');
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Control+Enter');
  }
}
