import type { TextMap } from './selection.ts';
import type { TextPlan } from './text-plan.ts';
import { blockIndexAt } from './text-plan.ts';
import type { TextView } from './text-view.ts';

/** What a place is held in. */
export interface HoldTarget {
  readonly region: HTMLElement;
  readonly plan: TextPlan;
  readonly map: TextMap;
  readonly view: TextView;
}

/** Words above this, from the top of the view in CSS pixels, are on their way out of it. */
const EDGE = 4;

/** Offset of the first line whose top is in sight. */
function firstLine({ region, plan, map, view }: HoldTarget): number {
  const top = region.getBoundingClientRect().top + EDGE;
  const start = view.firstInSight();
  let low = start;
  let high = plan.blocks[blockIndexAt(plan.blocks, start) + 1]?.start ?? plan.text.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (map.caretBox(middle).top >= top) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Words that moved by less, in CSS pixels, were moved by the type and not by whoever reads. */
const NEAR = 80;

/** Holds the place that is read. */
export interface HoldPlace {
  /** Remembers which words are read; what it returns brings them back to where they stood. */
  readonly hold: () => () => void;
  /** Brings back what was held last, after type has come that was not there yet. */
  readonly again: () => void;
}

/**
 * Holds the first line in sight, so that its words stand where they stood, however the text is set.
 * Until somebody scrolls, the same words are held from change to change. A text at its beginning
 * stays at its beginning.
 */
export function createHoldPlace(target: HoldTarget): HoldPlace {
  const { region, map } = target;
  let held: { readonly offset: number; readonly wanted: number } | undefined;
  const heightOf = (offset: number): number =>
    map.caretBox(offset).top - region.getBoundingClientRect().top;
  const isNear = (): boolean =>
    held !== undefined && Math.abs(heightOf(held.offset) - held.wanted) < NEAR;
  const settle = (): void => {
    if (held !== undefined) region.scrollTop += heightOf(held.offset) - held.wanted;
  };
  return {
    hold() {
      if (region.scrollTop < EDGE) {
        held = undefined;
      } else if (!isNear()) {
        const offset = firstLine(target);
        held = { offset, wanted: heightOf(offset) };
      }
      return () => {
        settle();
        // Sections that were never in sight have an estimated height: look again once they are.
        requestAnimationFrame(settle);
      };
    },
    again() {
      if (isNear()) settle();
    },
  };
}
