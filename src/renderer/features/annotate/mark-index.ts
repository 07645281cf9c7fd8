import type { Annotation } from '../../../core/model/annotation.ts';
import type { Label } from '../../../core/model/codebook.ts';
import type { Span } from '../../../core/model/span.ts';
import { type IntervalIndex, intervalIndex } from '../../../core/text/interval-index.ts';
import { assignLanes } from '../../../core/text/lanes.ts';

/** An annotation as it is painted. */
export interface Mark {
  readonly id: string;
  readonly spans: readonly Span[];
  readonly labelId: string;
  readonly hue: Label['hue'];
  readonly pattern: Label['pattern'];
  readonly letter: string;
}

/** Finds marks by place, and tells in which lane each one's line is drawn. */
export interface MarkIndex {
  readonly get: (id: string) => Mark | undefined;
  /** Takes over the annotations as they are now. */
  readonly update: (annotations: readonly Annotation[], labels: readonly Label[]) => void;
  /** Shows a mark at other spans than its own while an edge is dragged; `undefined` ends that. */
  readonly pretend: (id: string, spans: readonly Span[] | undefined) => void;
  /** Marks that share text with `[from, to)`, in reading order. */
  readonly within: (from: number, to: number) => readonly Mark[];
  /** Marks that hold the code unit at `offset`, innermost first. */
  readonly at: (offset: number) => readonly Mark[];
  /** Lane of each of these marks, 0 nearest to the text. */
  readonly lanesOf: (marks: readonly Mark[]) => ReadonlyMap<string, number>;
}

/** What is painted for a label that the codebook does not have (any more). */
const UNKNOWN = { hue: 'grey', pattern: 'dotted', letter: '?' } as const;

function markOf(annotation: Annotation, labels: ReadonlyMap<string, Label>): Mark {
  const { hue, pattern, letter } = labels.get(annotation.label) ?? UNKNOWN;
  const { spans } = annotation.anchor;
  return { id: annotation.id, spans, labelId: annotation.label, hue, pattern, letter };
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a === b ||
    (a.length === b.length && a.every((span, i) => span[0] === b[i]?.[0] && span[1] === b[i]?.[1]))
  );
}

function sameMark(a: Mark | undefined, b: Mark): boolean {
  return (
    a !== undefined &&
    a.labelId === b.labelId &&
    a.hue === b.hue &&
    a.pattern === b.pattern &&
    a.letter === b.letter &&
    sameSpans(a.spans, b.spans)
  );
}

/** Length of the span of a mark that holds `offset`: what decides which mark is the inner one. */
function lengthAt(mark: Mark, offset: number): number {
  const span = mark.spans.find(([start, end]) => start <= offset && offset < end);
  return span === undefined ? Number.POSITIVE_INFINITY : span[1] - span[0];
}

function innermostFirst(marks: readonly Mark[], offset: number): readonly Mark[] {
  return marks.toSorted((a, b) => {
    const byLength = lengthAt(a, offset) - lengthAt(b, offset);
    if (byLength !== 0) return byLength;
    const byStart = (b.spans[0]?.[0] ?? 0) - (a.spans[0]?.[0] ?? 0);
    return byStart !== 0 ? byStart : a.id < b.id ? -1 : 1;
  });
}

/** The stretch of everything that overlaps, step by step, what stands in `[from, to)`. */
function clusterAround(index: IntervalIndex, from: number, to: number): Span {
  let [low, high] = [from, to];
  for (;;) {
    const found = index.intersecting(low, high);
    const nextLow = Math.min(low, ...found.slice(0, 1).map((one) => one.start));
    const nextHigh = found.reduce((greatest, one) => Math.max(greatest, one.end), high);
    if (nextLow === low && nextHigh === high) return [low, high];
    [low, high] = [nextLow, nextHigh];
  }
}

/** An index without marks. */
export function createMarkIndex(): MarkIndex {
  const marks = new Map<string, Mark>();
  const index = intervalIndex();
  let lanes = new Map<string, number>();

  function put(mark: Mark): void {
    marks.set(mark.id, mark);
    for (const [start, end] of mark.spans) {
      if (start < end) index.insert({ id: mark.id, start, end });
    }
  }

  function drop(id: string): void {
    marks.delete(id);
    index.remove(id);
  }

  function known(ids: Iterable<string>): Mark[] {
    return [...new Set(ids)].map((id) => marks.get(id)).filter((mark) => mark !== undefined);
  }

  return {
    get: (id) => marks.get(id),
    update(annotations, labels) {
      const byId = new Map(labels.map((label) => [label.id, label]));
      const gone = new Set(marks.keys());
      const changed: Mark[] = [];
      for (const annotation of annotations) {
        const mark = markOf(annotation, byId);
        gone.delete(mark.id);
        if (!sameMark(marks.get(mark.id), mark)) changed.push(mark);
      }
      if (gone.size === 0 && changed.length === 0) return;
      lanes = new Map();
      for (const id of gone) drop(id);
      for (const mark of changed) {
        if (marks.has(mark.id)) drop(mark.id);
        put(mark);
      }
    },
    pretend(id, spans) {
      const mark = marks.get(id);
      if (mark === undefined || spans === undefined || sameSpans(mark.spans, spans)) return;
      lanes = new Map();
      drop(id);
      put({ ...mark, spans });
    },
    within: (from, to) => known(index.intersecting(from, to).map((one) => one.id)),
    at: (offset) => innermostFirst(known(index.covering(offset).map((one) => one.id)), offset),
    lanesOf(wanted) {
      for (const mark of wanted) {
        if (lanes.has(mark.id)) continue;
        const [first, last] = [mark.spans[0], mark.spans.at(-1)];
        const cluster = clusterAround(index, first?.[0] ?? 0, last?.[1] ?? 0);
        const members = known(index.intersecting(...cluster).map((one) => one.id));
        for (const [id, lane] of assignLanes(members)) lanes.set(id, lane);
      }
      return lanes;
    },
  };
}
