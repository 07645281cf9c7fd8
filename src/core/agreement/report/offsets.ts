import type { MatchedPair } from './blocks.ts';
import type { Mark } from './collection.ts';
import type { Bin } from './report.ts';
import type { Selector } from './selector.ts';

/** Bins of an offset in characters, both ends included; `null` for no end. */
const BINS: readonly (readonly [from: number | null, to: number | null])[] = [
  [null, -16],
  [-15, -8],
  [-7, -3],
  [-2, -1],
  [0, 0],
  [1, 2],
  [3, 7],
  [8, 15],
  [16, null],
];

/** Which end of annotations. */
export type Side = 'start' | 'end';

function placeOf({ spans }: Mark, side: Side): number {
  return (side === 'start' ? spans[0]?.[0] : spans.at(-1)?.[1]) ?? 0;
}

/** The bin of a matched pair: by how many characters the second starts, or ends, later. */
export function binOf({ a, b }: MatchedPair, side: Side): number {
  const offset = placeOf(b, side) - placeOf(a, side);
  return BINS.findIndex(([, to]) => to === null || offset <= to);
}

/** The histogram of a pair of analysts. @param behind the selector of the pair’s matches */
export function histogram(
  matched: Iterable<MatchedPair>,
  side: Side,
  behind: Selector,
): readonly Bin[] {
  const counts = BINS.map(() => 0);
  for (const pair of matched) {
    const bin = binOf(pair, side);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return BINS.map(([from, to], bin) => ({
    from,
    to,
    count: counts[bin] ?? 0,
    behind: { ...behind, [side]: bin },
  }));
}
