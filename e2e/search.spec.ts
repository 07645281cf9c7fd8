import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';
import { articleFile } from './article-file.ts';
import { projectWithAllLabels } from './codebook-file.ts';
import { CommentsPage } from './pages/comments.page.ts';
import { SearchPage } from './pages/search.page.ts';

const ARTICLES = {
  'one.txt':
    'Geneva talks end\n\nThe minister said oil sanctions were ready. Nobody wanted new sanctions, he said.\n',
  'two.txt':
    'Banks wait\n\nBigger banks fear Sanctions on oil. The sanctioned bank in Zürich did not answer.\n',
  'three.txt': '회담이 끝났다\n\n장관은 핵무기를 포기하라고 말했다. 새로운 제재는 없다.\n',
};

async function projectWith(
  projects: { make: (name: string) => Promise<string> },
  verbale: (...args: string[]) => Promise<unknown>,
  folder: string,
): Promise<string> {
  const project = await projects.make('Search');
  const files: string[] = [];
  for (const [name, text] of Object.entries(ARTICLES)) {
    const file = path.join(folder, name);
    await writeFile(file, text);
    files.push(file);
  }
  await verbale('import', project, ...files);
  return project;
}

test('words are found by keyboard, sorted, labelled at once, and undone at once', async ({
  launch,
  projects,
  verbale,
  scratch,
}) => {
  const project = await projectWith(projects, verbale, scratch);
  const app = await launch({ project, analyst: 'Ana' });
  const search = new SearchPage(app.page);
  await search.type('sanctions');
  await search.expectFound(3);
  const keys = app.page.keyboard;

  await search.sortBy('Before');
  await expect
    .poll(async () => (await search.texts()).map(([before]) => before?.trim().split(' ').at(-1)))
    .toEqual(['fear', 'new', 'oil']);

  await search.field.focus();
  await keys.press('ArrowDown');
  await keys.press('Home');
  await keys.press('Shift+ArrowDown');
  await keys.press('Shift+ArrowDown');
  await expect(search.bar.getByRole('status')).toHaveText('3 selected');
  await search.bar.getByRole('button', { name: 'Label', exact: true }).click();
  await app.page.getByRole('menuitem', { name: 'Threat', exact: true }).click();
  await expect(search.preview).toContainText('3 annotations added in 2 articles.');
  await expect(search.steps).toHaveCount(3);
  await keys.press('Control+Enter');
  await expect(search.preview).toHaveCount(0);

  await search.type('label:threat');
  await search.expectFound(3);
  await expect(search.lines.first()).toContainText('Threat');
  await search.grid.focus();
  await keys.press('Control+z');
  await search.expectFound(0);
  await app.quit();
  await projects.verify(project);
});

test('what is typed wrongly is said with its place; other scripts and expressions are found', async ({
  launch,
  projects,
  verbale,
  scratch,
}) => {
  const project = await projectWith(projects, verbale, scratch);
  const app = await launch({ project, analyst: 'Ana' });
  const search = new SearchPage(app.page);
  await search.type('oil colour:red');
  await expect(search.problem).toContainText('There is no field “colour”');
  await search.type('/a(b/');
  await expect(search.problem).toContainText('regular expression');
  await search.type('핵무기');
  await search.expectFound(1);
  await search.type('zurich');
  await search.expectFound(1);
  await search.type('=zurich');
  await search.expectFound(0);
  await search.type('/[Ss]anction(ed|s)/');
  await search.expectFound(4);
  await search.type('sanction* -banks');
  await search.expectFound(2);
});

test('a hit opens in its article, selected, ready to be labelled', async ({
  launch,
  projects,
  verbale,
  scratch,
}) => {
  const project = await projectWith(projects, verbale, scratch);
  const app = await launch({ project, analyst: 'Ana' });
  const search = new SearchPage(app.page);
  await search.type('"bank in Zürich"');
  await search.expectFound(1);
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await expect(app.text.region).toContainText('Bigger banks fear');
  await expect
    .poll(() => app.page.evaluate(() => document.getSelection()?.toString()))
    .toBe('bank in Zürich');
  await app.page.keyboard.press('1');
  await expect(app.annotations.items).toHaveCount(1);
  await app.page.keyboard.press('/');
  await search.type('label:claim');
  await search.expectFound(1);
});

test('what one is unsure of, talks about, or said of a whole article is found', async ({
  launch,
  verbale,
  scratch,
}) => {
  const project = await projectWithAllLabels(verbale, scratch, [await articleFile(scratch)]);
  const app = await launch({ project, analyst: 'Ana' });
  const { keyboard } = app.page;
  const comments = new CommentsPage(app.page);
  await app.text.drag('Kyiv asked for sanctions');
  await keyboard.press('1');
  await app.annotations.select('Claim', 'Kyiv asked for sanctions');
  await keyboard.press('y');
  await comments.write('Is this a demand?');
  await expect(comments.thread('Is this a demand?')).toBeVisible();
  await app.text.region.focus();
  await keyboard.press('d');
  await keyboard.press('8');
  await app.status.expectSaved();

  const search = new SearchPage(app.page);
  await app.text.region.focus();
  for (const query of ['is:unsure', 'confidence:<high', 'comment:demand', 'is:open-thread']) {
    await search.type(query);
    await search.expectFound(1);
    await expect(search.lines.first()).toContainText('Kyiv asked for sanctions');
  }
  await search.type('is:unsure -has:comment');
  await search.expectFound(0);
  await search.type('label:"Opinion piece"');
  await search.expectFound(1);
  await expect(search.lines.first()).toContainText('The article');
  await expect(search.lines.first()).toContainText('Opinion piece');
  await search.type('confidence:sure');
  await expect(search.problem).toContainText('confidence:low');
});
