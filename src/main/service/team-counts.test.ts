import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { addAnnotation } from '../../core/log/annotation-ops.ts';
import { addComment } from '../../core/log/comment-ops.ts';
import { editDocument } from '../../core/log/document-ops.ts';
import type { Span } from '../../core/model/span.ts';
import { anAnnotation, SOME_TIME } from '../../core/testing/builders.ts';
import type { Output } from '../../ipc/contract.ts';
import { type Desk, valueOf } from './testing/desk.ts';
import { commitDrafts, nothingRequired, pasteArticle } from './testing/desk-work.ts';
import { deskForTests } from './testing/desks.ts';

/** 12 words. */
const FIRST = 'Talks\n\nBanks will be cut off, one side said. Nothing was signed.\n';
/** 8 words. */
const SECOND = 'Oil\n\nOil exports go on: nothing was stopped.\n';

const startDesk = deskForTests();

interface Team {
  readonly desk: Desk;
  readonly a: string;
  readonly b: string;
  readonly ana: string;
  readonly ben: string;
}

const mark = (text: string, articleId: string, analyst: string, label: string, span: Span) =>
  anAnnotation(text, [span], {
    id: `an_${label}_${analyst}_${articleId}`,
    articleId,
    analyst,
    label,
  });

const said = (articleId: string, analyst: string, target: string) =>
  addComment({
    id: `c_${analyst}`,
    articleId,
    analyst,
    target,
    targetAnalyst: target === '' ? '' : analyst,
    thread: `c_${analyst}`,
    text: 'Is this so?',
    action: 'say',
    createdAt: SOME_TIME,
    updatedAt: SOME_TIME,
  });

/**
 * Ana marks a claim, of which she is unsure and says so in a comment, and a threat in the first
 * article, and submits it. Ben marks a claim there and a threat in the second, on which he comments
 * and which he labels as a whole.
 */
async function team(): Promise<Team> {
  const desk = await startDesk({ analyst: 'Ana' });
  desk.answers.newProject = path.join(desk.dir, 'team');
  const made = valueOf(await desk.call('project.create', {}));
  if (!('project' in made)) throw new Error('not made');
  const ana = made.project.me.id;
  await nothingRequired(desk);
  const whole = { furniture: [] };
  const a = await pasteArticle(desk, FIRST, whole);
  const b = await pasteArticle(desk, SECOND, whole);
  const claim = { ...mark(FIRST, a, ana, 'claim', [7, 12]), confidence: 'low' as const };
  valueOf(
    await commitDrafts(
      desk,
      addAnnotation(claim),
      addAnnotation(mark(FIRST, a, ana, 'threat', [21, 24])),
    ),
  );
  valueOf(await commitDrafts(desk, said(a, ana, claim.id)));
  const submitted = valueOf(await desk.call('layer.submit', { articleIds: [a] }));
  expect(submitted).toMatchObject({ submitted: 1, left: [] });
  const acting = valueOf(await desk.call('analyst.actAs', { name: 'Ben' }));
  const ben = acting.project.me.id;
  valueOf(await commitDrafts(desk, addAnnotation(mark(FIRST, a, ben, 'claim', [7, 12]))));
  valueOf(
    await commitDrafts(
      desk,
      addAnnotation(mark(SECOND, b, ben, 'threat', [5, 8])),
      said(b, ben, ''),
    ),
  );
  valueOf(await commitDrafts(desk, editDocument(b, ben, { labels: { opinion: {} } })));
  return { desk, a, b, ana, ben };
}

let asked = 0;

type Found = Exclude<Output<'search.query'>, { problem: unknown }>;

async function search(desk: Desk, text: string): Promise<{ id: string; rows: Found['rows'] }> {
  while (valueOf(await desk.call('search.status', {})).state === 'building') await sleep(5);
  asked += 1;
  const id = `q-${String(asked)}`;
  const answer = valueOf(await desk.call('search.query', { id, text, sorting: 'article' }));
  if ('problem' in answer) throw new Error(answer.problem.message);
  const isDone = (): boolean =>
    answer.done || desk.events.some((one) => one.type === 'search' && one.id === id && one.done);
  while (!isDone()) await sleep(5);
  const page = { id, sorting: 'article', from: 0, count: 200 } as const;
  return { id, rows: valueOf(await desk.call('search.page', page)).rows };
}

async function found(desk: Desk, text: string): Promise<string[]> {
  return (await search(desk, text)).rows.map(({ words }) => words);
}

