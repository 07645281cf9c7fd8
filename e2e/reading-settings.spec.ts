import { expect, test } from './app.ts';
import { sampleText } from './projects.ts';
import type { RunningApp } from './running-app.ts';

/** The article, also while a dialog lies over it. */
function textOf(app: RunningApp) {
  return app.page.locator('section[aria-label="Article text"]');
}

/** How the article's text is set. */
function look(app: RunningApp) {
  return textOf(app)
    .locator('p[data-number]')
    .first()
    .evaluate((one) => {
      const { fontFamily, fontSize, lineHeight, letterSpacing } = getComputedStyle(one);
      return {
        font: fontFamily.split(',')[0]?.replaceAll('"', ''),
        size: Number.parseFloat(fontSize),
        line: Math.round((Number.parseFloat(lineHeight) / Number.parseFloat(fontSize)) * 10) / 10,
        letters: letterSpacing,
        width: one.clientWidth,
      };
    });
}

/** Where words stand below the top of the text; `undefined` where they are out of sight. */
function heightOf(app: RunningApp, words: string): Promise<number | undefined> {
  return textOf(app).evaluate((region, wanted) => {
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { top, bottom } = range.getBoundingClientRect();
      const view = region.getBoundingClientRect();
      return bottom < view.top || top > view.bottom ? undefined : top - view.top;
    }
    return undefined;
  }, words);
}

test('font, size, width and spacing are set, shown beside the choice, and kept', async ({
  launch,
  projects,
}) => {
  const project = await projects.make('Look', [sampleText('brussels-menu.txt')]);
  let app = await launch({ project });
  const before = await look(app);
  expect(before).toMatchObject({ font: 'Source Serif 4 Variable', size: 19, line: 1.8 });
  await app.page.keyboard.press('Control+,');
  const settings = app.page.getByRole('dialog', { name: 'Settings' });
  const choose = (group: string, name: string) =>
    settings.getByRole('radiogroup', { name: group }).getByRole('radio', { name }).click();
  await choose('Font', 'Sans');
  await choose('Line spacing', 'Wide');
  await choose('Letter spacing', 'Wide');
  await settings.getByRole('button', { name: 'Larger text' }).click();
  for (let press = 0; press < 4; press += 1) {
    await settings.getByRole('button', { name: 'Narrower lines' }).click();
  }
  await expect(settings.getByRole('group', { name: 'Line width' })).toHaveText('45');
  await choose('Look', 'Sepia');
  const sample = settings.getByRole('figure').getByRole('paragraph');
  await expect(sample).toHaveCSS('font-family', /^"Inter Variable"/u);
  await expect(sample).toHaveCSS('font-size', '20px');
  await expect(sample).toHaveCSS('background-color', 'rgb(248, 239, 223)');
  await settings.getByRole('button', { name: 'Done' }).click();

  const wanted = { font: 'Inter Variable', size: 20, line: 2.2, letters: '1.6px' };
  const after = await look(app);
  expect(after).toMatchObject(wanted);
  expect(after.width).toBeLessThan(before.width);
  app = await app.restart();
  expect(await look(app)).toEqual(after);
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'sepia');
});

test('keys and commands change the look without a dialog', async ({ launch, projects }) => {
  const project = await projects.make('Keys', [sampleText('brussels-menu.txt')]);
  const app = await launch({ project });
  const { keyboard } = app.page;
  const theme = app.page.locator('html');
  const shown: (string | null)[] = [];
  for (let press = 0; press < 4; press += 1) {
    await keyboard.press('Alt+l');
    shown.push(await theme.getAttribute('data-theme'));
  }
  expect(shown).toEqual(['light', 'sepia', 'dark', 'high-contrast']);
  await keyboard.press('+');
  await expect.poll(async () => (await look(app)).size).toBe(20);
  const run = async (words: string): Promise<void> => {
    await keyboard.press('Control+k');
    await keyboard.type(words);
    await keyboard.press('Enter');
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
  };
  await run('Next font of the article');
  await run('Next line spacing');
  expect(await look(app)).toMatchObject({ font: 'Inter Variable', line: 2.2 });
});

test('the words that are read stay where they are, whatever the type', async ({
  launch,
  projects,
}) => {
  const project = await projects.make('Place', [sampleText('long-read.txt')]);
  const app = await launch({ project });
  await app.page.keyboard.press('Control+,');
  const settings = app.page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  // Far down, in the middle of a paragraph; its first line in sight is what is read.
  const words = await textOf(app).evaluate((region) => {
    region.scrollTop = region.scrollHeight * 0.55;
    const view = region.getBoundingClientRect();
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const match of (node.nodeValue ?? '').matchAll(/\S+/gu)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const { top, width } = range.getBoundingClientRect();
        if (width > 0 && top >= view.top + 4) {
          return (node.nodeValue ?? '').slice(match.index, match.index + 24);
        }
      }
    }
    return '';
  });
  const before = (await heightOf(app, words)) ?? 0;
  const stays = async (what: string): Promise<void> => {
    await expect
      .poll(async () => Math.abs(((await heightOf(app, words)) ?? -999) - before), {
        message: what,
      })
      .toBeLessThan(24);
  };
  for (const [group, name] of [
    ['Font', 'Mono'],
    ['Line spacing', 'Wide'],
    ['Letter spacing', 'Wide'],
  ] as const) {
    await settings.getByRole('radiogroup', { name: group }).getByRole('radio', { name }).click();
    await stays(name);
  }
  for (const button of ['Larger text', 'Narrower lines'] as const) {
    for (let press = 0; press < 3; press += 1) {
      await settings.getByRole('button', { name: button }).click();
      await stays(button);
    }
  }
});
