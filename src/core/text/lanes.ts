import type { Span } from '../model/span.ts';
import { compareStrings, inOrder } from './order.ts';
import type { Marked } from './segments.ts';

interface Entry {
  readonly id: string;
  readonly length: number;
  readonly start: number;
  readonly over: Set<Entry>;
}

interface Piece {
  readonly entry: Entry;
  readonly span: Span;
}

function entryOf({ id, spans }: Marked): Entry {
  const length = spans.reduce((sum, [start, end]) => sum + end - start, 0);
  return { id, length, start: spans[0]?.[0] ?? 0, over: new Set() };
}

/** Shorter first; of two as long the later one, so that the order never depends on input. */
function shortestFirst(a: Entry, b: Entry): number {
  return inOrder(a.length - b.length, b.start - a.start, compareStrings(a.id, b.id));
}

/** Notes for each annotation which others it shares text with. */
function findOverlaps(pieces: readonly Piece[]): void {
  let active: Piece[] = [];
  for (const piece of pieces) {
    active = active.filter((other) => other.span[1] > piece.span[0]);
    for (const other of active) {
      if (other.entry === piece.entry) continue;
      other.entry.over.add(piece.entry);
      piece.entry.over.add(other.entry);
    }
    active.push(piece);
  }
}

/**
 * The lane in which each annotation's underline is drawn, 0 the nearest to the text. The shortest
 * takes lane 0, a longer one the first lane below all it overlaps; so the outer line is always
 * the lower one, and two annotations that share text never share a lane.
 */
export function assignLanes(marked: readonly Marked[]): ReadonlyMap<string, number> {
  const entries: Entry[] = [];
  const pieces: Piece[] = [];
  for (const one of marked) {
    const entry = entryOf(one);
    entries.push(entry);
    for (const span of one.spans) if (span[0] < span[1]) pieces.push({ entry, span });
  }
  findOverlaps(pieces.sort((a, b) => a.span[0] - b.span[0]));
  const lanes = new Map<string, number>();
  for (const entry of entries.sort(shortestFirst)) {
    let lane = 0;
    for (const other of entry.over) {
      lane = Math.max(lane, (lanes.get(other.id) ?? -1) + 1);
    }
    lanes.set(entry.id, lane);
  }
  return lanes;
}
