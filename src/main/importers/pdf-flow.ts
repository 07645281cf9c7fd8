import type { Column, Segment } from './pdf-segments.ts';

/** A line of a page: one segment, or the cells of a row. */
interface Line extends Segment {
  /** True where the line is furniture: what stands at the same place on other pages, or a number. */
  readonly isEdge: boolean;
}

/** A paragraph, and whether it is furniture. */
export interface Block {
  readonly text: string;
  readonly isEdge: boolean;
}

/** Share of a letter's size by which letters of one paragraph may differ. */
const SAME_SIZE = 0.12;
/** A line that ends this near to the right edge is full, as a share of the column's width. */
const FULL = 0.14;
/** More than this, in usual distances of lines, is a new paragraph. */
const NEW_PARAGRAPH = 1.35;
const SAME_ROW = 0.45;
const INDENT = 0.8;
const LONGEST_WORD = 60;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/u;
const OPEN_END = /[\p{L}\p{N},;–—-]$/u;

function linesOf(column: Column, isEdge: (segment: Segment) => boolean): Line[] {
  const lines: Line[] = [];
  for (const segment of column) {
    const last = lines.at(-1);
    const edge = isEdge(segment);
    const isRow =
      last !== undefined &&
      last.isEdge === edge &&
      Math.abs(last.y - segment.y) < segment.size * SAME_ROW;
    if (isRow)
      lines[lines.length - 1] = {
        ...last,
        text: `${last.text}\t${segment.text}`,
        right: segment.right,
      };
    else lines.push({ ...segment, isEdge: edge });
  }
  return lines;
}

interface Edges {
  readonly left: number;
  readonly right: number;
  /** The usual distance between baselines. */
  readonly leading: number;
}

function edgesOf(lines: readonly Line[]): Edges {
  const steps = lines
    .slice(1)
    .map((line, index) => (lines[index]?.y ?? 0) - line.y)
    .filter((step) => step > 0)
    .toSorted((a, b) => a - b);
  return {
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
    leading: steps[Math.floor(steps.length / 2)] ?? 0,
  };
}

type Joint = 'space' | 'line' | 'paragraph';

/** True where a line is set apart from the one before it: by size, distance or indent. */
function isApart(before: Line, line: Line, { left, leading }: Edges): boolean {
  if (before.isEdge !== line.isEdge) return true;
  if (Math.abs(before.size - line.size) > before.size * SAME_SIZE) return true;
  if (leading > 0 && before.y - line.y > leading * NEW_PARAGRAPH) return true;
  const isIndented =
    line.left > left + line.size * INDENT && before.left < left + before.size * INDENT;
  return isIndented && !isFullRtl(before);
}

/** How a line goes on from the one before it in its column. */
function jointOf(before: Line, line: Line, edges: Edges): Joint {
  if (isApart(before, line, edges)) return 'paragraph';
  const tail = before.text.slice(-3);
  const isFull = before.right >= edges.right - (edges.right - edges.left) * FULL;
  const isItem = /^(?:[•▪–*]|\d{1,3}[.)])\s/u.test(line.text) && !/[\p{L},]$/u.test(tail);
  const isRow = before.text.includes('\t') || line.text.includes('\t');
  const flows = isFull || /\p{Ll}[-\u00ad]$/u.test(tail);
  return flows && !isItem && !isRow ? 'space' : 'line';
}

/** Lines of scripts from right to left end at the left, so no indent can be told by it. */
function isFullRtl({ text }: Line): boolean {
  return /[\u0590-\u08ff]/u.test(text);
}

/** Lines of writing without blanks between words are joined without one. */
function blankBetween(before: string, line: string): string {
  return CJK.test(before.slice(-1)) && CJK.test(line.slice(0, 1)) ? '' : ' ';
}

/** True where a divided word keeps its hyphen: the text writes it so elsewhere, or an adverb ends. */
function keepsHyphen(start: string, rest: string, known: ReadonlySet<string>): boolean {
  return known.has(`${start}-${rest}`.toLowerCase()) || /..ly$/u.test(start);
}

/** A word that was divided at the end of a line is joined, without its hyphen if it has none. */
function joined(before: string, line: string, known: ReadonlySet<string>): string {
  const divided = /(\p{L}+)([-\u00ad\u2010])$/u.exec(before.slice(-LONGEST_WORD));
  const rest = /^\p{Ll}\p{L}*/u.exec(line.slice(0, LONGEST_WORD))?.[0];
  if (divided === null || rest === undefined)
    return `${before}${blankBetween(before, line)}${line}`;
  const isKept = divided[2] !== '\u00ad' && keepsHyphen(divided[1] ?? '', rest, known);
  return `${isKept ? before : before.slice(0, -1)}${line}`;
}

/** The paragraphs of one page, in reading order. */
export function blocksOf(
  columns: readonly Column[],
  isEdge: (segment: Segment) => boolean,
  known: ReadonlySet<string>,
): Block[] {
  const blocks: { text: string; isEdge: boolean }[] = [];
  for (const column of columns) {
    const lines = linesOf(column, isEdge);
    const edges = edgesOf(lines.filter((line) => !line.isEdge));
    lines.forEach((line, index) => {
      const before = lines[index - 1];
      const last = blocks.at(-1);
      const joint = before === undefined ? goesOn(last, line) : jointOf(before, line, edges);
      if (last === undefined || joint === 'paragraph')
        blocks.push({ text: line.text, isEdge: line.isEdge });
      else if (joint === 'line') last.text += `\n${line.text}`;
      else last.text = joined(last.text, line.text, known);
    });
  }
  return blocks;
}

/** A sentence goes on from the foot of one column to the head of the next. */
function goesOn(last: Block | undefined, line: Line): Joint {
  const isOpen =
    last !== undefined && !last.isEdge && !line.isEdge && OPEN_END.test(last.text.slice(-2));
  return isOpen && /^\p{Ll}/u.test(line.text) ? 'space' : 'paragraph';
}
