import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addAnnotation } from '../../core/log/annotation-ops.ts';
import { anAnnotation } from '../../core/testing/builders.ts';
import type { Input } from '../../ipc/contract.ts';
import { verifyProject } from '../store/verify.ts';
import { type Desk, valueOf } from './testing/desk.ts';
import { deskForTests } from './testing/desks.ts';

const TEXT = 'Talks\n\nBanks will be cut off, one side said.\n';
const startDesk = deskForTests();

/** A project of Ana and Ben with a renamed label and one marked article. */
async function original(): Promise<{ desk: Desk; folder: string; articleId: string }> {
  const desk = await startDesk({ analyst: 'Ana' });
  desk.answers.newProject = path.join(desk.dir, 'first');
  const made = valueOf(await desk.call('project.create', { name: 'First' }));
  if (!('project' in made)) throw new Error('not made');
  const { codebook } = valueOf(await desk.call('codebook.read', {}));
  const { version: base, ...next } = codebook;
  const labels = next.labels.map((one) => (one.id === 'threat' ? { ...one, name: 'Menace' } : one));
  const renamed = { base, next: { ...next, labels }, choices: {} } as never;
  valueOf(await desk.call('codebook.publish', { ...(renamed as object), summary: 'x' } as never));
  const { batch, items } = valueOf(await desk.call('import.paste', { text: TEXT }));
  const key = items[0]?.key ?? '';
  const { result } = valueOf(await desk.call('import.apply', { batch, items: [{ key }] }));
  const articleId = result.imported[0]?.articleId ?? '';
  const mark = anAnnotation(TEXT, [[7, 12]], {
    id: 'an_1',
    articleId,
    analyst: made.project.me.id,
  });
  const drafts = [addAnnotation(mark)] as unknown as Input<'commit'>['drafts'];
  valueOf(await desk.call('commit', { label: 'Mark', drafts }));
  valueOf(await desk.call('analyst.actAs', { name: 'Ben' }));
  return { desk, folder: made.project.folder, articleId };
}

test('a project is begun from another: codebook, people and articles, and nothing of the work', async () => {
  const { desk, folder, articleId } = await original();
  desk.answers.newProject = path.join(desk.dir, 'second');
  const asked = { name: 'Second', articles: true };
  const made = valueOf(await desk.call('project.createFrom', asked));
  if (!('project' in made)) throw new Error('not made');
  const { project } = made;
  expect(project).toMatchObject({ name: 'Second', me: { name: 'Ben' }, codebook: { version: 1 } });
  expect(project.codebook.labels.map(({ name }) => name)).toContain('Menace');
  expect(project.analysts.map(({ name }) => name).sort()).toEqual(['Ana', 'Ben']);
  expect(project.articles.map(({ id, counts }) => [id, counts])).toEqual([[articleId, {}]]);
  expect(valueOf(await desk.call('article.read', { articleId })).text).toBe(TEXT);
  expect(project.history).toEqual({});
  valueOf(await desk.call('project.close', {}));
  for (const dir of [folder, project.folder]) {
    expect(await verifyProject(dir)).toMatchObject({ ok: true, value: { problems: [] } });
  }
  const sidecar = path.join('articles', `${articleId}.json`);
  expect(await readFile(path.join(project.folder, sidecar), 'utf8')).toBe(
    await readFile(path.join(folder, sidecar), 'utf8'),
  );
});

test('without articles it is empty; with no project open, one is asked for', async () => {
  const { desk, folder } = await original();
  valueOf(await desk.call('project.close', {}));
  desk.answers.folder = undefined;
  const asked = { name: 'Third', articles: false };
  expect(valueOf(await desk.call('project.createFrom', asked))).toEqual({ cancelled: true });
  desk.answers.folder = folder;
  desk.answers.newProject = path.join(desk.dir, 'third');
  const made = valueOf(await desk.call('project.createFrom', asked));
  expect(made).toMatchObject({ project: { name: 'Third', articles: [] } });
  expect('project' in made ? made.project.codebook.labels.map(({ name }) => name) : []).toContain(
    'Menace',
  );
});

test('a folder that is taken is refused, and the open project stays open', async () => {
  const { desk, folder } = await original();
  desk.answers.newProject = folder;
  const taken = await desk.call('project.createFrom', { name: 'Again', articles: true });
  expect(taken).toMatchObject({ ok: false });
  expect(valueOf(await desk.call('codebook.read', {})).codebook.labels.length).toBeGreaterThan(0);
});
