import type { Span } from '../../../core/model/span.ts';
import { linesOfBoxes } from './line-boxes.ts';
import type { Mark } from './mark-index.ts';
import type { TextMap } from './selection.ts';
import styles from './text.module.css';

/** Between the column and the link in its margin, and from the link towards the words, in CSS pixels. */
const GAP = 9;
const TICK = 5;
/** From the middle of a line of type to its first underline, as in lane-css. */
const BELOW = 14;
/** Nobody follows more than these with the eye; a hostile file may have thousands. */
const MOST_PARTS = 60;

/** What shows that the parts of an annotation belong together. */
export interface PartLink {
  readonly element: HTMLElement;
  /** Draws the link of an annotation in several parts; takes it away for any other. */
  readonly show: (mark: Mark | undefined) => void;
}

/** Where a link may be asked for. */
export interface PartLinkPlace {
  readonly map: TextMap;
  /** False where asking for a place would lay out text that is far away. */
  readonly isNear: (offset: number) => boolean;
}

/** Where the words of a part begin and end on the screen. */
interface Ends {
  readonly first: DOMRect;
  readonly last: DOMRect;
}

function middle(box: DOMRect): number {
  return box.top + box.height / 2;
}

function isSameLine(a: DOMRect, b: DOMRect): boolean {
  return Math.abs(middle(a) - middle(b)) < Math.max(a.height, b.height) / 2;
}

function endsOf(map: TextMap, span: Span): Ends | undefined {
  const lines = linesOfBoxes(map.boxesOf(span));
  const [first, last] = [lines.at(0), lines.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** The box of the column around a part, and whether its lines begin at the right. */
function columnOf(map: TextMap, [start]: Span): { box: DOMRect; isRtl: boolean } | undefined {
  const node = map.rangeOf([start, start]).startContainer;
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest('[data-kind]') ?? undefined;
  if (block === undefined) return undefined;
  return {
    box: block.getBoundingClientRect(),
    isRtl: getComputedStyle(block).direction === 'rtl',
  };
}

/** A dotted line between two points of the viewport. */
function lineOf(origin: DOMRect, x: number, y: number, width: number, height: number): HTMLElement {
  const line = document.createElement('div');
  line.className = styles['link'] ?? '';
  line.dataset['link'] = width > height ? 'across' : 'down';
  line.style.left = `${String(x - origin.left)}px`;
  line.style.top = `${String(y - origin.top)}px`;
  line.style.width = `${String(width)}px`;
  line.style.height = `${String(height)}px`;
  return line;
}

/** Between parts on the same line: below the words that are not of the annotation. */
function gapsOf(origin: DOMRect, parts: readonly Ends[]): HTMLElement[] {
  return parts.slice(1).flatMap(({ first: next }, index) => {
    const before = parts[index]?.last;
    if (before === undefined || !isSameLine(before, next)) return [];
    const [left, right] =
      before.left < next.left ? [before.right, next.left] : [next.right, before.left];
    return right > left ? [lineOf(origin, left, middle(next) + BELOW, right - left, 0)] : [];
  });
}

/** Between parts on several lines: in the margin, with a tick at each line where a part begins. */
function marginOf(
  origin: DOMRect,
  parts: readonly Ends[],
  column: { readonly box: DOMRect; readonly isRtl: boolean },
): HTMLElement[] {
  const [top, bottom] = [parts[0]?.first, parts.at(-1)?.first];
  if (top === undefined || bottom === undefined || isSameLine(top, bottom)) return [];
  const x = column.isRtl ? column.box.right + GAP : column.box.left - GAP;
  const ticks = parts.map(({ first }) =>
    lineOf(origin, column.isRtl ? x - TICK : x, middle(first), TICK, 0),
  );
  return [lineOf(origin, x, middle(top), 0, middle(bottom) - middle(top)), ...ticks];
}

/** A link that shows nothing yet. */
export function createPartLink({ map, isNear }: PartLinkPlace): PartLink {
  const element = document.createElement('div');
  element.className = styles['frames'] ?? '';
  element.ariaHidden = 'true';
  return {
    element,
    show(mark) {
      const spans = mark !== undefined && mark.spans.length > 1 ? mark.spans : [];
      const near = spans.slice(0, MOST_PARTS).filter(([start]) => isNear(start));
      const parts = near.flatMap((span) => endsOf(map, span) ?? []);
      const column = near[0] === undefined ? undefined : columnOf(map, near[0]);
      if (mark === undefined || column === undefined || parts.length < 2) {
        if (element.hasChildNodes()) element.replaceChildren();
        return;
      }
      const origin = element.getBoundingClientRect();
      element.dataset['hue'] = mark.hue;
      element.replaceChildren(...gapsOf(origin, parts), ...marginOf(origin, parts, column));
    },
  };
}
