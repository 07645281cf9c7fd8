import { expect, test } from './app.ts';
import { articleFile, TEXT } from './article-file.ts';
import { sampleText } from './projects.ts';
import type { RunningApp } from './running-app.ts';

/** Makes the window as large as the smallest desk that the design draws, or another. */
async function resize(app: RunningApp, width: number, height: number): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
    [width, height] as [number, number],
  );
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(width);
}

/** Words that are selected in the page. */
function selected(app: RunningApp): Promise<string> {
  return app.page.evaluate(() => getSelection()?.toString() ?? '');
}

test('find: counts, steps around, folds case or not, and opens what is folded', async ({
  launch,
  projects,
}) => {
  const project = await projects.make('Find', [sampleText('lakeside-talks-end.txt')]);
  const app = await launch({ project });
  const { keyboard } = app.page;
  await keyboard.press('Control+f');
  const bar = app.page.getByRole('search', { name: 'Find in the article' });
  const field = bar.getByRole('textbox');
  const count = bar.getByRole('status', { name: 'Places found' });
  await expect(field).toBeFocused();
  await keyboard.type('russia');
  await expect(count).toHaveText(/^1 of 8$/u);
  await keyboard.press('Enter');
  await expect(count).toHaveText('2 of 8');
  await keyboard.press('Shift+Enter');
  await keyboard.press('Shift+Enter');
  await expect(count).toHaveText('8 of 8');
  await bar.getByRole('button', { name: 'Whole words' }).click();
  await expect(count).toHaveText(/of [2-7]$/u);
  await bar.getByRole('button', { name: 'Match case' }).click();
  await expect(count).toHaveText('Not found');
  await bar.getByRole('button', { name: 'Match case' }).click();
  await bar.getByRole('button', { name: 'Whole words' }).click();

  // In furniture that is folded: stepping there unfolds it.
  await field.fill('Skip to content');
  await expect(count).toHaveText('1 of 1');
  await expect(app.text.region.getByText('Skip to content')).toBeHidden();
  await field.press('Enter');
  await expect(app.text.region.getByText('Skip to content')).toBeVisible();

  // Closed, the words are selected and a label's key marks them.
  await field.fill('Ninety minutes of talks');
  await field.press('Enter');
  await field.press('Escape');
  await expect(bar).toHaveCount(0);
  expect(await selected(app)).toBe('Ninety minutes of talks');
  await keyboard.press('1');
  await app.annotations.expectToBe([['Claim', 'Ninety minutes of talks']]);
});

test('numbers of paragraphs and sentences stand in the margin and are no text', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Numbers', [await articleFile(scratch)]);
  let app = await launch({ project });
  const numbers = (): Promise<(string | null)[]> =>
    app.text.region.evaluate((region) =>
      Array.from(region.querySelectorAll('[data-shown]'), (one) =>
        one.getAttribute('data-shown'),
      ).filter((number) => number !== ''),
    );
  await app.text.region.focus();
  await app.page.keyboard.press('Alt+n');
  // Several sentences begin on the first line of the first paragraph.
  await expect.poll(numbers).toContainEqual(expect.stringMatching(/^1\.1–2$/u));
  await app.page.keyboard.press('Control+a');
  await app.page.keyboard.press('Control+c');
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(TEXT.trimEnd());
  await app.text.selectByKeys('Kyiv asked for sanctions');
  await app.page.keyboard.press('2');
  await app.annotations.expectToBe([['Threat', 'Kyiv asked for sanctions']]);
  app = await app.restart();
  await expect.poll(numbers).toContainEqual(expect.stringMatching(/^1\.1–2$/u));
  await app.text.region.focus();
  await app.page.keyboard.press('Alt+n');
  await expect.poll(numbers).toEqual([]);
});

test('the next sentence without an annotation is selected, around the end', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Unmarked', [await articleFile(scratch)]);
  const app = await launch({ project });
  const { keyboard } = app.page;
  await app.text.selectByKeys('Moscow');
  await keyboard.press('1');
  await keyboard.press('Control+Home');
  await keyboard.press('u');
  await keyboard.press('u');
  await expect.poll(() => selected(app)).toBe('Berlin kept silent on the matter.');
  await keyboard.press('2');
  // Out of the attributes, whose keys are letters too, and on with reading.
  await keyboard.press('Escape');
  await expect(app.annotations.item('Threat', 'Berlin kept silent on the matter.')).toBeVisible();
  for (let press = 0; press < 4; press += 1) await keyboard.press('u');
  await expect.poll(() => selected(app)).toContain('The ministers will talk again');
  await keyboard.press('u');
  await expect.poll(() => selected(app)).toBe('Ministers meet in Geneva');
});

test('the focus mode hides the panes and dims all but one paragraph', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Focus', [await articleFile(scratch)]);
  const app = await launch({ project });
  const opacity = (words: string): Promise<string> =>
    app.text.region
      .getByRole('paragraph')
      .filter({ hasText: words })
      .evaluate((one) => getComputedStyle(one).opacity);
  await app.text.click('Berlin');
  await app.page.keyboard.press('z');
  await expect(app.annotations.list).toHaveCount(0);
  await expect(app.articles.rows).toHaveCount(0);
  await expect.poll(() => opacity('Berlin')).toBe('1');
  await expect.poll(() => opacity('Paris')).toBe('0.38');
  await app.text.click('Paris');
  await expect.poll(() => opacity('Paris')).toBe('1');
  await expect.poll(() => opacity('Berlin')).toBe('0.38');
  await app.page.keyboard.press('Escape');
  await expect(app.articles.rows).toHaveCount(1);
  await expect.poll(() => opacity('Berlin')).toBe('1');
});

