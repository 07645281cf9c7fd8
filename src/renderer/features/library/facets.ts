import type { ArticleRow } from '../../state/project.ts';

/** A value that articles have, and how many have it. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** Values to choose from; the filter's words find the rare ones. */
const MOST = 200;

/**
 * The values of a field over all articles, the most frequent first.
 * @param valuesOf what an article has; empty texts are left out
 */
export function facetsOf(
  rows: readonly ArticleRow[],
  valuesOf: (row: ArticleRow) => readonly string[],
): readonly Facet[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of valuesOf(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  counts.delete('');
  return Array.from(counts, ([value, count]) => ({ value, count }))
    .sort((a, b) => (a.count === b.count ? (a.value < b.value ? -1 : 1) : b.count - a.count))
    .slice(0, MOST);
}
