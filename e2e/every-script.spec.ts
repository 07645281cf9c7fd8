import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { readCaret } from './pages/article-text.page.ts';
import type { RunningApp } from './running-app.ts';
import { LINES, SCRIPTS, type Script, scriptsFile } from './script-texts.ts';

/** Words of a line as the browser's own segmenter finds them. */
function wordsOf(page: Page, text: string): Promise<string[]> {
  return page.evaluate((line) => {
    const pieces = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(line);
    return Array.from(pieces)
      .filter(({ isWordLike }) => isWordLike === true)
      .map(({ segment }) => segment);
  }, text);
}

const selected = (app: RunningApp): Promise<string> =>
  app.page.evaluate(() => getSelection()?.toString() ?? '');

const rightToLeft = (script: Script): boolean => ['arabic', 'hebrew', 'both'].includes(script);

/** Puts the caret before the first character of a line, without the mouse. */
async function toLine(app: RunningApp, text: string): Promise<void> {
  const { keyboard } = app.page;
  await app.text.region.focus();
  await keyboard.press('Control+Home');
  for (let lines = 0; lines <= SCRIPTS.length; lines += 1) {
    const { after } = await app.text.region.evaluate(readCaret);
    if (after.startsWith(text)) return;
    // To the end of this one and of the next, and back to where that begins.
    await keyboard.press('Control+ArrowDown');
    await keyboard.press('Control+ArrowDown');
    await keyboard.press('Control+ArrowUp');
  }
  throw new Error(`no line “${text}”`);
}

/** Where the caret is drawn, in CSS pixels from the left. */
function caretX(app: RunningApp): Promise<number> {
  return app.page.evaluate(() => {
    const { focusNode, focusOffset } = getSelection() ?? { focusNode: null, focusOffset: 0 };
    const range = document.createRange();
    if (focusNode === null) return Number.NaN;
    range.setStart(focusNode, focusOffset);
    return range.getBoundingClientRect().left;
  });
}

test('a double click takes a word, in every script', async ({ launch, projects, scratch }) => {
  const project = await projects.make('Double', [await scriptsFile(scratch)]);
  const app = await launch({ project, analyst: 'Lena Moor' });
  const all = SCRIPTS.map((name) => LINES[name].text).join(' ');
  for (const script of SCRIPTS) {
    const { text } = LINES[script];
    const words = await wordsOf(app.page, text);
    expect(words.length, script).toBeGreaterThan(4);
    const once = words.filter((word) => all.split(word).length === 2 && word.length > 1);
    expect(once.length, script).toBeGreaterThan(1);
    for (const word of once.slice(0, 4)) {
      await app.text.click(word, 2);
      expect(await selected(app), script).toBe(word);
    }
    const { word } = LINES[script];
    expect(words, script).toContain(word);
  }
  // An emoji of several is one.
  await app.text.click('👩‍👩‍👧‍👦', 2);
  expect(await selected(app)).toBe('👩‍👩‍👧‍👦');
});

test('the keys go from word to word, in every script, and a label goes to just that', async ({
  launch,
  projects,
  scratch,
}) => {
  test.slow();
  const project = await projects.make('Keys', [await scriptsFile(scratch)]);
  const app = await launch({ project, analyst: 'Lena Moor' });
  const { keyboard } = app.page;
  for (const script of SCRIPTS) {
    const { text, word } = LINES[script];
    const words = await wordsOf(app.page, text);
    const on = rightToLeft(script) ? 'ArrowLeft' : 'ArrowRight';
    const back = rightToLeft(script) ? 'ArrowRight' : 'ArrowLeft';
    await toLine(app, text);
    let at = 0;
    for (const one of words.slice(0, words.indexOf(word))) {
      await keyboard.press(`Control+${on}`);
      at = text.indexOf(one, at) + one.length;
      const { after } = await app.text.region.evaluate(readCaret);
      expect(after.startsWith(text.slice(at)), `${script}: after ${one}`).toBe(true);
    }
    await keyboard.press(`Control+Shift+${on}`);
    expect((await selected(app)).replace(/^[\s\p{P}]+/u, ''), script).toBe(word);
    await keyboard.press('1');
    await keyboard.press('Escape');
    await expect(app.annotations.item('Claim', word)).not.toHaveCount(0);
    await keyboard.press('Escape');
    await keyboard.press(`Control+${back}`);
    const { after } = await app.text.region.evaluate(readCaret);
    expect(after.startsWith(text.slice(text.indexOf(word))), `${script}: back`).toBe(true);
  }
  await app.status.expectSaved();
  await app.quit();
  const [article] = await projects.read(project);
  const found = article?.annotations ?? [];
  expect(found.map(({ quote }) => quote)).toEqual(SCRIPTS.map((name) => [LINES[name].word]));
  for (const { spans, quote } of found) {
    expect(spans.map((span) => article?.text.slice(...span))).toEqual(quote);
  }
  await projects.verify(project);
});

