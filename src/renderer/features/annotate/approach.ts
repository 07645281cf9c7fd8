import type { TextDom } from './text-dom.ts';

/** Sections this far from the view, in views, are decorated already. */
const NEAR = '25% 0px';
/**
 * Sections further from the view than this lose their decoration: far enough that the browser does
 * not lay them out any more, so that taking it away costs nothing.
 */
const FAR = '250% 0px';
/** Milliseconds of one slice of filling in what is far away. */
const SLICE = 4;

/** What happens as sections come near the view. */
export interface Approach {
  readonly dom: TextDom;
  readonly scroller: HTMLElement;
  readonly setNear: (section: number, near: boolean) => void;
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

/** How many sections it takes to fill a screen: they are there with the first picture. */
function firstOf({ heights }: TextDom): number {
  let height = 0;
  const last = heights.findIndex((one) => {
    height += one;
    return height >= window.innerHeight;
  });
  return last === -1 ? heights.length : last + 1;
}

/** Index of the first section that ends below a height of the viewport. */
function firstBelow(sections: readonly HTMLElement[], top: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const bottom = sections[middle]?.getBoundingClientRect().bottom ?? 0;
    if (bottom <= top) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Shows the first screen now, the rest as it comes near; returns how to stop. What a jump brings into
 * sight is decorated before its first picture: the observer tells only after it.
 */
export function followApproach({ dom, scroller, setNear }: Approach): () => void {
  const { sections } = dom;
  const indices = new Map(sections.map((section, index) => [section as Element, index]));
  const first = firstOf(dom);
  for (let index = 0; index < first; index += 1) setNear(index, true);

  const observe = (rootMargin: string, wanted: boolean): IntersectionObserver => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = indices.get(target);
          if (index !== undefined && isIntersecting === wanted) setNear(index, wanted);
        }
      },
      { root: scroller, rootMargin },
    );
    for (const section of sections) observer.observe(section);
    return observer;
  };
  const observers = [observe(NEAR, true), observe(FAR, false)];

  const onScroll = (): void => {
    const { top, bottom } = scroller.getBoundingClientRect();
    for (let index = firstBelow(sections, top); index < sections.length; index += 1) {
      if ((sections[index]?.getBoundingClientRect().top ?? bottom) >= bottom) return;
      setNear(index, true);
    }
  };
  scroller.addEventListener('scroll', onScroll, { passive: true });

  const stopFilling = fillRest(dom);
  return () => {
    stopFilling();
    scroller.removeEventListener('scroll', onScroll);
    for (const observer of observers) observer.disconnect();
  };
}
