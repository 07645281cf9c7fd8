import type { Span } from '../../../core/model/span.ts';
import { trimBlank } from '../../../core/text/blanks.ts';
import { type CaretDirection, moveCaret } from '../../../core/text/caret.ts';
import {
  expandToGraphemes,
  graphemeAt,
  nextGrapheme,
  previousGrapheme,
} from '../../../core/text/graphemes.ts';
import type { SnapMode } from '../../../core/text/snap.ts';
import { wordHolding } from '../../../core/text/words.ts';

/** An end of an annotation. */
export type Edge = 'start' | 'end';

const UNITS = { character: 'grapheme', word: 'word', sentence: 'sentence' } as const;

/** The span of an annotation that an edge belongs to, and the others. */
function outermost(spans: readonly Span[], edge: Edge): { index: number; span: Span } | undefined {
  const index = edge === 'start' ? 0 : spans.length - 1;
  const span = spans[index];
  return span === undefined ? undefined : { index, span };
}

/**
 * The spans with one edge at another offset. The edge never passes the other one: at least one
 * character stays. Nor does it enter a neighbouring span of the same annotation.
 */
export function edgeAt(
  text: string,
  spans: readonly Span[],
  edge: Edge,
  offset: number,
): readonly Span[] {
  const found = outermost(spans, edge);
  if (found === undefined) return spans;
  const { index, span } = found;
  const at = Math.min(Math.max(offset, 0), text.length);
  // The middle of a cluster counts as its start.
  const whole = graphemeAt(text, at)?.[0] ?? at;
  const moved: Span =
    edge === 'start'
      ? [Math.min(whole, previousGrapheme(text, span[1])), span[1]]
      : [span[0], Math.max(whole, nextGrapheme(text, span[0]))];
  return spans.with(index, expandToGraphemes(text, moved));
}

/** The spans with one edge moved by one unit; the same spans where it cannot go further. */
export function moveEdge(
  text: string,
  spans: readonly Span[],
  edge: Edge,
  direction: CaretDirection,
  unit: SnapMode,
): readonly Span[] {
  const found = outermost(spans, edge);
  if (found === undefined) return spans;
  const { index, span } = found;
  const to = moveCaret(text, edge === 'start' ? span[0] : span[1], UNITS[unit], direction);
  if (edge === 'start' ? to >= span[1] : to <= span[0]) return spans;
  const moved: Span = edge === 'start' ? [to, span[1]] : [span[0], to];
  // Blanks between words or sentences belong to neither.
  const kept = unit === 'character' ? moved : trimBlank(text, moved);
  if (kept === undefined || (kept[0] === span[0] && kept[1] === span[1])) return spans;
  return spans.with(index, kept);
}

/** Where an edge comes to stand when it is dragged by whole words. */
export function wordEdge(text: string, edge: Edge, offset: number): number {
  const word = wordHolding(text, edge === 'start' ? offset : offset - 1);
  if (word === undefined) return offset;
  return edge === 'start' ? word[0] : word[1];
}
