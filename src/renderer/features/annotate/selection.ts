import type { Span } from '../../../core/model/span.ts';
import type { TextPlan } from './text-plan.ts';
import { blockIndexAt } from './text-plan.ts';
import {
  offsetOfPoint,
  pointInBlock,
  type TextPoint,
  type TextTree,
  textsOf,
} from './text-points.ts';

/** A selection in offsets of the stored text; `focus` is the end that moves. */
export interface TextSelection {
  readonly anchor: number;
  readonly focus: number;
}

/** Offsets of the stored text ↔ the page. Offsets are UTF-16 code units. */
export interface TextMap {
  /** The selection, where it touches the text. */
  readonly selection: () => TextSelection | undefined;
  readonly select: (selection: TextSelection) => void;
  /** Is called when the browser's selection has changed. */
  readonly noteSelection: () => void;
  /** True where the selection, as noted last, begins or ends in an element. */
  readonly holdsSelection: (element: Element) => boolean;
  readonly rangeOf: (span: Span) => Range;
  /** Boxes of the words of a span, one or more a line on screen, without the marks' padding. */
  readonly boxesOf: (span: Span) => readonly DOMRect[];
  /** The place of the caret at an offset: a box without width. */
  readonly caretBox: (offset: number) => DOMRect;
  /** The caret position nearest to a point of the viewport. */
  readonly offsetAt: (x: number, y: number) => number | undefined;
  /** The offset of the character that is drawn at a point of the viewport. */
  readonly characterAt: (x: number, y: number) => number | undefined;
  /** Offset of a DOM boundary point. */
  readonly offsetOf: (node: Node, offset: number) => number;
}

/** Where the text is in the page. */
export interface TextPlace {
  readonly root: HTMLElement;
  readonly plan: TextPlan;
  /** The element of a block, filled with its text; by index. */
  readonly blockElement: (index: number) => HTMLElement;
  /** Index of the block an element is; `undefined` for other elements. */
  readonly blockIndex: (node: Node) => number | undefined;
}

function treeOf({ plan, blockIndex }: TextPlace): TextTree<Node> {
  return {
    end: plan.text.length,
    textLength: (node) => (node instanceof Text ? node.length : undefined),
    blockStart(node) {
      const index = blockIndex(node);
      return index === undefined ? undefined : plan.blocks[index]?.start;
    },
  };
}

type PointOf = (offset: number, before: boolean) => TextPoint<Node>;

/** The end of a line's words is drawn there, not at the start of the next line. */
function pointer(place: TextPlace, tree: TextTree<Node>): PointOf {
  const { plan, root, blockElement } = place;
  return (offset, before) => {
    const at = Math.min(Math.max(offset, 0), plan.text.length);
    let index = blockIndexAt(plan.blocks, at);
    if (before && index > 0 && plan.blocks[index]?.start === at) index -= 1;
    const block = plan.blocks[index];
    if (block === undefined) return { node: root, offset: 0 };
    const element = blockElement(index);
    return (
      pointInBlock<Node>(tree, element, at - block.start, before) ?? { node: element, offset: 0 }
    );
  };
}

interface CaretPoint {
  readonly node: Node;
  readonly offset: number;
}

function caretFromPoint(x: number, y: number): CaretPoint | undefined {
  const found = document.caretPositionFromPoint(x, y);
  return found === null ? undefined : { node: found.offsetNode, offset: found.offset };
}

/** A handle lies over the text and is no place in it. */
function isHandle(node: Node): boolean {
  return node instanceof HTMLElement && node.dataset['edge'] !== undefined;
}

