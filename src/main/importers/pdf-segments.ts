/** A stretch of text as a page shows it. Points of the page, `y` upwards from its foot. */
export interface Chunk {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
}

/** Chunks of one line that stand close together. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Share of a letter's size by which a baseline may differ within a line: a raised number, say. */
const SAME_LINE = 0.45;
/** From this share on, a gap is a blank. */
const BLANK = 0.16;
/** From this share on, a gap divides columns. */
const GUTTER = 1.6;
/** Columns of text have lines at least this wide, in sizes of letters; cells of tables seldom do. */
const COLUMN_WIDTH = 8;
const FEWEST_LINES = 3;
/** Share of the lines of a page that may run over both columns: headlines and captions. */
const MOST_CROSSING = 0.34;
const DEEPEST = 4;
/** A page of more pieces is a drawing or a trap: looking for columns takes the square of them. */
const MOST_SEGMENTS = 2000;
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

const right = ({ x, width }: Chunk): number => x + width;

/** Joins the chunks of a page to segments, in the order in which the page draws them. */
export function segmentsOf(chunks: readonly Chunk[]): Segment[] {
  const groups: Chunk[][] = [];
  for (const chunk of chunks) {
    const last = groups.at(-1);
    if (last !== undefined && belongs(last, chunk)) last.push(chunk);
    else groups.push([chunk]);
  }
  return groups.map(segmentOf);
}

function belongs(group: readonly Chunk[], chunk: Chunk): boolean {
  const last = group.at(-1);
  if (last === undefined) return false;
  const size = Math.max(last.size, chunk.size);
  if (Math.abs(last.y - chunk.y) > size * SAME_LINE) return false;
  const gap = Math.max(chunk.x - right(last), last.x - right(chunk));
  return gap < size * GUTTER;
}

function segmentOf(group: readonly Chunk[]): Segment {
  const isRtl =
    group.some(({ text }) => RTL.test(text)) && !group.some(({ text }) => /[a-z]/iu.test(text));
  const inOrder = group.toSorted((a, b) => (isRtl ? b.x - a.x : a.x - b.x));
  let text = '';
  inOrder.forEach((chunk, index) => {
    const before = inOrder[index - 1];
    text += before === undefined ? '' : between(before, chunk, text);
    text += chunk.text;
  });
  const main = group.reduce((a, b) => (b.width > a.width ? b : a));
  return {
    text: text.replaceAll(/[ \t]+/gu, ' ').trim(),
    left: Math.min(...group.map(({ x }) => x)),
    right: Math.max(...group.map(right)),
    y: main.y,
    size: main.size,
  };
}

function between(a: Chunk, b: Chunk, text: string): string {
  const gap = Math.max(b.x - right(a), a.x - right(b));
  const isBlank = gap > Math.max(a.size, b.size) * BLANK;
  return isBlank && !text.endsWith(' ') && !b.text.startsWith(' ') ? ' ' : '';
}

/** From the head of a page to its foot, and from left to right. */
export function downwards(a: Segment, b: Segment): number {
  return a.y === b.y ? a.left - b.left : b.y - a.y;
}

/** Segments that belong together, in reading order: the whole page, or a column of it. */
export type Column = readonly Segment[];

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

interface Cut {
  readonly x: number;
  readonly crossing: number;
}

/** Where most lines end on one side or begin on the other; undefined for one column. */
function gutterOf(segments: readonly Segment[]): number | undefined {
  const size = median(segments.map((one) => one.size));
  let best: Cut | undefined;
  for (const x of new Set(segments.map(({ left }) => Math.round(left) - 1))) {
    const before = segments.filter((one) => one.right <= x + 1);
    const after = segments.filter((one) => one.left >= x);
    const crossing = segments.length - before.length - after.length;
    const isCut =
      isColumn(before, size) &&
      isColumn(after, size) &&
      crossing <= segments.length * MOST_CROSSING;
    if (isCut && (best === undefined || crossing < best.crossing)) best = { x, crossing };
  }
  return best?.x;
}

function isColumn(side: readonly Segment[], size: number): boolean {
  if (side.length < FEWEST_LINES) return false;
  return median(side.map((one) => one.right - one.left)) >= size * COLUMN_WIDTH;
}

/**
 * The columns of a page in reading order. What runs over both columns divides the page: all above it
 * is read before it, all below after.
 */
export function columnsOf(segments: readonly Segment[], depth = 0): Column[] {
  const down = segments.toSorted(downwards);
  const isDrawing = down.length > MOST_SEGMENTS;
  const gutter = depth < DEEPEST && !isDrawing ? gutterOf(down) : undefined;
  if (gutter === undefined) return down.length === 0 ? [] : [down];
  const isRtl = down.filter(({ text }) => RTL.test(text)).length > down.length / 2;
  const columns: Column[] = [];
  let sides: [Segment[], Segment[]] = [[], []];
  const flush = (): void => {
    for (const side of isRtl ? sides.toReversed() : sides) {
      columns.push(...columnsOf(side, depth + 1));
    }
    sides = [[], []];
  };
  for (const segment of down) {
    if (segment.right <= gutter + 1) sides[0].push(segment);
    else if (segment.left >= gutter) sides[1].push(segment);
    else {
      flush();
      const last = columns.at(-1);
      const isNext =
        last !== undefined && last.every((one) => one.left < gutter && one.right > gutter + 1);
      if (isNext) columns[columns.length - 1] = [...last, segment];
      else columns.push([segment]);
    }
  }
  flush();
  return columns;
}
