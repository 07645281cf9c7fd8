import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addAnnotation, editAnnotation } from '../../core/log/annotation-ops.ts';
import { addComment } from '../../core/log/comment-ops.ts';
import { editDocument } from '../../core/log/document-ops.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { JsonObject } from '../../core/model/json.ts';
import { anAnnotation, SOME_TIME } from '../../core/testing/builders.ts';
import { type Desk, valueOf } from './testing/desk.ts';
import { commitDrafts, nothingRequired, pasteArticle } from './testing/desk-work.ts';
import { deskForTests } from './testing/desks.ts';

const TEXT = 'Talks\n\nBanks will be cut off, one side said. Nothing was signed.\n';
const OTHER = 'Oil\n\nOil exports go on: nothing was stopped.\n';

const startDesk = deskForTests();

interface Here {
  readonly desk: Desk;
  readonly me: string;
  /** Ids of the articles, in the order given. */
  readonly ids: readonly string[];
}

async function withArticles(...texts: string[]): Promise<Here> {
  const desk = await startDesk({ analyst: 'Ana' });
  desk.answers.newProject = path.join(desk.dir, 'p');
  const made = valueOf(await desk.call('project.create', {}));
  if (!('project' in made)) throw new Error('not made');
  const ids: string[] = [];
  for (const text of texts) ids.push(await pasteArticle(desk, text));
  return { desk, me: made.project.me.id, ids };
}

/** A claim whose required attributes are answered. */
const ANSWERED: JsonObject = { speaker: { text: 'one side' } };

function claim({ me, ids }: Here, id: string, over: Partial<Annotation> = {}): Annotation {
  const at = { articleId: ids[0] ?? '', analyst: me };
  return anAnnotation(TEXT, [[7, 12]], { ...at, id, attributes: ANSWERED, ...over });
}

async function submitted(...texts: string[]): Promise<Here> {
  const here = await withArticles(...texts);
  await nothingRequired(here.desk);
  valueOf(await commitDrafts(here.desk, addAnnotation(claim(here, 'a'))));
  const done = valueOf(await here.desk.call('layer.submit', { articleIds: [here.ids[0] ?? ''] }));
  expect(done).toMatchObject({ submitted: 1, leftCount: 0 });
  return here;
}

async function labelsIn({ desk, ids }: Here): Promise<unknown[]> {
  const { layer } = valueOf(await desk.call('article.read', { articleId: ids[0] ?? '' }));
  return Object.values(layer['annotation'] ?? {}).map((record) => record['label']?.value);
}

test('a submitted layer takes no edit, says so, and takes comments', async () => {
  const here = await submitted(TEXT);
  const { desk, me, ids } = here;
  const edit = await commitDrafts(
    desk,
    editAnnotation(claim(here, 'a'), { label: 'threat' }, SOME_TIME),
  );
  expect(edit).toMatchObject({ ok: false, error: { kind: 'refused' } });
  expect(edit.ok ? '' : edit.error.message).toMatch(
    /^Your layer of “Talks” is submitted and was kept as it is\. Nothing was changed\. “Take back”/u,
  );
  expect(await labelsIn(here)).toEqual(['claim']);
  const times = { createdAt: SOME_TIME, updatedAt: SOME_TIME };
  const comment = {
    id: 'c',
    articleId: ids[0] ?? '',
    analyst: me,
    target: 'a',
    targetAnalyst: me,
    thread: 'c',
    text: 'Sure?',
    action: 'say' as const,
  };
  valueOf(await commitDrafts(desk, addComment({ ...comment, ...times })));
});

test('it opens again by a step that undo takes back, and is then frozen again', async () => {
  const here = await submitted(TEXT);
  const { desk, me, ids } = here;
  const edit = editAnnotation(claim(here, 'a'), { label: 'threat' }, SOME_TIME);
  valueOf(await commitDrafts(desk, editDocument(ids[0] ?? '', me, { state: 'in-progress' })));
  valueOf(await commitDrafts(desk, edit));
  expect(await labelsIn(here)).toEqual(['threat']);
  valueOf(await desk.call('history.undo', {}));
  valueOf(await desk.call('history.undo', {}));
  expect(await commitDrafts(desk, edit)).toMatchObject({ ok: false });
  // Undo goes on to the submission itself, and what was done before it can be taken back then.
  expect(valueOf(await desk.call('history.undo', {})).label).toBe('Submit “Talks”');
  valueOf(await desk.call('history.undo', {}));
  expect(valueOf(await desk.call('history.redo', {})).label).toBe('Edit');
  expect(valueOf(await desk.call('history.redo', {})).label).toBe('Submit “Talks”');
  expect(await commitDrafts(desk, edit)).toMatchObject({ ok: false });
});

