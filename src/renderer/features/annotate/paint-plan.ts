import type { Label } from '../../../core/model/codebook.ts';
import type { Span } from '../../../core/model/span.ts';
import { type Segment, segmentsOf } from '../../../core/text/segments.ts';
import { t } from '../../words/words.ts';
import type { Mark } from './mark-index.ts';
import type { SentenceStarts } from './sentence-starts.ts';

/** One underline of a piece. */
export interface LaneLine {
  readonly lane: number;
  readonly hue: Label['hue'];
  readonly pattern: Label['pattern'];
  /** The same annotation's line comes from the piece before, so its pattern has to run on. */
  readonly goesOn: boolean;
}

/** The ground of a piece. */
export interface Fill {
  readonly hue: Label['hue'];
  readonly strong: boolean;
}

/** The letter of an annotation where it begins. */
export interface Chip {
  readonly id: string;
  readonly hue: string;
  readonly letter: string;
  /** Of the label and, of several parts, of the part: to be spoken. */
  readonly name: string;
  /** Its analyst is in doubt. */
  readonly unsure: boolean;
}

/** A run of text that looks the same all along, `[start, end)` in UTF-16 code units. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Ids of all annotations over it, innermost first. */
  readonly ids: readonly string[];
  readonly lanes: readonly LaneLine[];
  readonly fill: Fill | undefined;
  /** Hue of the selected annotation, where it covers the piece. */
  readonly selected: Label['hue'] | undefined;
  /** Chips of the annotations that begin here, the outer one first. */
  readonly chips: readonly Chip[];
  /** Names of the labels whose words end here, the inner one first, to be spoken. */
  readonly ends: readonly string[];
  /** True where the ground begins, or ends, beside a blank or a sign, so that it may stand out. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** True where a letter more in the line, as a chip is one, would change the words: see ASIDE. */
  readonly aside: boolean;
  /** True for furniture inside a line of the article. */
  readonly furniture: boolean;
  /** “4.2” where a numbered sentence begins here. */
  readonly sentence: string | undefined;
  /** Hue of the annotations without words that stand here; then the piece has no text. */
  readonly point: Label['hue'] | undefined;
}

/** How a block is painted. */
export interface BlockPaint {
  readonly pieces: readonly Piece[];
  /** Number of lanes that the fullest piece needs. */
  readonly lanes: number;
  /** For each piece: two pieces with the same key differ at most in the tone of their grounds. */
  readonly keys: readonly string[];
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
  /** Sentences that begin in the block and are numbered. */
  readonly sentences: SentenceStarts;
}

/**
 * More lines than this are not drawn below one another: nobody tells them apart, and a hostile file
 * with a thousand annotations on one line would otherwise need half a million of them.
 */
export const MOST_LANES = 24;

interface BlockContext extends PaintContext {
  /** True where the block has letters of the scripts in ASIDE. */
  readonly aside: boolean;
}

/**
 * Scripts in whose midst a chip may not stand in the line as a letter would: those that run from right
 * to left, because a Latin letter parts a run of words and turns their order, and those without
 * blanks, because a line may end beside it.
 */
const ASIDE =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** As {@link LETTER}; what most texts consist of is told without asking for properties. */
function isLetter(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code >= 0x80) return LETTER.test(text.charAt(offset));
  const small = code | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** True where two halves of a word meet: nothing may be inserted there, letters may be joined. */
function insideWord(text: string, offset: number): boolean {
  return isLetter(text, offset - 1) && isLetter(text, offset);
}

