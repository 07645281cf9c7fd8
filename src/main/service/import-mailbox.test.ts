import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fieldValue } from '../../core/log/record.ts';
import { sha256 } from '../store/articles.ts';
import { articleIdOf } from './article-id.ts';
import { type Desk, startDesk, valueOf } from './testing/desk.ts';

let dir = '';
let desk: Desk;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-mailbox-'));
  desk = await startDesk();
});

afterEach(async () => {
  await desk.close();
  await rm(dir, { recursive: true, force: true });
});

const message = (subject: string, text: string): string =>
  `From ana@example.org Fri Nov 20 10:00:00 2026\nFrom: Ana Lima <ana@example.org>\nSubject: ${subject}\n\n${text}\n\n`;

it('a mailbox comes in as its messages, keeps its file once, and changes nothing a second time', async () => {
  const box =
    message('One', 'The first words.') + message('Two', '') + message('Three', 'The last.');
  const file = path.join(dir, 'desk.mbox');
  await writeFile(file, box);
  const project = path.join(dir, 'mail.verbale');
  desk.answers.newProject = project;
  valueOf(await desk.call('project.create', { name: 'mail' }));

  async function bring() {
    desk.events.length = 0;
    const { batch } = valueOf(await desk.call('import.read', { paths: [file] }));
    await expect
      .poll(() => desk.events.some((one) => one.type === 'import' && one.finished))
      .toBe(true);
    const shown = desk.events.flatMap((one) => (one.type === 'import' ? one.items : [])).at(-1);
    const applied = await desk.call('import.apply', { batch, items: [{ key: '0' }] });
    return { shown, result: valueOf(applied).result };
  }

  const first = await bring();
  expect(first.shown).toMatchObject({
    state: 'ready',
    kind: 'mbox',
    articles: 2,
    byline: 'Ana Lima',
    warnings: ['message 2: The mail holds no text. It did not come in.'],
  });
  expect(first.result.imported.map(({ articleId, title }) => [articleId, title])).toEqual([
    [articleIdOf(sha256('The first words.\n')), 'One'],
    [articleIdOf(sha256('The last.\n')), 'Three'],
  ]);
  expect(first.result.failed).toEqual([
    { file, reason: 'message 2: The mail holds no text. It did not come in.' },
  ]);
  const kept = await readdir(path.join(project, 'articles', 'originals'));
  expect(kept).toEqual([`${sha256(Buffer.from(box))}.mbox`]);
  const [name = ''] = kept;
  expect(await readFile(path.join(project, 'articles', 'originals', name), 'utf8')).toBe(box);

  const again = await bring();
  expect(again.shown?.state).toBe('duplicate');
  expect(again.result.imported).toEqual([]);
  expect(again.result.skipped).toHaveLength(2);
  expect(desk.bugs).toEqual([]);
});

it('each message is seen by itself, comes in as it was corrected, or stays out', async () => {
  const box =
    message('One', 'The first words.') + message('Two', 'Other words.') + message('Three', 'Last.');
  const file = path.join(dir, 'desk.mbox');
  await writeFile(file, `${box}${message('Four', 'The first words.')}`);
  const project = path.join(dir, 'mail.verbale');
  desk.answers.newProject = project;
  valueOf(await desk.call('project.create', { name: 'mail' }));
  const { batch } = valueOf(await desk.call('import.read', { paths: [file] }));
  await expect
    .poll(() => desk.events.some((one) => one.type === 'import' && one.finished))
    .toBe(true);

  const { articles } = valueOf(await desk.call('import.articles', { batch, key: '0' }));
  expect(articles.map(({ title, place, heldAs }) => [title, place, heldAs])).toEqual([
    ['One', 'message 1', ''],
    ['Two', 'message 2', ''],
    ['Three', 'message 3', ''],
    ['Four', 'message 4', 'One'],
  ]);
  const second = await desk.call('import.preview', { batch, key: '0', article: 1 });
  expect(valueOf(second).text).toBe('Other words.\n');
  expect(await desk.call('import.preview', { batch, key: '0', article: 4 })).toMatchObject({
    ok: false,
  });

  const wishes = [
    { article: 1, title: 'Second', outlet: 'The desk', date: '2026-11-20', furniture: [] },
    { article: 2, leftOut: true },
  ];
  const items = [{ key: '0', title: 'Of no article', articles: wishes }];
  const { result, articles: rows } = valueOf(await desk.call('import.apply', { batch, items }));
  expect(result.imported.map(({ title }) => title)).toEqual(['One', 'Second']);
  expect(result.skipped).toHaveLength(1);
  const kept = rows.map(({ record }) =>
    ['title', 'outlet', 'date'].map((name) => fieldValue(record, name)),
  );
  expect(kept).toContainEqual(['Second', 'The desk', '2026-11-20']);
  expect(desk.bugs).toEqual([]);
});
