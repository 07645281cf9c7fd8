import { expect, test } from './app.ts';
import { articleFile } from './article-file.ts';
import { heard } from './heard.ts';
import { sampleText } from './projects.ts';
import type { RunningApp } from './running-app.ts';

async function mark(app: RunningApp, words: string, key: string): Promise<void> {
  await app.text.selectByKeys(words);
  await app.page.keyboard.press(key);
  await app.page.keyboard.press('Escape');
}

test('an annotated paragraph is read in order, with the start and end of what is marked', async ({
  launch,
  projects,
  scratch,
}) => {
  const app = await launch({ project: await projects.make('Heard', [await articleFile(scratch)]) });
  await mark(app, 'Berlin kept silent', '1');
  await expect(app.annotations.items).toHaveCount(1);
  await expect
    .poll(() => heard(app.page, 'paragraph', 'Berlin'))
    .toContain('start of Claim Berlin kept silent end of Claim on the matter.');

  // One in the other: the inner one begins later and ends sooner.
  await mark(app, 'cut state banks off', '2');
  await mark(app, 'state banks', '3');
  await expect(app.annotations.items).toHaveCount(3);
  await expect
    .poll(() => heard(app.page, 'paragraph', 'Washington'))
    .toContain(
      'start of Threat cut start of Sanctions proposal state banks end of Sanctions proposal off end of Threat from',
    );

  // One across the end of the other.
  await mark(app, 'Kyiv asked for sanctions', '2');
  await mark(app, 'sanctions before an attack', '1');
  await expect(app.annotations.items).toHaveCount(5);
  await expect
    .poll(() => heard(app.page, 'paragraph', 'Kyiv'))
    .toContain(
      'start of Threat Kyiv asked for start of Claim sanctions end of Threat before an attack end of Claim .',
    );

  // Nothing of it is text: a copy and the export hold the words alone.
  await app.text.region.focus();
  await app.page.keyboard.press('Control+a');
  expect(await app.page.evaluate(() => getSelection()?.toString() ?? '')).not.toContain('start of');
});

test('an article that runs from right to left is read in its order', async ({
  launch,
  projects,
}) => {
  const app = await launch({
    project: await projects.make('Arabic', [sampleText('arabic-wire.txt')]),
  });
  const words = await app.text.region
    .locator('p[data-number]')
    .first()
    .evaluate((one) => (one.textContent ?? '').split(' ').slice(2, 4).join(' '));
  await app.text.drag(words);
  await app.page.keyboard.press('1');
  await expect(app.annotations.items).toHaveCount(1);
  const marked = (await app.text.region.locator('mark').allTextContents()).join('');
  await expect
    .poll(() => heard(app.page, 'paragraph', words))
    .toContain(`start of Claim ${marked} end of Claim`);
});

test('what is done is said, politely, and the list says label and words', async ({
  launch,
  projects,
  scratch,
}) => {
  const app = await launch({ project: await projects.make('Said', [await articleFile(scratch)]) });
  const { keyboard } = app.page;
  const said = app.page.locator('footer [aria-live="polite"]');
  await mark(app, 'Berlin', '1');
  await expect(said).toContainText(/Claim/u);
  await app.annotations.select('Claim', 'Berlin');
  await app.text.region.focus();
  await keyboard.press('2');
  await keyboard.press('Escape');
  await expect(app.annotations.item('Threat', 'Berlin')).toBeVisible();
  await expect(said).toContainText(/Threat/u);
  await keyboard.press('j');
  await keyboard.press('Delete');
  await expect(app.annotations.items).toHaveCount(0);
  await expect(said).toContainText(/removed/iu);
  await keyboard.press('Control+z');
  await expect(app.annotations.items).toHaveCount(1);
  await expect(said).toContainText(/Undo|Undone|again|back/iu);

  await mark(app, 'Paris', '1');
  await app.annotations.item('Threat', 'Berlin').getByRole('button').focus();
  await keyboard.press('ArrowDown');
  await expect(app.annotations.item('Claim', 'Paris').getByRole('button')).toBeFocused();
  await expect(app.annotations.list).toMatchAriaSnapshot(`
    - list "Annotations":
      - listitem:
        - button /Threat Berlin/
      - listitem:
        - button /Claim Paris/
  `);
});