test('what lacks something is left and listed, the rest is one step', async () => {
  const here = await withArticles(TEXT, OTHER);
  const { desk, me, ids } = here;
  valueOf(await commitDrafts(desk, addAnnotation(claim(here, 'a', { attributes: {} }))));
  const done = valueOf(await desk.call('layer.submit', { articleIds: [...ids] }));
  expect(done).toMatchObject({ submitted: 1, leftCount: 1, history: { undo: 'Submit “Oil”' } });
  expect(done.left).toMatchObject([{ articleId: ids[0], title: 'Talks' }]);
  expect(done.left[0]?.problems).toBeGreaterThan(0);
  expect(done.left[0]?.first).toContain('is not answered');
  const again = valueOf(await desk.call('layer.submit', { articleIds: [ids[1] ?? ''] }));
  expect(again).toMatchObject({ submitted: 0, leftCount: 0, ops: [] });
  // No edit goes round the check.
  const round = await commitDrafts(desk, editDocument(ids[0] ?? '', me, { state: 'submitted' }));
  expect(round).toMatchObject({ ok: false, error: { kind: 'refused' } });
});

test('a change of many hits passes a submitted article over and says so', async () => {
  const { desk } = await submitted(TEXT, OTHER);
  while (valueOf(await desk.call('search.status', {})).state === 'building') {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const query = { id: 'q', text: 'nothing', sorting: 'article' } as const;
  const found = valueOf(await desk.call('search.query', query));
  if (!('done' in found)) throw new Error('not understood');
  await expect
    .poll(() => found.done || desk.events.some((one) => one.type === 'search' && one.done))
    .toBe(true);
  const action = { kind: 'add', label: 'claim' } as const;
  const plan = valueOf(
    await desk.call('search.bulkPlan', { id: 'q', all: true, hits: [], action }),
  );
  expect(plan).toMatchObject({ add: 1, skipped: [{ reason: 'submitted', count: 1 }] });
  valueOf(await desk.call('search.bulkApply', { plan: plan.plan }));
});

test('an import adds nothing to a submitted layer but comments, and tells what it left', async () => {
  const here = await submitted(TEXT);
  const { desk } = here;
  const from = { analyst: 'Ana', createdAt: SOME_TIME };
  const file = path.join(desk.dir, 'more.jsonl');
  const line = {
    format: 'verbale-jsonl',
    version: 1,
    id: 'x',
    title: 'Talks',
    text: TEXT,
    annotations: [{ ...from, id: 'b', label: 'threat', spans: [[7, 12]], quote: ['Banks'] }],
    comments: [{ ...from, id: 'k', text: 'Look', target: '' }],
  };
  await writeFile(file, `${JSON.stringify(line)}\n`);
  const seen = desk.events.length;
  const { batch, items } = valueOf(await desk.call('import.read', { paths: [file] }));
  await expect
    .poll(() => desk.events.slice(seen).some((one) => one.type === 'import' && one.finished))
    .toBe(true);
  const key = items[0]?.key ?? '0';
  const { result } = valueOf(await desk.call('import.apply', { batch, items: [{ key }] }));
  expect(JSON.stringify(result)).toContain(
    'Ana’s layer is submitted and was kept as it is: 1 annotation or relation of the file did not come in.',
  );
  expect(await labelsIn(here)).toEqual(['claim']);
  const { layer } = valueOf(await desk.call('article.read', { articleId: here.ids[0] ?? '' }));
  expect(Object.keys(layer['comment'] ?? {})).toHaveLength(1);
});

test('a publication converts submitted layers, says how many, and undo takes it back', async () => {
  const here = await submitted(TEXT);
  const { desk, ids, me } = here;
  const { codebook } = valueOf(await desk.call('codebook.read', {}));
  const { version, ...next } = codebook;
  const proposal = {
    base: version,
    next: {
      ...next,
      labels: next.labels.filter(({ id }) => id !== 'claim'),
      attributes: next.attributes.map((one) => ({
        ...one,
        labels: one.labels.filter((id) => id !== 'claim'),
      })),
      rules: next.rules.map((one) => ({
        ...one,
        labels: one.labels.filter((id) => id !== 'claim'),
      })),
      relationTypes: [],
    },
    choices: { labels: { claim: { do: 'replace', with: 'threat' } as const } },
  };
  const plan = valueOf(await desk.call('codebook.plan', proposal));
  expect(plan).toMatchObject({ problems: [], ready: true, submittedLayers: 1 });
  const done = valueOf(await desk.call('codebook.publish', { ...proposal, summary: 's' }));
  expect(await labelsIn(here)).toEqual(['threat']);
  const row = done.project.articles.find(({ id }) => id === ids[0]);
  expect(row?.layers[me]?.state).toBe('submitted');
  valueOf(await desk.call('history.undo', {}));
  expect(await labelsIn(here)).toEqual(['claim']);
});
