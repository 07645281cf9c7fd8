import { expect, test } from './app.ts';
import { articleFile } from './article-file.ts';
import type { RunningApp } from './running-app.ts';

/** Presses keys one after another and counts them. */
function fingers(app: RunningApp) {
  let presses = 0;
  return {
    count: () => presses,
    async press(...keys: readonly string[]): Promise<void> {
      for (const key of keys) {
        presses += 1;
        await app.page.keyboard.press(key);
      }
    },
    async type(words: string): Promise<void> {
      presses += words.length;
      await app.page.keyboard.type(words);
    },
  };
}

test('by keys alone: attributes, an actor, a relation, what is missing, submit, undo, go on', async ({
  launch,
  projects,
  scratch,
}) => {
  test.slow();
  const project = await projects.make('Flow', [await articleFile(scratch)]);
  let app = await launch({ project, analyst: 'Lena Moor' });
  const hand = fingers(app);
  const field = (name: string) => app.details.region.locator(`[aria-label="${name}"]`).first();

  // An actor has no questions: one reads on at once.
  await app.text.selectByKeys('Kyiv');
  await hand.press('4');
  await expect(app.text.region).toBeFocused();

  // A claim: its first question is under the fingers, and each letter answers one.
  await app.text.selectByKeys('Moscow would answer any strike at once');
  const before = hand.count();
  await hand.press('1');
  await expect(field('Type of claim')).toBeFocused();
  await hand.press('p');
  await expect(field('Type of claim')).toContainText('Prediction');
  await expect(app.page.getByRole('combobox', { name: 'Source' })).toBeFocused();
  await hand.type('ky');
  await hand.press('Enter');
  await expect(app.details.region.getByRole('list', { name: 'Chosen: Source' })).toHaveText('Kyiv');
  await expect(field('Attribution')).toBeFocused();
  await hand.press('i');
  await expect(app.text.region).toBeFocused();
  const each = hand.count() - before;
  // The tag, three answers and the ways between them.
  expect(each).toBeLessThanOrEqual(7);
  process.stdout.write(`key presses for a claim with three required answers: ${String(each)}\n`);

  // The next one takes the same answers by one key.
  await app.text.selectByKeys('Berlin kept silent on the matter');
  await hand.press('1', '=');
  await expect(field('Type of claim')).toContainText('Prediction');
  await expect(app.text.region).toBeFocused();

  // A relation: r, a name, its type.
  await hand.press('r');
  const where = app.page.getByRole('combobox', { name: 'Where the relation leads' });
  await expect(where).toBeFocused();
  await hand.type('moscow');
  await hand.press('Enter');
  await expect(app.page.getByRole('combobox', { name: 'Type of the relation' })).toBeFocused();
  await hand.press('2');
  const relations = app.details.region.getByRole('region', { name: 'Relations' });
  await expect(relations).toContainText('Moscow would answer');
  await expect(relations).toContainText('Attacks');
  await expect(app.page.locator('[data-arcs="1"]')).toBeVisible();

  // A third without answers: what is missing is listed, and each line goes there.
  await app.text.selectByKeys('Paris called the plan a threat');
  await hand.press('1', 'a', 'Escape');
  await hand.press('Control+Shift+Enter');
  const missing = app.page.getByRole('list', { name: 'What is missing' }).getByRole('button');
  await expect(missing).toHaveCount(2);
  await missing.first().press('Enter');
  await expect(app.page.getByRole('combobox', { name: 'Source' })).toBeFocused();
  await hand.type('Paris');
  await hand.press('Enter');
  // What the last one said is taken by Enter.
  await expect(field('Attribution')).toBeFocused();
  await expect(field('Attribution').locator('[data-offered="true"]')).toHaveText(
    /Indirect speech/u,
  );
  await hand.press('Enter');
  await expect(app.text.region).toBeFocused();
  await expect(field('Attribution')).toContainText('Indirect speech');
  await hand.press('Control+Shift+Enter');
  await expect(app.page.getByText(/^Submitted\. /u)).toBeVisible();

  // Nothing changes after that.
  await app.text.selectByKeys('Rome');
  await hand.press('1');
  await expect(app.page.getByText(/^Nothing was changed: you have submitted/u)).toBeVisible();
  await expect(app.annotations.items).toHaveCount(4);
  await app.status.expectSaved();

  // Undo goes back step by step: the submission, then each answer.
  await hand.press('Control+z');
  await expect(app.page.getByRole('button', { name: /Submit article/u })).toBeVisible();
  await hand.press('Control+z');
  await app.annotations.select('Claim', 'Paris called');
  await expect(field('Attribution')).toContainText('Not answered');
  await app.status.expectSaved();

  app = await app.restart();
  await app.annotations.select('Claim', 'Berlin kept');
  await expect(app.details.region.locator('[aria-label="Type of claim"]')).toContainText(
    'Prediction',
  );
  await expect(app.details.region.getByRole('region', { name: 'Relations' })).toContainText(
    'Moscow would answer',
  );
});
