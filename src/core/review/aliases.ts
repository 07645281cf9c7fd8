import type { Digest } from './reading.ts';

/**
 * Numbers from 1 that stand for analysts in one article, so that nobody can tell who is who: drawn
 * by project and article, another order in each. The same on every machine.
 * @param analysts ids, in any order
 */
export function aliasesFor(
  analysts: readonly string[],
  project: string,
  articleId: string,
  digest: Digest,
): ReadonlyMap<string, number> {
  const drawn = [...new Set(analysts)]
    .map((analyst) => ({ analyst, place: digest(JSON.stringify([project, articleId, analyst])) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1));
  return new Map(drawn.map(({ analyst }, index) => [analyst, index + 1]));
}
