import type { Left } from './report.ts';
import type { Item, LeftReason, Reference } from './selector.ts';

interface Bag {
  readonly what: Left['what'];
  readonly items: Item[];
}

/** Everything that a report leaves out, by reason. */
export class LeftOut {
  readonly #bags = new Map<LeftReason, Bag>();

  #put(reason: LeftReason, what: Left['what'], item: Item): void {
    const bag = this.#bags.get(reason) ?? { what, items: [] };
    this.#bags.set(reason, bag);
    bag.items.push(item);
  }

  article(reason: LeftReason, articleId: string, readers: readonly string[]): void {
    this.#put(reason, 'articles', { articleId, annotations: [], analysts: readers });
  }

  layer(reason: LeftReason, articleId: string, analyst: string): void {
    this.#put(reason, 'layers', { articleId, annotations: [], analysts: [analyst] });
  }

  annotation(reason: LeftReason, articleId: string, of: Reference): void {
    this.#put(reason, 'annotations', { articleId, annotations: [of], analysts: [of.analyst] });
  }

  /** What was left out for a reason. */
  items(reason: LeftReason): readonly Item[] {
    return this.#bags.get(reason)?.items ?? [];
  }

  /** The reasons that occurred, with how many. */
  list(): readonly Left[] {
    return [...this.#bags].map(([reason, { what, items }]) => ({
      reason,
      what,
      count: items.length,
      behind: { of: 'left', reason },
    }));
  }
}
