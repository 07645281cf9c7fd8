import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './app.ts';

const LOOKS = ['light', 'sepia', 'dark', 'high-contrast'] as const;

type Look = (typeof LOOKS)[number];

/** Everything in one look; in the others the elements are the same and only their colours change. */
function axe(page: Page, look: Look, within: string | undefined): AxeBuilder {
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  if (look === 'light') return builder;
  const colours = builder.withRules(['color-contrast']);
  return within === undefined ? colours : colours.include(within);
}

async function show(page: Page, look: Look): Promise<void> {
  await page.evaluate((theme) => {
    document.documentElement.dataset['theme'] = theme;
  }, look);
  // Colours fade for a moment; half-way they have other contrasts. What is taken away meanwhile ends
  // its animations as well.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => undefined),
  );
}

/** What axe finds in one look, in words. */
async function violationsIn(page: Page, look: Look, within?: string): Promise<string[]> {
  await show(page, look);
  const { violations } = await axe(page, look, within).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join('\n')}`,
  );
}

/** Asks axe about the window in the light look only, for what is built as something that was shown in all. */
export async function expectNoViolationsInLight(page: Page, screen: string): Promise<void> {
  expect.soft(await violationsIn(page, 'light'), screen).toEqual([]);
}

/**
 * Shows the window in each look and asks axe about it.
 * @param within selector of what is new on the screen, where the rest was looked at before: colours
 *   are then looked at there only
 */
export async function expectNoViolations(
  page: Page,
  screen: string,
  within?: string,
): Promise<void> {
  for (const look of LOOKS) {
    expect.soft(await violationsIn(page, look, within), `${screen}, ${look}`).toEqual([]);
  }
}
