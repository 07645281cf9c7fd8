import type { Span } from '../../../core/model/span.ts';
import { type Edge, edgeAt } from './edges.ts';
import type { MarkIndex } from './mark-index.ts';

/** What an edge is dragged in. */
export interface EdgeDragPlace {
  readonly text: string;
  readonly marks: MarkIndex;
  readonly selected: () => string | undefined;
  readonly paint: (changed: readonly Span[]) => void;
  readonly onSpans: (id: string, spans: readonly Span[], edge: Edge) => void;
}

/** The drag of an edge: the mark follows the pointer, and is committed once, at its end. */
export interface EdgeDrag {
  readonly onEdge: (edge: Edge, offset: number) => void;
  readonly onEdgeDone: (keep: boolean) => void;
}

/** @param place where the edge is dragged */
export function createEdgeDrag({ text, marks, selected, paint, onSpans }: EdgeDragPlace): EdgeDrag {
  let dragged:
    | { id: string; edge: Edge; before: readonly Span[]; spans: readonly Span[] }
    | undefined;
  return {
    onEdge(edge, offset) {
      const mark = marks.get(selected() ?? '');
      if (mark === undefined) return;
      dragged ??= { id: mark.id, edge, before: mark.spans, spans: mark.spans };
      dragged.spans = edgeAt(text, dragged.before, edge, offset);
      paint(marks.pretend(mark.id, dragged.spans));
    },
    onEdgeDone(keep) {
      if (dragged === undefined) return;
      const { id, edge, before, spans } = dragged;
      dragged = undefined;
      paint(marks.pretend(id, before));
      if (keep) onSpans(id, spans, edge);
    },
  };
}
