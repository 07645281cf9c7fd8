import type { Label } from '../../../core/model/codebook.ts';
import type { Span } from '../../../core/model/span.ts';
import { type Segment, segmentsOf } from '../../../core/text/segments.ts';
import type { Mark } from './mark-index.ts';

/** One underline of a piece. */
export interface LaneLine {
  readonly lane: number;
  readonly hue: Label['hue'];
  readonly pattern: Label['pattern'];
}

/** The ground of a piece. */
export interface Fill {
  readonly hue: Label['hue'];
  readonly strong: boolean;
}

/** A run of text that looks the same all along, `[start, end)` in UTF-16 code units. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly lanes: readonly LaneLine[];
  readonly fill: Fill | undefined;
  /** Hue of the selected annotation, where it covers the piece. */
  readonly selected: Label['hue'] | undefined;
  /** Chips of the annotations that begin here, the outer one first. */
  readonly chips: readonly { readonly id: string; readonly hue: string; readonly letter: string }[];
  /** True where the ground begins, or ends, beside a blank or a sign, so that it may stand out. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** True for furniture inside a line of the article. */
  readonly furniture: boolean;
}

/** How a block is painted. */
export interface BlockPaint {
  readonly pieces: readonly Piece[];
  /** Number of lanes that the fullest piece needs. */
  readonly lanes: number;
  /** Two paints with the same key differ at most in the tone of their grounds. */
  readonly key: string;
}

/** What is painted, beside the marks themselves. */
export interface PaintContext {
  readonly text: string;
  readonly lanes: ReadonlyMap<string, number>;
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
  /** Furniture inside the block, where the block is not furniture itself. */
  readonly furniture: readonly Span[];
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** True where two halves of a word meet: nothing may be inserted there, letters may be joined. */
function insideWord(text: string, offset: number): boolean {
  return LETTER.test(text.charAt(offset - 1)) && LETTER.test(text.charAt(offset));
}

/** Segments cut again at the edges of furniture. */
function cutAtFurniture(segments: readonly Segment[], furniture: readonly Span[]): Segment[] {
  if (furniture.length === 0) return [...segments];
  const edges = furniture.flat();
  return segments.flatMap((segment) => {
    const inside = edges.filter((edge) => edge > segment.start && edge < segment.end);
    const points = [segment.start, ...inside.sort((a, b) => a - b), segment.end];
    return points.slice(1).map((end, i) => {
      const start = points[i] ?? segment.start;
      return { ...segment, start, end, starts: i === 0 ? segment.starts : [] };
    });
  });
}

function isUnderFurniture({ start, end }: Segment, furniture: readonly Span[]): boolean {
  return furniture.some((span) => span[0] <= start && end <= span[1] && start < end);
}

/**
 * Whether the selected annotation would show its ground nowhere, because others lie over all of
 * it: then its own ground is laid on top.
 */
function isBuried(mark: Mark | undefined, segments: readonly Segment[]): boolean {
  if (mark === undefined || mark.hue === 'grey') return false;
  return segments.every(({ ids }) => !ids.includes(mark.id) || ids[0] !== mark.id);
}

type Marks = ReadonlyMap<string, Mark>;

function fillOf(over: readonly Mark[], context: PaintContext, onTop: boolean): Fill | undefined {
  const picked = (mark: Mark): boolean =>
    mark.id === context.selected || mark.id === context.hovered;
  const selected = over.find((mark) => mark.id === context.selected);
  if (onTop && selected !== undefined) return { hue: selected.hue, strong: true };
  // A helper label has a ground only while it is picked.
  const inner = over.find((mark) => mark.hue !== 'grey' || picked(mark));
  return inner === undefined ? undefined : { hue: inner.hue, strong: picked(inner) };
}

function chipsOf(segment: Segment, marks: Marks): Piece['chips'] {
  return segment.starts.toReversed().flatMap((id) => {
    const mark = marks.get(id);
    return mark === undefined ? [] : [{ id, hue: mark.hue, letter: mark.letter }];
  });
}

function pieceOf(segment: Segment, marks: Marks, context: PaintContext, onTop: boolean): Piece {
  const over = segment.ids.map((id) => marks.get(id)).filter((mark) => mark !== undefined);
  const begins = (mark: Mark): boolean => mark.spans.some((span) => span[0] === segment.start);
  const ends = (mark: Mark): boolean => mark.spans.some((span) => span[1] === segment.end);
  const covered = over.length > 0;
  return {
    start: segment.start,
    end: segment.end,
    lanes: over.map(({ id, hue, pattern }) => ({ lane: context.lanes.get(id) ?? 0, hue, pattern })),
    fill: fillOf(over, context, onTop),
    selected: over.find((mark) => mark.id === context.selected)?.hue,
    chips: chipsOf(segment, marks),
    opens: covered && over.every(begins) && !insideWord(context.text, segment.start),
    closes: covered && over.every(ends) && !insideWord(context.text, segment.end),
    furniture: isUnderFurniture(segment, context.furniture),
  };
}

function keyOf({ start, lanes, chips, opens, closes, furniture }: Piece): string {
  const lines = lanes.map((line) => `${String(line.lane)}${line.hue}${line.pattern}`).join(' ');
  const letters = chips.map((chip) => `${chip.letter}${chip.hue}${chip.id}`).join(' ');
  const flags = `${String(opens)}${String(closes)}${String(furniture)}`;
  return [start, lines, letters, flags].join('|');
}

/**
 * How a block is painted.
 * @param block `[start, end)` in UTF-16 code units
 * @param over the marks that share text with it
 */
export function planBlock(block: Span, over: readonly Mark[], context: PaintContext): BlockPaint {
  const marks = new Map(over.map((mark) => [mark.id, mark]));
  const segments = cutAtFurniture(segmentsOf(block, over), context.furniture).filter(
    (segment) => segment.start < segment.end,
  );
  const onTop = isBuried(marks.get(context.selected ?? ''), segments);
  const pieces = segments.map((segment) => pieceOf(segment, marks, context, onTop));
  const lanes = pieces.flatMap((piece) => piece.lanes.map((line) => line.lane + 1));
  return { pieces, lanes: Math.max(0, ...lanes), key: pieces.map(keyOf).join('\n') };
}
