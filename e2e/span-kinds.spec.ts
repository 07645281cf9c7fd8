import { expect, test } from './app.ts';
import { articleFile, spanOf, TEXT } from './article-file.ts';
import { heard } from './heard.ts';
import type { ExportedArticle } from './projects.ts';
import type { RunningApp } from './running-app.ts';

/** Marks words with the keys alone, and selects the annotation. */
async function mark(app: RunningApp, words: string, key: string): Promise<void> {
  await app.text.selectByKeys(words);
  await app.page.keyboard.press(key);
  await app.page.keyboard.press('Escape');
}

/** What an export has: label and quotes, each of which is looked up at its span. */
function quotesIn(article: ExportedArticle | undefined): (readonly [string, readonly string[]])[] {
  return (article?.annotations ?? []).map(({ label, spans, quote }) => {
    expect(spans.map((span) => TEXT.slice(...span))).toEqual(quote);
    return [label, quote];
  });
}

/** Grounds of the marks over words, as they are painted. */
function grounds(app: RunningApp, words: readonly string[]): Promise<string[]> {
  return app.text.region.evaluate((region, wanted) => {
    const marks = [...region.querySelectorAll('mark')];
    return wanted.map((one) => {
      const found = marks.find((each) => each.textContent === one);
      return found === undefined ? 'not drawn' : getComputedStyle(found).backgroundImage;
    });
  }, words);
}

/** Rests the pointer on words. */
async function hover(app: RunningApp, words: string): Promise<void> {
  const { start, end } = await app.text.place(words);
  await app.page.mouse.move((start.x + end.x) / 2, start.y);
}

test.describe('an annotation in several parts', () => {
  const parts = ['Kyiv asked', 'before an attack'];

  async function inParts(app: RunningApp): Promise<void> {
    await mark(app, 'Kyiv asked', '2');
    await app.page.keyboard.press('j');
    await app.text.selectByKeys('before an attack');
    await app.page.keyboard.press('Shift+Enter');
    await expect(app.annotations.item('Threat', parts.join(' … '))).toBeVisible();
    await app.page.keyboard.press('Escape');
    await expect(app.details.region).toHaveCount(0);
  }

  test('each part is drawn, and the pointer on one lights all of them and links them', async ({
    launch,
    projects,
    scratch,
  }) => {
    const app = await launch({
      project: await projects.make('Parts', [await articleFile(scratch)]),
    });
    const link = app.text.region.locator('[data-link]');
    await inParts(app);
    await app.page.mouse.move(5, 5);
    await expect(link).toHaveCount(0);
    const still = await grounds(app, parts);
    expect(new Set(still).size).toBe(1);
    await expect(app.text.region.locator('[data-chip]')).toHaveCount(2);

    for (const part of parts) {
      await hover(app, part);
      await expect.poll(() => grounds(app, parts)).not.toContain(still[0]);
      expect(new Set(await grounds(app, parts)).size).toBe(1);
      await expect(link).not.toHaveCount(0);
      const card = app.page.getByRole('tooltip').filter({ hasText: 'Threat' });
      await expect(card.getByRole('listitem')).toHaveCount(1);
    }
    await app.page.mouse.move(5, 5);
    await expect.poll(() => grounds(app, parts)).toEqual(still);
    await expect(link).toHaveCount(0);
  });

  test('parts on several lines are linked in the margin, beside the first words of each', async ({
    launch,
    projects,
    scratch,
  }) => {
    const app = await launch({
      project: await projects.make('Margin', [await articleFile(scratch)]),
    });
    await mark(app, 'Moscow', '1');
    await app.page.keyboard.press('j');
    await app.text.selectByKeys('Paris called');
    await app.page.keyboard.press('Shift+Enter');
    const column = await app.text.region
      .getByRole('paragraph')
      .filter({ hasText: 'Paris' })
      .boundingBox();
    const first = await app.text.place('Moscow');
    const down = app.text.region.locator('[data-link="down"]');
    await expect(down).toHaveCount(1);
    const second = await app.text.place('Paris called');
    const box = await down.boundingBox();
    if (box === null || column === null) throw new Error('nothing is drawn');
    expect(box.x).toBeLessThan(column.x);
    expect(box.x).toBeGreaterThan(column.x - 20);
    expect(box.height).toBeCloseTo(second.start.y - first.start.y, -1);
    expect(Math.abs(box.y - first.start.y)).toBeLessThan(3);
    await expect(app.text.region.locator('[data-link="across"]')).toHaveCount(2);
  });

  test('it is read aloud as one annotation, and exported with each of its quotes', async ({
    launch,
    projects,
    scratch,
  }) => {
    const project = await projects.make('Heard', [await articleFile(scratch)]);
    const app = await launch({ project, analyst: 'Lena Moor' });
    await inParts(app);
    await expect
      .poll(() => heard(app.page, 'paragraph', 'Kyiv'))
      .toContain(
        'start of Threat, part 1 of 2 Kyiv asked end of Threat, part 1 of 2 for sanctions ' +
          'start of Threat, part 2 of 2 before an attack end of Threat, part 2 of 2 .',
      );
    await app.status.expectSaved();
    await app.quit();
    expect(quotesIn((await projects.read(project))[0])).toEqual([['Threat', parts]]);
    await projects.verify(project);
  });
});

