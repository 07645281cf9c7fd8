import { expect, type Locator, type Page } from '@playwright/test';

/** The preview of an import: files, the text of the chosen one, and what was recognised in it. */
export class ImportPage {
  readonly files: Locator;
  readonly preview: Locator;
  readonly recognised: Locator;
  readonly questions: Locator;
  readonly button: Locator;
  readonly cancelButton: Locator;

  constructor(page: Page) {
    this.files = page.getByRole('listbox', { name: 'Files' });
    this.preview = page.getByRole('region', { name: 'Preview' });
    this.recognised = page.getByRole('complementary', { name: 'Recognised' });
    this.questions = this.recognised.getByRole('listitem');
    this.button = page.getByRole('button', { name: /^Import(?:ing…| \d+| \d+ when read)?$/u });
    this.cancelButton = page.getByRole('button', { name: 'Cancel', exact: true });
  }

  /** The row of a file by (a part of) its name. */
  file(name: string): Locator {
    return this.files.getByRole('option').filter({ hasText: name });
  }

  /** A recognised field of the chosen file. */
  field(name: 'Title' | 'Outlet' | 'Byline' | 'Date'): Locator {
    return this.recognised.getByRole('textbox', { name, exact: true });
  }

  /** Everything is read, and so many files would come in. */
  async expectReady(count: number): Promise<void> {
    await expect(this.button).toHaveText(new RegExp(`^Import ${count}(?!\\d| when)`, 'u'));
  }

  /** Shows one file. */
  async show(name: string): Promise<void> {
    await this.file(name).click();
    await expect(this.file(name)).toHaveAttribute('aria-selected', 'true');
  }

  /** Adds what is ready. */
  async apply(): Promise<void> {
    await this.button.click();
    await expect(this.files).toHaveCount(0);
  }
}