async function rowsSeenBy(desk: Desk, name: string) {
  const { project } = valueOf(await desk.call('analyst.actAs', { name }));
  return project.articles.map(({ counts, layers, openThreads = 0 }) => ({
    counts,
    layers,
    openThreads,
  }));
}

test('the list counts each layer, and the comments that one may see', async () => {
  const { desk, ana, ben } = await team();
  const first = {
    counts: { [ana]: { claim: 1, threat: 1 }, [ben]: { claim: 1 } },
    layers: { [ana]: { relations: 0, state: 'submitted', unsure: 1 }, [ben]: { relations: 0 } },
  };
  const second = {
    counts: { [ben]: { threat: 1 } },
    layers: { [ben]: { relations: 0, documentLabels: ['opinion'] } },
  };
  expect(await rowsSeenBy(desk, 'Ana')).toEqual([
    { ...first, openThreads: 1 },
    { ...second, openThreads: 1 },
  ]);
  // What Ana says of her own annotation stays with her.
  expect(await rowsSeenBy(desk, 'Ben')).toEqual([
    { ...first, openThreads: 0 },
    { ...second, openThreads: 1 },
  ]);
});

test('the search finds each analyst’s own work; what is submitted is found and not changed', async () => {
  const { desk } = await team();
  expect(await found(desk, 'label:*')).toEqual(['Banks', 'Oil']);
  expect(await found(desk, 'is:unsure')).toEqual([]);
  expect(await found(desk, 'has:comment')).toEqual(['']);
  expect(await found(desk, 'state:submitted')).toEqual([]);
  valueOf(await desk.call('analyst.actAs', { name: 'Ana' }));
  expect(await found(desk, 'label:*')).toEqual(['Banks', 'cut']);
  expect(await found(desk, 'is:unsure is:open-thread')).toEqual(['Banks']);
  expect(await found(desk, 'has:comment')).toEqual(['Banks', '']);
  expect(await found(desk, 'nothing state:submitted')).toEqual(['Nothing']);
  const { id } = await search(desk, 'label:*');
  const action = { kind: 'remove' } as const;
  const remove = { id, all: true, hits: [], action };
  expect(valueOf(await desk.call('search.bulkPlan', remove))).toMatchObject({
    remove: 0,
    skipped: [{ reason: 'submitted', count: 2 }],
  });
});

test('statistics count submitted layers and those that are not, each once', async () => {
  const { desk, a, b, ana, ben } = await team();
  const ask = { run: 'run-1', analysts: [ana, ben] };
  const counted = valueOf(await desk.call('statistics.read', ask));
  if (!('report' in counted)) throw new Error('cancelled');
  expect(counted.report).toMatchObject({
    articles: 2,
    annotated: 2,
    annotations: 4,
    byLabel: { claim: 2, threat: 2 },
    words: 12 + 12 + 8,
  });
  expect(
    counted.report.analysts.map(({ analyst, annotations, articles, states, words }) => [
      analyst,
      annotations,
      articles,
      words,
      states,
    ]),
  ).toEqual([
    [ana, 2, 1, 12, { new: 1, 'in-progress': 0, submitted: 1 }],
    [ben, 2, 2, 20, { new: 0, 'in-progress': 2, submitted: 0 }],
  ]);
  expect(counted.report.byArticle).toMatchObject([
    { articleId: a, annotations: 3 },
    { articleId: b, annotations: 1 },
  ]);
  const today = new Date().toISOString().slice(0, 10);
  expect(counted.report.documents).toEqual([
    { label: 'opinion', analyst: ben, day: today, articles: 1 },
  ]);
  const labelled = { run: 'run-1', query: { documentLabel: 'opinion' }, from: 0, count: 9 };
  expect(valueOf(await desk.call('statistics.articles', labelled)).articles).toEqual([b]);
  const query = { analyst: ana, state: 'submitted' } as const;
  const behind = { run: 'run-1', query, from: 0, count: 9 };
  expect(valueOf(await desk.call('statistics.articles', behind)).articles).toEqual([a]);
  const meeting = { unit: 'article', a: 'claim', b: 'claim' } as const;
  const met = { run: 'run-1', query: { meeting }, from: 0, count: 9 };
  // Two analysts who mark the same do not meet: agreement is another page.
  expect(valueOf(await desk.call('statistics.annotations', met)).total).toBe(0);
});