test('split, merged and extended annotations are read aloud and exported with the words they have', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Shapes', [await articleFile(scratch)]);
  const app = await launch({ project, analyst: 'Lena Moor' });
  const { keyboard } = app.page;
  const said = app.page.locator('footer [aria-live="polite"]');

  // Split at the caret.
  await mark(app, 'Kyiv asked for sanctions', '1');
  await keyboard.press('j');
  await app.text.selectByKeys('for');
  await keyboard.press('ArrowLeft');
  await keyboard.press('x');
  await expect(said).toContainText('Split into 2 annotations');
  await expect
    .poll(() => heard(app.page, 'paragraph', 'Kyiv'))
    .toContain(
      'start of Claim Kyiv asked end of Claim start of Claim for sanctions end of Claim before',
    );
  await keyboard.press('Escape');

  // Two of one label far apart, merged.
  await mark(app, 'Washington', '2');
  await mark(app, 'Rome', '2');
  await app.annotations.select('Threat', 'Washington');
  await app.text.region.focus();
  await keyboard.press('Shift+m');
  await expect(said).toContainText('Merged with');
  await app.annotations.expectToBe([
    ['Claim', 'Kyiv asked'],
    ['Claim', 'for sanctions'],
    ['Threat', 'Washington … Rome'],
  ]);

  // To the ends of its sentence.
  await keyboard.press('Escape');
  await mark(app, 'diplomat', '3');
  await keyboard.press('j');
  await keyboard.press('j');
  await app.annotations.select('Sanctions proposal', 'diplomat');
  await app.text.region.focus();
  await keyboard.press('e');
  await expect(said).toContainText('Extended to the sentence');
  const sentence =
    'The ministers will talk again on Friday, a diplomat said, once the paper has been read.';
  await expect
    .poll(() => heard(app.page, 'paragraph', 'diplomat'))
    .toContain(`start of Sanctions proposal ${sentence} end of Sanctions proposal`);

  // Back and forth once.
  await keyboard.press('Control+z');
  await expect(app.annotations.item('Sanctions proposal', 'ministers')).toHaveCount(0);
  await keyboard.press('Control+Shift+z');
  await expect(app.annotations.item('Sanctions proposal', 'ministers')).toBeVisible();

  await app.status.expectSaved();
  await app.quit();
  expect(quotesIn((await projects.read(project))[0])).toEqual([
    ['Claim', ['Kyiv asked']],
    ['Claim', ['for sanctions']],
    ['Threat', ['Washington', 'Rome']],
    ['Sanctions proposal', [sentence]],
  ]);
  await projects.verify(project);
});

