import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';
import { articleFile, TEXT } from './article-file.ts';
import type { ExportedArticle } from './projects.ts';
import type { RunningApp } from './running-app.ts';

/** Counts every press of a mouse or a finger from now on; answers how to read the count. */
async function watchMouse({ page }: RunningApp): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset['presses'] = '0';
    document.addEventListener(
      'pointerdown',
      () => {
        const { dataset } = document.documentElement;
        dataset['presses'] = String(Number(dataset['presses']) + 1);
      },
      { capture: true },
    );
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['presses']));
}

/** Tabs to the text from wherever one is. */
async function tabToText(app: RunningApp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await app.text.region.evaluate((region) => region === document.activeElement)) return;
    await app.page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach the text');
}

test('from an empty window to a dataset without a mouse: project, import, labels, answers, a relation, submit, export', async ({
  launch,
  projects,
  scratch,
}) => {
  test.slow();
  const folder = path.join(scratch, 'Keys.verbale');
  const dataset = path.join(scratch, 'keys.jsonl');
  const app = await launch({ analyst: 'Lena Moor' });
  const { keyboard } = app.page;
  const presses = await watchMouse(app);
  const dialog = app.page.getByRole('dialog');

  // A project.
  await app.dialogs.saveAs(folder);
  await keyboard.press('Control+Shift+n');
  await expect(dialog).toBeVisible();
  await keyboard.press('Control+a');
  await keyboard.type('Keys');
  await keyboard.press('Enter');
  await expect(app.page.getByRole('link', { name: 'Articles' })).toBeVisible();

  // An article.
  await app.dialogs.choose(await articleFile(scratch));
  await keyboard.press('Control+i');
  await app.importing.expectReady(1);
  await keyboard.press('Control+Enter');
  await app.articles.expectOpen('Ministers meet in Geneva');
  await tabToText(app);

  // An actor, a claim with its answers, a second one with the same answers, and how they relate.
  await app.text.selectByKeys('Kyiv');
  await keyboard.press('4');
  await expect(app.text.region).toBeFocused();
  await app.text.selectByKeys('Moscow would answer any strike at once');
  await keyboard.press('1');
  await keyboard.press('p');
  await expect(app.page.getByRole('combobox', { name: 'Source' })).toBeFocused();
  await keyboard.type('ky');
  await keyboard.press('Enter');
  await keyboard.press('i');
  await expect(app.text.region).toBeFocused();
  await app.text.selectByKeys('Berlin kept silent on the matter');
  await keyboard.press('1');
  await keyboard.press('=');
  await expect(app.text.region).toBeFocused();
  await keyboard.press('r');
  await keyboard.type('moscow');
  await keyboard.press('Enter');
  await expect(app.page.getByRole('combobox', { name: 'Type of the relation' })).toBeFocused();
  await keyboard.press('2');
  await expect(app.text.region).toBeFocused();

  // One slip, taken back.
  await app.text.selectByKeys('Rome');
  await keyboard.press('2');
  await expect(app.annotations.items).toHaveCount(4);
  await keyboard.press('Escape');
  await keyboard.press('Control+z');
  await expect(app.annotations.items).toHaveCount(3);

  await keyboard.press('Control+Shift+Enter');
  await expect(app.page.getByText(/^Submitted\. /u)).toBeVisible();
  await app.status.expectSaved();

  // A dataset.
  await app.dialogs.saveAs(dataset);
  await keyboard.press('Control+e');
  await expect(dialog).toBeVisible();
  await keyboard.press('Control+Enter');
  await expect.poll(() => readFile(dataset, 'utf8').catch(() => '')).not.toBe('');
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(app.text.region).toBeFocused();
  expect(await presses()).toBe(0);
  await app.quit();

  const [line, ...others] = (await readFile(dataset, 'utf8'))
    .split('\n')
    .filter((one) => one !== '')
    .map((one) => JSON.parse(one) as ExportedArticle);
  expect(others).toEqual([]);
  expect(line?.text.trimEnd()).toBe(TEXT.trimEnd());
  const quotes = new Map(line?.annotations.map(({ id, quote }) => [id, quote[0]]));
  expect(line?.annotations.map(({ label, quote, analyst }) => [label, quote, analyst])).toEqual([
    ['Claim', ['Moscow would answer any strike at once'], 'Lena Moor'],
    ['Claim', ['Berlin kept silent on the matter'], 'Lena Moor'],
    ['Actor', ['Kyiv'], 'Lena Moor'],
  ]);
  expect(line?.relations.map(({ from, to }) => [quotes.get(from), quotes.get(to)])).toEqual([
    ['Berlin kept silent on the matter', 'Moscow would answer any strike at once'],
  ]);
  await projects.verify(folder);
});
