import path from 'node:path';
import { expect, test } from 'vitest';
import { addAnnotation } from '../../core/log/annotation-ops.ts';
import { editDocument } from '../../core/log/document-ops.ts';
import type { OpDraft } from '../../core/log/op.ts';
import { addAnalyst, addArticle } from '../../core/log/project-ops.ts';
import { foundTeam, giveRole, revealArticle, setBlind } from '../../core/log/roster.ts';
import { anAnnotation, anArticle } from '../../core/testing/builders.ts';
import { withFolder } from '../store/testing/project.ts';
import { createWorkspace } from './open-workspace.ts';
import { storeSeenBy } from './seen-store.ts';
import type { Workspace } from './workspace.ts';

const TEXT = 'Banks will be cut off.\n';

async function commit({ whole }: Workspace, by: string, ...drafts: OpDraft[]): Promise<void> {
  const done = await whole.commit(by, drafts, { label: 'Edit' });
  if (!done.ok) throw new Error(done.error.message);
}

const mark = (analyst: string): OpDraft =>
  addAnnotation(anAnnotation(TEXT, [[0, 5]], { id: `x-${analyst}`, articleId: 'a', analyst }));

/** Lea leads; Ana and Ben marked the same article, Ben submitted his layer of it. */
async function team(dir: string): Promise<Workspace> {
  const options = { replica: 'r-test', application: 'test', clock: () => 0 };
  const made = await createWorkspace(path.join(dir, 'p'), 'P', 'Lea', options);
  if (!made.ok) throw new Error(made.error.message);
  const open = made.value;
  const people = ['lea', 'ana', 'ben'].map((id) => addAnalyst({ id, name: id }));
  const article = anArticle(TEXT, { id: 'a' });
  await open.whole.putArticle('a', { text: TEXT, sidecar: {} });
  await commit(open, 'lea', ...people, addArticle(article), ...foundTeam('lea', true));
  await commit(open, 'ana', mark('ana'));
  await commit(open, 'ben', mark('ben'), editDocument('a', 'ben', { state: 'submitted' }));
  return open;
}

async function seen(open: Workspace, viewer: string): Promise<string[]> {
  const store = storeSeenBy(open.whole, viewer);
  const lists = [store.layerAnalysts('a'), [...store.counts('a').keys()]].map((one) =>
    one.toSorted(),
  );
  expect(lists[0]).toEqual(lists[1]);
  const read: string[] = [];
  for (const owner of ['ana', 'ben']) {
    const layer = await store.layer('a', owner);
    const records = await store.records(`layer.${owner}`, 'a');
    expect(records).toEqual(layer);
    if (layer.ok && layer.value.size > 0) read.push(owner);
  }
  expect(read).toEqual(lists[0]);
  return read;
}

test('each reads what the rule allows, at once after it changes', () =>
  withFolder(async (dir) => {
    const open = await team(dir);
    expect(await seen(open, 'ana')).toEqual(['ana']);
    expect(await seen(open, 'ben')).toEqual(['ben']);
    expect(await seen(open, 'lea')).toEqual(['ben']);
    expect(await seen(open, 'obs')).toEqual([]);
    expect(storeSeenBy(open.whole, 'obs').annotatedArticles()).toEqual([]);
    await commit(open, 'lea', giveRole('ana', 'adjudicator'));
    expect(await seen(open, 'ana')).toEqual(['ana', 'ben']);
    await commit(open, 'lea', setBlind(false));
    expect(await seen(open, 'obs')).toEqual(['ana', 'ben']);
    await commit(open, 'lea', setBlind(true), revealArticle('a'));
    expect(await seen(open, 'obs')).toEqual(['ana', 'ben']);
    await open.whole.close();
  }));

test('no answer to an edit, and nothing that listens, tells of a layer that is hidden', () =>
  withFolder(async (dir) => {
    const open = await team(dir);
    const store = storeSeenBy(open.whole, 'ana');
    const heard: string[] = [];
    store.onOps((ops) => heard.push(...ops.map(({ r }) => r)));
    const both = [mark('ana'), editDocument('a', 'ben', { note: 'seen by nobody' })];
    const done = await store.commit('lea', both.slice(0, 1), { label: 'Edit' });
    expect(done.ok && done.value.map(({ c }) => c)).toEqual(['layer.ana']);
    await commit(open, 'ben', editDocument('a', 'ben', { state: 'in-progress' }));
    const mixed = await store.commit('lea', both, { label: 'Edit' });
    expect(mixed.ok && mixed.value.map(({ c }) => c)).toEqual(['layer.ana']);
    const undone = await store.undo('lea');
    expect(undone.ok && undone.value?.ops.map(({ c }) => c)).toEqual(['layer.ana']);
    expect(heard).toEqual(['a/x-ana', 'a/x-ana', 'a/x-ana']);
    await open.whole.close();
  }));

test('decisions are hidden until the reveal', () =>
  withFolder(async (dir) => {
    const open = await team(dir);
    const gold = { c: 'gold', k: 'decision', r: 'a/d1', p: { reason: 'because' } };
    await commit(open, 'lea', gold);
    const read = async (viewer: string): Promise<number | undefined> => {
      const records = await storeSeenBy(open.whole, viewer).records('gold', 'a');
      return records.ok ? records.value.get('decision')?.size : undefined;
    };
    expect([await read('ana'), await read('lea')]).toEqual([undefined, 1]);
    await commit(open, 'lea', revealArticle('a'));
    expect(await read('ana')).toBe(1);
    await open.whole.close();
  }));
