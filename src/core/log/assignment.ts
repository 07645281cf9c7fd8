import { inOrder } from '../text/order.ts';

/** What an assignment is planned from. */
export interface AssignmentWish {
  /** Article ids, in the order of the list. */
  readonly articles: readonly string[];
  /** Analyst ids. */
  readonly analysts: readonly string[];
  /** Proportion 0–1 of the articles that several analysts get; the others go to one each. */
  readonly share: number;
  /** How many analysts get an article of that share; at most as many as there are. */
  readonly each: number;
}

/** Who gets an article. */
export interface Assigned {
  readonly articleId: string;
  /** Analyst ids, in the order of the wish. */
  readonly analysts: readonly string[];
}

/** Whole numbers in a random order (Fisher–Yates; Durstenfeld, CACM 7, 1964, algorithm 235). */
function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const order = [...all];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [order[i], order[j]];
    if (a !== undefined && b !== undefined) [order[i], order[j]] = [b, a];
  }
  return order;
}

/**
 * The analysts who have least so far; among equals those who shared least with the ones chosen for
 * this article already, and among these by chance. Always taking from those with least keeps
 * everybody within one article of everybody else.
 */
function choose(
  analysts: readonly string[],
  many: number,
  load: Map<string, number>,
  together: Map<string, number>,
  random: () => number,
): string[] {
  const chosen: string[] = [];
  while (chosen.length < many) {
    const met = (id: string): number =>
      chosen.reduce((sum, other) => sum + (together.get([id, other].toSorted().join(' ')) ?? 0), 0);
    const [next] = shuffled(
      analysts.filter((id) => !chosen.includes(id)),
      random,
    ).toSorted((a, b) => inOrder((load.get(a) ?? 0) - (load.get(b) ?? 0), met(a) - met(b)));
    if (next === undefined) break;
    for (const other of chosen) {
      const pair = [next, other].toSorted().join(' ');
      together.set(pair, (together.get(pair) ?? 0) + 1);
    }
    load.set(next, (load.get(next) ?? 0) + 1);
    chosen.push(next);
  }
  return chosen;
}

/**
 * Who gets which article. The same wish and the same chance give the same plan; two analysts never
 * differ by more than one article.
 * @param random a seeded generator of numbers in [0, 1)
 */
export function planAssignment(
  { articles, analysts, share, each }: AssignmentWish,
  random: () => number,
): Assigned[] {
  const shared = Math.round(Math.min(1, Math.max(0, share)) * articles.length);
  const overlap = new Set(shuffled(articles, random).slice(0, shared));
  const many = Math.min(Math.max(1, Math.trunc(each)), analysts.length);
  const load = new Map<string, number>();
  const together = new Map<string, number>();
  return articles.map((articleId) => {
    const count = overlap.has(articleId) ? many : Math.min(1, analysts.length);
    const chosen = new Set(choose(analysts, count, load, together, random));
    return { articleId, analysts: analysts.filter((id) => chosen.has(id)) };
  });
}

/** Articles of one analyst after the other, in the order of the list: by hand it would be so too. */
export function roundRobin(articles: readonly string[], analysts: readonly string[]): Assigned[] {
  return articles.map((articleId, index) => {
    const next = analysts[index % Math.max(1, analysts.length)];
    return { articleId, analysts: next === undefined ? [] : [next] };
  });
}
