import type { Page } from '@playwright/test';

// All functions but the last run in the page, together: what they need is among them.

function nameOf(one: Element): string {
  const words = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim();
  return words === '' ? one.outerHTML.slice(0, 80) : words.slice(0, 40);
}

function isSeen(one: Element): boolean {
  if (!one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
  const { clipPath, opacity } = getComputedStyle(one);
  if (clipPath !== 'none' || opacity === '0') return false;
  return one.closest('[aria-hidden="true"]') === null && one.getBoundingClientRect().width > 1;
}

/** What cuts off what stands over its edges, from the inside out. */
function clippersOf(one: Element): Element[] {
  const found: Element[] = [];
  for (let at = one.parentElement; at !== null; at = at.parentElement) {
    const { overflow, position } = getComputedStyle(at);
    if (overflow !== 'visible') found.push(at);
    if (position === 'fixed') break;
  }
  return found;
}

/** The part of the window that is left between these. */
function roomIn(clippers: readonly Element[]): DOMRect {
  const boxes = clippers.map((one) => one.getBoundingClientRect());
  const left = Math.max(0, ...boxes.map((box) => box.left));
  const top = Math.max(0, ...boxes.map((box) => box.top));
  const right = Math.min(innerWidth, ...boxes.map((box) => box.right));
  const bottom = Math.min(innerHeight, ...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** Scrolls to a control as the focus would; true where some of it is still out of sight. */
function isControlCut(one: Element): boolean {
  one.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const clippers = clippersOf(one);
  const box = one.getBoundingClientRect();
  const room = roomIn(clippers);
  if (room.height < 12 || box.left < room.left - 1 || box.right > room.right + 1) return true;
  const isTaller = box.height > room.height;
  if (!isTaller && (box.top < room.top - 1 || box.bottom > room.bottom + 1)) return true;
  // What nobody can scroll was scrolled by the line above.
  return clippers.some(
    (at) =>
      getComputedStyle(at).overflowX === 'hidden' && at.scrollLeft !== 0 && at.clientWidth > 1,
  );
}

function cutControls(root: Element): string[] {
  const all = root.querySelectorAll(
    'a[href], button, input, textarea, select, [role="radio"], [role="combobox"], [tabindex="0"]',
  );
  const cut = [...all].filter((one) => isSeen(one) && isControlCut(one));
  return cut.map((one) => `control “${nameOf(one)}”`);
}

function saysThatItIsCut(one: Element): boolean {
  const { textOverflow, webkitLineClamp } = getComputedStyle(one);
  return textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
}

/** True where an end of a line is hidden, and nothing says so. Hits stand in the middle of theirs. */
function isLineCut(node: Node): boolean {
  const holder = node.parentElement;
  if (holder === null || !isSeen(holder)) return false;
  if (holder.closest('style, script, svg, textarea, [role="grid"]') !== null) return false;
  const range = document.createRange();
  range.selectNodeContents(node);
  const chain = [holder, ...clippersOf(holder)];
  if (chain.some(saysThatItIsCut)) return false;
  const hiders = chain.filter((one) => getComputedStyle(one).overflowX === 'hidden');
  if (hiders.some((one) => one.getBoundingClientRect().width <= 1)) return false;
  const room = roomIn(hiders);
  return [...range.getClientRects()].some(
    (box) => box.width > 1 && (box.left < room.left - 1.5 || box.right > room.right + 1.5),
  );
}

function cutLines(root: Element): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = (node.nodeValue ?? '').trim();
    if (words !== '' && isLineCut(node)) found.push(`text “${words.slice(0, 40)}”`);
  }
  return found;
}

function cutPage(): string[] {
  const { scrollWidth, scrollHeight } = document.documentElement;
  const scrolls = scrollWidth > innerWidth || scrollHeight > innerHeight;
  const root = document.querySelector('[role="dialog"]') ?? document.body;
  return [...cutControls(root), ...cutLines(root), ...(scrolls ? ['the window scrolls'] : [])];
}

/**
 * What of the window, or of the dialog over it, cannot be brought into sight whole. Everything that
 * can be pressed or typed in is scrolled to, as the focus would; then nothing may cut into it. Lines
 * of text may be cut below and above by what scrolls, but not at their ends.
 */
export function cutOff(page: Page): Promise<string[]> {
  const parts = [nameOf, isSeen, clippersOf, roomIn, isControlCut, cutControls];
  const rest = [saysThatItIsCut, isLineCut, cutLines, cutPage];
  return page.evaluate(
    `(() => { ${[...parts, ...rest].map(String).join('\n')}; return cutPage(); })()`,
  );
}
