import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { articleFile } from './article-file.ts';
import { sampleText } from './projects.ts';

/** What has the focus, in words; “the page” where nothing has it. */
function focused(page: Page): Promise<string> {
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

async function expectKept(page: Page, after: string): Promise<void> {
  await expect.poll(() => focused(page), { message: after }).not.toBe('the page');
}

test('the focus is never lost: deleting, closing, switching, undoing', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Focus', [
    await articleFile(scratch),
    sampleText('brussels-menu.txt'),
  ]);
  const app = await launch({ project });
  const { page } = app;
  const { keyboard } = page;
  for (const words of ['Moscow', 'Berlin', 'Paris']) {
    await app.text.selectByKeys(words);
    await keyboard.press('1');
    await keyboard.press('Escape');
    await expect(app.annotations.item('Claim', words)).toBeVisible();
  }

  // Its own button goes away with the annotation.
  await app.annotations.select('Claim', 'Moscow');
  await page.getByRole('button', { name: 'Remove the annotation' }).focus();
  await keyboard.press('Enter');
  await expect(app.annotations.items).toHaveCount(2);
  await expectKept(page, 'the selected annotation was removed');
  await expect(app.text.region).toBeFocused();

  // The row in the list goes away.
  await app.annotations.item('Claim', 'Berlin').getByRole('button').focus();
  await keyboard.press('Enter');
  await app.annotations.item('Claim', 'Berlin').getByRole('button').focus();
  await keyboard.press('Delete');
  await expect(app.annotations.items).toHaveCount(1);
  await expectKept(page, 'a row of the list was removed');

  await keyboard.press('Control+z');
  await expect(app.annotations.items).toHaveCount(2);
  await expectKept(page, 'undone');

  // Another article comes in place of the text.
  await app.text.region.focus();
  await keyboard.press('n');
  await expect(app.articles.rows.nth(1).getByRole('button')).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(app.text.region).toBeFocused();

  // A dialog gives the focus back, a pane that is hidden leaves it to the text.
  for (const keys of ['Control+,', 'Control+k', '?', 'Control+e']) {
    await keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectKept(page, `${keys} open`);
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(app.text.region).toBeFocused();
  }
  await app.articles.rows.first().getByRole('button').focus();
  await keyboard.press('[');
  await expect(app.articles.rows).toHaveCount(0);
  await expect(app.text.region).toBeFocused();
  await keyboard.press('[');

  // From place to place.
  for (const [keys, place] of [
    ['Control+Shift+s', 'Statistics'],
    ['Control+Shift+b', 'Codebook'],
    ['Control+Shift+f', 'Search'],
  ] as const) {
    await app.page.getByRole('link', { name: 'Articles' }).click();
    await app.text.region.focus();
    await keyboard.press(keys);
    await expect(page.getByRole('link', { name: place })).toHaveAttribute('aria-current', 'page');
    await expectKept(page, place);
  }
});

test('Tab reaches everything in order, and the ring is always seen', async ({ launch }) => {
  test.slow();
  const app = await launch({ args: ['--open-sample'] });
  const { page } = app;
  const { keyboard } = page;
  const walk = async (screen: string, most: number): Promise<void> => {
    const seen = new Set<string>();
    for (let press = 0; press < most; press += 1) {
      await keyboard.press('Tab');
      const name = await focused(page);
      if (name === 'the page') break;
      // What fades in has its ring a moment later.
      await expect
        .poll(() => page.evaluate(isMarked), { message: `${screen}: ${name}` })
        .toBe(true);
      seen.add(name);
    }
    expect(seen.size, screen).toBeGreaterThan(5);
  };
  for (const [theme, key, screen] of [
    ['light', 'j', 'desk'],
    ['sepia', 'Control+Shift+b', 'codebook'],
    ['dark', 'Control+Shift+s', 'statistics'],
    ['high-contrast', 'Control+Shift+f', 'search'],
  ] as const) {
    await page.evaluate((look) => {
      document.documentElement.dataset['theme'] = look;
    }, theme);
    await page.getByRole('link', { name: 'Articles' }).focus();
    await keyboard.press('Enter');
    await expect(app.text.region).toBeVisible();
    await keyboard.press(key);
    await walk(`${screen}, ${theme}`, 40);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await page.getByRole('link', { name: 'Articles' }).focus();
  await keyboard.press('Enter');
  await expect(app.text.region).toBeVisible();
  await walk('desk, forced colours', 25);
});