function isOver(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** Text nodes of a span, each with the part of it that belongs to the span. */
function* partsOf(place: TextPlace, tree: TextTree<Node>, span: Span): Generator<Range, void> {
  const { blocks } = place.plan;
  const first = blockIndexAt(blocks, span[0]);
  for (let index = first; (blocks[index]?.start ?? span[1]) < span[1]; index += 1) {
    let at = blocks[index]?.start ?? 0;
    for (const node of textsOf<Node>(tree, place.blockElement(index))) {
      const length = tree.textLength(node) ?? 0;
      const [from, to] = [Math.max(span[0], at), Math.min(span[1], at + length)];
      if (from < to) {
        const range = document.createRange();
        range.setStart(node, from - at);
        range.setEnd(node, to - at);
        yield range;
      }
      at += length;
    }
  }
}

/** Where a caret at this point stands on the screen, where the browser knows. */
function boxAt({ node, offset }: CaretPoint): DOMRect | undefined {
  const range = document.createRange();
  range.setStart(node, offset);
  const box = [...range.getClientRects()].at(-1);
  return box !== undefined && box.height > 0 ? box : undefined;
}

/** The far edge of the letter before a point. */
function edgeBefore({ node, offset }: CaretPoint): DOMRect | undefined {
  if (!(node instanceof Text) || offset === 0) return undefined;
  const range = document.createRange();
  range.setStart(node, offset - 1);
  range.setEnd(node, offset);
  const box = [...range.getClientRects()].findLast(({ height }) => height > 0);
  if (box === undefined || node.parentElement === null) return undefined;
  const isRightToLeft = getComputedStyle(node.parentElement).direction === 'rtl';
  return new DOMRect(isRightToLeft ? box.left : box.right, box.top, 0, box.height);
}

function startOfElement({ node }: CaretPoint, root: Element): DOMRect {
  const element = node instanceof Element ? node : (node.parentElement ?? root);
  const whole = element.getBoundingClientRect();
  return new DOMRect(whole.left, whole.top, 0, whole.height);
}

function caretBox(pointOf: PointOf, offset: number, root: Element): DOMRect {
  const point = pointOf(offset, false);
  // Beside a mark without words, where a line ends, the browser has no box for a point.
  const known = boxAt(point) ?? edgeBefore(pointOf(offset, true));
  return known ?? startOfElement(point, root);
}

/**
 * The only place where DOM positions and offsets of the stored text meet. It does not depend on how
 * the text is decorated: it counts the characters of the text nodes in a block, whatever elements
 * they are in and however the browser has split them.
 */
export function createTextMap(place: TextPlace): TextMap {
  const { root } = place;
  const tree = treeOf(place);
  const pointOf = pointer(place, tree);

  /** To ask the browser where its selection is lays out the page; while painting this must do. */
  let held: readonly (Node | null | undefined)[] = [];

  const offsetOf: TextMap['offsetOf'] = (node, offset) => offsetOfPoint(tree, node, offset);

  const rangeOf: TextMap['rangeOf'] = ([start, end]) => {
    const range = document.createRange();
    const from = pointOf(start, false);
    const to = start === end ? from : pointOf(end, true);
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  };

  const boxesOf: TextMap['boxesOf'] = (span) =>
    [...partsOf(place, tree, span)].flatMap((range) => [...range.getClientRects()]);

  const characterAt: TextMap['characterAt'] = (x, y) => {
    const offset = offsetAt(x, y);
    if (offset === undefined) return undefined;
    return [offset, offset - 1].find(
      (at) => at >= 0 && boxesOf([at, at + 1]).some((box) => isOver(box, x, y)),
    );
  };

  const offsetAt: TextMap['offsetAt'] = (x, y) => {
    const point = caretFromPoint(x, y);
    if (point === undefined || !root.contains(point.node) || isHandle(point.node)) return undefined;
    return offsetOf(point.node, point.offset);
  };

  return {
    offsetOf,
    rangeOf,
    boxesOf,
    offsetAt,
    characterAt,
    caretBox: (offset) => caretBox(pointOf, offset, root),
    selection() {
      const selection = getSelection();
      const { anchorNode, focusNode } = selection ?? {};
      if (selection === null || !anchorNode || !focusNode) return undefined;
      if (!selection.containsNode(root, true)) return undefined;
      const anchor = offsetOf(anchorNode, selection.anchorOffset);
      const focus = offsetOf(focusNode, selection.focusOffset);
      return { anchor, focus };
    },
    select({ anchor, focus }) {
      const from = pointOf(anchor, anchor > focus);
      const to = anchor === focus ? from : pointOf(focus, focus > anchor);
      getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
      held = [from.node, to.node];
    },
    noteSelection() {
      const selection = getSelection();
      held = [selection?.anchorNode, selection?.focusNode];
    },
    holdsSelection: (element) => held.some((node) => element.contains(node ?? null)),
  };
}
