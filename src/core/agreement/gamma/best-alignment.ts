import { bestMatching } from '../spans/matching.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { AlignedContinuum, Params } from './continuum.ts';
import { bestPacking } from './packing.ts';

/** Candidates that meet, at first or by others; what is best in one group is so without the rest. */
function groupsOf(candidates: readonly Candidate[], units: number): readonly Candidate[][] {
  const parent = Int32Array.from({ length: units }, (_, index) => index);
  const find = (unit: number): number => {
    let root = unit;
    while ((parent[root] ?? root) !== root) {
      parent[root] = parent[parent[root] ?? root] ?? root;
      root = parent[root] ?? root;
    }
    return root;
  };
  for (const { members } of candidates) {
    for (const member of members) parent[find(member)] = find(members[0] ?? member);
  }
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const root = find(candidate.members[0] ?? 0);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [candidate]);
    else group.push(candidate);
  }
  return [...groups.values()];
}

/** Two annotators: a matching, which the Hungarian method finds in no time. */
function matched(candidates: readonly Candidate[], units: number): readonly Candidate[] {
  const byPair = new Map<number, Candidate>();
  const edges = candidates.map((candidate): readonly [number, number] => {
    const [a = 0, b = 0] = candidate.members;
    byPair.set(a * units + b, candidate);
    return [a, b];
  });
  const pairs = bestMatching(units, units, edges, (a, b) => byPair.get(a * units + b)?.saving ?? 0);
  return pairs.flatMap(([a, b]) => byPair.get(a * units + b) ?? []);
}

function packed(candidates: readonly Candidate[], units: number): readonly Candidate[] | undefined {
  const chosen: Candidate[] = [];
  for (const group of groupsOf(candidates, units)) {
    const best = bestPacking(group);
    if (best === undefined) return undefined;
    for (const index of best) chosen.push(...group.slice(index, index + 1));
  }
  return chosen;
}

/**
 * The disorder of the best alignment: every unit in one unitary alignment, their costs in sum as
 * small as can be, over the mean number of units of an annotator. Exact.
 * @returns a reason in words where there is none, or where it would take too long
 */
export function bestDisorder(continuum: AlignedContinuum, params: Params): number | string {
  const { units, annotators } = continuum;
  if (annotators < 2) return 'fewer than two annotators marked anything';
  if (units.length === 0) return 'nobody marked anything';
  const candidates = candidatesOf(continuum, params);
  const chosen =
    candidates === undefined
      ? undefined
      : annotators === 2
        ? matched(candidates, units.length)
        : packed(candidates, units.length);
  if (chosen === undefined) {
    return 'too many ways to align these units; take fewer annotators or shorter texts';
  }
  const aligned = chosen.reduce((sum, { members }) => sum + members.length, 0);
  const costs = chosen.reduce((sum, { cost }) => sum + cost, 0);
  const alone = (units.length - aligned) * params.deltaEmpty;
  return ((costs + alone) * annotators) / units.length;
}
