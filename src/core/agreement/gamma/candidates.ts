import type { AlignedContinuum, AlignedUnit, Params } from './continuum.ts';

/** Units of different annotators, by index, that may be meant to be one; and what that costs. */
export interface Candidate {
  readonly members: readonly number[];
  readonly cost: number;
  /** What is saved against leaving each of them alone. */
  readonly saving: number;
}

/** More would take longer than anybody waits. */
const MOST_TRIED = 100_000;
/** Beyond it, only single members are tried against the rest. */
const MOST_SPLIT = 8;

/** How unlike two units are: α·d_pos + β·d_cat (Mathet et al. 2015, section 4). */
export function dissimilarity(a: AlignedUnit, b: AlignedUnit, params: Params): number {
  const lengths = a.end - a.start + (b.end - b.start);
  const apart = (Math.abs(a.start - b.start) + Math.abs(a.end - b.end)) / lengths;
  const category = a.category === b.category ? 0 : params.beta;
  return params.deltaEmpty * (params.alpha * apart * apart + category);
}

/**
 * True where some split in two parts is not dearer than the whole: then an optimum without it exists.
 * Split in `s` and `t` members, the parts cost (pairs + s·t)·Δ∅ − Σ dissimilarities across more, over
 * the number of pairs. It contains the cut at n·Δ∅ of Mathet et al., and is sharper.
 */
function isSplit(
  distances: readonly (readonly number[])[],
  pairs: number,
  deltaEmpty: number,
): boolean {
  const size = distances.length;
  const splits = size <= MOST_SPLIT ? 2 ** (size - 1) : 0;
  const across = (inLeft: (at: number) => boolean, left: number): boolean => {
    let sum = 0;
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < i; j += 1) if (inLeft(i) !== inLeft(j)) sum += distances[i]?.[j] ?? 0;
    }
    return sum >= (pairs + left * (size - left)) * deltaEmpty;
  };
  for (let split = 1; split < splits; split += 1) {
    let left = 0;
    for (let bits = split; bits > 0; bits >>= 1) left += bits & 1;
    if (across((at) => ((split >> at) & 1) === 1, left)) return true;
  }
  for (let one = 0; splits === 0 && one < size; one += 1) {
    if (across((at) => at === one, 1)) return true;
  }
  return false;
}

/** For each unit, the units of later annotators that are not too unlike ever to be aligned with it. */
function neighboursOf(
  { units, annotators }: AlignedContinuum,
  params: Params,
): readonly (readonly number[])[] {
  const pairs = (annotators * (annotators - 1)) / 2;
  const limit = (pairs + Math.floor((annotators * annotators) / 4)) * params.deltaEmpty;
  return units.map((unit, at) =>
    units.flatMap((other, index) =>
      other.annotator > unit.annotator && index !== at && dissimilarity(unit, other, params) < limit
        ? [index]
        : [],
    ),
  );
}

/**
 * Every set of two units or more that an optimal alignment may contain; `undefined` where there are
 * too many to go through.
 */
export function candidatesOf(
  continuum: AlignedContinuum,
  params: Params,
): readonly Candidate[] | undefined {
  const { units, annotators } = continuum;
  const pairs = (annotators * (annotators - 1)) / 2;
  const { deltaEmpty } = params;
  const neighbours = neighboursOf(continuum, params);
  const found: Candidate[] = [];
  const between = (i: number, j: number): number => {
    const [a, b] = [units[i], units[j]];
    return a === undefined || b === undefined ? 0 : dissimilarity(a, b, params);
  };
  let tried = 0;
  const extend = (
    members: readonly number[],
    distances: readonly (readonly number[])[],
    open: readonly number[],
  ): void => {
    for (const next of open) {
      tried += 1;
      if (tried > MOST_TRIED) return;
      const all = [...members, next];
      const wider = [...distances, members.map((member) => between(member, next))];
      const size = all.length;
      const sum = wider.reduce((total, row) => total + row.reduce((a, b) => a + b, 0), 0);
      const cost = (sum + (pairs - (size * (size - 1)) / 2) * deltaEmpty) / pairs;
      const saving = size * deltaEmpty - cost;
      if (size > 1 && saving > 0 && !isSplit(wider, pairs, deltaEmpty)) {
        found.push({ members: all, cost, saving });
      }
      const near = new Set(neighbours[next]);
      extend(all, wider, size === 1 ? [...near] : open.filter((one) => near.has(one)));
    }
  };
  extend(
    [],
    [],
    units.map((_, at) => at),
  );
  return tried > MOST_TRIED ? undefined : found;
}
