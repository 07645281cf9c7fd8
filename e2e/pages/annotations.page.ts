import { expect, type Locator, type Page } from '@playwright/test';
import type { LabelName } from './labels.page.ts';

/** What an item of the list must say: label and words. */
export type Listed = readonly [label: LabelName, quote: string];

/** The list of annotations of the article on the desk. */
export class AnnotationsPage {
  readonly list: Locator;
  readonly items: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('list', { name: 'Annotations', exact: true });
    this.items = this.list.getByRole('listitem');
  }

  /** The item of an annotation by its label and (a part of) its words. */
  item(label: LabelName, quote: string): Locator {
    return this.items.filter({ hasText: label }).filter({ hasText: quote });
  }

  /** The list says exactly this, in this order. */
  async expectToBe(wanted: readonly Listed[]): Promise<void> {
    await expect(this.items).toHaveCount(wanted.length);
    for (const [index, [label, quote]] of wanted.entries()) {
      await expect(this.items.nth(index)).toContainText(label);
      await expect(this.items.nth(index)).toContainText(quote);
    }
  }

  /** Selects an annotation by its item. */
  async select(label: LabelName, quote: string): Promise<void> {
    await this.item(label, quote).getByRole('button').first().click();
    await expect(this.page.getByRole('region', { name: 'Annotation details' })).toContainText(
      quote,
    );
  }
}
