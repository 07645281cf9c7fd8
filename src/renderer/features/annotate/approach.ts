import type { TextDom } from './text-dom.ts';

/** Sections this far from the view, in views, are decorated already. */
const MARGIN = '80% 0px';
/** Sections on the first screen: they are there with the first picture. */
const FIRST = 2;
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
  let at = FIRST;
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

/** Shows the first screen now, the rest as it comes near; returns how to stop. */
export function followApproach({ dom, scroller, setNear }: Approach): () => void {
  const indices = new Map(dom.sections.map((section, index) => [section as Element, index]));
  for (let index = 0; index < Math.min(FIRST, dom.sections.length); index += 1)
    setNear(index, true);
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const index = indices.get(target);
        if (index !== undefined) setNear(index, isIntersecting);
      }
    },
    { root: scroller, rootMargin: MARGIN },
  );
  for (const section of dom.sections) observer.observe(section);
  const stopFilling = fillRest(dom);
  return () => {
    stopFilling();
    observer.disconnect();
  };
}
