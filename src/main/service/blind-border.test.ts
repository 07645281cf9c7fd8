import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { addAnnotation } from '../../core/log/annotation-ops.ts';
import { addComment } from '../../core/log/comment-ops.ts';
import { editDocument } from '../../core/log/document-ops.ts';
import { anAnnotation, SOME_TIME } from '../../core/testing/builders.ts';
import { contract, type Input, type Method } from '../../ipc/contract.ts';
import { type Desk, valueOf } from './testing/desk.ts';
import { commitDrafts, nothingRequired, pasteArticle } from './testing/desk-work.ts';
import { deskForTests } from './testing/desks.ts';

const TEXT = 'Talks\n\nBanks will be cut off, one side said. Nothing was signed.\n';

/** In the note, an attribute, a comment and the ids of Ben’s layer: nowhere else in the project. */
const SECRET = /zq-secret|zqsecret/u;

const startDesk = deskForTests();

interface Team {
  readonly desk: Desk;
  readonly articleId: string;
  readonly ben: string;
}

/** Lea founds a blind team; Ben marks, comments and submits; then Ana, an analyst, looks around. */
async function team(): Promise<Team> {
  const desk = await startDesk({ analyst: 'Lea' });
  desk.answers.newProject = path.join(desk.dir, 'team');
  valueOf(await desk.call('project.create', {}));
  await nothingRequired(desk);
  const articleId = await pasteArticle(desk, TEXT, { furniture: [] });
  valueOf(await desk.call('team.found', { blind: true }));
  const ben = valueOf(await desk.call('analyst.actAs', { name: 'Ben' })).project.me.id;
  const mark = anAnnotation(TEXT, [[7, 12]], { id: 'zqsecret1', articleId, analyst: ben });
  const marked = addAnnotation({ ...mark, label: 'threat', note: 'zq-secret note' });
  valueOf(await commitDrafts(desk, marked));
  const said = {
    id: 'zqsecret2',
    articleId,
    analyst: ben,
    target: '',
    targetAnalyst: '',
    thread: 'zqsecret2',
    text: 'zq-secret remark',
    action: 'say' as const,
    createdAt: SOME_TIME,
    updatedAt: SOME_TIME,
  };
  valueOf(
    await commitDrafts(
      desk,
      addComment(said),
      editDocument(articleId, ben, { note: 'zq-secret whole' }),
    ),
  );
  valueOf(await desk.call('layer.submit', { articleIds: [articleId] }));
  valueOf(await desk.call('analyst.actAs', { name: 'Ana' }));
  return { desk, articleId, ben };
}

const choice = {
  filter: '',
  whose: { kind: 'all' },
  seed: '1',
  deidentify: false,
  unit: 'article',
  furniture: 'in',
};

/** What each method is asked; those that are not here are asked nothing, and refuse or answer. */
function questions({ articleId, ben }: Team): Partial<Record<Method, object>> {
  const all = { format: 'jsonl', options: { offsetUnit: 'utf16' }, choice };
  const search = { id: 'q-1', sorting: 'article' };
  return {
    'article.read': { articleId },
    'article.counts': { articleIds: [articleId] },
    'analyst.actAs': { name: 'Ana' },
    'codebook.secondLook': { articleId },
    'layer.submit': { articleIds: [articleId] },
    'export.preview': all,
    'export.write': all,
    'search.query': { ...search, text: 'label:threat' },
    'search.page': { ...search, from: 0, count: 50 },
    'statistics.read': { run: 'run-1', analysts: [ben] },
    'statistics.annotations': { run: 'run-1', query: {}, from: 0, count: 50 },
    'statistics.articles': { run: 'run-1', query: {}, from: 0, count: 50 },
    'statistics.saveTable': { run: 'run-1', chart: 'analysts' },
    'team.layer': { articleId, analyst: ben },
    'team.give': { articleId, analyst: ben, state: 'returned', reason: 'Again' },
    'team.reveal': { articleIds: [articleId] },
    'team.edit': { analyst: ben, role: 'lead' },
    'team.assign': { assigned: [{ articleId, analysts: [ben] }] },
    'team.setBlind': { blind: false },
  };
}

/** These let go of the project, or make another one: they are asked last, or need a person. */
const LAST: ReadonlySet<string> = new Set([
  'project.close',
  'project.open',
  'project.create',
  'project.createFrom',
  'project.openSample',
]);

