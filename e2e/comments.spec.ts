import { expect, test } from './app.ts';
import { articleFile } from './article-file.ts';
import { CommentsPage } from './pages/comments.page.ts';

const QUOTE = 'Kyiv asked for sanctions';

test('comments on an annotation by keys: post, reply, draft, resolve, reopen, delete, undo', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Comments', [await articleFile(scratch)]);
  const app = await launch({ project, analyst: 'Lena Moor' });
  const { keyboard } = app.page;
  const comments = new CommentsPage(app.page);
  await app.text.drag(QUOTE);
  await keyboard.press('1');
  await app.annotations.select('Claim', QUOTE);
  await app.annotations.expectToBe([['Claim', QUOTE]]);

  // Esc leaves the words where they are.
  await keyboard.press('q');
  await keyboard.type('Is this a dem');
  await keyboard.press('Escape');
  await expect(app.text.region).toBeFocused();
  await comments.write('and?');
  await expect(comments.thread('Is this a demand?')).toBeVisible();
  await expect(comments.thread('Is this a demand?')).toContainText('Lena Moor');
  await expect(app.annotations.item('Claim', QUOTE)).toContainText('1 open comment');

  // With a thread open, the same key answers in it.
  await comments.write('Rule 10 says so.');
  const thread = comments.thread('Is this a demand?');
  await expect(thread).toContainText('Rule 10 says so.');
  await expect(comments.threads).toHaveCount(1);

  await keyboard.press('Shift+q');
  await expect(thread).toContainText('Resolved by Lena Moor');
  await expect(app.annotations.item('Claim', QUOTE)).not.toContainText('open comment');
  await keyboard.press('Control+z');
  await expect(thread.getByRole('button', { name: 'Resolve' })).toBeVisible();

  // The first comment goes, its answer stays; one step brings it back.
  await thread.getByRole('button', { name: 'More for this comment' }).first().click();
  await app.page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(comments.threads.first()).toContainText('The first comment was deleted.');
  await expect(comments.threads.first()).toContainText('Rule 10 says so.');
  await keyboard.press('Control+z');
  await expect(thread).toContainText('Rule 10 says so.');
  await app.status.expectSaved();
});

test('a comment outlives its annotation, keeps its words, and undo brings both together', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Outlive', [await articleFile(scratch)]);
  const app = await launch({ project });
  const { keyboard } = app.page;
  const comments = new CommentsPage(app.page);
  await app.text.drag(QUOTE);
  await keyboard.press('1');
  await app.annotations.select('Claim', QUOTE);
  await comments.write('Too wide?');
  await expect(comments.thread('Too wide?')).toBeVisible();
  await keyboard.press('Delete');
  await expect(app.annotations.items).toHaveCount(0);
  await expect(comments.thread('Too wide?')).toContainText('On a deleted annotation');
  await expect(comments.thread('Too wide?')).toContainText(QUOTE);
  // It can still be answered.
  await comments.thread('Too wide?').getByRole('button', { name: 'Reply' }).click();
  await keyboard.type('It was.');
  await keyboard.press('Control+Enter');
  await expect(comments.thread('Too wide?')).toContainText('It was.');
  await app.status.expectSaved();
  await keyboard.press('Control+z');
  await keyboard.press('Control+z');
  await app.annotations.select('Claim', QUOTE);
  await expect(comments.thread('Too wide?')).toBeVisible();
  await expect(comments.region).not.toContainText('On a deleted annotation');
});

test('one walks through the open comments of an article, and filters the others away', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Walk', [await articleFile(scratch)]);
  const app = await launch({ project });
  const { keyboard } = app.page;
  const comments = new CommentsPage(app.page);
  await app.text.region.focus();
  await comments.write('About the whole.');
  await expect(comments.thread('About the whole.')).toBeVisible();
  await app.text.drag(QUOTE);
  await keyboard.press('1');
  await app.annotations.select('Claim', QUOTE);
  await comments.write('About the words.');
  await expect(comments.thread('About the words.')).toBeVisible();

  await keyboard.press('Escape');
  await expect(comments.threads).toHaveCount(2);
  await keyboard.press('Shift+j');
  await expect(comments.thread('About the whole.')).toBeFocused();
  await keyboard.press('Shift+j');
  await expect(comments.thread('About the words.')).toBeFocused();
  await expect(app.details.region).toContainText(QUOTE);
  await keyboard.press('Shift+k');
  await expect(comments.thread('About the whole.')).toBeFocused();
  await expect(comments.threads).toHaveCount(2);

  await keyboard.press('Shift+q');
  await expect(comments.threads).toHaveCount(1);
  await comments.region.getByRole('radio', { name: 'All' }).click();
  await expect(comments.threads).toHaveCount(2);
  await comments
    .thread('About the words.')
    .getByRole('button', { name: /Go to the Claim/u })
    .click();
  await expect(app.details.region).toContainText(QUOTE);
});

test('a colleague answers; what others say of their own annotations stays with them', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Two', [await articleFile(scratch)]);
  let app = await launch({ project, analyst: 'Ana Berg' });
  let comments = new CommentsPage(app.page);
  await app.text.region.focus();
  await comments.write('Who wrote this piece?');
  await app.text.drag(QUOTE);
  await app.page.keyboard.press('1');
  await app.annotations.select('Claim', QUOTE);
  await comments.write('My own doubt.');
  await app.status.expectSaved();
  await app.end();

  app = await launch({ project, analyst: 'Ben Cole' });
  comments = new CommentsPage(app.page);
  const asked = comments.thread('Who wrote this piece?');
  await expect(asked).toContainText('Ana Berg');
  await expect(comments.region).not.toContainText('My own doubt.');
  await expect(asked.getByRole('button', { name: 'More for this comment' })).toHaveCount(0);
  await asked.getByRole('button', { name: 'Reply' }).click();
  await app.page.keyboard.type('An agency.');
  await app.page.keyboard.press('Control+Enter');
  await expect(asked).toContainText('Ben Cole');
  await app.status.expectSaved();
  await app.end();

  app = await launch({ project, analyst: 'Ana Berg' });
  comments = new CommentsPage(app.page);
  await expect(comments.thread('Who wrote this piece?')).toContainText('An agency.');
  await app.end();
  await projects.verify(project);
});

test('a comment that is being written is there again after the window, and the project, were closed', async ({
  launch,
  projects,
  scratch,
}) => {
  const project = await projects.make('Drafts', [await articleFile(scratch)]);
  let app = await launch({ project, analyst: 'Lena Moor' });
  await app.text.drag(QUOTE);
  await app.page.keyboard.press('1');
  await app.annotations.select('Claim', QUOTE);
  await app.page.keyboard.press('q');
  await app.page.keyboard.type('Is this a dem');
  await app.status.expectSaved();

  app = await app.restart();
  await app.annotations.select('Claim', QUOTE);
  await app.page.keyboard.press('q');
  await expect(new CommentsPage(app.page).field).toHaveValue('Is this a dem');
  await app.page.keyboard.type('and?');
  await app.page.keyboard.press('Control+Enter');
  await expect(new CommentsPage(app.page).thread('Is this a demand?')).toBeVisible();
  await app.status.expectSaved();

  app = await app.restart();
  await app.annotations.select('Claim', QUOTE);
  await expect(new CommentsPage(app.page).thread('Is this a demand?')).toBeVisible();
});
