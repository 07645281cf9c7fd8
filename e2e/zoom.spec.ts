import { expect, test } from './app.ts';
import { cutOff } from './cut-off.ts';
import { sampleText } from './projects.ts';
import type { RunningApp } from './running-app.ts';

/** Half as many pixels as the smallest desk that the design draws: 640 × 400. */
async function zoomIn(app: RunningApp): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 800);
    window?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(640);
}

async function expectWhole(app: RunningApp, screen: string): Promise<void> {
  expect.soft(await cutOff(app.page), screen).toEqual([]);
}

test('at 200 % nothing of the desk and its dialogs is lost', async ({ launch }) => {
  const app = await launch();
  await zoomIn(app);
  await expectWhole(app, 'first page');
  const { keyboard } = app.page;
  await app.page
    .getByRole('button', { name: /sample/iu })
    .first()
    .click();
  await expect(app.text.region).toBeVisible();
  await expectWhole(app, 'desk');
  await app.page.getByRole('button', { name: 'Show articles' }).click();
  await expect(app.articles.rows.first()).toBeVisible();
  await expectWhole(app, 'articles');
  await app.page.getByRole('button', { name: 'Hide articles' }).click();
  await app.page.getByRole('button', { name: 'Show details' }).click();
  await expectWhole(app, 'details of the article');
  await app.text.region.focus();
  await keyboard.press('j');
  await keyboard.press('j');
  await expect(app.details.region).toBeVisible();
  await expectWhole(app, 'an annotation');
  await keyboard.press('Control+f');
  await expect(app.page.getByRole('search', { name: 'Find in the article' })).toBeVisible();
  await expectWhole(app, 'find');
  await keyboard.press('Escape');
  for (const [key, name] of [
    ['Control+,', 'Settings'],
    ['Control+e', 'Export a dataset'],
    ['?', /keys/iu],
    ['Control+k', /./u],
    ['Control+Shift+n', 'New project'],
  ] as const) {
    await keyboard.press(key);
    await expect(app.page.getByRole('dialog', { name })).toBeVisible();
    await expectWhole(app, String(name));
    await keyboard.press('Escape');
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
  }
});

test('at 200 % nothing of the other places is lost', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  await zoomIn(app);
  const { keyboard, page } = { keyboard: app.page.keyboard, page: app.page };
  await keyboard.press('/');
  await page.getByRole('searchbox', { name: 'Search all articles' }).fill('sanctions');
  await expect(page.getByRole('grid', { name: 'Hits' }).getByRole('row').first()).toBeVisible();
  await expectWhole(app, 'search');
  await keyboard.press('Control+Shift+s');
  await expect(page.getByRole('heading', { name: 'Statistics', level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Labels that meet' })).toBeVisible();
  await expectWhole(app, 'statistics');
  await keyboard.press('Control+Shift+b');
  const sections = page.getByRole('list', { name: 'Sections' }).getByRole('button');
  await expect(sections.first()).toBeVisible();
  for (const section of await sections.all()) {
    await section.click();
    await expectWhole(app, `codebook, ${(await section.textContent()) ?? ''}`);
  }
});

test('at 200 % nothing of an import is lost', async ({ launch, projects }) => {
  const app = await launch({
    project: await projects.make('Zoom', [sampleText('brussels-menu.txt')]),
  });
  await zoomIn(app);
  await app.page.getByRole('link', { name: 'Import' }).click();
  await expectWhole(app, 'nothing to import yet');
  await app.dialogs.choose(
    ...['lakeside-talks-end.txt', 'arabic-wire.txt', 'written-answer.txt'].map(sampleText),
  );
  await app.page.getByRole('button', { name: /files/iu }).first().click();
  await app.importing.expectReady(3);
  await app.importing.show('arabic-wire.txt');
  await expectWhole(app, 'import');
});

test('what is cut off is found', async ({ launch }) => {
  const app = await launch();
  await app.page.evaluate(() => {
    const frame = document.createElement('div');
    const button = document.createElement('button');
    Object.assign(frame.style, {
      position: 'fixed',
      top: '8px',
      width: '80px',
      overflow: 'hidden',
    });
    Object.assign(button.style, { width: '300px', whiteSpace: 'nowrap' });
    button.textContent = 'A button that is far too wide';
    frame.append(button);
    document.body.append(frame);
  });
  expect(await cutOff(app.page)).toEqual([
    'control “A button that is far too wide”',
    'text “A button that is far too wide”',
  ]);
});
