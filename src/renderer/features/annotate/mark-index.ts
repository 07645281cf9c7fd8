import type { Annotation } from '../../../core/model/annotation.ts';
import type { Label } from '../../../core/model/codebook.ts';
import type { Span } from '../../../core/model/span.ts';
import {
  type Interval,
  type IntervalIndex,
  intervalIndex,
} from '../../../core/text/interval-index.ts';
import { assignLanes } from '../../../core/text/lanes.ts';

/** An annotation as it is painted. */
export interface Mark {
  readonly id: string;
  readonly spans: readonly Span[];
  readonly labelId: string;
  readonly hue: Label['hue'];
  readonly pattern: Label['pattern'];
  readonly letter: string;
  /** Of its label, to be spoken. */
  readonly name: string;
  /** Its analyst is in doubt. */
  readonly unsure: boolean;
}

/** Finds marks by place, and tells in which lane each one's line is drawn. */
export interface MarkIndex {
  readonly get: (id: string) => Mark | undefined;
  /** Takes over the annotations as they are now; returns the stretches that may look otherwise. */
  readonly update: (
    annotations: readonly Annotation[],
    labels: readonly Label[],
  ) => readonly Span[];
  /** Shows a mark at other spans than its own while an edge is dragged; returns as `update`. */
  readonly pretend: (id: string, spans: readonly Span[] | undefined) => readonly Span[];
  /** Marks that share text with `[from, to)`, in reading order. */
  readonly within: (from: number, to: number) => readonly Mark[];
  /** Lane of each of these marks, 0 nearest to the text. */
  readonly lanesOf: (marks: readonly Mark[]) => ReadonlyMap<string, number>;
}

/** What is painted for a label that the codebook does not have (any more). */
const UNKNOWN = { hue: 'grey', pattern: 'dotted', letter: '?' } as const;

function markOf(annotation: Annotation, labels: ReadonlyMap<string, Label>): Mark {
  const { id, label, confidence } = annotation;
  const { hue, pattern, letter, name } = labels.get(label) ?? { ...UNKNOWN, name: label };
  const { spans } = annotation.anchor;
  const unsure = confidence === 'low';
  return { id, spans, labelId: label, hue, pattern, letter, name, unsure };
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
    a.name === b.name &&
    a.unsure === b.unsure &&
    sameSpans(a.spans, b.spans)
  );
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

/** From the first to the last code unit of a mark. */
function stretchOf({ spans }: Mark): Span {
  return [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0];
}

/** Where two lists of the same annotations, each replaced when it changes, begin and end to differ. */
function differing(
  before: readonly Annotation[],
  now: readonly Annotation[],
): { readonly from: number; readonly endBefore: number; readonly endNow: number } {
  let from = 0;
  const shorter = Math.min(before.length, now.length);
  while (from < shorter && before[from] === now[from]) from += 1;
  let [endBefore, endNow] = [before.length, now.length];
  while (endBefore > from && endNow > from && before[endBefore - 1] === now[endNow - 1]) {
    endBefore -= 1;
    endNow -= 1;
  }
  return { from, endBefore, endNow };
}

/** With more changes than this, and where none stays as it was, everything is built and painted anew. */
const MANY = 100;
const EVERYWHERE: readonly Span[] = [[0, Number.POSITIVE_INFINITY]];

function indexOf(marks: Iterable<Mark>): IntervalIndex {
  const intervals: Interval[] = [];
  for (const { id, spans } of marks) {
    for (const [start, end] of spans) intervals.push({ id, start, end });
  }
  return intervalIndex(intervals);
}

/** What the marks were made of. */
interface Taken {
  readonly annotations: readonly Annotation[];
  readonly labels: readonly Label[];
}

/** The annotations that differ: as they were, and as they are. With other labels, all do. */
function whatDiffers(
  before: Taken,
  after: Taken,
): { was: readonly Annotation[]; now: readonly Annotation[] } {
  if (before.labels !== after.labels) return { was: before.annotations, now: after.annotations };
  const { from, endBefore, endNow } = differing(before.annotations, after.annotations);
  return {
    was: before.annotations.slice(from, endBefore),
    now: after.annotations.slice(from, endNow),
  };
}

function marksOf(annotations: readonly Annotation[], labels: readonly Label[]): readonly Mark[] {
  const byId = new Map(labels.map((label) => [label.id, label]));
  return annotations.map((annotation) => markOf(annotation, byId));
}

/** Marks that were there and marks that are, without those that are painted as they were. */
function withoutSame(
  was: readonly Mark[],
  now: readonly Mark[],
): [gone: readonly Mark[], come: readonly Mark[]] {
  const gone = new Map(was.map((mark) => [mark.id, mark]));
  const come = now.filter((mark) => {
    if (!sameMark(gone.get(mark.id), mark)) return true;
    gone.delete(mark.id);
    return false;
  });
  return [[...gone.values()], come];
}

/** An index without marks. */
export function createMarkIndex(): MarkIndex {
  const marks = new Map<string, Mark>();
  let index = intervalIndex();
  let lanes = new Map<string, number>();
  let taken: Taken = { annotations: [], labels: [] };

  function known(ids: Iterable<string>): Mark[] {
    return [...new Set(ids)].map((id) => marks.get(id)).filter((mark) => mark !== undefined);
  }

  function membersOf(cluster: Span): Mark[] {
    return known(index.intersecting(...cluster).map((one) => one.id));
  }

  function fill(come: Iterable<Mark>): readonly Span[] {
    for (const mark of come) marks.set(mark.id, mark);
    index = indexOf(marks.values());
    lanes = new Map();
    return EVERYWHERE;
  }

  /** Takes marks out and puts marks in; whatever overlaps either gets its lane anew. */
  function replace(gone: readonly Mark[], come: readonly Mark[]): readonly Span[] {
    for (const { id } of gone) marks.delete(id);
    if (gone.length + come.length > MANY) return fill(come);
    for (const mark of come) marks.set(mark.id, mark);
    if (come.length === marks.size) return fill(come);
    for (const { id } of gone) index.remove(id);
    for (const { id, spans } of come) {
      for (const [start, end] of spans) index.insert({ id, start, end });
    }
    const clusters = [...gone, ...come].map((mark) => clusterAround(index, ...stretchOf(mark)));
    for (const { id } of gone) lanes.delete(id);
    for (const { id } of clusters.flatMap(membersOf)) lanes.delete(id);
    return clusters;
  }

  return {
    get: (id) => marks.get(id),
    update(annotations, labels) {
      const { was, now } = whatDiffers(taken, { annotations, labels });
      taken = { annotations, labels };
      const made = marksOf(now, labels);
      // A freshly opened article: there is nothing to compare with.
      if (marks.size === 0) return made.length === 0 ? [] : fill(made);
      const gone = known(was.map(({ id }) => id));
      return replace(...withoutSame(gone, made));
    },
    pretend(id, spans) {
      const mark = marks.get(id);
      if (mark === undefined || spans === undefined || sameSpans(mark.spans, spans)) return [];
      return replace([mark], [{ ...mark, spans }]);
    },
    within: (from, to) => membersOf([from, to]),
    lanesOf(wanted) {
      for (const mark of wanted) {
        if (lanes.has(mark.id)) continue;
        const cluster = clusterAround(index, ...stretchOf(mark));
        for (const [id, lane] of assignLanes(membersOf(cluster))) lanes.set(id, lane);
      }
      return lanes;
    },
  };
}
