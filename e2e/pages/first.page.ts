import type { Locator, Page } from '@playwright/test';

/** The page without a project: three doors and recent work. */
export class FirstPage {
  readonly sample: Locator;
  readonly importFiles: Locator;
  readonly openProject: Locator;
  readonly recent: Locator;
  /** Why a project could not be opened. */
  readonly problem: Locator;

  constructor(page: Page) {
    this.sample = page.getByRole('button', { name: 'Open the sample' });
    this.importFiles = page.getByRole('button', { name: 'Choose files' });
    this.openProject = page.getByRole('button', { name: 'Choose a folder' });
    this.recent = page.getByRole('table');
    this.problem = page.getByRole('main').getByRole('alert');
  }
}
