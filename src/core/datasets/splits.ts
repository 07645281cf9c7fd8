import type { Split } from '../formats/format.ts';
import { compareStrings, inOrder } from '../text/order.ts';
import { type Shares, SPLITS } from './choice.ts';

/** What decides the split of an article. */
export interface SplitArticle {
  readonly id: string;
  /** SHA-256 of its text, lower-case hex. */
  readonly sha256: string;
  /** Ids of the labels that it has annotations of. */
  readonly labels: readonly string[];
}

/** Articles by the rarest label they have, the rarest stratum first; those without labels last. */
function strata(articles: readonly SplitArticle[]): SplitArticle[][] {
  const count = new Map<string, number>();
  for (const { labels } of articles) {
    for (const label of new Set(labels)) count.set(label, (count.get(label) ?? 0) + 1);
  }
  const rarity = [...count]
    .toSorted((a, b) => inOrder(a[1] - b[1], compareStrings(a[0], b[0])))
    .map(([label]) => label);
  const rank = new Map(rarity.map((label, index) => [label, index]));
  const found: SplitArticle[][] = Array.from({ length: rarity.length + 1 }, () => []);
  for (const article of articles) {
    const ranks = article.labels.map((label) => rank.get(label) ?? rarity.length);
    found[Math.min(rarity.length, ...ranks)]?.push(article);
  }
  return found;
}

/** The splits of slot after slot, each given to the one that is furthest behind its share. */
function* slots(shares: Shares): Generator<Split, never> {
  const sum = SPLITS.reduce((total, split) => total + shares[split], 0);
  const given = { train: 0, dev: 0, test: 0 };
  for (let slot = 1; ; slot += 1) {
    let next: Split = 'train';
    for (const split of SPLITS) {
      // Whole numbers: `slot * share - given * sum` is how far a split is behind, times the sum.
      const behind = slot * shares[split] - given[split] * sum;
      if (behind > slot * shares[next] - given[next] * sum) next = split;
    }
    given[next] += 1;
    yield next;
  }
}

/**
 * The split of each article, by article id.
 *
 * Stratified by label presence: an article belongs to the stratum of the rarest label it has, as the
 * first step of iterative stratification does (Sechidis, Tsoumakas, Vlahavas, “On the Stratification
 * of Multi-Label Data”, ECML PKDD 2011, §3). The strata, one after the other, are given slots; slot
 * after slot goes to the split that is furthest behind its share, so that each split gets its share of
 * all articles to within one, and of each stratum to within two. Within a stratum, articles stand in
 * the order of SHA-256(seed, text, id), which has nothing to do with the other articles: train takes
 * from the beginning, then dev, then test. Articles that are added therefore move only those at the
 * two borders, and only as far as the shares ask for it.
 * @param sha256 of a text in UTF-8, lower-case hex
 */
export function assignSplits(
  articles: readonly SplitArticle[],
  shares: Shares,
  seed: string,
  sha256: (text: string) => string,
): ReadonlyMap<string, Split> {
  const assigned = new Map<string, Split>();
  const next = slots(shares);
  for (const stratum of strata(articles)) {
    const quotas = { train: 0, dev: 0, test: 0 };
    for (const _article of stratum) quotas[next.next().value] += 1;
    const order = SPLITS.flatMap((split) => Array.from({ length: quotas[split] }, () => split));
    stratum
      .map(({ id, sha256: text }) => ({ id, key: sha256(`split\n${seed}\n${text}\n${id}`) }))
      .toSorted((a, b) => inOrder(compareStrings(a.key, b.key), compareStrings(a.id, b.id)))
      .forEach(({ id }, index) => assigned.set(id, order[index] ?? 'train'));
  }
  return assigned;
}
