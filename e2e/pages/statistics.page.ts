import { expect, type Locator, type Page } from '@playwright/test';

/** The statistics: charts whose numbers can be pressed, and the list behind a number. */
export class StatisticsPage {
  readonly heading: Locator;
  readonly behind: Locator;
  readonly lines: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { name: 'Statistics', level: 1 });
    this.behind = page.getByRole('complementary', { name: 'Behind the number' });
    this.lines = this.behind.getByRole('listitem');
  }

  /** A chart by its title. */
  chart(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** The numbers of a chart that can be pressed. */
  spots(title: string): Locator {
    return this.chart(title).locator('button[data-spot]');
  }

  /** What the numbers of a chart say. */
  async numbers(title: string): Promise<string[]> {
    await expect(this.spots(title).first()).toBeAttached();
    return this.spots(title).evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? ''),
    );
  }

  /** Writes a chart, wherever the next dialog says. */
  async exportChart(
    title: string,
    item: 'Picture as SVG…' | 'Picture as PNG…' | 'Numbers as CSV…',
  ) {
    await this.chart(title)
      .getByRole('button', { name: `Export “${title}”` })
      .click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
