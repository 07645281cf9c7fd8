import { expect, test } from 'vitest';
import { type NodeLike, offsetOfPoint, pointInBlock, type TextTree } from './text-points.ts';

/** A node built by hand: text, or an element that may be a block of the text. */
class Fake implements NodeLike<Fake> {
  parentNode: Fake | null = null;
  nextSibling: Fake | null = null;
  firstChild: Fake | null = null;
  readonly text: string | undefined;
  readonly start: number | undefined;

  constructor(text: string | undefined, start: number | undefined, children: readonly Fake[]) {
    this.text = text;
    this.start = start;
    this.firstChild = children[0] ?? null;
    for (const [i, child] of children.entries()) {
      child.parentNode = this;
      child.nextSibling = children[i + 1] ?? null;
    }
  }
}

const words = (text: string): Fake => new Fake(text, undefined, []);
const element = (...children: Fake[]): Fake => new Fake(undefined, undefined, children);
const block = (start: number, ...children: Fake[]): Fake => new Fake(undefined, start, children);

// Head, then "Kyiv asked.\n" with two marks inside each other, a bar, "No.\n" cut in two, a foot.
const head = words('Headline');
const [kyiv, asked, dot] = [words('Kyiv'), words(' asked'), words('.\n')];
const chip = element();
const inner = element(chip, asked);
const mark = element(kyiv, inner);
const first = block(0, mark, dot);
const bar = words('Furniture folded');
const [no, end] = [words('N'), words('o.\n')];
const second = block(12, no, end);
const root = element(first, element(bar), second);
const foot = words('Status');
const page = element(element(head), root, element(foot));

const tree: TextTree<Fake> = {
  end: 16,
  textLength: (node) => node.text?.length,
  blockStart: (node) => node.start,
};

test.each([
  ['in a text node', kyiv, 2, 2],
  ['in a nested mark', asked, 3, 7],
  ['after the marks', dot, 1, 11],
  ['in the second node of a block', end, 1, 14],
  ['before a child of an element', mark, 1, 4],
  ['before a chip', inner, 0, 4],
  ['behind the last child', mark, 2, 10],
  ['at the next block, as a triple click leaves it', second, 0, 12],
  ['in words of the window between blocks', bar, 5, 12],
  ['before the text', head, 3, 0],
  ['around the text', page, 1, 0],
  ['behind the text', foot, 2, 16],
  ['behind everything', page, 3, 16],
  ['beyond the end of a node', end, 99, 16],
] as const)('a point %s', (_name, node, offset, expected) => {
  expect(offsetOfPoint(tree, node, offset)).toBe(expected);
});

test.each([
  [first, 0, 12],
  [second, 12, 4],
] as const)(
  'every offset of a block goes to a point and back, taken from either side',
  (one, start, length) => {
    for (const before of [true, false]) {
      const back = Array.from({ length: length + 1 }, (_, inside) => {
        const point = pointInBlock<Fake>(tree, one, inside, before);
        return point === undefined ? -1 : offsetOfPoint(tree, point.node, point.offset) - start;
      });
      expect(back).toEqual(Array.from({ length: length + 1 }, (_, inside) => inside));
    }
  },
);

test('between two nodes the side decides', () => {
  expect(pointInBlock<Fake>(tree, first, 4, true)).toEqual({ node: kyiv, offset: 4 });
  expect(pointInBlock<Fake>(tree, first, 4, false)).toEqual({ node: asked, offset: 0 });
});
