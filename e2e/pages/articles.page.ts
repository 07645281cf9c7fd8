import { expect, type Locator, type Page } from '@playwright/test';

/** The list of articles. */
export class ArticlesPage {
  readonly list: Locator;
  readonly rows: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('list', { name: 'Articles', exact: true });
    this.rows = this.list.getByRole('listitem');
  }

  /** The row of an article by (a part of) its title. */
  row(title: string | RegExp): Locator {
    return this.rows.filter({ hasText: title });
  }

  async open(title: string | RegExp): Promise<void> {
    await this.row(title).getByRole('button').click();
    await this.expectOpen(title);
  }

  async expectOpen(title: string | RegExp): Promise<void> {
    await expect(this.row(title).getByRole('button')).toHaveAttribute('aria-current', 'true');
  }

  /** Chooses from the menu that adds articles. */
  async add(item: 'Import files…' | 'Import folder…' | 'Paste text…'): Promise<void> {
    await this.page.getByRole('button', { name: 'Add articles' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
