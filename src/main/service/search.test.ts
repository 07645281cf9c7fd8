import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAnnotation, editAnnotation } from '../../core/log/annotation-ops.ts';
import { addComment } from '../../core/log/comment-ops.ts';
import { anAnnotation, SOME_TIME } from '../../core/testing/builders.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import { type Desk, startDesk, valueOf } from './testing/desk.ts';

const ONE = 'Banks wait\n\nNew sanctions hurt banks. No sanctions, he said.\n';
const TWO = 'Oil talks\n\nMore sanctions on oil were announced in Geneva.\n';

let desk: Desk;
let asked = 0;

async function importTexts(...texts: string[]): Promise<void> {
  for (const text of texts) {
    const { batch, items } = valueOf(await desk.call('import.paste', { text }));
    const key = items[0]?.key ?? '';
    const { result } = valueOf(await desk.call('import.apply', { batch, items: [{ key }] }));
    expect(result.imported).toHaveLength(1);
  }
}

async function indexed(): Promise<void> {
  while (valueOf(await desk.call('search.status', {})).state === 'building') await sleep(5);
}

type Found = Exclude<Output<'search.query'>, { problem: unknown }>;

async function search(text: string): Promise<Found & { id: string }> {
  asked += 1;
  const id = `q-${String(asked)}`;
  const answer = valueOf(await desk.call('search.query', { id, text, sorting: 'article' }));
  if ('problem' in answer) throw new Error(answer.problem.message);
  while (!answer.done && !isDone(id)) await sleep(5);
  const page = { id, sorting: 'article', from: 0, count: 200 } as const;
  const { rows } = answer.done ? answer : valueOf(await desk.call('search.page', page));
  return { ...answer, rows, id };
}

function isDone(id: string): boolean {
  return desk.events.some((event) => event.type === 'search' && event.id === id && event.done);
}

async function words(text: string): Promise<string[]> {
  return (await search(text)).rows.map((row) => row.words);
}

async function plan(
  text: string,
  action: Input<'search.bulkPlan'>['action'],
): Promise<Output<'search.bulkPlan'>> {
  const { id } = await search(text);
  return valueOf(await desk.call('search.bulkPlan', { id, all: true, hits: [], action }));
}

beforeEach(async () => {
  desk = await startDesk({ analyst: 'Ana' });
  desk.answers.newProject = path.join(desk.dir, 'project');
  valueOf(await desk.call('project.create', {}));
  await importTexts(ONE, TWO);
  valueOf(await desk.call('search.status', {}));
  await indexed();
});

afterEach(async () => {
  await desk.close();
  expect(desk.bugs).toEqual([]);
  await rm(desk.dir, { recursive: true, force: true });
});

describe('searching a project', () => {
  it('finds what was imported, also what is imported while it is open', async () => {
    expect(await words('sanctions')).toEqual(['sanctions', 'sanctions', 'sanctions']);
    await importTexts('Late news\n\nStill more sanctions came.\n');
    expect(await words('sanctions')).toHaveLength(4);
    valueOf(await desk.call('history.undo', {}));
    expect(await words('sanctions')).toHaveLength(3);
  });

  it('says in words, with the place, what it does not understand', async () => {
    const ask = async (text: string) =>
      valueOf(await desk.call('search.query', { id: 'p', text, sorting: 'article' }));
    const rumour = await ask('oil label:rumour');
    expect(rumour).toMatchObject({ problem: { start: 4, end: 16 } });
    expect('problem' in rumour ? rumour.problem.message : '').toContain('no label “rumour”');
    expect(await ask('oil /a(/')).toMatchObject({ problem: { start: 4, end: 8 } });
    expect(await ask('  ')).toMatchObject({ found: 0, done: true });
  });

  it('is there after a restart, and catches up with what it missed', async () => {
    const folder = path.join(desk.dir, 'project.verbale');
    await desk.close();
    const before = desk;
    desk = await startDesk({ dir: before.dir, project: folder, analyst: 'Ana' });
    valueOf(await desk.call('app.start', {}));
    await importTexts('Late news\n\nStill more sanctions came.\n');
    valueOf(await desk.call('search.status', {}));
    await indexed();
    expect(await words('sanctions')).toHaveLength(4);
  });

  it('rebuilds on demand', async () => {
    valueOf(await desk.call('search.rebuild', {}));
    await indexed();
    expect(await words('geneva')).toEqual(['Geneva']);
  });
});

