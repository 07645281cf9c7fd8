import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { openByKeys } from './openers.ts';

/** Longest that anything may move where one has asked for no motion, in seconds. */
const LONGEST = 0.01;

interface Moving {
  readonly what: string;
  readonly seconds: number;
}

/** Runs in the page: everything on the screen that takes time to change, or scrolls smoothly. */
function moving(): Moving[] {
  const seconds = (list: string): number =>
    Math.max(
      ...list.split(', ').map((one) => Number.parseFloat(one) / (one.endsWith('ms') ? 1000 : 1)),
    );
  const found: Moving[] = [];
  for (const element of document.querySelectorAll('*')) {
    for (const part of [undefined, '::before', '::after', '::backdrop']) {
      const style = getComputedStyle(element, part);
      const times = Number(style.animationIterationCount);
      const rounds = Number.isFinite(times) ? times : 1000;
      const longest = Math.max(
        seconds(style.transitionDuration),
        style.animationName === 'none' ? 0 : seconds(style.animationDuration) * rounds,
        style.scrollBehavior === 'smooth' ? 1 : 0,
      );
      if (longest > 0) {
        found.push({
          what: `${element.tagName}.${element.className}${part ?? ''}`,
          seconds: longest,
        });
      }
    }
  }
  return found;
}

async function expectStill(page: Page, screen: string): Promise<void> {
  const found = await page.evaluate(moving);
  expect(
    found.filter(({ seconds }) => seconds > LONGEST),
    screen,
  ).toEqual([]);
}

test('with motion reduced nothing moves: no screen, menu or dialog, and no scrolling', async ({
  launch,
}) => {
  test.slow();
  const app = await launch({ args: ['--open-sample'] });
  const { page } = app;
  const { keyboard } = page;
  // Without the wish things do fade, so that this test would see it.
  expect((await page.evaluate(moving)).some(({ seconds }) => seconds > LONGEST)).toBe(true);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expectStill(page, 'desk');
  await app.annotations.select('Threat', 'one more Russian soldier');
  await app.text.region.focus();
  await keyboard.press('z');
  await expect(app.articles.rows).toHaveCount(0);
  await expectStill(page, 'focus mode');
  await keyboard.press('z');
  await expect(app.articles.rows.first()).toBeVisible();

  await openByKeys(page, 'Add articles');
  await expectStill(page, 'a menu');
  await keyboard.press('Escape');
  await app.text.region.focus();
  for (const [keys, name] of [
    ['Control+k', 'palette'],
    ['Control+,', 'settings'],
    ['?', 'keys'],
    ['Control+e', 'export'],
  ] as const) {
    await keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectStill(page, name);
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  // A step to the last annotation is there in the frame after it.
  await app.text.region.focus();
  await keyboard.press('Control+End');
  const settled = await app.text.region.evaluate(
    (region) =>
      new Promise<boolean>((done) => {
        requestAnimationFrame(() => {
          const { scrollTop } = region;
          requestAnimationFrame(() => done(region.scrollTop === scrollTop));
        });
      }),
  );
  expect(settled).toBe(true);

  for (const [keys, place] of [
    ['Control+Shift+s', 'Statistics'],
    ['Control+Shift+b', 'Codebook'],
    ['Control+Shift+f', 'Search'],
  ] as const) {
    await keyboard.press(keys);
    await expect(page.getByRole('link', { name: place })).toHaveAttribute('aria-current', 'page');
    await expectStill(page, place);
  }
});
