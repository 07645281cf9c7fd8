import { articleOfOp, type Op } from '../../../core/log/op.ts';
import type { Compared } from './compare-streams.ts';
import type { StreamOp } from './stream-lines.ts';

/** What can be used of a stream now: the ops before the first that names an unknown article. */
export interface Usable extends Compared {
  readonly use: readonly StreamOp[];
  /** The article that the next op needs, where it was cut. */
  readonly needs?: string;
}

/** Which articles are known, and which texts came. */
export interface Texts {
  readonly isKnown: (articleId: string) => boolean;
  /** True where the bundle has this text for this article. */
  readonly came: (articleId: string, sha256: string) => boolean;
}

const NAMING: ReadonlySet<string> = new Set(['project', 'gold']);

function namesArticle({ c }: Op): boolean {
  return NAMING.has(c) || c.startsWith('layer.');
}

/** True where the op brings an article in whose text is at hand. */
function brings(op: Op, texts: Texts): boolean {
  const sum = op.p['sha256'];
  return op.c === 'project' && typeof sum === 'string' && texts.came(op.r, sum);
}

function usable(compared: Compared, known: Set<string>, texts: Texts): Usable {
  const use: StreamOp[] = [];
  for (const one of compared.fresh) {
    const article = namesArticle(one.op) ? articleOfOp(one.op) : undefined;
    if (article !== undefined && brings(one.op, texts)) known.add(article);
    if (article !== undefined && !texts.isKnown(article) && !known.has(article)) {
      return { ...compared, use, needs: article };
    }
    use.push(one);
  }
  return { ...compared, use };
}

function total(all: readonly Usable[]): number {
  return all.reduce((sum, one) => sum + one.use.length, 0);
}

/**
 * What can be used of each stream: an op about an article waits until the article is there, so that
 * nothing is stored about a text that nobody has. One stream may bring what another needs.
 */
export function holdBack(compared: readonly Compared[], texts: Texts): readonly Usable[] {
  const known = new Set<string>();
  let all = compared.map((one) => usable(one, known, texts));
  for (;;) {
    const next = compared.map((one) => usable(one, known, texts));
    if (total(next) === total(all)) return next;
    all = next;
  }
}
