import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addAnnotation, editAnnotation, removeAnnotation } from '../../core/log/annotation-ops.ts';
import type { OpDraft } from '../../core/log/op.ts';
import { editArticle } from '../../core/log/project-ops.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import { type Desk, valueOf } from './testing/desk.ts';
import { deskForTests } from './testing/desks.ts';
import { exportAsked } from './testing/export-asked.ts';

const TEXT = 'Ministers talk in Geneva\n\nOne side said: if troops move, banks will be cut off.\n';
const AT = '2026-11-21T10:00:00.000Z';

const desk = deskForTests();

async function withArticle(): Promise<{
  desk: Desk;
  project: Output<'import.apply'>['project'];
  articleId: string;
}> {
  const started = await desk();
  started.answers.newProject = path.join(started.dir, 'talks.verbale');
  valueOf(await started.call('project.create', { name: 'Talks' }));
  const file = path.join(started.dir, 'talks.txt');
  await writeFile(file, TEXT);
  const { batch } = valueOf(await started.call('import.read', { paths: [file] }));
  await finished(started, batch);
  const applied = valueOf(await started.call('import.apply', { batch, items: [{ key: '0' }] }));
  const articleId = applied.result.imported[0]?.articleId ?? '';
  return { desk: started, project: applied.project, articleId };
}

async function finished(started: Desk, batch: string): Promise<void> {
  await expect
    .poll(() =>
      started.events.some(
        (event) => event.type === 'import' && event.batch === batch && event.finished,
      ),
    )
    .toBe(true);
}

function claim(articleId: string, analyst: string, id: string, words: string): Annotation {
  const start = TEXT.indexOf(words);
  const end = start + words.length;
  return {
    id,
    articleId,
    analyst,
    label: 'claim',
    anchor: {
      spans: [[start, end]],
      quote: [words],
      prefix: TEXT.slice(Math.max(0, start - 32), start),
      suffix: TEXT.slice(end, end + 32),
    },
    attributes: {},
    note: '',
    origin: { kind: 'manual' },
    codebookVersion: 1,
    createdAt: AT,
    updatedAt: AT,
  };
}

function asInput(drafts: readonly OpDraft[]): Input<'commit'>['drafts'] {
  return drafts as unknown as Input<'commit'>['drafts'];
}

async function commit(on: Desk, label: string, ...drafts: OpDraft[]): Promise<Output<'commit'>> {
  return valueOf(await on.call('commit', { label, drafts: asInput(drafts) }));
}

async function annotationsOf(on: Desk, articleId: string): Promise<string[]> {
  const { layer } = valueOf(await on.call('article.read', { articleId }));
  const deleted = (record: Record<string, { value: unknown }>): boolean =>
    Array.isArray(record['_del']?.value);
  return Object.entries(layer['annotation'] ?? {})
    .filter(([, record]) => !deleted(record))
    .map(([id, record]) => `${id.split('/')[1] ?? ''} ${JSON.stringify(record['label']?.value)}`);
}

test('a file becomes an article, an annotation is kept, undone and redone across a restart', async () => {
  const { desk: first, project, articleId } = await withArticle();
  const made = claim(articleId, project.me.id, 'an_1', 'banks will be cut off');
  const { history } = await commit(first, 'Tag as Claim', addAnnotation(made));
  expect(history.undo).toBe('Tag as Claim');
  await commit(first, 'Relabel', editAnnotation(made, { label: 'threat' }, AT));
  expect(await annotationsOf(first, articleId)).toEqual(['an_1 "threat"']);
  await first.close();

  const again = await desk({ dir: first.dir, project: project.folder });
  const started = valueOf(await again.call('app.start', {}));
  expect(started.problem).toBeUndefined();
  expect(started.project?.history.undo).toBe('Relabel');
  expect(started.project?.articles[0]?.counts).toEqual({ [project.me.id]: { threat: 1 } });
  expect(valueOf(await again.call('history.undo', {})).label).toBe('Relabel');
  expect(await annotationsOf(again, articleId)).toEqual(['an_1 "claim"']);
  valueOf(await again.call('history.undo', {}));
  expect(await annotationsOf(again, articleId)).toEqual([]);
  valueOf(await again.call('history.redo', {}));
  valueOf(await again.call('history.redo', {}));
  expect(await annotationsOf(again, articleId)).toEqual(['an_1 "threat"']);
  expect(valueOf(await again.call('history.redo', {})).ops).toEqual([]);
});

