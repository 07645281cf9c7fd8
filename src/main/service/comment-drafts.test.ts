import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, valueOf } from './testing/desk.ts';
import { deskForTests } from './testing/desks.ts';

const startDesk = deskForTests();

async function begun(desk: Desk): Promise<{ project: string; folder: string; analyst: string }> {
  desk.answers.newProject = path.join(desk.dir, 'p');
  const made = valueOf(await desk.call('project.create', {}));
  if (!('project' in made)) throw new Error('not made');
  return { project: made.project.id, folder: made.project.folder, analyst: made.project.me.id };
}

test('comments that are being written are kept across a restart, for their analyst only', async () => {
  const desk = await startDesk({ analyst: 'Ana' });
  const { project, folder, analyst } = await begun(desk);
  const drafts = { 'new an_1': 'Is this a dem', 'reply c1': 'No,' };
  valueOf(await desk.call('comment.keepDrafts', { project, analyst, drafts }));
  const late = { project, analyst: 'ben-1', drafts };
  expect(await desk.call('comment.keepDrafts', late)).toMatchObject({ ok: false });
  await desk.close();

  const again = await startDesk({ dir: desk.dir, analyst: 'Ana' });
  valueOf(await again.call('project.open', { folder }));
  expect(valueOf(await again.call('comment.drafts', {}))).toEqual({ drafts });
  valueOf(await again.call('analyst.actAs', { name: 'Ben' }));
  expect(valueOf(await again.call('comment.drafts', {}))).toEqual({ drafts: {} });
});

test('what cannot be read of them costs no setting', async () => {
  const desk = await startDesk({ analyst: 'Ana' });
  const { folder, project } = await begun(desk);
  await desk.close();
  const kept = { settings: { textSize: 24 }, recent: [], comments: { [project]: 'x' } };
  await writeFile(path.join(desk.dir, 'settings.json'), JSON.stringify(kept));
  const again = await startDesk({ dir: desk.dir, analyst: 'Ana' });
  expect(valueOf(await again.call('app.start', {})).settings.textSize).toBe(24);
  valueOf(await again.call('project.open', { folder }));
  expect(valueOf(await again.call('comment.drafts', {}))).toEqual({ drafts: {} });
});
