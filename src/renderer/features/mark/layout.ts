import type { Furniture, FurnitureKind } from '../../../core/model/article.ts';
import type { Span } from '../../../core/model/span.ts';
import { isBlank } from '../../../core/text/blanks.ts';
import { linesIn } from '../../../core/text/lines.ts';

/** One stored line, `[start, end)` in UTF-16 code units, its line break left out. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly blank: boolean;
  /** Paragraph number, from 1; 0 for blank lines and furniture. */
  readonly number: number;
  readonly isTitle: boolean;
}

/** Lines that are wholly furniture, folded and unfolded together. */
export interface FurnitureBlock {
  readonly start: number;
  readonly end: number;
  readonly kinds: readonly FurnitureKind[];
  readonly lines: readonly Line[];
}

/** What stands in a section, in order. */
export type Item = { readonly line: Line } | { readonly furniture: FurnitureBlock };

/** Some thousand characters that are laid out only when they come near the window. */
export interface Section {
  readonly start: number;
  readonly end: number;
  readonly items: readonly Item[];
}

/** Large enough that few sections exist, small enough that one is laid out in a frame. */
const SECTION_LENGTH = 8000;

/** The furniture that covers all of a line but blanks at its edges. */
function coverOf(
  text: string,
  [start, end]: Span,
  furniture: readonly Furniture[],
): Furniture | undefined {
  return furniture.find(
    (one) =>
      one.start < end &&
      one.end > start &&
      isBlank(text.slice(start, Math.max(start, one.start))) &&
      isBlank(text.slice(Math.min(end, one.end), end)),
  );
}

interface Open {
  block: { start: number; end: number; kinds: FurnitureKind[]; lines: Line[] } | undefined;
  /** Blank lines after furniture, whose side is not known yet. */
  blanks: Line[];
}

function closeBlock(open: Open, items: Item[]): void {
  if (open.block !== undefined) items.push({ furniture: open.block });
  open.block = undefined;
  for (const line of open.blanks) items.push({ line });
  open.blanks = [];
}

function addFurniture(open: Open, line: Line, kind: FurnitureKind): void {
  const { block } = open;
  if (block === undefined) {
    open.block = { start: line.start, end: line.end, kinds: [kind], lines: [line] };
    return;
  }
  block.lines.push(...open.blanks, line);
  open.blanks = [];
  block.end = line.end;
  if (!block.kinds.includes(kind)) block.kinds.push(kind);
}

/** The lines of a text as items: article lines one by one, furniture lines together. */
function itemsOf(text: string, furniture: readonly Furniture[], title: string): Item[] {
  const items: Item[] = [];
  const open: Open = { block: undefined, blanks: [] };
  let number = 0;
  let titled = false;
  for (const [start, end] of linesIn(text, 0, text.length)) {
    const words = text.slice(start, end);
    const blank = isBlank(words);
    const cover = blank ? undefined : coverOf(text, [start, end], furniture);
    const isTitle = !titled && cover === undefined && !blank && words.trim() === title.trim();
    if (isTitle) titled = true;
    if (!blank && cover === undefined && !isTitle) number += 1;
    const counted = blank || cover !== undefined || isTitle ? 0 : number;
    const line: Line = { start, end, blank, number: counted, isTitle };
    if (cover !== undefined) addFurniture(open, line, cover.kind);
    else if (blank && open.block !== undefined) open.blanks.push(line);
    else {
      closeBlock(open, items);
      items.push({ line });
    }
  }
  closeBlock(open, items);
  return items;
}

function spanOf(item: Item): Span {
  return 'line' in item
    ? [item.line.start, item.line.end]
    : [item.furniture.start, item.furniture.end];
}

/** A text as sections of lines and furniture blocks. Every stored line is in exactly one. */
export function layOut(text: string, furniture: readonly Furniture[], title: string): Section[] {
  const sections: { start: number; end: number; items: Item[] }[] = [];
  for (const item of itemsOf(text, furniture, title)) {
    const [start, end] = spanOf(item);
    const last = sections.at(-1);
    if (last === undefined || end - last.start > SECTION_LENGTH) {
      sections.push({ start, end, items: [item] });
    } else {
      last.items.push(item);
      last.end = end;
    }
  }
  return sections;
}
