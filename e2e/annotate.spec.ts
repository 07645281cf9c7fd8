import { expect, test } from './app.ts';
import { articleFile, spanOf } from './article-file.ts';
import { sampleText } from './projects.ts';

const THREAT =
  'If troops cross the border, Washington will cut state banks off from the dollar within days';
const PROPOSAL = 'cut state banks off from the dollar';

test('a day of work: import, mark by mouse and keys, overlap, correct, undo, quit, go on', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Day');
  let app = await launch({ project, analyst: 'Lena Moor' });

  await app.dialogs.choose(await articleFile(scratch));
  await app.articles.add('Import files…');
  await app.importing.expectReady(1);
  await app.importing.apply();
  await app.articles.expectOpen('Ministers meet in Geneva');

  // By mouse: a real drag, then a key.
  await app.text.drag('Moscow would answer any strike at once');
  await app.page.keyboard.press('1');
  await app.annotations.expectToBe([['Claim', 'Moscow would answer any strike at once']]);

  // By keys alone: into the text, to the word, over the words, a key.
  await app.text.selectByKeys('Kyiv asked for sanctions');
  await app.page.keyboard.press('2');
  await app.annotations.expectToBe([
    ['Claim', 'Moscow would answer'],
    ['Threat', 'Kyiv asked for sanctions'],
  ]);

  // One over the other, by the toolbar.
  await app.text.drag('sanctions before an attack');
  await app.labels.button('Sanctions proposal').click();
  await expect(app.annotations.items).toHaveCount(3);

  // Another label for what is selected.
  await app.annotations.select('Threat', 'Kyiv asked for sanctions');
  await app.page.keyboard.press('1');
  await expect(app.annotations.item('Claim', 'Kyiv asked for sanctions')).toBeVisible();
  await expect(app.annotations.item('Threat', 'Kyiv asked')).toHaveCount(0);

  // Another end: its last edge is dragged from “sanctions” to “for”.
  const whole = await app.text.place('Kyiv asked for sanctions');
  const shorter = await app.text.place('Kyiv asked for');
  await app.text.move(whole.end, { x: shorter.end.x - 2, y: shorter.end.y });
  await expect(app.annotations.item('Claim', 'Kyiv asked for sanctions')).toHaveCount(0);
  await expect(app.annotations.item('Claim', 'Kyiv asked for')).toBeVisible();

  // Away with it, and three steps back: the deletion, the edge, the label.
  await app.page.keyboard.press('Delete');
  await expect(app.annotations.items).toHaveCount(2);
  await app.page.keyboard.press('Control+z');
  await expect(app.annotations.item('Claim', 'Kyiv asked for')).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await expect(app.annotations.item('Claim', 'Kyiv asked for sanctions')).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await expect(app.annotations.item('Threat', 'Kyiv asked for sanctions')).toBeVisible();
  await app.page.keyboard.press('Control+Shift+z');
  await expect(app.annotations.item('Claim', 'Kyiv asked for sanctions')).toBeVisible();
  await app.status.expectSaved();

  const shown = await app.annotations.items.allTextContents();
  const drawn = await app.text.drawing();
  expect(drawn.length).toBeGreaterThan(3);
  app = await app.restart();
  await app.articles.expectOpen('Ministers meet in Geneva');
  await app.annotations.expectToBe([
    ['Claim', 'Moscow would answer any strike at once'],
    ['Claim', 'Kyiv asked for sanctions'],
    ['Sanctions proposal', 'sanctions before an attack'],
  ]);
  expect(await app.annotations.items.allTextContents()).toEqual(shown);
  // What was mended piece by piece is what is drawn anew.
  expect(await app.text.drawing()).toEqual(drawn);
  await app.quit();

  await projects.verify(project);
  const [article] = await projects.read(project);
  expect(
    article?.annotations.map(({ label, spans, analyst }) => ({ label, spans, analyst })),
  ).toEqual([
    {
      label: 'Claim',
      spans: [spanOf('Moscow would answer any strike at once')],
      analyst: 'Lena Moor',
    },
    { label: 'Claim', spans: [spanOf('Kyiv asked for sanctions')], analyst: 'Lena Moor' },
    {
      label: 'Sanctions proposal',
      spans: [spanOf('sanctions before an attack')],
      analyst: 'Lena Moor',
    },
  ]);
});

test('undo and redo go on after a restart', async ({ launch, projects, scratch }) => {
  const project = await projects.make('Undo', [await articleFile(scratch)]);
  let app = await launch({ project, analyst: 'Lena Moor' });
  for (const word of ['Moscow', 'Berlin', 'Paris']) {
    await app.text.click(word, 2);
    await app.page.keyboard.press('1');
    await expect(app.annotations.item('Claim', word)).toBeVisible();
  }
  app = await app.restart();
  await expect(app.annotations.items).toHaveCount(3);
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  await app.annotations.expectToBe([['Claim', 'Moscow']]);
  app = await app.restart();
  await app.page.keyboard.press('Control+Shift+z');
  await app.annotations.expectToBe([
    ['Claim', 'Moscow'],
    ['Claim', 'Berlin'],
  ]);
});

test('a double click takes a word, a triple click a sentence, a shift click what lies between', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Clicks', [await articleFile(scratch)]);
  const app = await launch({ project });
  await app.text.click('Berlin', 2);
  await app.page.keyboard.press('1');
  await app.annotations.expectToBe([['Claim', 'Berlin']]);

  await app.text.click('Paris', 3);
  await app.page.keyboard.press('2');
  await expect(
    app.annotations.item('Threat', 'Paris called the plan a threat, and Rome shared that view.'),
  ).toBeVisible();

  await app.text.click('ministers will');
  await app.text.click('Friday', 1, ['Shift']);
  await app.page.keyboard.press('3');
  await expect(
    app.annotations.item('Sanctions proposal', 'will talk again on Friday'),
  ).toBeVisible();
});

