import { expect, type Page } from '@playwright/test';

/** What has the focus, in words; “the page” where nothing has it. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return 'the page';
    return (
      activeElement.getAttribute('aria-label') ??
      activeElement.textContent?.trim().slice(0, 40) ??
      activeElement.tagName
    );
  });
}

/** Runs in the page: true where what has the focus, or what stands for it, has a ring or a caret. */
function isMarked(): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return false;
  const hasRing = (one: Element): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    return isOutlined || (boxShadow !== 'none' && one.matches(':focus-visible'));
  };
  // A field says it with its frame; a list, with the line that the keys move.
  const around = [
    activeElement,
    activeElement.parentElement,
    activeElement.parentElement?.parentElement,
  ];
  const inside = activeElement.querySelectorAll(
    '[aria-selected="true"], [data-current="true"], [data-highlighted]',
  );
  return [...around, ...inside].some((one) => one instanceof Element && hasRing(one));
}

/** Fails where nothing has the focus. */
export async function expectKept(page: Page, after: string): Promise<void> {
  await expect.poll(() => focused(page), { message: after }).not.toBe('the page');
}

/** Fails where one does not see what has the focus. */
export async function expectMarked(page: Page, when: string): Promise<void> {
  // What fades in has its ring a moment later.
  await expect.poll(() => page.evaluate(isMarked), { message: `ring: ${when}` }).toBe(true);
}
