import type { Span } from '../model/span.ts';
import { bestMatching } from './spans/matching.ts';

/** An annotation as far as its place and label matter to a matching. */
export interface Placed {
  /** Ascending, not overlapping, at least one; `[start, end)` in UTF-16 code units. */
  readonly spans: readonly Span[];
  /** Number of its label; a matching prefers equal ones among places that are equally good. */
  readonly label: number;
}

/**
 * When two annotations are of the same place. `half`: they share at least half of the longer one.
 * `iou`: what they share is at least `least` of what either covers. `any`: they share a character.
 * `exact`: their spans are the same.
 */
export type MatchRule =
  | { readonly kind: 'half' | 'any' | 'exact' }
  | { readonly kind: 'iou'; readonly least: number };

/** A matched pair, by index, and how much of what either covers both cover (IoU, 0–1). */
export interface Match {
  readonly left: number;
  readonly right: number;
  readonly overlap: number;
}

/** Prefers equal labels where places are equally good; too small to outweigh a character. */
const SAME_LABEL = 1e-7;

function firstStart({ spans }: Placed): number {
  return spans[0]?.[0] ?? 0;
}

function lastEnd({ spans }: Placed): number {
  return spans.at(-1)?.[1] ?? 0;
}

function lengthOf({ spans }: Placed): number {
  let sum = 0;
  for (const [start, end] of spans) sum += end - start;
  return sum;
}

function sharedOf(a: Placed, b: Placed): number {
  let sum = 0;
  for (const [start, end] of a.spans) {
    for (const [from, to] of b.spans) sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return sum;
}

/** True for two annotations on exactly the same words. */
export function isSamePlace(a: Placed, b: Placed): boolean {
  return (
    a.spans.length === b.spans.length &&
    a.spans.every(([start, end], at) => b.spans[at]?.[0] === start && b.spans[at]?.[1] === end)
  );
}

/** The IoU of two annotations where the rule takes them for the same place, else 0. */
export function overlapBy(rule: MatchRule, a: Placed, b: Placed): number {
  // Two places without width have nothing to share; on the same spot they are the same.
  if (isSamePlace(a, b)) return 1;
  if (rule.kind === 'exact') return 0;
  const [lengthA, lengthB, shared] = [lengthOf(a), lengthOf(b), sharedOf(a, b)];
  if (shared === 0) return 0;
  const overlap = shared / (lengthA + lengthB - shared);
  if (rule.kind === 'half') return shared * 2 >= Math.max(lengthA, lengthB) ? overlap : 0;
  return rule.kind !== 'iou' || overlap >= rule.least ? overlap : 0;
}

interface Edge extends Match {
  readonly weight: number;
}

/** Pairs that may be matched: a sweep over both lists, sorted by start, not all against all. */
function edgesOf(left: readonly Placed[], right: readonly Placed[], rule: MatchRule): Edge[] {
  const order = right.map((one, at) => ({ one, at, start: firstStart(one) }));
  order.sort((a, b) => a.start - b.start);
  const longest = right.reduce((most, one) => Math.max(most, lastEnd(one) - firstStart(one)), 0);
  const turns = left.map((one, at) => ({ one, at, start: firstStart(one) }));
  turns.sort((a, b) => a.start - b.start);
  const edges: Edge[] = [];
  let from = 0;
  for (const { one, at, start } of turns) {
    while ((order[from]?.start ?? Number.POSITIVE_INFINITY) < start - longest) from += 1;
    for (let next = from; next < order.length; next += 1) {
      const other = order[next];
      if (other === undefined || other.start > lastEnd(one)) break;
      const overlap = overlapBy(rule, one, other.one);
      const weight = overlap + (one.label === other.one.label ? SAME_LABEL : 0);
      if (overlap > 0) edges.push({ left: at, right: other.at, overlap, weight });
    }
  }
  return edges;
}

/** The best matching of edges that compete for their ends. */
function settle(edges: readonly Edge[]): Match[] {
  const rows = [...new Set(edges.map(({ left }) => left))].sort((a, b) => a - b);
  const columns = [...new Set(edges.map(({ right }) => right))].sort((a, b) => a - b);
  const rowOf = new Map(rows.map((left, at) => [left, at]));
  const columnOf = new Map(columns.map((right, at) => [right, at]));
  const known = new Map<number, Edge>();
  const places = edges.map((edge) => {
    const place = [rowOf.get(edge.left) ?? 0, columnOf.get(edge.right) ?? 0] as const;
    known.set(place[0] * columns.length + place[1], edge);
    return place;
  });
  const edgeAt = (row: number, column: number) => known.get(row * columns.length + column);
  const weight = (row: number, column: number): number => edgeAt(row, column)?.weight ?? 0;
  return bestMatching(rows.length, columns.length, places, weight).flatMap(
    ([row, column]) => edgeAt(row, column) ?? [],
  );
}

function tally(edges: readonly Edge[], side: 'left' | 'right', size: number): Uint32Array {
  const times = new Uint32Array(size);
  for (const edge of edges) times[edge[side]] = (times[edge[side]] ?? 0) + 1;
  return times;
}

/**
 * Matches the annotations of two analysts of one article one to one: of all matchings that the rule
 * allows the one with the most IoU in sum, whatever the labels; among equally good ones that with
 * the most equal labels. Annotations that compete with no others are matched at once, so the time
 * grows with their number where they seldom pile up.
 * @returns the pairs by `left`, ascending
 * @source Kuhn 1955 for those that compete (`spans/matching.ts`)
 */
export function align(
  left: readonly Placed[],
  right: readonly Placed[],
  rule: MatchRule,
): readonly Match[] {
  const edges = edgesOf(left, right, rule);
  const ofLeft = tally(edges, 'left', left.length);
  const ofRight = tally(edges, 'right', right.length);
  const alone: Match[] = [];
  const competing: Edge[] = [];
  for (const edge of edges) {
    if (ofLeft[edge.left] === 1 && ofRight[edge.right] === 1) alone.push(edge);
    else competing.push(edge);
  }
  const settled = competing.length === 0 ? [] : settle(competing);
  return [...alone, ...settled]
    .map((match) => ({ left: match.left, right: match.right, overlap: match.overlap }))
    .sort((a, b) => a.left - b.left);
}