/** Segments cut again at the edges of furniture and where numbered sentences begin. */
function cutAgain(
  segments: readonly Segment[],
  { furniture, sentences }: PaintContext,
): readonly Segment[] {
  if (furniture.length === 0 && sentences.size === 0) return segments;
  const edges = [...new Set([...furniture.flat(), ...sentences.keys()])];
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

/** What is spoken where a mark, or one of its parts, begins or ends. */
function spokenName({ name, spans }: Mark, edge: 0 | 1, offset: number): string {
  const at = spans.length === 1 ? -1 : spans.findIndex((span) => span[edge] === offset);
  return at === -1 ? name : t('ui.markPart', { name, at: at + 1, of: spans.length });
}

function chipsOf({ starts, start }: Segment, marks: Marks): Piece['chips'] {
  return starts.toReversed().flatMap((id) => {
    const mark = marks.get(id);
    if (mark === undefined) return [];
    const { hue, letter, unsure } = mark;
    return [{ id, hue, letter, name: spokenName(mark, 0, start), unsure }];
  });
}

function linesOf(
  over: readonly Mark[],
  before: readonly string[],
  { lanes }: PaintContext,
): LaneLine[] {
  return over.flatMap(({ id, hue, pattern }) => {
    const lane = lanes.get(id) ?? 0;
    return lane < MOST_LANES ? [{ lane, hue, pattern, goesOn: before.includes(id) }] : [];
  });
}

function pieceOf(
  segment: Segment,
  before: readonly string[],
  marks: Marks,
  context: BlockContext,
  onTop: boolean,
): Piece {
  const over = segment.ids.map((id) => marks.get(id)).filter((mark) => mark !== undefined);
  const begins = (mark: Mark): boolean => mark.spans.some((span) => span[0] === segment.start);
  const ends = (mark: Mark): boolean => mark.spans.some((span) => span[1] === segment.end);
  const covered = over.length > 0;
  return {
    start: segment.start,
    end: segment.end,
    ids: over.map(({ id }) => id),
    lanes: linesOf(over, before, context),
    fill: fillOf(over, context, onTop),
    selected: over.find((mark) => mark.id === context.selected)?.hue,
    chips: chipsOf(segment, marks),
    ends: over.filter(ends).map((mark) => spokenName(mark, 1, segment.end)),
    opens: covered && over.every(begins) && !insideWord(context.text, segment.start),
    closes: covered && over.every(ends) && !insideWord(context.text, segment.end),
    aside: covered && (context.aside || insideWord(context.text, segment.start)),
    furniture: isUnderFurniture(segment, context.furniture),
    sentence: context.sentences.get(segment.start),
    point: undefined,
  };
}

/** Annotations without words, between two characters. */
function pointOf(segment: Segment, marks: Marks, context: PaintContext): Piece {
  const first = marks.get(segment.ids[0] ?? '');
  const selected = segment.ids.includes(context.selected ?? '')
    ? marks.get(context.selected ?? '')
    : undefined;
  return {
    start: segment.start,
    end: segment.end,
    ids: segment.ids,
    lanes: [],
    fill: undefined,
    selected: selected?.hue,
    chips: chipsOf(segment, marks),
    ends: [],
    opens: false,
    closes: false,
    aside: false,
    furniture: false,
    sentence: undefined,
    point: selected?.hue ?? first?.hue,
  };
}

function keyOf(piece: Piece): string {
  const { start, end, lanes, chips, ends, opens, closes, aside, furniture, sentence, point } =
    piece;
  const lines = lanes
    .map((line) => `${String(line.lane)}${line.hue}${line.pattern}${line.goesOn ? '+' : ''}`)
    .join(' ');
  const letters = chips
    .map(({ id, hue, letter, name, unsure }) => `${letter}${hue}${name}${unsure ? '?' : ''}${id}`)
    .join(' ');
  const flags = `${String(opens)}${String(closes)}${String(aside)}${String(furniture)}`;
  const place = point === undefined ? '' : `${point}${piece.selected ?? ''}`;
  return [start, end, lines, letters, ends.join(' '), flags, place, sentence ?? ''].join('|');
}

/** A place between two blocks is drawn once, where the second one begins. */
function belongsTo(block: Span, { start }: Segment, text: string): boolean {
  return start < block[1] || block[1] === text.length;
}

/**
 * How a block is painted.
 * @param block `[start, end)` in UTF-16 code units
 * @param over the marks that share text with it
 */
export function planBlock(block: Span, over: readonly Mark[], context: PaintContext): BlockPaint {
  const marks = new Map(over.map((mark) => [mark.id, mark]));
  const segments = cutAgain(segmentsOf(block, over), context).filter(
    (segment) => segment.start < segment.end || belongsTo(block, segment, context.text),
  );
  const onTop = isBuried(marks.get(context.selected ?? ''), segments);
  const inBlock = { ...context, aside: ASIDE.test(context.text.slice(...block)) };
  let before: readonly string[] = [];
  const pieces = segments.map((segment) => {
    if (segment.start === segment.end) return pointOf(segment, marks, context);
    const piece = pieceOf(segment, before, marks, inBlock, onTop);
    before = segment.ids;
    return piece;
  });
  const lanes = pieces.reduce(
    (most, piece) => piece.lanes.reduce((found, { lane }) => Math.max(found, lane + 1), most),
    0,
  );
  const keys = pieces.map(keyOf);
  return { pieces, lanes, keys, key: keys.join('\n') };
}