/** Everything that a desk answers, tells and writes when each method is asked once. */
async function everything(of: Team): Promise<string> {
  const { desk } = of;
  const asked = questions(of);
  const heard: string[] = [];
  desk.answers.save = path.join(desk.dir, 'out.txt');
  const methods = (Object.keys(contract) as Method[]).filter((one) => !LAST.has(one));
  for (const method of [...methods, ...(Object.keys(asked) as Method[])]) {
    const reply = await desk.raw(method, JSON.stringify(asked[method] ?? {}));
    heard.push(`${method}: ${JSON.stringify(reply)}`);
    const file = await readFile(desk.answers.save, 'utf8').catch(() => '');
    heard.push(`${method} wrote ${file}`);
    if (method === 'search.query') await sleep(50);
  }
  return [...heard, ...desk.events.map((one) => JSON.stringify(one))].join('\n');
}

function leaks(all: string): string[] {
  return all.split('\n').filter((line) => SECRET.test(line));
}

test('until the reveal nothing that the border answers, tells or writes shows another’s layer', async () => {
  const of = await team();
  const { desk, articleId, ben } = of;
  expect(leaks(await everything(of))).toEqual([]);
  const { project } = valueOf(await desk.call('analyst.actAs', { name: 'Ana' }));
  expect(Object.keys(project.articles[0]?.counts ?? {})).not.toContain(ben);
  expect(Object.keys(project.articles[0]?.layers ?? {})).not.toContain(ben);
  expect(project.articles[0]?.openThreads).toBeUndefined();
  const counted = valueOf(await desk.call('statistics.read', { run: 'run-2', analysts: [ben] }));
  expect('report' in counted && counted.report.annotations).toBe(0);
  // Her own submission, which the loop made; nothing of his.
  expect(project.history).toEqual({ undo: 'Submit “Talks”' });
  // The lead reads what was submitted; only the reveal shows it to all.
  valueOf(await desk.call('analyst.actAs', { name: 'Lea' }));
  valueOf(await desk.call('team.reveal', { articleIds: [articleId] }));
  valueOf(await desk.call('analyst.actAs', { name: 'Ana' }));
  const shown = leaks(await everything(of)).map((line) => line.split(/[: ]/u)[0]);
  expect(shown).toEqual(expect.arrayContaining(['article.read', 'export.write']));
}, 120_000);

test('an analyst may not turn blindness off, reveal, assign, give roles or take a role', async () => {
  const of = await team();
  const asked = questions(of);
  for (const method of ['team.give', 'team.reveal', 'team.edit', 'team.assign', 'team.setBlind']) {
    const reply = await of.desk.raw(method, JSON.stringify(asked[method as Method]));
    expect(reply).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(reply.ok ? '' : reply.error.message).toMatch(/^Only (leads|adjudicators and leads) /u);
  }
});

test('the lead hands a layer back with a reason, and locks one that stays so', async () => {
  const { desk, articleId, ben } = await team();
  const give = { articleId, analyst: ben, reason: 'The last paragraph' } as const;
  valueOf(await desk.call('analyst.actAs', { name: 'Lea' }));
  const before = valueOf(await desk.call('team.layer', { articleId, analyst: ben }));
  expect(before.state).toBe('submitted');
  expect(before.digest).toMatch(/^[0-9a-f]{64}$/u);
  valueOf(await desk.call('team.give', { ...give, state: 'returned' }));
  expect(valueOf(await desk.call('team.read', {})).articles[0]?.state).toBe('collecting');
  valueOf(await desk.call('analyst.actAs', { name: 'Ben' }));
  const own = valueOf(await desk.call('team.layer', { articleId, analyst: ben }));
  expect(own).toMatchObject({ state: 'returned', reason: 'The last paragraph' });
  valueOf(await commitDrafts(desk, editDocument(articleId, ben, { note: 'Changed' })));
  valueOf(await desk.call('layer.submit', { articleIds: [articleId] }));
  valueOf(await desk.call('analyst.actAs', { name: 'Lea' }));
  const again = valueOf(await desk.call('team.layer', { articleId, analyst: ben }));
  expect(again.digest).not.toBe(before.digest);
  valueOf(await desk.call('team.give', { ...give, state: 'locked' }));
  valueOf(await desk.call('analyst.actAs', { name: 'Ben' }));
  const draft = editDocument(articleId, ben, { state: 'in-progress' });
  const input = { label: 'Take back', drafts: [draft] as unknown as Input<'commit'>['drafts'] };
  expect(await desk.call('commit', input)).toMatchObject({ ok: false, error: { kind: 'refused' } });
});