test('an import is one step that undo takes back, and the same file twice changes nothing', async () => {
  const { desk: on, articleId } = await withArticle();
  const file = path.join(on.dir, 'talks.txt');
  const { batch } = valueOf(await on.call('import.read', { paths: [file] }));
  await finished(on, batch);
  const twice = valueOf(await on.call('import.apply', { batch, items: [{ key: '0' }] }));
  expect(twice.result.imported).toEqual([]);
  expect(twice.result.skipped).toMatchObject([{ file, articleId }]);
  const undone = valueOf(await on.call('history.undo', {}));
  expect(undone.label).toBe('Import an article');
  const gone = await on.call('article.read', { articleId });
  expect(gone.ok).toBe(false);
  valueOf(await on.call('history.redo', {}));
  expect(valueOf(await on.call('article.read', { articleId })).text).toBe(TEXT);
});

const REFUSED: readonly [string, (id: string, me: string) => OpDraft, RegExp][] = [
  [
    'an unknown label',
    (id, me) => addAnnotation({ ...claim(id, me, 'an_x', 'banks'), label: 'nonsense' }),
    /no such label/u,
  ],
  [
    'words that are not there',
    (id, me) => {
      const made = claim(id, me, 'an_x', 'banks');
      return addAnnotation({ ...made, anchor: { ...made.anchor, quote: ['tanks'] } });
    },
    /not the words/u,
  ],
  [
    'a span outside the text',
    (id, me) => {
      const made = claim(id, me, 'an_x', 'banks');
      return addAnnotation({ ...made, anchor: { ...made.anchor, spans: [[0, 9999]] } });
    },
    /outside the text/u,
  ],
  [
    'the layer of another',
    (id) => addAnnotation(claim(id, 'somebody-else', 'an_x', 'banks')),
    /own layer/u,
  ],
  [
    'an annotation that never was',
    (id, me) => editAnnotation(claim(id, me, 'an_x', 'banks'), { note: 'n' }, AT),
    /needs/u,
  ],
  [
    'the text of an article',
    (id) => ({ ...editArticle(id, {}), p: { sha256: 'x' } }),
    /does not change/u,
  ],
  [
    'an article that is not there',
    () => editArticle('art-none', { title: 'T' }),
    /not in the project/u,
  ],
  [
    'furniture outside the text',
    (id) => editArticle(id, { furniture: [{ start: 0, end: 9999, kind: 'manual' }] }),
    /Furniture/u,
  ],
];

test.each(REFUSED)('%s is refused, and nothing changes', async (_what, draft, words) => {
  const { desk: on, project, articleId } = await withArticle();
  const drafts = asInput([draft(articleId, project.me.id)]);
  const reply = await on.call('commit', { label: 'Try', drafts });
  expect(reply).toMatchObject({ ok: false, error: { kind: 'refused' } });
  expect(reply.ok ? '' : reply.error.message).toMatch(words);
  expect(await annotationsOf(on, articleId)).toEqual([]);
});

test('a deleted annotation can be brought back by undo only', async () => {
  const { desk: on, project, articleId } = await withArticle();
  const made = claim(articleId, project.me.id, 'an_1', 'banks');
  await commit(on, 'Tag', addAnnotation(made));
  await commit(on, 'Delete', removeAnnotation(made));
  expect(await annotationsOf(on, articleId)).toEqual([]);
  const late = asInput([editAnnotation(made, { note: 'late' }, AT)]);
  expect((await on.call('commit', { label: 'Note', drafts: late })).ok).toBe(false);
  valueOf(await on.call('history.undo', {}));
  expect(await annotationsOf(on, articleId)).toEqual(['an_1 "claim"']);
});

