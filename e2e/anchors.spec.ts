import type { Locator } from '@playwright/test';
import { expect, test } from './app.ts';

/** The letters of chips: the style sheet draws them. */
function letters(chips: Locator): Promise<string[]> {
  return chips.evaluateAll((all) =>
    all.map((chip) => getComputedStyle(chip, '::before').content.charAt(1)),
  );
}

test('a label that needs no words stands at the caret: marked, found, labelled anew, removed', async ({
  launch,
  projects,
  allLabels: project,
}) => {
  const app = await launch({ project });
  const { keyboard } = app.page;
  const chips = app.text.region.locator('[data-chip]');
  await app.text.region.focus();
  await keyboard.press('Control+Home');
  await keyboard.press('Control+ArrowRight');

  // A label for words says that it needs some, and does nothing.
  await keyboard.press('1');
  await expect(app.page.getByText('Select words first.').first()).toBeVisible();
  await expect(app.annotations.items).toHaveCount(0);

  await keyboard.press('3');
  await expect(app.annotations.items).toHaveCount(1);
  await expect(app.annotations.items.first()).toContainText('Gap');
  await expect(app.annotations.items.first()).toContainText('Ministers‸ meet');
  await expect.poll(() => letters(chips)).toEqual(['G']);

  // It cannot become a label that needs words.
  await keyboard.press('1');
  await expect(app.page.getByText(/^Claim needs words\./u).first()).toBeVisible();

  // Another one at the end of a line.
  await keyboard.press('Escape');
  await keyboard.press('End');
  await keyboard.press('3');
  await expect(app.annotations.items).toHaveCount(2);
  await keyboard.press('Escape');
  await keyboard.press('j');
  await expect(app.details.region).toContainText('Ministers‸ meet');
  await keyboard.press('j');
  await expect(app.details.region).toContainText('Geneva‸');
  await keyboard.press('k');

  // By click on its bar.
  await keyboard.press('Escape');
  const { end } = await app.text.place('Geneva');
  await app.page.mouse.click(end.x, end.y);
  await expect(app.details.region).toContainText('Geneva‸');
  await keyboard.press('Delete');
  await expect(app.annotations.items).toHaveCount(1);
  await keyboard.press('Control+z');
  await expect(app.annotations.items).toHaveCount(2);
  await app.status.expectSaved();
  await app.end();
  await projects.verify(project);
});

test('annotations on the very same words are told apart and picked one after the other', async ({
  launch,
  allLabels: project,
}) => {
  const words = 'Kyiv asked for sanctions';
  const app = await launch({ project });
  const { keyboard } = app.page;
  for (const key of ['1', '2', '3']) {
    await app.text.drag(words);
    await keyboard.press(key);
  }
  await expect(app.annotations.items).toHaveCount(3);
  const chips = app.text.region.locator('[data-chip]');
  await expect.poll(async () => (await letters(chips)).toSorted()).toEqual(['C', 'G', 'T']);

  const heading = app.details.region.getByRole('heading', { level: 2 });
  await keyboard.press('Escape');
  const seen = new Set<string>();
  for (let turn = 0; turn < 3; turn += 1) {
    await app.text.click(words);
    seen.add(await heading.innerText());
  }
  expect([...seen].toSorted()).toEqual(['Claim', 'Gap', 'Threat']);

  await keyboard.press('Escape');
  const walked: string[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    await keyboard.press('s');
    await expect(heading).not.toHaveText(walked.at(-1) ?? '');
    walked.push(await heading.innerText());
  }
  expect(new Set(walked)).toEqual(new Set(['Claim', 'Gap', 'Threat']));
  expect(walked[3]).toBe(walked[0]);
});
