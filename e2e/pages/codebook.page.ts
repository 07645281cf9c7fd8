import type { Locator, Page } from '@playwright/test';

/** The codebook: its sections, the editor, and the dialog that publishes. */
export class CodebookPage {
  readonly heading: Locator;
  readonly sections: Locator;
  readonly dialog: Locator;
  readonly state: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { name: 'Codebook', level: 1 });
    this.sections = page.getByRole('list', { name: 'Sections' });
    this.dialog = page.getByRole('dialog', { name: /^Publish version/u });
    this.state = page.getByText(/version \d+ in use|not published/u);
  }

  /** Opens a section. */
  async open(section: string): Promise<void> {
    await this.sections.getByRole('button', { name: section }).click();
  }

  /** An entry of the open list. */
  entry(list: string, name: string): Locator {
    return this.page
      .getByRole('list', { name: list, exact: true })
      .getByRole('button', { name, exact: true });
  }

  /** A field of the editor. */
  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** Publishes with the dialog that is open. */
  async publish(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^Publish version/u }).click();
  }

  /** Picks from the file menu. */
  async file(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'File', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