test('words inside a selection are selected like any others', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Within', [await articleFile(scratch)]);
  const app = await launch({ project, analyst: 'Lena Moor' });
  const selected = () => app.page.evaluate(() => getSelection()?.toString());
  await app.text.click('Moscow', 3);
  await app.text.drag('any strike');
  expect(await selected()).toBe('any strike');
  await app.text.click('Moscow', 3);
  await app.text.click('strike', 2);
  expect(await selected()).toBe('strike');
  await app.text.click('Moscow', 3);
  await app.text.click('strike');
  expect(await selected()).toBe('');
});

test('j and k walk the annotations; n and p the articles', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Walk', [
    await articleFile(scratch),
    sampleText('brussels-menu.txt'),
  ]);
  const app = await launch({ project });
  for (const word of ['Moscow', 'Berlin', 'Paris']) {
    await app.text.click(word, 2);
    await app.page.keyboard.press('1');
    await expect(app.annotations.item('Claim', word)).toBeVisible();
  }
  const expectSelected = (word: string): Promise<void> =>
    expect(app.details.region).toContainText(word);
  await expectSelected('Paris');
  for (const [key, word] of [
    ['k', 'Berlin'],
    ['k', 'Moscow'],
    ['k', 'Moscow'],
    ['j', 'Berlin'],
    ['j', 'Paris'],
  ] as const) {
    await app.page.keyboard.press(key);
    await expectSelected(word);
  }
  await app.page.keyboard.press('n');
  await expect(app.articles.rows.nth(1).getByRole('button')).toHaveAttribute(
    'aria-current',
    'true',
  );
  await app.page.keyboard.press('p');
  await app.articles.expectOpen('Ministers meet in Geneva');
});

test('a note and the choice of label survive a restart', async ({ launch, projects, scratch }) => {
  const project = await projects.make('Note', [await articleFile(scratch)]);
  let app = await launch({ project, analyst: 'Lena Moor' });
  await app.text.drag(THREAT);
  await app.page.keyboard.press('2');
  await app.annotations.select('Threat', 'If troops cross');
  await app.details.note.fill('Unnamed officials, but they speak for the government.');
  await app.details.note.blur();
  await app.status.expectSaved();
  app = await app.restart();
  await app.annotations.select('Threat', 'If troops cross');
  await expect(app.details.note).toHaveValue(
    'Unnamed officials, but they speak for the government.',
  );

  // What is being typed when the window closes is kept too.
  await app.details.note.fill('Rule 5.');
  app = await app.restart();
  await app.annotations.select('Threat', 'If troops cross');
  await expect(app.details.note).toHaveValue('Rule 5.');
});

test('labels nest, cross, and share the same words', async ({ launch, projects, scratch }) => {
  const project = await projects.make('Nest', [await articleFile(scratch)]);
  let app = await launch({ project, analyst: 'Lena Moor' });
  await app.text.drag(THREAT);
  await app.page.keyboard.press('2');
  await app.text.drag(PROPOSAL);
  await app.page.keyboard.press('3');
  await app.text.drag(PROPOSAL);
  await app.page.keyboard.press('1');
  await app.text.drag('off from the dollar within days. Paris called');
  await app.page.keyboard.press('1');
  const wanted = [
    ['Threat', THREAT],
    ['Sanctions proposal', PROPOSAL],
    ['Claim', PROPOSAL],
    ['Claim', 'off from the dollar within days. Paris called'],
  ] as const;
  for (const [label, quote] of wanted)
    await expect(app.annotations.item(label, quote)).toBeVisible();
  await expect(app.annotations.items).toHaveCount(4);
  app = await app.restart();
  for (const [label, quote] of wanted)
    await expect(app.annotations.item(label, quote)).toBeVisible();
  await app.quit();
  const [article] = await projects.read(project);
  const found = article?.annotations
    .map(({ label, spans }) => `${label} ${String(spans[0])}`)
    .toSorted();
  expect(found).toEqual(
    [
      `Threat ${String(spanOf(THREAT))}`,
      `Sanctions proposal ${String(spanOf(PROPOSAL))}`,
      `Claim ${String(spanOf(PROPOSAL))}`,
      `Claim ${String(spanOf('off from the dollar within days. Paris called'))}`,
    ].toSorted(),
  );
});

test('with nothing selected a label key marks nothing and says why', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Nothing', [await articleFile(scratch)]);
  const app = await launch({ project });
  await app.page.keyboard.press('1');
  await expect(app.page.getByText(/Select words first/u)).toBeVisible();
  await expect(app.annotations.items).toHaveCount(0);
});

test('the open article is open again after a restart', async ({ launch, projects, scratch }) => {
  const project = await projects.make('Again', [
    await articleFile(scratch),
    sampleText('brussels-menu.txt'),
    sampleText('korean-desk.txt'),
  ]);
  let app = await launch({ project });
  const rows = app.articles.rows;
  await rows.nth(2).getByRole('button').click();
  await expect(rows.nth(2).getByRole('button')).toHaveAttribute('aria-current', 'true');
  app = await app.restart();
  await expect(app.articles.rows.nth(2).getByRole('button')).toHaveAttribute(
    'aria-current',
    'true',
  );
});
