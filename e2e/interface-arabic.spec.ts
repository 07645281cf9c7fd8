import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

/** Names, formats and units that are written the same in every language. */
const SAME =
  /Verbale|Markdown|HTML|YAML|JSON|REFI-QDA|qdc|jsonl|CSV|csv|SVG|PNG|PDF|UTC|UTF-\d+|SHA-256|Python|JavaScript|Java|Rust|Go|MHTML|RE2|Enter|Shift|Ctrl|Esc|Alt|Tab|label:claim|start:end|text/gu;

/** Names of the sample: its project, analyst, codebook with its headings, and articles. */
const NAMES =
  /Geneva 2022|Lena Moor|LM|Claims, threats and sanctions proposals|Claim|Threat|Sanctions proposal|Actor|Attribution/gu;

/** What buttons, headings, labels and other names of the window say, without quotes and names in it. */
async function saidIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const own = 'button, h1, h2, h3, h4, label, th, legend, [role="status"], nav a';
    const content = '[dir="auto"], bdi, kbd, code, mark, [data-article-text], [data-hits], svg';
    const named = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].filter(
      (element) => element.closest('[data-article-text], [data-hits], [lang]:not(html)') === null,
    );
    const names = named.flatMap((element) =>
      ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
    );
    const texts = [...document.querySelectorAll<HTMLElement>(own)]
      .filter((element) => element.closest(content) === null && element.checkVisibility())
      .map((element) => {
        const copy = element.cloneNode(true) as HTMLElement;
        for (const inside of copy.querySelectorAll(content)) inside.remove();
        return copy.textContent;
      });
    return [...new Set([...names, ...texts])];
  });
}

/** Those with words in Latin letters; what is put into a sentence stands between isolates. */
function latin(said: readonly string[]): string[] {
  return said.filter((text) => {
    const own = text.replaceAll(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/gu, '');
    return /[A-Za-z]{3}/u.test(own.replaceAll(SAME, '').replaceAll(NAMES, ''));
  });
}

test('after the switch to Arabic no place of the window speaks English', async ({ launch }) => {
  const { page } = await launch({ args: ['--open-sample'] });
  await expect(page.locator('[data-article-text]')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('radio', { name: 'العربية', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  expect(latin(await saidIn(page)).filter((text) => !text.includes('English'))).toEqual([]);
  await page.keyboard.press('Escape');

  const places = page.getByRole('navigation', { name: 'الأماكن' });
  for (const place of ['المقالات', 'استيراد', 'بحث', 'إحصاءات', 'دليل الترميز']) {
    await places.getByRole('link', { name: place, exact: true }).click();
    await expect(places.getByRole('link', { name: place, exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(latin(await saidIn(page)), place).toEqual([]);
  }
});
