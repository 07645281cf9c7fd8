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

/** Holds the place that is read. */
export type HoldPlace = () => () => void;

/**
 * Remembers which words are read, by the first line in sight; what each call returns scrolls so
 * that they stand where they stood, however the text is set by then. Until somebody scrolls, the
 * same words are held from change to change. A text at its beginning stays at its beginning.
 */
export function createHoldPlace(target: HoldTarget): HoldPlace {
  const { region, map } = target;
  let last = { offset: 0, top: Number.NaN };
  const heightOf = (offset: number): number =>
    map.caretBox(offset).top - region.getBoundingClientRect().top;
  return () => {
    if (region.scrollTop < EDGE) return () => undefined;
    const offset = last.top === region.scrollTop ? last.offset : firstLine(target);
    const wanted = heightOf(offset);
    const settle = (): void => {
      region.scrollTop += heightOf(offset) - wanted;
      last = { offset, top: region.scrollTop };
    };
    return () => {
      settle();
      // Sections that were never in sight have an estimated height: look again once they are.
      requestAnimationFrame(settle);
    };
  };
}
