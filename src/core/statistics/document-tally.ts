import { compareStrings, inOrder } from '../text/order.ts';
import type { DocumentCount } from './report.ts';

/** A label that one analyst gave a whole article. */
export interface GivenLabel {
  readonly articleId: string;
  /** Analyst id. */
  readonly analyst: string;
  /** Label id. */
  readonly label: string;
  /** Day the analyst's labels of the article were changed last, `YYYY-MM-DD` in UTC; or empty. */
  readonly day: string;
}

/** Counts labels of whole articles, apart from those on words: they stand on no words to be counted in. */
export interface DocumentTally {
  readonly add: (given: GivenLabel) => void;
  /** By label, analyst and day. */
  readonly counts: () => DocumentCount[];
  /** Ids of the articles that have a label, each once, in the order they came. */
  readonly articlesWith: (label: string) => string[];
}

/** Begins to count. */
export function createDocumentTally(): DocumentTally {
  const counts = new Map<string, DocumentCount>();
  const articles = new Map<string, Set<string>>();
  return {
    add({ articleId, analyst, label, day }) {
      const key = JSON.stringify([label, analyst, day]);
      const before = counts.get(key)?.articles ?? 0;
      counts.set(key, { label, analyst, day, articles: before + 1 });
      const known = articles.get(label) ?? new Set();
      articles.set(label, known.add(articleId));
    },
    counts: () =>
      [...counts.values()].sort((a, b) =>
        inOrder(
          compareStrings(a.label, b.label),
          inOrder(compareStrings(a.analyst, b.analyst), compareStrings(a.day, b.day)),
        ),
      ),
    articlesWith: (label) => [...(articles.get(label) ?? [])],
  };
}
