/** As much of a DOM node as the mapping needs; a test can build it by hand. */
export interface NodeLike<N> {
  readonly parentNode: N | null;
  readonly firstChild: N | null;
  readonly nextSibling: N | null;
}

/** How to read the tree that holds the text. */
export interface TextTree<N extends NodeLike<N>> {
  /** Start of a block in the stored text; `undefined` for nodes that are no block. */
  readonly blockStart: (node: N) => number | undefined;
  /** Length of a text node in UTF-16 code units; `undefined` for other nodes. */
  readonly textLength: (node: N) => number | undefined;
  /** Length of the stored text. */
  readonly end: number;
}

/** The next node in document order that is not inside `node`. */
function after<N extends NodeLike<N>>(node: N): N | null {
  for (let at: N | null = node; at !== null; at = at.parentNode) {
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}

function next<N extends NodeLike<N>>(node: N): N | null {
  return node.firstChild ?? after(node);
}

/** The block around a node, or the node itself where it is one. */
function blockOf<N extends NodeLike<N>>(tree: TextTree<N>, node: N): N | undefined {
  for (let at: N | null = node; at !== null; at = at.parentNode) {
    if (tree.blockStart(at) !== undefined) return at;
  }
  return undefined;
}

/** The text nodes under a node, in order. */
export function* textsOf<N extends NodeLike<N>>(tree: TextTree<N>, root: N): Generator<N, void> {
  const stop = after(root);
  for (let node: N | null = root; node !== null && node !== stop; node = next(node)) {
    if (tree.textLength(node) !== undefined) yield node;
  }
}

/** Where a text node of a block begins in the stored text; `undefined` for text that is not of it. */
function startOfText<N extends NodeLike<N>>(tree: TextTree<N>, text: N): number | undefined {
  const block = blockOf(tree, text);
  if (block === undefined) return undefined;
  let at = tree.blockStart(block) ?? 0;
  for (const node of textsOf(tree, block)) {
    if (node === text) return at;
    at += tree.textLength(node) ?? 0;
  }
  return undefined;
}

/** Start of the first text of the article at or after a node; the end of the text after the last. */
function startFrom<N extends NodeLike<N>>(tree: TextTree<N>, from: N | null): number {
  for (let node = from; node !== null; node = next(node)) {
    const start =
      tree.textLength(node) === undefined ? tree.blockStart(node) : startOfText(tree, node);
    if (start !== undefined) return start;
  }
  return tree.end;
}

function childAt<N extends NodeLike<N>>(node: N, index: number): N | null {
  let child = node.firstChild;
  for (let i = 0; i < index && child !== null; i += 1) child = child.nextSibling;
  return child;
}

/**
 * The offset in the stored text of a DOM boundary point. A point outside the text, or in words of
 * the window between its blocks, is where the next words of the text begin.
 * @param offset as in a DOM range: code units in a text node, children in an element
 */
export function offsetOfPoint<N extends NodeLike<N>>(
  tree: TextTree<N>,
  node: N,
  offset: number,
): number {
  const length = tree.textLength(node);
  if (length !== undefined) {
    const start = startOfText(tree, node);
    return start === undefined ? startFrom(tree, after(node)) : start + Math.min(offset, length);
  }
  const child = childAt(node, offset);
  if (child === null && offset === 0 && tree.blockStart(node) !== undefined) {
    return tree.blockStart(node) ?? 0;
  }
  if (child !== null && tree.textLength(child) === undefined && child.firstChild === null) {
    return startFrom(tree, next(child));
  }
  return startFrom(tree, child ?? after(node));
}

/** A boundary point inside a text node. */
export interface TextPoint<N> {
  readonly node: N;
  readonly offset: number;
}

/**
 * The point in a block's text nodes for an offset from the block's start. Between two nodes,
 * `before` says which of them it is in: the one that ends there or the one that begins there.
 */
export function pointInBlock<N extends NodeLike<N>>(
  tree: TextTree<N>,
  block: N,
  inside: number,
  before: boolean,
): TextPoint<N> | undefined {
  let rest = inside;
  let last: TextPoint<N> | undefined;
  for (const node of textsOf(tree, block)) {
    const length = tree.textLength(node) ?? 0;
    if (before ? rest <= length : rest < length) return { node, offset: rest };
    last = { node, offset: length };
    rest -= length;
  }
  return last;
}