describe('changing many hits', () => {
  it('labels them in one step that one undo takes back', async () => {
    const planned = await plan('sanctions', { kind: 'add', label: 'threat' });
    expect(planned).toMatchObject({ add: 3, change: 0, remove: 0, articles: 2, skipped: [] });
    expect(await words('label:threat')).toEqual([]);
    const applied = valueOf(await desk.call('search.bulkApply', { plan: planned.plan }));
    expect('ops' in applied ? applied.ops : []).toHaveLength(3);
    expect(await words('label:threat')).toHaveLength(3);

    const relabelled = await plan('label:threat', { kind: 'relabel', label: 'claim' });
    valueOf(await desk.call('search.bulkApply', { plan: relabelled.plan }));
    expect([await words('label:threat'), (await words('label:claim')).length]).toEqual([[], 3]);
    const again = await plan('sanctions', { kind: 'add', label: 'claim' });
    expect(again).toMatchObject({ add: 0, skipped: [{ reason: 'identical', count: 3 }] });

    valueOf(await desk.call('history.undo', {}));
    valueOf(await desk.call('history.undo', {}));
    expect(await words('label:*')).toEqual([]);
  });

  it('writes nothing where the layers changed after the preview, and shows what it comes to', async () => {
    const first = await plan('sanctions', { kind: 'add', label: 'threat' });
    const other = await plan('oil', { kind: 'add', label: 'claim' });
    expect(other.add).toBeGreaterThan(0);
    const stale = await desk.call('search.bulkApply', { plan: first.plan });
    expect(stale).toMatchObject({ ok: false, error: { kind: 'not-found' } });

    const planned = await plan('sanctions', { kind: 'add', label: 'threat' });
    const [row] = (await search('new')).rows;
    const { project } = valueOf(await desk.call('analyst.actAs', { name: 'Ana' }));
    const start = ONE.indexOf('sanctions');
    const made = anAnnotation(ONE, [[start, start + 9]], {
      id: 'an_x',
      articleId: row?.articleId ?? '',
      analyst: project.me.id,
      label: 'threat',
    });
    const drafts = [addAnnotation(made)] as unknown as Input<'commit'>['drafts'];
    valueOf(await desk.call('commit', { label: 'Tag', drafts }));
    const late = valueOf(await desk.call('search.bulkApply', { plan: planned.plan }));
    expect(late).toMatchObject({
      changed: { add: 2, skipped: [{ reason: 'identical', count: 1 }] },
    });
    expect(await words('label:*')).toHaveLength(1);
    const changed = 'changed' in late ? late.changed.plan : '';
    valueOf(await desk.call('search.bulkApply', { plan: changed }));
    expect(await words('label:*')).toHaveLength(3);
  });

  it('refuses a plan for hits of another search', async () => {
    const { id } = await search('sanctions');
    await search('oil');
    const late = await desk.call('search.bulkPlan', {
      id,
      all: true,
      hits: [],
      action: { kind: 'remove' },
    });
    expect(late).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });
});

describe('changing hits that doubt and comments found', () => {
  it('changes those that were meant, and leaves whole articles alone', async () => {
    const applied = await plan('sanctions', { kind: 'add', label: 'threat' });
    valueOf(await desk.call('search.bulkApply', { plan: applied.plan }));
    const [first, second, third] = (await search('label:threat')).rows;
    const { project } = valueOf(await desk.call('analyst.actAs', { name: 'Ana' }));
    const analyst = project.me.id;
    const doubt = editAnnotation(
      { id: first?.annotation ?? '', articleId: first?.articleId ?? '', analyst },
      { confidence: 'low' },
      SOME_TIME,
    );
    const said = (id: string, row: typeof first, target: string) =>
      addComment({
        id,
        articleId: row?.articleId ?? '',
        analyst,
        target,
        targetAnalyst: target === '' ? '' : analyst,
        thread: id,
        text: 'Is this one?',
        action: 'say',
        createdAt: SOME_TIME,
        updatedAt: SOME_TIME,
      });
    const drafts = [doubt, said('c1', second, second?.annotation ?? ''), said('c2', third, '')];
    valueOf(
      await desk.call('commit', {
        label: 'Doubt',
        drafts: drafts as unknown as Input<'commit'>['drafts'],
      }),
    );

    const unsure = await plan('sanctions is:unsure', { kind: 'relabel', label: 'claim' });
    expect(unsure).toMatchObject({ change: 1, skipped: [] });
    valueOf(await desk.call('search.bulkApply', { plan: unsure.plan }));
    const commented = await plan('is:open-thread', { kind: 'remove' });
    expect(commented).toMatchObject({
      remove: 1,
      skipped: [{ reason: 'whole-article', count: 1 }],
    });
    expect(await plan('geneva has:comment', { kind: 'remove' })).toMatchObject({ remove: 0 });
    const onWords = await plan('sanctions banks has:comment', { kind: 'remove' });
    expect(onWords).toMatchObject({ remove: 1, skipped: [] });
    valueOf(await desk.call('search.bulkApply', { plan: onWords.plan }));
    expect(await words('label:*')).toEqual(['sanctions', 'sanctions']);
    expect(await words('label:claim')).toEqual(['sanctions']);
  });
});

describe('a damaged index', () => {
  it('is made anew when the project is opened again', async () => {
    const folder = path.join(desk.dir, 'project.verbale');
    await desk.close();
    await writeFile(path.join(folder, 'search/r-test.db'), 'nonsense'.repeat(5000));
    const { dir } = desk;
    desk = await startDesk({ dir, project: folder, analyst: 'Ana' });
    valueOf(await desk.call('app.start', {}));
    valueOf(await desk.call('search.status', {}));
    await indexed();
    expect(await words('sanctions')).toHaveLength(3);
  });
});
