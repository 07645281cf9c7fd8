import type { Block, MatchedPair } from './blocks.ts';
import type { Mark } from './collection.ts';

/** What two analysts or more marked at one place: at most one annotation of each. */
export interface Unit {
  /** Number of the article. */
  readonly article: number;
  /** By number of the analyst, ascending; at least two. */
  readonly marks: readonly Mark[];
}

function sharesAnalyst(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.some((one) => b.some(({ analyst }) => analyst === one.analyst));
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The surest pairs first; what follows only makes the order the same on every machine. */
function bySureness(x: MatchedPair, y: MatchedPair): number {
  const orders = [
    y.overlap - x.overlap,
    x.a.analyst - y.a.analyst,
    x.b.analyst - y.b.analyst,
    compareIds(x.a.id, y.a.id),
    compareIds(x.b.id, y.b.id),
  ];
  return orders.find((order) => order !== 0) ?? 0;
}

/**
 * Joins the matched pairs of an article to units across analysts, the pairs with most overlap first,
 * as long as no analyst comes twice. With two analysts the units are the matched pairs.
 * @param blocks all blocks of one article
 */
export function unitsOf(blocks: readonly Block[]): readonly Unit[] {
  const [block] = blocks;
  if (block === undefined) return [];
  const { article } = block;
  if (blocks.length === 1) {
    return block.matched.map(({ a, b }) => ({ article, marks: [a, b] }));
  }
  const groupOf = new Map<Mark, Mark[]>();
  for (const { a, b } of blocks.flatMap(({ matched }) => matched).sort(bySureness)) {
    const [one, other] = [groupOf.get(a) ?? [a], groupOf.get(b) ?? [b]];
    if (one === other || sharesAnalyst(one, other)) continue;
    const joined = [...one, ...other];
    for (const mark of joined) groupOf.set(mark, joined);
  }
  return [...new Set(groupOf.values())].map((marks) => ({
    article,
    marks: marks.sort((x, y) => x.analyst - y.analyst),
  }));
}