test('three annotations on the very same words: the pointer tells of all, j and k reach each, all are read aloud', async ({
  launch,
  projects,
  scratch,
}) => {
  const words = 'Berlin kept silent';
  const project = await projects.make('Stack', [await articleFile(scratch)]);
  const app = await launch({ project, analyst: 'Lena Moor' });
  const { keyboard } = app.page;
  await mark(app, words, '1');
  // A key struck twice makes no second one: it says how to, and one is made where it is meant.
  await app.text.selectByKeys(words);
  await keyboard.press('1');
  await app.page.getByRole('button', { name: 'Mark the same words once more' }).click();
  await expect(app.annotations.items).toHaveCount(2);
  await keyboard.press('Escape');
  await app.text.region.focus();
  await keyboard.press('j');
  await keyboard.press('Shift+d');
  await expect(app.annotations.items).toHaveCount(3);
  await keyboard.press('Escape');
  await expect(app.annotations.items).toHaveCount(3);
  await keyboard.press('Control+z');
  await expect(app.annotations.items).toHaveCount(2);
  await keyboard.press('Control+Shift+z');
  await expect(app.annotations.items).toHaveCount(3);
  await keyboard.press('Escape');

  await hover(app, words);
  const card = app.page.getByRole('tooltip').filter({ hasText: 'Claim' });
  await expect(card.getByRole('listitem')).toHaveCount(3);
  await app.page.mouse.move(5, 5);

  // Each has a line of its own below the words.
  const lines = await app.text.region
    .locator('mark', { hasText: words })
    .evaluate((one) => getComputedStyle(one).backgroundImage.split('-gradient(').length - 1);
  expect(lines).toBeGreaterThanOrEqual(3);

  const selected = () =>
    app.annotations.list.locator('[aria-current="true"]').getAttribute('data-annotation');
  const visit = async (key: string): Promise<Set<string | null>> => {
    const seen = new Set<string | null>();
    for (let turn = 0; turn < 3; turn += 1) {
      await keyboard.press(key);
      seen.add(await selected());
    }
    return seen;
  };
  await app.text.region.focus();
  expect((await visit('j')).size).toBe(3);
  await keyboard.press('Escape');
  await app.text.selectByKeys('matter');
  expect((await visit('k')).size).toBe(3);

  await expect
    .poll(() => heard(app.page, 'paragraph', 'Berlin'))
    .toContain(
      `start of Claim start of Claim start of Claim ${words} end of Claim, end of Claim, end of Claim`,
    );
  await app.status.expectSaved();
  await app.quit();
  const [article] = await projects.read(project);
  expect(article?.annotations.map(({ spans }) => spans)).toEqual([
    [spanOf(words)],
    [spanOf(words)],
    [spanOf(words)],
  ]);
});

test('a place without words is read aloud where it stands, and exported there', async ({
  launch,
  projects,
  allLabels: project,
}) => {
  const app = await launch({ project, analyst: 'Lena Moor' });
  await app.text.selectByKeys('Berlin');
  await app.page.keyboard.press('ArrowRight');
  await app.page.keyboard.press('3');
  await expect(app.annotations.items).toHaveCount(1);
  await expect
    .poll(() => heard(app.page, 'paragraph', 'Berlin'))
    .toContain('at once. Berlin start of Gap kept silent');
  await app.page.keyboard.press('Control+z');
  await expect(app.annotations.items).toHaveCount(0);
  await app.page.keyboard.press('Control+Shift+z');
  await expect(app.annotations.items).toHaveCount(1);
  await app.status.expectSaved();
  await app.quit();
  const at = spanOf('Berlin')[1];
  const [article] = await projects.read(project);
  expect(article?.annotations).toMatchObject([{ label: 'Gap', spans: [[at, at]], quote: [''] }]);
});
