import type { TextMap } from './selection.ts';

/** How far the next row on screen may be, in CSS pixels: further than any gap in the text. */
const REACH = 600;
const STEP = 7;

/** Rows as they are on screen: only the page knows them, so they are found by probing it. */
export interface Rows {
  /** The offset under or above a caret, as near as possible to `x`; `undefined` at the text's ends. */
  readonly neighbour: (offset: number, forward: boolean, x: number) => number | undefined;
  /** The first or last offset of a caret's row. */
  readonly edge: (offset: number, forward: boolean, rightToLeft: boolean) => number;
}

/**
 * @param root element of the text
 * @param scroller element that scrolls it
 */
export function createRows(map: TextMap, root: HTMLElement, scroller: HTMLElement): Rows {
  /** Scrolls so that there is something to probe on the side the caret goes to. */
  function makeRoom(box: DOMRect, forward: boolean): void {
    const view = scroller.getBoundingClientRect();
    const room = 2 * box.height + STEP;
    if (forward && box.bottom + room > view.bottom)
      scroller.scrollTop += box.bottom + room - view.bottom;
    if (!forward && box.top - room < view.top) scroller.scrollTop -= view.top - box.top + room;
  }

  function probe(offset: number, forward: boolean, x: number): number | undefined {
    const box = map.caretBox(offset);
    const view = scroller.getBoundingClientRect();
    const middle = box.top + box.height / 2;
    for (let way = box.height / 2 + 2; way < REACH; way += STEP) {
      const y = forward ? middle + way : middle - way;
      if (y < view.top || y > view.bottom) return undefined;
      const found = map.offsetAt(x, y);
      if (found === undefined || found === offset) continue;
      const at = map.caretBox(found);
      const isBeyond = forward ? at.top > middle : at.bottom < middle;
      if (isBeyond) return found;
    }
    return undefined;
  }

  return {
    neighbour(offset, forward, x) {
      makeRoom(map.caretBox(offset), forward);
      const within = root.getBoundingClientRect();
      const inside = Math.min(Math.max(x, within.left + 1), within.right - 1);
      return probe(offset, forward, inside);
    },
    edge(offset, forward, rightToLeft) {
      const box = map.caretBox(offset);
      const element = map.rangeOf([offset, offset]).startContainer.parentElement;
      const block = (element?.closest('p, div') ?? root).getBoundingClientRect();
      const atRight = forward !== rightToLeft;
      const y = box.top + box.height / 2;
      return map.offsetAt(atRight ? block.right - 1 : block.left + 1, y) ?? offset;
    },
  };
}
