import type { Page } from '@playwright/test';

/**
 * Runs in the page: what cannot be brought into sight whole. Everything that can be pressed or typed
 * in is scrolled to, as the focus would; then no edge of the window, and of nothing around it, may
 * cut into it. Lines of text may be cut below and above by what scrolls, but not at their ends,
 * where they do not say so with an ellipsis.
 */
function findCutOff(): string[] {
  const found: string[] = [];
  const nameOf = (one: Element): string =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40) ||
    one.outerHTML.slice(0, 80);
  const isSpokenOnly = (one: Element): boolean =>
    one.closest('[aria-hidden="true"]') !== null ||
    one.getBoundingClientRect().width <= 1 ||
    getComputedStyle(one).clipPath !== 'none' ||
    getComputedStyle(one).opacity === '0';
  const isShown = (one: Element): boolean =>
    one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    !isSpokenOnly(one);
  const clipping = function* (one: Element): Generator<Element> {
    for (let at = one.parentElement; at !== null; at = at.parentElement) {
      if (getComputedStyle(at).overflow !== 'visible') yield at;
      if (getComputedStyle(at).position === 'fixed') return;
    }
  };
  const modal = document.querySelector('[role="dialog"]');
  const root = modal ?? document.body;
  const CONTROLS =
    'a[href], button, input, textarea, select, [role="radio"], [role="combobox"], [tabindex="0"]';

  for (const one of root.querySelectorAll<HTMLElement>(CONTROLS)) {
    if (!isShown(one)) continue;
    one.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const box = one.getBoundingClientRect();
    const frames = [...clipping(one)].map((at) => at.getBoundingClientRect());
    const left = Math.max(0, ...frames.map((frame) => frame.left));
    const right = Math.min(innerWidth, ...frames.map((frame) => frame.right));
    const top = Math.max(0, ...frames.map((frame) => frame.top));
    const bottom = Math.min(innerHeight, ...frames.map((frame) => frame.bottom));
    const tall = box.height > bottom - top;
    const isCut =
      box.left < left - 1 ||
      box.right > right + 1 ||
      bottom - top < 12 ||
      (!tall && (box.top < top - 1 || box.bottom > bottom + 1));
    const moved = [...clipping(one)].find(
      (at) =>
        getComputedStyle(at).overflowX === 'hidden' && at.scrollLeft !== 0 && at.clientWidth > 1,
    );
    if (isCut || moved !== undefined) found.push(`control “${nameOf(one)}”`);
  }

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (holder === null || (node.nodeValue ?? '').trim() === '' || !isShown(holder)) continue;
    if (holder.closest('style, script, svg, textarea, [data-look-away]') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
    if (boxes.length === 0) continue;
    const says = (at: Element): boolean => {
      const { textOverflow, webkitLineClamp } = getComputedStyle(at);
      return textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
    };
    const chain = [holder, ...clipping(holder)];
    if (chain.some(says) || holder.closest('[role="grid"]') !== null) continue;
    const hides = chain.filter((at) => ['hidden', 'clip'].includes(getComputedStyle(at).overflowX));
    if (hides.some((at) => at.getBoundingClientRect().width <= 1)) continue;
    const left = Math.max(0, ...hides.map((at) => at.getBoundingClientRect().left));
    const right = Math.min(innerWidth, ...hides.map((at) => at.getBoundingClientRect().right));
    if (boxes.some((box) => box.left < left - 1.5 || box.right > right + 1.5)) {
      found.push(`text “${(node.nodeValue ?? '').trim().slice(0, 40)}”`);
    }
  }
  const { scrollWidth, scrollHeight } = document.documentElement;
  if (scrollWidth > innerWidth || scrollHeight > innerHeight) found.push('the window scrolls');
  return found;
}

/** What of the window, or of the dialog over it, cannot be brought into sight. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(findCutOff);
}
