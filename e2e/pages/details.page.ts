import type { Locator, Page } from '@playwright/test';

/** What is known about the selected annotation. */
export class DetailsPage {
  readonly region: Locator;
  readonly note: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Annotation details' });
    this.note = this.region.getByRole('textbox', { name: /note/i });
  }
}
