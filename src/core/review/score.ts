import type { Attribute } from '../model/attribute.ts';
import { comparedAttributes, differingAttributes, overlap } from './compare-values.ts';
import { type Candidate, readersOf } from './reading.ts';

/**
 * What two readers are apart, 0 to 1. One marked and the other did not: 0.6. Another label: 0.7,
 * and up to 0.3 more for other words. The same label: half of what the words are apart, and up to
 * 0.3 for the share of compared attributes that differ.
 */
export const WEIGHTS = { missed: 0.6, label: 0.7, boundary: 0.3, sameLabel: 0.5, attributes: 0.3 };

/** How far two readings are apart, 0 to 1; see `WEIGHTS`. */
function distance(a: Candidate, b: Candidate, attributes: ReadonlyMap<string, Attribute>): number {
  const apart = 1 - overlap(a.spans, b.spans);
  if (a.label !== b.label) return WEIGHTS.label + WEIGHTS.boundary * apart;
  const [one, other] = [a, b].map((each) => comparedAttributes(each.attributes, attributes));
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]).size;
  const share = names === 0 ? 0 : differingAttributes(one ?? {}, other ?? {}).length / names;
  return WEIGHTS.sameLabel * apart + WEIGHTS.attributes * share;
}

/**
 * How far the readers of an item are apart: 0 where all say the same, 1 at most. The sum of what
 * each two readers are apart, against the number of pairs there would be if the readers were split
 * into two equal camps. So an evenly divided team is further apart than one against all, and the
 * number of readers does not matter by itself. A measure of urgency for a queue, no coefficient of
 * agreement.
 * @param absent how many read the article and marked nothing here
 */
export function disagreement(
  candidates: readonly Candidate[],
  absent: number,
  attributes: ReadonlyMap<string, Attribute>,
): number {
  const readers = readersOf(candidates) + absent;
  const camps = Math.floor(readers / 2) * Math.ceil(readers / 2);
  if (camps === 0) return 0;
  let sum = WEIGHTS.missed * absent * (readers - absent);
  for (const [index, a] of candidates.entries()) {
    for (const b of candidates.slice(index + 1)) {
      sum += distance(a, b, attributes) * a.from.length * b.from.length;
    }
  }
  return Math.min(1, sum / camps);
}
