import type { Locator, Page } from '@playwright/test';

/** A label of the default codebook. */
export type LabelName = 'Claim' | 'Threat' | 'Sanctions proposal' | 'Actor';

/** The labels as a toolbar. */
export class LabelsPage {
  readonly toolbar: Locator;

  constructor(page: Page) {
    this.toolbar = page.getByRole('toolbar', { name: 'Labels' });
  }

  button(name: LabelName): Locator {
    return this.toolbar.getByRole('button', { name });
  }
}
