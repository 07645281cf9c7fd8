import { idsOfMark } from './block-view.ts';

/** True where a point is on the words of a mark: its padding reaches over the lines beside it. */
function isOnWords(mark: Element, x: number, y: number): boolean {
  const padding = Number.parseFloat(getComputedStyle(mark).paddingTop);
  return Array.from(mark.getClientRects()).some(
    (box) => x >= box.left && x <= box.right && y >= box.top + padding && y <= box.bottom - padding,
  );
}

/**
 * Ids of the annotations drawn at a point of the viewport, innermost first. It needs no offsets: the
 * marks know what they show, so its cost does not grow with the paragraph.
 */
export function annotationsAt(x: number, y: number): readonly string[] {
  // Where a block itself is on top, no mark reaches: to ask for all that lies there costs ten times that.
  const top = document.elementFromPoint(x, y);
  if (top instanceof HTMLElement && top.dataset['kind'] !== undefined) return [];
  for (const element of document.elementsFromPoint(x, y)) {
    const ids = idsOfMark(element);
    if (ids !== undefined && isOnWords(element, x, y)) return ids;
  }
  return [];
}

/** The box of the letter at a point of the viewport, without the padding of marks. */
export function letterBoxAt(x: number, y: number): DOMRect | undefined {
  const caret = document.caretPositionFromPoint(x, y);
  const node = caret?.offsetNode;
  if (caret === null || !(node instanceof Text)) return undefined;
  const isOver = (box: DOMRect): boolean =>
    x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  const boxes = [caret.offset, caret.offset - 1].flatMap((index) => {
    if (index < 0 || index >= node.length) return [];
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return [...range.getClientRects()];
  });
  return boxes.find(isOver) ?? boxes[0];
}
