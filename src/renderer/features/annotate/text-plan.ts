import type { Article, Furniture } from '../../../core/model/article.ts';
import { isBlank } from '../../../core/text/blanks.ts';
import { type Direction, directionOf, mainDirection } from '../../../core/text/direction.ts';
import { isGraphemeBoundary } from '../../../core/text/graphemes.ts';
import { linesIn } from '../../../core/text/lines.ts';
import { t } from '../../words/words.ts';
import { type FurnitureGroup, groupFurniture, type Line } from './furniture-groups.ts';

/**
 * A piece of text that is one box on screen, `[start, end)` in UTF-16 code units of the stored
 * text. The line break that ends a line belongs to its last block, so blocks cover the text exactly.
 */
export interface Block {
  readonly start: number;
  readonly end: number;
  /**
   * `continued`: a further piece of a line that is too long for one box. `headline`: the first
   * line that says the article's title.
   */
  readonly kind: 'paragraph' | 'blank' | 'continued' | 'headline';
  /** Number of the paragraph, from 1; 0 for furniture, headline and blank lines. */
  readonly number: number;
  /** Index of the block of furniture it belongs to; -1 for the article itself. */
  readonly group: number;
  readonly dir: 'auto' | 'ltr' | 'rtl';
}

/** Blocks that are laid out together, `[from, to)` in indices of blocks. */
export interface Section {
  readonly from: number;
  readonly to: number;
}

/** How a text is cut for the screen. */
export interface TextPlan {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly groups: readonly FurnitureGroup[];
  /** How the article runs as a whole, whatever single lines of it do. */
  readonly dir: Direction;
}

/**
 * A text has about so many sections: each costs something in every frame. None is shorter than
 * screen or two, nor longer than what can be laid out and decorated in a frame; in code units.
 */
const SECTIONS = 250;
const SHORTEST_SECTION = 2000;
const LONGEST_SECTION = 8000;
/** Longer lines are cut, so that one mark does not lay out a whole book again. */
const LONG_LINE = 6000;
const PIECE = 4000;
/** Blocks that tell how the article runs: no more is read of it than these hold anyway. */
const DIRECTION_BLOCKS = 500;
/** Lines among which the headline is looked for: further down it is a repetition. */
const HEAD_LINES = 60;

/** Where a long line may be cut: after the last blank before the limit. */
function cutBefore(text: string, start: number, limit: number): number {
  const blank = text.lastIndexOf(' ', limit - 1);
  if (blank > start + PIECE / 2) return blank + 1;
  let at = limit;
  while (!isGraphemeBoundary(text, at)) at -= 1;
  return at > start ? at : limit;
}

function longLine(text: string, [start, end]: readonly [number, number], one: Block): Block[] {
  const dir = directionOf(text.slice(start, start + PIECE));
  const blocks: Block[] = [];
  for (let at = start; at < end; ) {
    const next = end - at <= LONG_LINE ? end : cutBefore(text, at, at + PIECE);
    const kind = at === start ? one.kind : 'continued';
    blocks.push({ ...one, kind, dir, start: at, end: next });
    at = next;
  }
  return blocks;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const [start, end] of linesIn(text, 0, text.length)) {
    const whole = Math.min(end + 1, text.length);
    if (whole > start) lines.push({ start, end, whole, blank: isBlank(text.slice(start, end)) });
  }
  return lines;
}

/** Index of the line that is the headline; -1 where the text does not say the title near its top. */
function headlineAt(
  text: string,
  lines: readonly Line[],
  groupOf: readonly number[],
  title: string,
): number {
  const wanted = title.trim();
  const found = lines
    .slice(0, HEAD_LINES)
    .findIndex(({ start, end }) => text.slice(start, end).trim() === wanted);
  return wanted !== '' && groupOf[found] === -1 ? found : -1;
}

function makeBlocks(
  text: string,
  lines: readonly Line[],
  groupOf: readonly number[],
  headline: number,
): Block[] {
  const blocks: Block[] = [];
  let number = 0;
  for (const [index, line] of lines.entries()) {
    const group = groupOf[index] ?? -1;
    const counts = !line.blank && group === -1 && index !== headline;
    const worded = index === headline ? 'headline' : 'paragraph';
    if (counts) number += 1;
    const one: Block = {
      start: line.start,
      end: line.whole,
      kind: line.blank ? 'blank' : worded,
      number: counts ? number : 0,
      group,
      dir: 'auto',
    };
    if (line.end - line.start > LONG_LINE) {
      blocks.push(...longLine(text, [line.start, line.whole], one));
    } else blocks.push(one);
  }
  return blocks;
}

function makeSections(blocks: readonly Block[], length: number): Section[] {
  const wanted = Math.min(LONGEST_SECTION, Math.max(SHORTEST_SECTION, length / SECTIONS));
  const sections: Section[] = [];
  let from = 0;
  let taken = 0;
  for (const [index, block] of blocks.entries()) {
    taken += block.end - block.start;
    if (taken < wanted && index + 1 < blocks.length) continue;
    sections.push({ from, to: index + 1 });
    from = index + 1;
    taken = 0;
  }
  return sections;
}

/** Cuts a text into blocks and sections. @param title the article's, to find its headline */
export function planText(text: string, furniture: readonly Furniture[], title = ''): TextPlan {
  const lines = readLines(text);
  const { groups, groupOf } = groupFurniture(text, lines, furniture);
  const headline = headlineAt(text, lines, groupOf, title);
  const blocks = makeBlocks(text, lines, groupOf, headline);
  const own = blocks.filter(({ group }) => group === -1).slice(0, DIRECTION_BLOCKS);
  const words = own.map((one) => text.slice(one.start, one.end)).join('');
  const dir = mainDirection(own.length === 0 ? text : words);
  return { text, blocks, sections: makeSections(blocks, text.length), groups, dir };
}

/** Index of the block that holds the code unit at `offset`; the last one at the end of the text. */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** True where the text itself says the title, so that nothing has to say it above. */
export function hasHeadline(plan: TextPlan): boolean {
  return plan.blocks.some((block) => block.kind === 'headline');
}

/** Where an offset stands, in words: `¶4`, `headline`, or `furniture`. */
export function placeWords(plan: TextPlan, offset: number): string {
  const block = plan.blocks[blockIndexAt(plan.blocks, offset)];
  if (block === undefined || block.group !== -1) return t('annotate.inFurniture');
  if (block.kind === 'headline') return t('annotate.inHeadline');
  return `¶${String(block.number)}`;
}

/** Number of the paragraph at an offset; 0 in furniture and blank lines. */
export function paragraphAt(plan: TextPlan, offset: number): number {
  return plan.blocks[blockIndexAt(plan.blocks, offset)]?.number ?? 0;
}

let last: { plan: TextPlan; furniture: readonly Furniture[]; title: string } | undefined;

/** As {@link planText}, but remembers the article on the desk, which several views ask for. */
export function planOf(
  text: string,
  { furniture, title }: Pick<Article, 'furniture' | 'title'>,
): TextPlan {
  if (last?.plan.text !== text || last.furniture !== furniture || last.title !== title) {
    last = { plan: planText(text, furniture, title), furniture, title };
  }
  return last.plan;
}
