import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Input } from '../../ipc/contract.ts';
import { type Desk, valueOf } from './testing/desk.ts';
import { deskForTests } from './testing/desks.ts';

const startDesk = deskForTests();

type Draft = NonNullable<Input<'codebook.keepDraft'>['draft']>;

async function begun(desk: Desk): Promise<{ project: string; folder: string; draft: Draft }> {
  desk.answers.newProject = path.join(desk.dir, 'p');
  const made = valueOf(await desk.call('project.create', {}));
  if (!('project' in made)) throw new Error('not made');
  const { codebook } = valueOf(await desk.call('codebook.read', {}));
  const { version, ...content } = codebook;
  const { id, folder } = made.project;
  return { project: id, folder, draft: { base: version, content: { ...content, name: 'Mine' } } };
}

test('a draft is kept on this computer across a restart, for its project only', async () => {
  const desk = await startDesk();
  const { project, folder, draft } = await begun(desk);
  valueOf(await desk.call('codebook.keepDraft', { project, draft }));
  expect(await desk.call('codebook.keepDraft', { project: 'other', draft })).toMatchObject({
    ok: false,
  });
  await desk.close();

  const again = await startDesk({ dir: desk.dir });
  valueOf(await again.call('project.open', { folder }));
  expect(valueOf(await again.call('codebook.draft', {})).draft?.content.name).toBe('Mine');
  valueOf(await again.call('codebook.keepDraft', { project }));
  expect(valueOf(await again.call('codebook.draft', {}))).toEqual({});
});

test('drafts that cannot be read cost no setting', async () => {
  const desk = await startDesk();
  const { folder } = await begun(desk);
  valueOf(await desk.call('settings.write', { textSize: 24 }));
  await desk.close();
  const kept = { settings: { textSize: 24 }, recent: [], drafts: { p: { base: 'x' } } };
  await writeFile(path.join(desk.dir, 'settings.json'), JSON.stringify(kept));
  const again = await startDesk({ dir: desk.dir });
  expect(valueOf(await again.call('app.start', {})).settings.textSize).toBe(24);
  valueOf(await again.call('project.open', { folder }));
  expect(valueOf(await again.call('codebook.draft', {}))).toEqual({});
});
