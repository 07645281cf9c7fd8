import { expect, test } from './app.ts';
import { articleFile, spanOf, TEXT } from './article-file.ts';
import type { RunningApp } from './running-app.ts';

/** Marks words with the keys alone. */
async function mark(app: RunningApp, words: string, key: string): Promise<void> {
  await app.text.selectByKeys(words);
  await app.page.keyboard.press(key);
  await app.page.keyboard.press('Escape');
}

/** What an app has put on the clipboard. */
function clipboard(app: RunningApp): Promise<string> {
  return app.electron.evaluate(({ clipboard: board }) => board.readText());
}

/** What the status line says. */
async function expectSaid(app: RunningApp, words: RegExp): Promise<void> {
  await expect(app.page.getByText(words).first()).toBeVisible();
}

test.describe('the words of an annotation by keys', () => {
  test('parts are added and taken away, each in one step of undo', async ({
    launch,
    projects,
    scratch,
  }) => {
    const project = await projects.make('Parts', [await articleFile(scratch)]);
    const app = await launch({ project, analyst: 'Lena Moor' });
    const { keyboard } = app.page;
    await mark(app, 'Kyiv asked', '2');
    await keyboard.press('j');
    await app.text.selectByKeys('before an attack');
    await keyboard.press('Shift+Enter');
    await expect(app.annotations.item('Threat', 'Kyiv asked … before an attack')).toBeVisible();
    await expectSaid(app, /^Words added: /u);

    // Words between two parts make one of them.
    await app.text.selectByKeys('for sanctions');
    await keyboard.press('Shift+Enter');
    await expect(
      app.annotations.item('Threat', 'Kyiv asked for sanctions before an attack'),
    ).toBeVisible();

    // Words from the middle make two again.
    await app.text.selectByKeys('asked');
    await keyboard.press('Shift+Delete');
    await expect(
      app.annotations.item('Threat', 'Kyiv … for sanctions before an attack'),
    ).toBeVisible();

    // A part by its button.
    await app.details.region.getByRole('button', { name: 'Take “Kyiv” out' }).click();
    await expect(app.annotations.items).toHaveText([/Threat.*for sanctions before an attack/u]);

    for (const quote of [
      'Kyiv … for sanctions before an attack',
      'Kyiv asked for sanctions before an attack',
      'Kyiv asked … before an attack',
    ]) {
      await keyboard.press('Control+z');
      await expect(app.annotations.item('Threat', quote)).toBeVisible();
    }
    await app.status.expectSaved();
    await app.quit();
    await projects.verify(project);
    const [article] = await projects.read(project);
    expect(article?.annotations.map(({ spans }) => spans)).toEqual([
      [spanOf('Kyiv asked'), spanOf('before an attack')],
    ]);
  });

  test('the last words are never taken away', async ({ launch, projects, scratch }) => {
    const project = await projects.make('Last', [await articleFile(scratch)]);
    const app = await launch({ project });
    await mark(app, 'Berlin', '1');
    await app.page.keyboard.press('j');
    await app.text.selectByKeys('Berlin');
    await app.page.keyboard.press('Shift+Delete');
    await expectSaid(app, /These are all its words/u);
    await app.annotations.expectToBe([['Claim', 'Berlin']]);
  });

  test('one is split at the caret and merged again', async ({ launch, projects, scratch }) => {
    const project = await projects.make('Split', [await articleFile(scratch)]);
    const app = await launch({ project, analyst: 'Lena Moor' });
    const { keyboard } = app.page;
    await mark(app, 'Kyiv asked for sanctions', '1');
    await keyboard.press('j');
    await app.details.note.fill('Rule 5');
    await app.details.note.blur();
    await app.text.selectByKeys('for');
    await keyboard.press('ArrowLeft');
    await keyboard.press('x');
    await app.annotations.expectToBe([
      ['Claim', 'Kyiv asked'],
      ['Claim', 'for sanctions'],
    ]);
    await expectSaid(app, /Split into 2 annotations/u);
    await keyboard.press('Shift+m');
    await expect(app.annotations.items).toHaveCount(1);
    await app.annotations.expectToBe([['Claim', 'Kyiv asked for sanctions']]);
    await expect(app.details.note).toHaveValue('Rule 5');

    await keyboard.press('Control+z');
    await expect(app.annotations.items).toHaveCount(2);
    await keyboard.press('Control+z');
    await app.annotations.expectToBe([['Claim', 'Kyiv asked for sanctions']]);
    await app.status.expectSaved();
    await app.quit();
    await projects.verify(project);
  });

  test('merging joins what is far apart, and only its own label', async ({
    launch,
    projects,
    scratch,
  }) => {
    const project = await projects.make('Merge', [await articleFile(scratch)]);
    const app = await launch({ project });
    await mark(app, 'Moscow', '1');
    await mark(app, 'Berlin', '2');
    await mark(app, 'Paris', '1');
    await app.annotations.select('Claim', 'Moscow');
    await app.page.keyboard.press('Shift+m');
    await app.annotations.expectToBe([
      ['Claim', 'Moscow … Paris'],
      ['Threat', 'Berlin'],
    ]);
    await app.annotations.select('Threat', 'Berlin');
    await app.page.keyboard.press('Shift+m');
    await expectSaid(app, /no further Threat/u);
  });

  test('one reaches out to its sentence', async ({ launch, projects, scratch }) => {
    const project = await projects.make('Sentence', [await articleFile(scratch)]);
    const app = await launch({ project });
    await mark(app, 'kept silent', '1');
    await app.page.keyboard.press('j');
    await app.page.keyboard.press('e');
    await app.annotations.expectToBe([['Claim', 'Berlin kept silent on the matter.']]);
    await app.page.keyboard.press('e');
    await expectSaid(app, /whole sentence already/u);
  });

  test('a command from the palette finds the selected words', async ({
    launch,
    projects,
    scratch,
  }) => {
    const project = await projects.make('Palette', [await articleFile(scratch)]);
    const app = await launch({ project });
    await app.text.selectByKeys('Berlin kept silent');
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type('Threat');
    await app.page.keyboard.press('Enter');
    await app.annotations.expectToBe([['Threat', 'Berlin kept silent']]);
  });
});

