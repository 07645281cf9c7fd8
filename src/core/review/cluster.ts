import { bestMatching } from '../agreement/spans/matching.ts';
import { type Annotation, compareAnnotations } from '../model/annotation.ts';
import { overlap } from './compare-values.ts';
import { grouped } from './grouped.ts';

/**
 * Least overlap (intersection over union) at which annotations with different labels are taken for
 * two readings of one thing. Below it, one is more likely nested in the other.
 */
export const OTHER_LABEL_OVERLAP = 0.3;

/** What the same label is worth when it is asked which annotations belong together. */
const SAME_LABEL = 0.5;

/** How much two annotations of different analysts belong together; 0 for not at all. */
function affinity(a: Annotation, b: Annotation): number {
  const common = overlap(a.anchor.spans, b.anchor.spans);
  if (a.label === b.label) return common === 0 ? 0 : common + SAME_LABEL;
  return common < OTHER_LABEL_OVERLAP ? 0 : common;
}

interface Edge {
  readonly one: number;
  readonly other: number;
  readonly weight: number;
}

/** The surest first; equals in reading order. */
function compareEdges(a: Edge, b: Edge): number {
  if (a.weight !== b.weight) return b.weight - a.weight;
  return a.one === b.one ? a.other - b.other : a.one - b.one;
}

function compareIds(a: Annotation, b: Annotation): number {
  const order = compareAnnotations(a, b);
  if (order !== 0 || a.analyst === b.analyst) return order;
  return a.analyst < b.analyst ? -1 : 1;
}

/** First code unit after the annotation. */
function endOf({ anchor }: Annotation): number {
  return anchor.spans.at(-1)?.[1] ?? 0;
}

function startOf({ anchor }: Annotation): number {
  return anchor.spans[0]?.[0] ?? 0;
}

/** All pairs of different analysts that may belong together. `sorted` is in reading order. */
function pairsIn(sorted: readonly Annotation[]): Edge[] {
  const edges: Edge[] = [];
  let open: number[] = [];
  for (const [other, b] of sorted.entries()) {
    open = open.filter((one) => endOf(sorted[one] as Annotation) >= startOf(b));
    for (const one of open) {
      const a = sorted[one] as Annotation;
      const weight = a.analyst === b.analyst ? 0 : affinity(a, b);
      if (weight > 0) edges.push({ one, other, weight });
    }
    open.push(other);
  }
  return edges;
}

interface Side {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
}

function inOrder(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

/** The best one-to-one matching of two analysts' annotations. */
function matchTwo(sides: readonly Side[]): Edge[] {
  const rows = inOrder(sides.map(({ row }) => row));
  const columns = inOrder(sides.map(({ column }) => column));
  const rowAt = new Map(rows.map((row, index) => [row, index]));
  const columnAt = new Map(columns.map((column, index) => [column, index]));
  const weights = new Map(
    sides.map(({ row, column, weight }) => [`${String(row)} ${String(column)}`, weight] as const),
  );
  const weightOf = (row: number, column: number): number =>
    weights.get(`${String(rows[row])} ${String(columns[column])}`) ?? 0;
  const edges = sides.map(
    ({ row, column }) => [rowAt.get(row) ?? 0, columnAt.get(column) ?? 0] as const,
  );
  return bestMatching(rows.length, columns.length, edges, weightOf).map(([row, column]) => {
    const [a, b] = [rows[row] ?? 0, columns[column] ?? 0];
    return { one: Math.min(a, b), other: Math.max(a, b), weight: weightOf(row, column) };
  });
}

/** Of the pairs, those that are matched when each two analysts are compared as well as can be. */
function matchedPairs(sorted: readonly Annotation[], edges: readonly Edge[]): Edge[] {
  const analystAt = (index: number): string => sorted[index]?.analyst ?? '';
  const byAnalysts = grouped(edges, ({ one, other }) =>
    [analystAt(one), analystAt(other)].toSorted().join(' '),
  );
  return [...byAnalysts].flatMap(([analysts, pairs]) => {
    const [first] = analysts.split(' ');
    const sides = pairs.map(({ one, other, weight }) =>
      analystAt(one) === first
        ? { row: one, column: other, weight }
        : { row: other, column: one, weight },
    );
    return matchTwo(sides);
  });
}

/**
 * Puts annotations of different analysts together that are readings of one thing: at most one of
 * each analyst. Each two analysts are matched one to one as well as can be (never greedily); the
 * matches are joined, the surest first, unless one analyst would be in a cluster twice. What is
 * left stands alone. The same clusters come out in whatever order the annotations come in.
 * @returns clusters in reading order, each in reading order
 */
export function cluster(annotations: readonly Annotation[]): readonly (readonly Annotation[])[] {
  const sorted = annotations.toSorted(compareIds);
  const edges = matchedPairs(sorted, pairsIn(sorted)).toSorted(compareEdges);
  const members = sorted.map((_one, index) => [index]);
  for (const { one, other } of edges) {
    const [a, b] = [members[one] ?? [], members[other] ?? []];
    if (a === b) continue;
    const here = new Set(a.map((index) => sorted[index]?.analyst));
    if (b.some((index) => here.has(sorted[index]?.analyst))) continue;
    for (const index of b) {
      a.push(index);
      members[index] = a;
    }
  }
  return [...new Set(members)]
    .map((group) => group.toSorted((a, b) => a - b).flatMap((index) => sorted[index] ?? []))
    .toSorted((a, b) => compareIds(a[0] as Annotation, b[0] as Annotation));
}