test('an arrow goes one sign, however many code units it has', async ({
  launch,
  projects,
  scratch,
}) => {
  const app = await launch({
    project: await projects.make('Signs', [await scriptsFile(scratch)]),
  });
  const { keyboard } = app.page;
  const { text } = LINES.signs;
  await toLine(app, text);
  const signs = await app.page.evaluate(
    (line) =>
      Array.from(
        new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line),
        (one) => one.segment,
      ),
    text,
  );
  let taken = '';
  for (const sign of signs) {
    await keyboard.press('Shift+ArrowRight');
    taken += sign;
    expect(await selected(app)).toBe(taken);
  }
});

test('in a line that runs both ways an arrow goes on to the end of it, and a label takes what was passed', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Both', [await scriptsFile(scratch)]);
  const app = await launch({ project, analyst: 'Lena Moor' });
  const { keyboard } = app.page;
  const { text, word } = LINES.both;
  await toLine(app, text);
  for (let at = 1; at <= text.length; at += 1) {
    await keyboard.press('ArrowLeft');
    const { after } = await app.text.region.evaluate(readCaret);
    expect(after.startsWith(text.slice(at)), `press ${String(at)}`).toBe(true);
  }
  await app.text.click(word, 2);
  expect(await selected(app)).toBe(word);
  await app.text.drag(`${word} 25`);
  await keyboard.press('3');
  await app.annotations.expectToBe([['Sanctions proposal', `${word} 25`]]);
});

for (const script of ['arabic', 'hebrew'] as const) {
  test(`${script}: arrows go where they point, Shift selects, chips stand at the right, an edge is dragged`, async ({
    launch,
    projects,
    scratch,
  }) => {
    const project = await projects.make('Right', [await scriptsFile(scratch)]);
    const app = await launch({ project, analyst: 'Lena Moor' });
    const { keyboard, mouse } = app.page;
    const { text, word } = LINES[script];
    const words = text.split(' ');
    const at = words.indexOf(word);

    await toLine(app, text);
    let x = await caretX(app);
    for (let press = 0; press < 12; press += 1) {
      await keyboard.press('ArrowLeft');
      const now = await caretX(app);
      expect(now, `press ${String(press)} to the left`).toBeLessThan(x);
      x = now;
    }
    for (let press = 0; press < 6; press += 1) {
      await keyboard.press('ArrowRight');
      const now = await caretX(app);
      expect(now, `press ${String(press)} to the right`).toBeGreaterThan(x);
      x = now;
    }
    await keyboard.press('Home');
    const begin = await caretX(app);
    await keyboard.press('End');
    expect(begin - (await caretX(app))).toBeGreaterThan(200);
    await keyboard.press('Home');
    await keyboard.press('Shift+ArrowLeft');
    await keyboard.press('Shift+ArrowLeft');
    expect(await selected(app)).toBe(text.slice(0, 2));
    await keyboard.press('Shift+ArrowRight');
    expect(await selected(app)).toBe(text.slice(0, 1));

    await app.text.drag(word);
    await keyboard.press('1');
    await keyboard.press('Escape');
    await app.annotations.expectToBe([['Claim', word]]);
    const { start, end } = await app.text.place(word);
    const chipAt = (left: number): Promise<boolean> =>
      app.page.evaluate(
        ([px, py]) => document.elementFromPoint(px, py)?.closest('[data-chip]') !== null,
        [left, start.y - 17] as const,
      );
    expect(start.x).toBeGreaterThan(end.x);
    expect(await chipAt(start.x - 6)).toBe(true);
    expect(await chipAt(end.x + 6)).toBe(false);

    // The last edge is the left one, the first edge the right one.
    await app.annotations.select('Claim', word);
    const longer = await app.text.place(words[at + 1] ?? '');
    await app.text.move({ x: end.x - 2, y: end.y }, { x: longer.end.x + 1, y: end.y });
    await app.annotations.expectToBe([['Claim', `${word} ${words[at + 1] ?? ''}`]]);
    const before = await app.text.place(words[at - 1] ?? '');
    await app.text.move({ x: start.x + 2, y: start.y }, { x: before.start.x - 1, y: start.y });
    const wanted = words.slice(at - 1, at + 2).join(' ');
    await app.annotations.expectToBe([['Claim', wanted]]);

    // By keys: to the left is further on.
    await app.text.region.focus();
    await keyboard.press('Alt+ArrowLeft');
    await app.annotations.expectToBe([['Claim', words.slice(at - 1, at + 3).join(' ')]]);
    await keyboard.press('Control+z');
    await app.annotations.expectToBe([['Claim', wanted]]);
    await mouse.move(5, 5);
    await app.status.expectSaved();
    await app.quit();
    const [article] = await projects.read(project);
    expect(article?.annotations.map(({ quote }) => quote)).toEqual([[wanted]]);
  });
}