test.describe('by hand', () => {
  test('both edges are dragged, and keys move them', async ({ launch, projects, scratch }) => {
    const project = await projects.make('Edges', [await articleFile(scratch)]);
    const app = await launch({ project });
    const { keyboard } = app.page;
    await mark(app, 'asked for', '1');
    await keyboard.press('j');

    const now = await app.text.place('asked for');
    const wider = await app.text.place('Kyiv asked for');
    await app.text.move(
      { x: now.start.x - 1, y: now.start.y },
      { x: wider.start.x, y: now.start.y },
    );
    await app.annotations.expectToBe([['Claim', 'Kyiv asked for']]);

    await app.text.region.focus();
    await keyboard.press('Alt+ArrowRight');
    await app.annotations.expectToBe([['Claim', 'Kyiv asked for sanctions']]);
    await keyboard.press('Alt+Shift+ArrowRight');
    await app.annotations.expectToBe([['Claim', 'asked for sanctions']]);
    await keyboard.press('Control+z');
    await app.annotations.expectToBe([['Claim', 'Kyiv asked for sanctions']]);
  });

  test('the card tells what is under the pointer, the innermost first', async ({
    launch,
    projects,
    scratch,
  }) => {
    const project = await projects.make('Card', [await articleFile(scratch)]);
    const app = await launch({ project });
    await mark(app, 'Kyiv asked for sanctions', '2');
    await mark(app, 'sanctions before', '1');
    const { start, end } = await app.text.place('sanctions');
    await app.page.mouse.move((start.x + end.x) / 2, start.y);
    const card = app.page.getByRole('tooltip').filter({ hasText: 'Threat' });
    await expect(card.getByRole('listitem')).toHaveText([
      /Claim16 characters/u,
      /Threat24 characters/u,
    ]);
    await app.page.mouse.move(start.x, start.y + 300);
    await expect(card).toHaveCount(0);
  });

  test('a copy is the stored text, without chips, numbers and bars', async ({
    launch,
    projects,
    scratch,
  }) => {
    const project = await projects.make('Copy', [await articleFile(scratch)]);
    const app = await launch({ project });
    await mark(app, 'Kyiv asked for sanctions', '2');
    await mark(app, 'for sanctions before', '1');
    await app.text.region.focus();
    await app.page.keyboard.press('Control+a');
    await app.page.keyboard.press('Control+c');
    await expect.poll(() => clipboard(app)).toBe(TEXT.trimEnd());

    await app.text.selectByKeys('asked for sanctions');
    await app.page.keyboard.press('Control+c');
    await expect.poll(() => clipboard(app)).toBe('asked for sanctions');
  });

  test('furniture is marked and unmarked by hand', async ({ launch, projects, scratch }) => {
    const project = await projects.make('Furniture', [await articleFile(scratch)]);
    const app = await launch({ project });
    const { keyboard } = app.page;
    const line =
      'The ministers will talk again on Friday, a diplomat said, once the paper has been read.';
    await app.text.selectByKeys(line);
    await keyboard.press('Shift+f');
    const bar = app.text.region.getByRole('button', {
      name: /^Furniture folded: marked by hand, 1 line/u,
    });
    await expect(bar).toBeVisible();
    await expect(app.text.region.getByText(line)).toBeHidden();

    // Open, its kind is said once, and a press on it makes it text again.
    await keyboard.press('f');
    await expect(app.text.region.getByText(line)).toBeVisible();
    await expect(app.text.region.getByText(/marked by hand/u)).toHaveCount(1);
    await app.text.region.getByRole('button', { name: 'Not furniture: marked by hand' }).click();
    await expect(app.text.region.getByRole('button', { name: /^Furniture/u })).toHaveCount(0);
    await keyboard.press('Control+z');
    await expect(
      app.text.region.getByRole('button', { name: /^Furniture, 1 line/u }),
    ).toBeVisible();
    await app.status.expectSaved();
    await app.quit();
    const [article] = await projects.read(project);
    expect(article?.furniture).toEqual([spanOf(line)]);
  });

  test('a renamed article has its old name again after undo', async ({
    launch,
    projects,
    scratch,
  }) => {
    const project = await projects.make('Rename', [await articleFile(scratch)]);
    const app = await launch({ project });
    const title = app.page
      .getByRole('region', { name: 'Article details' })
      .getByRole('textbox', { name: 'Title' });
    await title.fill('Talks on the lake');
    await title.blur();
    await app.articles.expectOpen('Talks on the lake');
    await app.text.region.focus();
    await app.page.keyboard.press('Control+z');
    await app.articles.expectOpen('Ministers meet in Geneva');
    await expect(title).toHaveValue('Ministers meet in Geneva');
  });
});
