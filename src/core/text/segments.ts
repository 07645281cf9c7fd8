import type { Span } from '../model/span.ts';
import { compareStrings, inOrder } from './order.ts';

/** What is painted: an annotation's id and its spans, `[start, end)` in UTF-16 code units. */
export interface Marked {
  readonly id: string;
  readonly spans: readonly Span[];
}

/** A run of text under the same annotations. */
export interface Segment {
  readonly start: number;
  /** Exclusive. `start === end` only for a run that holds nothing but points. */
  readonly end: number;
  /** Ids of all annotations that cover the run, innermost (shortest span) first. */
  readonly ids: readonly string[];
  /** Those of `ids` whose span begins here: the run that carries their chip. */
  readonly starts: readonly string[];
}

interface Piece {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Length of the whole span, not only of what lies in the paragraph. */
  readonly length: number;
  /** False where the span began before the paragraph. */
  readonly beginsHere: boolean;
}

function pieceOf(id: string, span: Span, [from, to]: Span): Piece | undefined {
  const isPoint = span[0] === span[1];
  if (isPoint ? span[0] < from || span[0] > to : span[0] >= to || span[1] <= from) return undefined;
  const start = Math.max(span[0], from);
  const end = Math.min(span[1], to);
  return { id, start, end, length: span[1] - span[0], beginsHere: span[0] >= from };
}

/** Innermost first: shorter, then later, then by id so that the order never depends on input. */
function innermost(a: Piece, b: Piece): number {
  return inOrder(a.length - b.length, b.start - a.start, compareStrings(a.id, b.id));
}

function byStart(a: Piece, b: Piece): number {
  return inOrder(a.start - b.start, innermost(a, b));
}

function run(start: number, end: number, over: readonly Piece[]): Segment {
  const sorted = over.toSorted(innermost);
  const begun = sorted.filter((piece) => piece.beginsHere && piece.start === start);
  return { start, end, ids: unique(sorted), starts: unique(begun) };
}

function unique(pieces: readonly Piece[]): readonly string[] {
  return [...new Set(pieces.map((piece) => piece.id))];
}

/**
 * Cuts a paragraph into runs, each under one set of annotations. The runs follow one another and
 * cover the paragraph exactly, `[start, end)` in UTF-16 code units; text under nothing is a run
 * with no ids. A zero-width annotation is a run of its own with `start === end`. An empty
 * paragraph has no runs but its points.
 * @param paragraph the piece of text to cut; spans are clipped to it
 */
export function segmentsOf(paragraph: Span, marked: readonly Marked[]): Segment[] {
  const pieces = marked
    .flatMap(({ id, spans }) => spans.map((span) => pieceOf(id, span, paragraph)))
    .filter((piece) => piece !== undefined)
    .sort(byStart);
  const points = pieces.filter((piece) => piece.start === piece.end);
  const cuts = [...paragraph, ...pieces.flatMap((piece) => [piece.start, piece.end])];
  const edges = [...new Set(cuts)].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let active: Piece[] = [];
  let next = 0;
  for (const [index, edge] of edges.entries()) {
    const here = points.filter((point) => point.start === edge);
    if (here.length > 0) segments.push(run(edge, edge, here));
    const end = edges[index + 1];
    if (end === undefined) break;
    active = active.filter((piece) => piece.end > edge);
    for (let piece = pieces[next]; piece !== undefined && piece.start <= edge; ) {
      if (piece.end > edge) active.push(piece);
      next += 1;
      piece = pieces[next];
    }
    segments.push(run(edge, end, active));
  }
  return segments;
}
