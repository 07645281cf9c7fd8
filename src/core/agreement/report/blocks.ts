import { align, isSamePlace } from '../align.ts';
import type { Collection, Compared, Mark } from './collection.ts';

/** Two annotations of two analysts at one place. */
export interface MatchedPair {
  readonly a: Mark;
  readonly b: Mark;
  /** IoU, 0–1. */
  readonly overlap: number;
}

/** What two analysts did with one article that both read. */
export interface Block {
  /** Number of the article among those compared. */
  readonly article: number;
  /** Numbers of the analysts, the smaller first. */
  readonly first: number;
  readonly second: number;
  readonly matched: readonly MatchedPair[];
  /** Those of the first, then of the second, that match nothing. */
  readonly alone: readonly Mark[];
}

function aloneIn(
  left: readonly Mark[],
  right: readonly Mark[],
  matched: readonly MatchedPair[],
): readonly Mark[] {
  if (matched.length * 2 === left.length + right.length) return [];
  const taken = new Set<Mark>();
  for (const { a, b } of matched) taken.add(a).add(b);
  return [...left, ...right].filter((mark) => !taken.has(mark));
}

function matchedIn(
  left: readonly Mark[],
  right: readonly Mark[],
  rule: Parameters<typeof align>[2],
): MatchedPair[] {
  const pairs: MatchedPair[] = [];
  for (const match of align(left, right, rule)) {
    const [a, b] = [left[match.left], right[match.right]];
    if (a !== undefined && b !== undefined) pairs.push({ a, b, overlap: match.overlap });
  }
  return pairs;
}

/** Every two analysts who read the article, compared. @param article its number */
export function blocksOf({ options }: Collection, of: Compared, article: number): readonly Block[] {
  const layers = [...of.layers];
  return layers.flatMap(([first, left], at) =>
    layers.slice(at + 1).map(([second, right]) => {
      const matched = matchedIn(left, right, options.rule);
      return { article, first, second, matched, alone: aloneIn(left, right, matched) };
    }),
  );
}

/** As many identical pairs as there are, equal labels first. */
function sameIn(left: readonly Mark[], right: readonly Mark[]): MatchedPair[] {
  const waiting = new Map<string, Mark[]>();
  for (const mark of right) {
    const key = mark.spans.join(' ');
    const known = waiting.get(key);
    if (known === undefined) waiting.set(key, [mark]);
    else known.push(mark);
  }
  return left.flatMap((a) => {
    const same = waiting.get(a.spans.join(' ')) ?? [];
    const at = same.findIndex(({ label }) => label === a.label);
    const [b] = same.splice(Math.max(0, at), 1);
    return b === undefined ? [] : [{ a, b, overlap: 1 }];
  });
}

/** The same block where only identical spans match; the most pairs that there are. */
export function exactBlock({ article, first, second, matched, alone }: Block): Block {
  // Whatever the rule, identical spans overlap; so nothing else has to be looked at.
  const left = [...matched.map(({ a }) => a), ...alone.filter((one) => one.analyst === first)];
  const right = [...matched.map(({ b }) => b), ...alone.filter((one) => one.analyst === second)];
  if (matched.every(({ a, b }) => isSamePlace(a, b)) && alone.length === 0) {
    return { article, first, second, matched, alone };
  }
  const exact = sameIn(left, right);
  return { article, first, second, matched: exact, alone: aloneIn(left, right, exact) };
}
