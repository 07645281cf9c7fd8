import { expect, type Locator, type Page } from '@playwright/test';

/** The page that searches all articles. */
export class SearchPage {
  readonly field: Locator;
  readonly grid: Locator;
  /** The lines in the page; of a long result only some are. */
  readonly lines: Locator;
  readonly result: Locator;
  readonly bar: Locator;
  readonly preview: Locator;
  readonly steps: Locator;
  /** Why the query cannot be understood. */
  readonly problem: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('searchbox', { name: 'Search all articles' });
    this.grid = page.getByRole('grid', { name: 'Hits' });
    this.lines = this.grid.getByRole('row');
    this.result = page.getByRole('status', { name: 'Search result' });
    this.bar = page.getByRole('region', { name: 'Selected hits' });
    this.problem = page.getByRole('search').getByRole('alert');
    this.preview = page.getByRole('dialog');
    this.steps = this.preview.getByRole('list', { name: 'What will happen' }).getByRole('listitem');
  }

  /** Opens the page by its key and types a query. */
  async type(query: string): Promise<void> {
    const typing = this.page.locator('input:focus');
    if ((await typing.count()) === 0) await this.page.keyboard.press('/');
    else await this.field.focus();
    await expect(this.field).toBeFocused();
    await this.field.fill(query);
  }

  /** Sorts the lines by a column. */
  async sortBy(column: string): Promise<void> {
    const head = this.page.getByRole('group', { name: 'Select and sort' });
    await head.getByRole('button', { name: column, exact: true }).click();
  }

  /** So many hits were found, and the search is over. */
  async expectFound(hits: number): Promise<void> {
    const words = new RegExp(`^${String(hits)} hits? in \\d+ articles?$`, 'u');
    await expect(this.result).toHaveText(words);
  }

  /** The words of the lines: before, hit, after. */
  async texts(): Promise<string[][]> {
    const cells = await this.lines.evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent),
      ),
    );
    return cells.map((row) => row.slice(1, 4));
  }
}
