/**
 * The only file that turns places in the page into offsets of the stored text and back. A line of
 * the text is an element with `data-start`; its text nodes, put together, are the line's words.
 */
const LINE = '[data-start]';

function startOf(line: Element): number {
  return Number(line.getAttribute('data-start'));
}

function linesOf(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(LINE)];
}

/** Length of the words before a place in a line. `Range.toString` adds up split text nodes. */
function lengthBefore(line: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(line);
  range.setEnd(node, offset);
  return range.toString().length;
}

function endOfText(root: Element): number {
  const last = linesOf(root).at(-1);
  return last === undefined ? 0 : startOf(last) + last.textContent.length;
}

/**
 * The offset in the stored text (UTF-16 code units) of a place in the page. A place between lines
 * is the start of the next one; `undefined` for a place outside `root`.
 */
export function offsetOfPlace(root: Element, node: Node, offset: number): number | undefined {
  if (!root.contains(node)) return undefined;
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest(LINE);
  if (line !== null && line !== undefined) return startOf(line) + lengthBefore(line, node, offset);
  const place = document.createRange();
  place.setStart(node, offset);
  const next = linesOf(root).find((one) => place.comparePoint(one, 0) >= 0);
  return next === undefined ? endOfText(root) : startOf(next);
}

/** The line that holds an offset, by bisection: lines are in order of their starts. */
export function lineOfOffset(root: Element, offset: number): HTMLElement | undefined {
  const lines = linesOf(root);
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const line = lines[middle];
    if (line !== undefined && startOf(line) <= offset) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1] ?? lines[0];
}

/** A place in the page. */
interface Place {
  readonly node: Node;
  readonly offset: number;
}

/** The place of an offset of the stored text; `undefined` where no text is shown. */
function placeOfOffset(root: Element, offset: number): Place | undefined {
  const line = lineOfOffset(root, offset);
  if (line === undefined) return undefined;
  let left = Math.max(0, offset - startOf(line));
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let last: Text | undefined;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    last = node;
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
  }
  return last === undefined ? { node: line, offset: 0 } : { node: last, offset: last.length };
}

/** A DOM range over `[start, end)` of the stored text. */
export function rangeOfSpan(root: Element, start: number, end: number): Range | undefined {
  const from = placeOfOffset(root, start);
  const to = placeOfOffset(root, end);
  if (from === undefined || to === undefined) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** Where a selection was begun and where it is now; both offsets of the stored text. */
export interface Selected {
  readonly anchor: number;
  readonly focus: number;
}

/** An end of a selection that lies outside the text is the text's nearer end. */
function endOf(root: Element, node: Node, offset: number): number {
  const inside = offsetOfPlace(root, node, offset);
  if (inside !== undefined) return inside;
  const after = root.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
  return after === 0 ? 0 : endOfText(root);
}

/** The page's selection, where it touches the text. */
export function readSelection(root: Element): Selected | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return undefined;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (anchorNode === null || focusNode === null) return undefined;
  if (!selection.getRangeAt(0).intersectsNode(root)) return undefined;
  return {
    anchor: endOf(root, anchorNode, anchorOffset),
    focus: endOf(root, focusNode, focusOffset),
  };
}

/** Makes the page's selection what the offsets say. */
export function writeSelection(root: Element, { anchor, focus }: Selected): void {
  const from = placeOfOffset(root, anchor);
  const to = placeOfOffset(root, focus);
  if (from === undefined || to === undefined) return;
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** The offset of the text nearest to a point of the window; `undefined` where there is no text. */
export function offsetAtPoint(root: Element, x: number, y: number): number | undefined {
  const place = document.caretPositionFromPoint(x, y);
  return place === null ? undefined : offsetOfPlace(root, place.offsetNode, place.offset);
}

/** True where a point lies on the words of `[start, end)`, not only beside them. */
export function isPointOnSpan(
  root: Element,
  x: number,
  y: number,
  [start, end]: readonly [number, number],
): boolean {
  const range = rangeOfSpan(root, start, end);
  if (range === undefined) return false;
  return [...range.getClientRects()].some(
    (box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top && y <= box.bottom + 4,
  );
}
