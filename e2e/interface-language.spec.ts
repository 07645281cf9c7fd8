import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { clickMenu } from './menu.ts';
import type { RunningApp } from './running-app.ts';

/** Opens the settings by their key and chooses a language by its own name. */
async function choose({ page }: RunningApp, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('radio', { name, exact: true }).click();
  // The strings of another language have to be read first.
  await expect(page.locator('html')).toHaveAttribute('lang', name === 'English' ? 'en' : 'ar');
  await page.keyboard.press('Escape');
}

/** The page is said in another language only when the answer of the main process is there. */
async function expectInterface({ page }: RunningApp, lang: string, dir: string): Promise<void> {
  const root = page.locator('html');
  await expect(root).toHaveAttribute('lang', lang);
  await expect(root).toHaveAttribute('dir', dir);
}

test('the window changes to Arabic while it runs, and keeps it', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  await expect(app.page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  await choose(app, 'العربية');
  await expectInterface(app, 'ar', 'rtl');
  const places = app.page.getByRole('navigation', { name: 'الأماكن' });
  await expect(places.getByRole('link', { name: 'المقالات' })).toBeVisible();
  await expect(app.page.getByRole('status', { name: 'حالة الحفظ' })).toHaveText('محفوظ');
  // The platform's own dialogs speak the same language.
  const title = await app.dialogs.nextTitle(() => clickMenu(app, 'import.files'));
  expect(title).toBe('استيراد مقالات');

  const again = await app.restart();
  await expectInterface(again, 'ar', 'rtl');
  await expect(again.page.getByRole('navigation', { name: 'الأماكن' })).toBeVisible();
  await choose(again, 'English');
  await expectInterface(again, 'en', 'ltr');
  await expect(again.page.getByRole('navigation', { name: 'Places' })).toBeVisible();
});

test('in Arabic the panes change sides and the article keeps its direction', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  await choose(app, 'العربية');
  const articles = await app.page.getByRole('region', { name: 'لوحة المقالات' }).boundingBox();
  const text = app.page.locator('[aria-describedby="article-text-help"]');
  const middle = await text.boundingBox();
  expect(articles?.x ?? 0).toBeGreaterThan(middle?.x ?? Number.POSITIVE_INFINITY);
  const paragraph = text
    .locator('p')
    .filter({ hasText: /[a-z]{4}/u })
    .first();
  expect(await paragraph.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
});

test('in Arabic an article is annotated by keys', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  await choose(app, 'العربية');
  const text = app.page.locator('[aria-describedby="article-text-help"]');
  await text.focus();
  const before = await app.page.locator('mark').count();
  await app.page.keyboard.press('ControlOrMeta+Home');
  for (let i = 0; i < 3; i += 1) await app.page.keyboard.press('Shift+ArrowRight');
  await app.page.keyboard.press('1');
  await expect(app.page.locator('mark')).not.toHaveCount(before);
  await expect(app.page.getByRole('status', { name: 'حالة الحفظ' })).toHaveText('محفوظ');
});

test('commands are found by their Arabic names', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  await choose(app, 'العربية');
  await app.page.keyboard.press('ControlOrMeta+k');
  await app.page.keyboard.type('تصدير مجموعة');
  await expect(app.page.getByRole('option', { name: 'تصدير مجموعة بيانات' })).toBeVisible();
});

test('the Arabic desk has nothing that axe objects to', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  await choose(app, 'العربية');
  const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

test('a system in Arabic is greeted in Arabic', async ({ launch }) => {
  const app = await launch({ args: ['--lang=ar'] });
  await expectInterface(app, 'ar', 'rtl');
  await expect(app.page.getByRole('button', { name: 'فتح المشروع النموذجي' })).toBeVisible();
});
