import type { Span } from '../model/span.ts';

/** A stretch of the stored text, `[from, to)` in UTF-16 code units, and where it stands in a new one. */
export interface CutPiece {
  readonly from: number;
  readonly to: number;
  /** UTF-16 code units of the new text. */
  readonly at: number;
}

/** A text made of stretches of another, in their order. */
export interface Cut {
  readonly text: string;
  /** Ascending; they neither overlap nor touch. */
  readonly pieces: readonly CutPiece[];
}

/** Where a span stands in a cut; `undefined` where it does not lie in one piece. */
export function spanInCut({ pieces }: Cut, [start, end]: Span): Span | undefined {
  const piece = pieces.find(({ from, to }) => from <= start && end <= to);
  return piece && [start - piece.from + piece.at, end - piece.from + piece.at];
}

/** Where spans stand in a cut; `undefined` where one of them does not. */
export function spansInCut(cut: Cut, spans: readonly Span[]): readonly Span[] | undefined {
  const moved = spans.flatMap((span) => {
    const there = spanInCut(cut, span);
    return there === undefined ? [] : [there];
  });
  return moved.length === spans.length ? moved : undefined;
}

/** What is left of `[start, end)` in a cut, from its first character that is there to its last. */
export function restInCut({ pieces }: Cut, [start, end]: Span): Span | undefined {
  const touched = pieces.filter(({ from, to }) => from < end && start < to);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return [
    Math.max(start, first.from) - first.from + first.at,
    Math.min(end, last.to) - last.from + last.at,
  ];
}

/** How much of a cut comes from before an offset of the stored text. */
export function offsetInCut({ pieces }: Cut, offset: number): number {
  const before = pieces.findLast(({ from }) => from <= offset);
  return before === undefined ? 0 : Math.min(offset, before.to) - before.from + before.at;
}
