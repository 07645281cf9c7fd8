import type { Stretch } from './section-places.ts';
import type { TextDom } from './text-dom.ts';
import type { Section, TextPlan } from './text-plan.ts';

/** What stands this far beyond the view, in views, is decorated before it comes. */
const AHEAD = 0.25;
/**
 * Sections further from the view than this, in views, lose their decoration: far enough that the
 * browser does not lay them out any more, so that taking it away costs nothing.
 */
const FAR = 2.5;
/** Milliseconds of one slice of filling in what is far away. */
const SLICE = 4;
/** Milliseconds after which what lies ahead is decorated even if the window is busy. */
const LATEST = 500;

/** What happens as blocks come near the view. */
export interface Approach {
  readonly plan: TextPlan;
  readonly dom: TextDom;
  readonly scroller: HTMLElement;
  readonly show: (blocks: Section) => void;
  readonly clear: (blocks: Section) => void;
}

/** Fills the page with the rest of the text, a slice at a time, so that nothing stutters. */
function fillRest(dom: TextDom): () => void {
  let at = 0;
  let timer = 0;
  const slice = (): void => {
    const until = performance.now() + SLICE;
    while (at < dom.sections.length && performance.now() < until) {
      dom.fill(at);
      at += 1;
    }
    if (at < dom.sections.length) timer = window.setTimeout(slice);
  };
  timer = window.setTimeout(slice);
  return () => window.clearTimeout(timer);
}

/**
 * The blocks of a section that stand within a stretch of the view. Their heights are estimated from
 * where the whole section stands: to ask each would lay out words that are about to change.
 */
function blocksWithin(
  { plan, dom }: Approach,
  index: number,
  box: Stretch,
  view: Stretch,
): Section {
  const { from, to } = plan.sections[index] ?? { from: 0, to: 0 };
  const heights = plan.blocks.slice(from, to).map(dom.estimate);
  const whole = heights.reduce((sum, one) => sum + one, 0);
  // Furniture is as high as somebody has unfolded it: such a section is taken as a whole.
  if (whole === 0 || heights.includes(0)) return { from, to };
  const scale = (box.bottom - box.top) / whole;
  let top = box.top;
  let [first, last] = [to, from];
  for (const [offset, height] of heights.entries()) {
    const bottom = top + height * scale;
    if (bottom > view.top && top < view.bottom) {
      first = Math.min(first, from + offset);
      last = from + offset + 1;
    }
    top = bottom;
  }
  return { from: first, to: last };
}

/** Decorates what fills a screen, for the first picture. The page is not laid out for it. */
function showFirst(approach: Approach, shown: Set<number>): void {
  const view = { top: 0, bottom: window.innerHeight };
  let top = 0;
  for (const [index, height] of approach.dom.heights.entries()) {
    if (top >= view.bottom) return;
    shown.add(index);
    approach.show(blocksWithin(approach, index, { top, bottom: top + height }, view));
    top += height;
  }
}

/** Decorates what is in the view, and so many views above and below it. */
function showView(approach: Approach, shown: Set<number>, ahead: number): void {
  const { dom, scroller } = approach;
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const view = { top: top - ahead * height, bottom: bottom + ahead * height };
  const come: Section[] = [];
  for (let index = dom.firstBelow(view.top); index < dom.sections.length; index += 1) {
    const box = dom.boxOf(index);
    if (box.top >= view.bottom) break;
    shown.add(index);
    come.push(blocksWithin(approach, index, box, view));
  }
  // All places were read before the first of them changes.
  for (const blocks of come) approach.show(blocks);
}

function clearFar({ plan, dom, scroller, clear }: Approach, shown: Set<number>): void {
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const far = [...shown].filter((index) => {
    const box = dom.boxOf(index);
    return box.bottom < top - FAR * height || box.top > bottom + FAR * height;
  });
  for (const index of far) {
    shown.delete(index);
    clear(plan.sections[index] ?? { from: 0, to: 0 });
  }
}

/**
 * Shows the first screen now, the rest as it comes near; returns how to stop. What a jump brings into
 * sight is decorated before its first picture.
 */
export function followApproach(approach: Approach): () => void {
  const { dom, scroller } = approach;
  /** Sections in which something is decorated. */
  const shown = new Set<number>();
  let waiting = 0;
  showFirst(approach, shown);

  const tidy = (): void => {
    waiting = 0;
    showView(approach, shown, AHEAD);
    clearFar(approach, shown);
  };
  const onScroll = (): void => {
    showView(approach, shown, 0);
    if (waiting === 0) waiting = requestIdleCallback(tidy, { timeout: LATEST });
  };
  scroller.addEventListener('scroll', onScroll, { passive: true });
  // It tells once the page is laid out, before the picture: what was thought lower may be in sight.
  const sizes = new ResizeObserver(() => showView(approach, shown, 0));
  sizes.observe(scroller);
  for (const child of scroller.children) sizes.observe(child);

  const stopFilling = fillRest(dom);
  return () => {
    stopFilling();
    cancelIdleCallback(waiting);
    scroller.removeEventListener('scroll', onScroll);
    sizes.disconnect();
  };
}