test('labels without room are in a menu that works from the keyboard', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Room', [await articleFile(scratch)]);
  const app = await launch({ project });
  await resize(app, 1280, 800);
  for (const name of ['Claim', 'Threat', 'Sanctions proposal', 'Actor'] as const) {
    await expect(app.labels.button(name).locator('svg')).toBeVisible();
  }
  await resize(app, 960, 640);
  const handle = app.page.getByRole('separator', { name: 'Width of the articles pane' });
  await handle.focus();
  for (let press = 0; press < 30; press += 1) await app.page.keyboard.press('ArrowRight');
  const more = app.labels.toolbar.getByRole('button', { name: /more labels/u });
  await expect(more).toBeVisible();
  await expect(app.labels.button('Actor')).toHaveCount(0);

  await app.text.selectByKeys('Kyiv');
  await app.labels.button('Claim').focus();
  for (let press = 0; press < 4; press += 1) {
    if (await more.evaluate((one) => one === document.activeElement)) break;
    await app.page.keyboard.press('ArrowRight');
  }
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('menuitem', { name: /Actor/u })).toBeVisible();
  await app.page.keyboard.press('End');
  await app.page.keyboard.press('Enter');
  await expect(
    app.labels.toolbar.getByRole('button', { name: /more labels: Actor/u }),
  ).toBeVisible();
  await expect(app.status.saveState).toHaveText('Saved');
  await app.quit();
  const [article] = await projects.read(project);
  expect(article?.annotations.map(({ label, quote }) => [label, quote])).toEqual([
    ['Actor', ['Kyiv']],
  ]);
});

test('list and details share their pane: nothing that scrolls is inside something that does', async ({
  launch,
}) => {
  const app = await launch({ args: ['--open-sample'] });
  await resize(app, 1280, 800);
  await app.annotations.items.first().getByRole('button').click();
  const nested = await app.details.region.evaluate((details) => {
    const scrolls = (one: Element): boolean =>
      one.scrollHeight > one.clientHeight + 1 &&
      /auto|scroll/u.test(getComputedStyle(one).overflowY);
    const pane = details.parentElement ?? details;
    const inside = [...pane.querySelectorAll('*')].filter(scrolls);
    return {
      pane: scrolls(pane),
      inside: inside.filter((one) => inside.some((other) => other !== one && other.contains(one)))
        .length,
      room: details.clientHeight,
    };
  });
  expect(nested).toMatchObject({ pane: false, inside: 0 });
  expect(nested.room).toBeGreaterThan(300);
});

test('marks end with their words, and dashes run on where pieces meet', async ({ launch }) => {
  const app = await launch({ args: ['--open-sample'] });
  await resize(app, 1280, 800);
  const found = await app.text.region.evaluate((region) => {
    const marks = [...region.querySelectorAll('mark')];
    const column = region.querySelector('p')?.getBoundingClientRect().right ?? 0;
    return Math.max(
      ...marks.flatMap((mark) => Array.from(mark.getClientRects(), (box) => box.right - column)),
    );
  });
  expect(found).toBeLessThanOrEqual(1);

  // A dashed line that comes from the piece before begins where that one's pattern has got to.
  await app.text.drag('a halt to the new gas pipeline should wait');
  await app.page.keyboard.press('4');
  const seams = () =>
    app.text.region.evaluate((region) =>
      Array.from(region.querySelectorAll('mark'), (mark) =>
        [...mark.style].filter((name) => name.startsWith('--phase-')),
      ).flat(),
    );
  await expect.poll(async () => (await seams()).length).toBeGreaterThan(0);
});

test('an Arabic article runs from right to left, with its head and its furniture', async ({
  launch,
  projects,
}) => {
  const project = await projects.make('Arabic', [sampleText('arabic-wire.txt')]);
  const app = await launch({ project });
  await resize(app, 1280, 800);
  await app.page.keyboard.press('f');
  const kind = app.text.region.getByRole('button', { name: 'Not furniture: navigation' }).first();
  const words = app.text.region.getByText('بث مباشر');
  await expect(kind).toBeVisible();
  const boxes = {
    kind: await kind.boundingBox(),
    words: await words.evaluate((block) => {
      const range = document.createRange();
      range.selectNodeContents(block);
      return range.getBoundingClientRect().left;
    }),
    bar: await app.text.region
      .getByRole('button', { name: /^Furniture, 1 line/u })
      .locator('svg')
      .boundingBox(),
  };
  expect((boxes.kind?.x ?? 0) + (boxes.kind?.width ?? 0)).toBeLessThanOrEqual(boxes.words);
  expect(boxes.bar?.x ?? 0).toBeGreaterThan(boxes.words);
  await expect(app.text.region.locator('header')).toHaveCSS('direction', 'rtl');
});
