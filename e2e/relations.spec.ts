import { expect, test } from './app.ts';
import { LINKED } from './linked-article.ts';
import type { Place } from './pages/article-text.page.ts';
import type { RunningApp } from './running-app.ts';

type Point = Place['start'];

/** Where the chip of words stands: over their first letter. */
async function chipOf(app: RunningApp, quote: string): Promise<Point> {
  const { start } = await app.text.place(quote);
  return { x: start.x + 6, y: start.y - 17 };
}

/** The middle of words in the text. */
async function wordsOf(app: RunningApp, quote: string): Promise<Point> {
  const { start } = await app.text.place(quote);
  return { x: start.x + 30, y: start.y };
}

/** The middle of an item of the list. */
async function itemOf(app: RunningApp, quote: string): Promise<Point> {
  const box = await app.annotations.items.filter({ hasText: quote }).boundingBox();
  if (box === null) throw new Error(`no item “${quote}”`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses at one place and moves to another, without letting go. */
async function draw(app: RunningApp, from: Point, to: Point): Promise<void> {
  await app.page.mouse.move(from.x, from.y);
  await app.page.mouse.down();
  await app.page.mouse.move(to.x, to.y, { steps: 8 });
}

const relations = (app: RunningApp) =>
  app.details.region.getByRole('region', { name: 'Relations', exact: true });
const line = (app: RunningApp) => app.page.locator('[data-relation-line]');

test.describe('relations by hand', () => {
  test('a chip is dragged onto words; of two types one is chosen; undo takes it back', async ({
    linked: app,
  }) => {
    const to = await wordsOf(app, LINKED.second);
    await draw(app, await chipOf(app, LINKED.first), to);
    await expect(line(app)).toHaveAttribute('data-relation-line', 'fits');
    await expect(line(app)).toHaveText('Supports · Attacks');
    // Every end that the codebook allows is told apart from what it does not.
    await expect(app.annotations.list.locator('[data-link~="fits"]')).toHaveCount(3);
    await expect(app.annotations.list.locator('[data-link="over fits"]')).toContainText(
      LINKED.second,
    );
    const lit = await app.page.evaluate(() => CSS.highlights.get('verbale-target')?.size ?? 0);
    expect(lit).toBeGreaterThanOrEqual(2);
    await app.page.mouse.up();
    await expect(line(app)).toHaveCount(0);
    const choice = app.page.getByRole('combobox', { name: 'Type of the relation', exact: true });
    await expect(choice).toBeFocused();
    await choice.press('2');
    await expect(relations(app)).toContainText(LINKED.second);
    await expect(relations(app).getByRole('combobox')).toHaveText('Attacks');
    await expect(app.text.region).toBeFocused();
    await app.page.keyboard.press('Control+z');
    await expect(relations(app)).not.toContainText(LINKED.second);
    await app.status.expectSaved();
  });

  test('where one type fits the drop is enough, and what does not fit is refused with its reason', async ({
    linked: app,
  }) => {
    await draw(app, await itemOf(app, LINKED.first), await itemOf(app, LINKED.actor));
    await expect(line(app)).toHaveText('Said by');
    await app.page.mouse.up();
    await expect(relations(app)).toContainText(LINKED.actor);

    // The same once more: these two are linked already.
    await draw(app, await itemOf(app, LINKED.first), await itemOf(app, LINKED.actor));
    await expect(line(app)).toHaveAttribute('data-relation-line', 'refused');
    await expect(line(app)).toHaveText(/linked in every way/u);
    await app.page.mouse.up();
    await expect(app.page.getByText(/^Not linked\. These two are linked/u)).toBeVisible();
    await expect(relations(app).getByRole('listitem')).toHaveCount(1);

    // An actor leads nowhere in this codebook.
    await draw(app, await chipOf(app, LINKED.actor), await wordsOf(app, LINKED.second));
    await app.page.mouse.up();
    await expect(
      app.page.getByText('No other annotation here can be linked to this one.'),
    ).toBeVisible();
    await expect(app.page.locator('[data-arcs="1"]')).toBeVisible();
  });

  test('Escape calls it off; a click on a chip only selects', async ({ linked: app }) => {
    await draw(app, await chipOf(app, LINKED.second), await wordsOf(app, LINKED.first));
    await expect(line(app)).toHaveAttribute('data-relation-line', 'fits');
    await app.page.keyboard.press('Escape');
    await expect(line(app)).toHaveCount(0);
    await app.page.mouse.up();
    await expect(
      app.page.getByRole('combobox', { name: 'Type of the relation', exact: true }),
    ).toHaveCount(0);
    await expect(app.details.region).toContainText(LINKED.second);
    const chip = await chipOf(app, LINKED.first);
    await app.page.mouse.click(chip.x, chip.y);
    await expect(app.details.region).toContainText(LINKED.first);
    await expect(relations(app).getByRole('listitem')).toHaveCount(0);
  });

  test('the text scrolls under a line that is held at its edge', async ({ linked: app }) => {
    const from = await itemOf(app, LINKED.first);
    const region = await app.text.region.boundingBox();
    if (region === null) throw new Error('no text');
    await draw(app, from, { x: region.x + region.width / 2, y: region.y + region.height - 4 });
    const last = app.text.region.getByText(LINKED.last);
    await expect(last).toBeInViewport();
    const bottom = await app.text.region.evaluate((element) => element.scrollTop);
    expect(bottom).toBeGreaterThan(400);
    await app.page.mouse.move(region.x + region.width / 2, region.y + region.height / 2);
    const box = await last.boundingBox();
    if (box === null) throw new Error('the last claim is not drawn');
    await app.page.mouse.move(box.x + 40, box.y + box.height / 2, { steps: 4 });
    await expect(line(app)).toHaveText('Supports · Attacks');
    await app.page.mouse.up();
    await app.page.getByRole('option', { name: 'Supports' }).click();
    await expect(relations(app)).toContainText(LINKED.last);
  });
});

test('relations by keys: moved to by j and k, taken by digits, found by letters', async ({
  linked: app,
}) => {
  const { keyboard } = app.page;
  const where = app.page.getByRole('combobox', { name: 'Where the relation leads' });
  const type = app.page.getByRole('combobox', { name: 'Type of the relation', exact: true });
  const active = app.page.locator('[role="option"][aria-selected="true"]');
  await app.annotations.select('Claim', LINKED.first);
  await app.text.region.focus();

  // The nearest comes first; j and k and the arrows move.
  await keyboard.press('r');
  await expect(where).toBeFocused();
  await expect(active).toContainText(LINKED.second);
  await keyboard.press('j');
  await expect(active).toContainText(LINKED.actor);
  await expect(where).toHaveAttribute('aria-activedescendant', /./u);
  await keyboard.press('ArrowDown');
  await expect(active).toContainText(LINKED.last);
  await keyboard.press('k');
  await expect(active).toContainText(LINKED.actor);
  await keyboard.press('Enter');
  await expect(app.text.region).toBeFocused();
  await expect(relations(app)).toContainText(LINKED.actor);

  // A digit takes a line, a digit takes a type.
  await keyboard.press('r');
  await keyboard.press('1');
  await expect(type).toBeFocused();
  await keyboard.press('j');
  await keyboard.press('Enter');
  await expect(app.text.region).toBeFocused();
  await expect(relations(app)).toContainText('Attacks');

  // Letters find; Escape leaves without a relation.
  await keyboard.press('r');
  await keyboard.type('halved');
  await expect(active).toContainText(LINKED.last);
  await keyboard.press('1');
  await expect(type).toBeFocused();
  await keyboard.press('Escape');
  await expect(app.text.region).toBeFocused();
  await expect(relations(app).getByRole('listitem')).toHaveCount(2);
  await keyboard.press('Control+z');
  await expect(relations(app).getByRole('listitem')).toHaveCount(1);
  await app.status.expectSaved();
});