test('the border refuses what the contract does not have, before any handler runs', async () => {
  const { desk: on } = await withArticle();
  const hostile: readonly [string, string][] = [
    ['nothing.there', '{}'],
    ['__proto__', '{}'],
    ['commit', '{"label":"x","drafts":[]}'],
    [
      'commit',
      '{"label":"x","drafts":[{"c":"project","k":"article","r":"a","p":{"__proto__":1}}]}',
    ],
    [
      'commit',
      '{"label":"x","drafts":[{"c":"layer.x","k":"annotation","r":"../../etc/passwd","p":{}}]}',
    ],
    ['article.read', '{"articleId":"../secret"}'],
    ['article.read', '{"articleId":"a","extra":1}'],
    ['article.read', 'not json'],
    ['article.read', `${'['.repeat(100)}${']'.repeat(100)}`],
  ];
  for (const [method, payload] of hostile) {
    const reply = await on.raw(method, payload);
    expect(reply, `${method} ${payload}`).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input' },
    });
  }
});

test('closing a project leads to the first page, where it is listed', async () => {
  const { desk: first, project } = await withArticle();
  await first.close();
  const on = await desk({ dir: first.dir, project: project.folder });
  expect(valueOf(await on.call('app.start', {})).project?.name).toBe('Talks');
  valueOf(await on.call('project.close', {}));
  const again = valueOf(await on.call('app.start', {}));
  expect(again.project).toBeUndefined();
  expect(again.recent).toMatchObject([{ name: 'Talks', articles: 1, reachable: true }]);
});

test('a folder that is no project is a problem that names it', async () => {
  const on = await desk({ project: '/nowhere/at/all' });
  const { problem } = valueOf(await on.call('app.start', {}));
  expect(problem).toMatchObject({ kind: 'not-found', folder: '/nowhere/at/all' });
});

test('a project that another holds says who', async () => {
  const { desk: first, project } = await withArticle();
  const second = await desk({ project: project.folder, analyst: 'Second' });
  const { problem } = valueOf(await second.call('app.start', {}));
  expect(problem).toMatchObject({ kind: 'locked', folder: project.folder });
  expect(problem?.message).toContain('Ana Lyst');
  expect(first.bugs).toEqual([]);
});

test('an export comes back bit for bit, in every offset unit', async () => {
  const { desk: first, project, articleId } = await withArticle();
  const made = claim(articleId, project.me.id, 'an_1', 'banks will be cut off');
  await commit(
    first,
    'Tag',
    addAnnotation({ ...made, note: 'n', attributes: { mode: ['cyber'] } }),
  );
  for (const offsetUnit of ['codePoint', 'utf16', 'utf8', 'grapheme'] as const) {
    const out = path.join(first.dir, `${offsetUnit}.jsonl`);
    first.answers.save = out;
    const written = valueOf(await first.call('export.write', exportAsked('jsonl', offsetUnit)));
    expect(written).toMatchObject({ file: out, records: 1, lost: [] });
    const second = await desk();
    second.answers.newProject = path.join(second.dir, 'copy');
    valueOf(await second.call('project.create', { name: 'Copy' }));
    const { batch } = valueOf(await second.call('import.read', { paths: [out] }));
    await finished(second, batch);
    const done = valueOf(await second.call('import.apply', { batch, items: [{ key: '0' }] }));
    expect(done.result).toMatchObject({ imported: [{ annotations: 1, warnings: [] }], failed: [] });
    second.answers.save = path.join(second.dir, 'again.jsonl');
    valueOf(await second.call('export.write', exportAsked('jsonl', offsetUnit)));
    expect(await readFile(second.answers.save, 'utf8')).toBe(await readFile(out, 'utf8'));
  }
});
