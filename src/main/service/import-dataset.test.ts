import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../core/datasets/choice.ts';
import { findFormat } from '../../core/formats/index.ts';
import { analystId } from '../../core/model/analyst.ts';
import { FIELD_LIMITS } from '../../core/model/field-limits.ts';
import { LIMITS } from '../../ipc/limits.ts';
import { sha256 } from '../store/articles.ts';
import { articleIdOf } from './article-id.ts';
import { exportDataset } from './export-dataset.ts';
import { type ImportedFiles, importFiles } from './import-files.ts';
import { createWorkspace } from './open-workspace.ts';
import { articlesOf } from './project-view.ts';
import { type Desk, startDesk, valueOf } from './testing/desk.ts';
import { readHere } from './testing/read-here.ts';
import type { Workspace } from './workspace.ts';

type Fields = Readonly<Record<string, unknown>>;

const TEXT = 'Moscow would answer. Brussels waits.';
const NOW = Date.parse('2026-11-22T10:00:00.000Z');

let dir = '';
const open: Workspace[] = [];
const desks: Desk[] = [];

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-dataset-'));
});

afterEach(async () => {
  for (const { store } of open.splice(0)) await store.close();
  for (const desk of desks.splice(0)) await desk.close();
  await rm(dir, { recursive: true, force: true });
});

async function project(name: string): Promise<Workspace> {
  const options = { replica: 'r-test', application: 'test', clock: () => NOW };
  const made = await createWorkspace(path.join(dir, name), name, 'Ana Lyst', options);
  if (!made.ok) throw new Error(made.error.message);
  open.push(made.value);
  return made.value;
}

async function file(name: string, lines: readonly (Fields | string)[]): Promise<string> {
  const written = path.join(dir, name);
  const raw = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await writeFile(written, `${raw.join('\n')}\n`);
  return written;
}

async function bring(
  { store, me }: Workspace,
  ...files: readonly string[]
): Promise<ImportedFiles> {
  const done = await importFiles(store, {
    me,
    files,
    now: NOW,
    readArticles: readHere,
  });
  if (!done.ok) throw new Error(done.error);
  return done.value;
}

async function exported({ store }: Workspace, name: string): Promise<string> {
  const format = findFormat('jsonl');
  if (format === undefined) throw new Error('no jsonl');
  const out = path.join(dir, name);
  const options = { offsetUnit: 'codePoint' } as const;
  const task = { format, options, choice: EVERYTHING, me: '' };
  const done = await exportDataset(store, task, out, { at: new Date(NOW).toISOString() });
  if (!done.ok) throw new Error(done.error);
  expect(done.value.lost).toEqual([]);
  return readFile(out, 'utf8');
}

const GOOD = { id: 'one', label: 'Threat', spans: [[0, 6]], quote: ['Moscow'], analyst: 'Lena' };
const UNFIT = [
  { ...GOOD, id: 'far', spans: [[0, 900]], quote: undefined },
  { ...GOOD, id: 'lost', quote: ['Berlin'] },
  { ...GOOD, id: 'shape', label: 3 },
];

describe('files that are named', () => {
  it('twice are read once, and that is said', async () => {
    const desk = await project('twice');
    const one = await file('one.jsonl', [{ text: 'Once is enough.' }]);
    const done = await bring(desk, one, one, path.dirname(one), one);
    expect(done.imported).toHaveLength(1);
    expect(done.failed).toEqual([]);
    expect(done.skipped.filter(({ file: name }) => name === one)).toEqual([
      { file: one, reason: expect.stringContaining('more than once') as unknown, articleId: '' },
    ]);
  });

  it('but hold or are nothing, are named without their folders', async () => {
    const desk = await project('nothing');
    const none = await file('none.jsonl', []);
    const done = await bring(desk, none, path.join(dir, 'gone.txt'));
    expect(done.failed.map(({ reason }) => reason).join(' ')).not.toContain(dir);
    expect(done.failed.map(({ file: name }) => name).sort()).toEqual(
      [none, path.join(dir, 'gone.txt')].sort(),
    );
  });
});

describe('a file in which something does not fit', () => {
  it('comes in without it, and is listed as failed; a second time nothing changes', async () => {
    const desk = await project('unfit');
    const proto = JSON.stringify({ ...GOOD, id: 'proto' }).replace('"id"', '"__proto__":{},"id"');
    const name = await file('unfit.jsonl', [
      { text: 'Nothing is wrong with this line.' },
      `{"id":"art-x","text":"${TEXT}","annotations":[${[GOOD, ...UNFIT].map((one) => JSON.stringify(one)).join(',')},${proto}],"relations":[{"type":"t","from":"one","to":"far"}]}`,
      '{"text":',
    ]);
    const first = await bring(desk, name);
    expect(first.imported).toMatchObject([{ annotations: 0 }, { annotations: 1, warnings: [] }]);
    expect(first.importedFrom).toEqual([name, name]);
    expect(first.failed.every((one) => one.file === name)).toBe(true);
    const rest = 'The article and its 1 other annotation are in the project.';
    expect(first.failed.map(({ reason }) => reason)).toEqual([
      `line 2, annotations[1]: it ends at 900, but the text has 36 characters (its id: far). ${rest}`,
      `line 2, annotations[2]: its quote is not in the text: “Berlin” (its id: lost). ${rest}`,
      `line 2, annotations[3]: in label, text was expected, but there is the number 3 (its id: shape). ${rest}`,
      `line 2, annotations[4]: a field must not be called "__proto__", as one is at __proto__ (its id: proto). ${rest}`,
      `line 2, relations[0]: no annotation “far” came in with this line. ${rest}`,
      'line 3, column 9: the line is cut off: its JSON does not end. The line did not come in.',
    ]);

    const before = await exported(desk, 'before.jsonl');
    const second = await bring(desk, name);
    expect(second.imported).toEqual([]);
    expect(second.skipped).toHaveLength(2);
    expect(second.failed).toEqual(first.failed);
    expect(await exported(desk, 'after.jsonl')).toBe(before);
  });

  it('says the same in the window, before and after', async () => {
    const started = await startDesk();
    desks.push(started);
    started.answers.newProject = path.join(dir, 'window');
    valueOf(await started.call('project.create', { name: 'window' }));
    const name = await file('unfit.jsonl', [
      { text: TEXT, annotations: [GOOD, ...UNFIT.slice(0, 1)] },
      'nonsense',
    ]);
    const { batch } = valueOf(await started.call('import.read', { paths: [name] }));
    await expect
      .poll(() => started.events.some((one) => one.type === 'import' && one.finished))
      .toBe(true);
    const shown = started.events.flatMap((one) => (one.type === 'import' ? one.items : [])).at(-1);
    expect(shown?.warnings).toEqual([
      'line 2: this is not JSON. The line did not come in.',
      'line 1, annotations[1]: it ends at 900, but the text has 36 characters (its id: far). It will be left out.',
    ]);
    const { result } = valueOf(
      await started.call('import.apply', { batch, items: [{ key: '0' }] }),
    );
    expect(result.imported).toMatchObject([{ annotations: 1 }]);
    expect(result.failed).toEqual([
      {
        file: name,
        reason:
          'line 1, annotations[1]: it ends at 900, but the text has 36 characters (its id: far). The article and its 1 other annotation are in the project.',
      },
      { file: name, reason: 'line 2: this is not JSON. The line did not come in.' },
    ]);
  });
});

describe('an id that stands for another text', () => {
  const other = 'Another text under the same id.';

  it('is replaced by one made from the text, with a warning; the file twice changes nothing', async () => {
    const desk = await project('ids');
    await bring(desk, await file('a.jsonl', [{ id: 'art-1', text: TEXT, annotations: [GOOD] }]));
    const mark = {
      id: 'one',
      label: 'Claim',
      spans: [[0, 7]],
      quote: ['Another'],
      analyst: 'Lena',
    };
    const name = await file('b.jsonl', [{ id: 'art-1', text: other, annotations: [mark] }]);
    const first = await bring(desk, name);
    const articleId = articleIdOf(sha256(other));
    expect(first).toMatchObject({
      imported: [
        {
          articleId,
          annotations: 1,
          warnings: [
            `line 1: The project has another text under the id art-1; this one came in as ${articleId}.`,
          ],
        },
      ],
      failed: [],
    });
    expect(articlesOf(desk.store).map(({ id }) => id)).toEqual(['art-1', articleId]);
    const text = await desk.store.text('art-1');
    expect(text.ok && text.value).toBe(TEXT);
    const layer = await desk.store.layer('art-1', analystId('Lena'));
    expect(layer.ok && layer.value.get('annotation')?.size).toBe(1);

    const before = await exported(desk, 'before.jsonl');
    expect(await bring(desk, name)).toMatchObject({ imported: [], skipped: [{ articleId }] });
    expect(await exported(desk, 'after.jsonl')).toBe(before);
  });

  it('is so within one file, too', async () => {
    const desk = await project('twins');
    const name = await file('twins.jsonl', [
      { id: 'art-1', text: TEXT },
      { id: 'art-1', text: other },
      { id: 'art-1', text: TEXT },
    ]);
    const done = await bring(desk, name);
    expect(done.imported.map((one) => one.articleId)).toEqual([
      'art-1',
      articleIdOf(sha256(other)),
    ]);
    expect(done.skipped).toHaveLength(1);
    const text = await desk.store.text('art-1');
    expect(text.ok && text.value).toBe(TEXT);
  });

  it('the other way round, the same text under another id, is told', async () => {
    const desk = await project('held');
    await bring(desk, await file('a.jsonl', [{ id: 'art-1', text: TEXT }]));
    const done = await bring(
      desk,
      await file('b.jsonl', [{ id: 'art-2', text: TEXT, annotations: [GOOD] }]),
    );
    expect(done.imported).toMatchObject([
      {
        articleId: 'art-1',
        annotations: 1,
        warnings: [
          'line 1: Its text is in the project under the id art-1, not art-2; what is marked in it was added there.',
        ],
      },
    ]);
  });
});

describe('what is here already', () => {
  it('is kept where the file says otherwise, and told, also where all else is the same', async () => {
    const desk = await project('kept');
    const line = {
      id: 'art-1',
      text: TEXT,
      annotations: [GOOD, { ...GOOD, id: 'two', attributes: { modality: 'firm' } }],
      documentLabels: { Lena: { stance: 'firm' } },
    };
    await bring(desk, await file('a.jsonl', [line]));
    const changed = {
      ...line,
      annotations: [
        { ...GOOD, note: 'other' },
        { ...GOOD, id: 'two', attributes: { modality: 'soft' } },
      ],
      documentLabels: { Lena: { stance: 'soft' } },
    };
    const done = await bring(desk, await file('b.jsonl', [changed]));
    expect(done.imported).toEqual([]);
    const reason = done.skipped[0]?.reason ?? '';
    expect(reason).toContain('The annotation one is here already and differs');
    expect(reason).toContain('The annotation two is here already and differs');
    expect(reason).toContain('What Lena says about the whole article (labels)');
    expect(await exported(desk, 'after.jsonl')).toContain('"modality":"firm"');
  });

  it('the same line twice in a file counts once', async () => {
    const desk = await project('twice');
    const line = { id: 'art-1', text: TEXT, annotations: [GOOD] };
    const done = await bring(desk, await file('a.jsonl', [line, line]));
    expect(done.imported).toMatchObject([{ annotations: 1 }]);
    expect(done.skipped).toHaveLength(1);
  });

  it('an annotation that was deleted comes back as the file has it', async () => {
    const desk = await project('back');
    const bare = { id: 'art-1', text: TEXT, annotations: [GOOD] };
    const rich = { ...GOOD, attributes: { modality: 'firm' } };
    await bring(desk, await file('a.jsonl', [{ ...bare, annotations: [rich] }]));
    const deleted = {
      c: `layer.${analystId('Lena')}`,
      k: 'annotation',
      r: 'art-1/one',
      p: { _del: true },
    };
    const gone = await desk.store.commit(analystId('Lena'), [deleted], { label: 'Delete' });
    expect(gone.ok).toBe(true);
    const done = await bring(desk, await file('b.jsonl', [bare]));
    expect(done.imported).toMatchObject([{ annotations: 1 }]);
    expect(await exported(desk, 'after.jsonl')).toContain('"attributes":{}');
  });
});

describe('our own file', () => {
  it('restores everything, bit for bit, in another project', async () => {
    const from = await project('from');
    const people = { analyst: 'Lena', createdAt: '2026-01-01T00:00:00.000Z' };
    const target = { quote: ['Brussels'], spans: [[21, 29]] };
    await bring(
      from,
      await file('a.jsonl', [
        {
          id: 'art-1',
          text: TEXT,
          source: { tags: ['pilot'], assigned: ['Ben Oit'] },
          annotations: [
            { ...GOOD, ...people, attributes: { target, actors: [{ annotation: 'two' }] } },
            { ...GOOD, ...people, id: 'two', spans: [[21, 29]], quote: ['Brussels'] },
          ],
          relations: [{ id: 'r', type: 'targets', from: 'one', to: 'two', note: 'why', ...people }],
          comments: [
            {
              id: 'c',
              text: 'Sure?',
              target: 'one',
              targetAnalyst: 'Lena',
              ...people,
              analyst: 'Cy',
            },
          ],
          documentLabels: { Lena: { stance: 'firm' } },
          document: { Lena: { note: 'done', state: 'submitted', seen: 21 } },
        },
      ]),
    );
    const out = await exported(from, 'out.jsonl');
    for (const words of ['"seen":21', '"submitted"', 'Sure?', 'Ben Oit', '"why"', '"pilot"']) {
      expect(out).toContain(words);
    }
    const to = await project('to');
    expect(await bring(to, path.join(dir, 'out.jsonl'))).toMatchObject({ failed: [], skipped: [] });
    expect(await exported(to, 'again.jsonl')).toBe(out);
  });
});

it('no attribute or label of an article gets a name by the window that no file may have', async () => {
  const started = await startDesk();
  desks.push(started);
  started.answers.newProject = path.join(dir, 'door');
  const made = valueOf(await started.call('project.create', { name: 'door' }));
  if (!('project' in made)) throw new Error('not made');
  const name = await file('a.jsonl', [{ id: 'art-1', text: TEXT }]);
  const { batch } = valueOf(await started.call('import.read', { paths: [name] }));
  await expect
    .poll(() => started.events.some((one) => one.type === 'import' && one.finished))
    .toBe(true);
  valueOf(await started.call('import.apply', { batch, items: [{ key: '0' }] }));
  const key = { c: `layer.${made.project.me.id}`, k: 'annotation', r: 'art-1/one' } as const;
  const at = new Date(NOW).toISOString();
  const spans = { spans: [[0, 6]], quote: ['Moscow'], prefix: '', suffix: TEXT.slice(6, 38) };
  const fields = { label: 'threat', spans, codebookVersion: 1, createdAt: at, updatedAt: at };
  const commit = (draft: Fields): Promise<unknown> =>
    started.raw('commit', JSON.stringify({ label: 'Tag', drafts: [draft] }));
  for (const attribute of ['constructor', 'prototype']) {
    for (const bad of [{ [`a.${attribute}`]: 1 }, { 'a.mine': { [attribute]: 1 } }]) {
      expect(await commit({ ...key, p: { ...fields, ...bad } })).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining(attribute) as unknown },
      });
    }
    const labels = { k: 'document', r: 'art-1/document', p: { labels: { [attribute]: 1 } } };
    expect(await commit({ ...key, ...labels })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(attribute) as unknown },
    });
  }
  expect(await commit({ ...key, p: { ...fields, 'a.mine': { fine: 1 } } })).toMatchObject({
    ok: true,
  });
});

it('a name may be as long in a file as in the window', () => {
  expect(LIMITS.nameLength).toBe(FIELD_LIMITS.name);
});

it('a text in which nothing can be seen is no article, whatever else its line says', async () => {
  const to = await project('to');
  const texts = ['', ' \n\t', '\u200b\u2060\ufeff', TEXT];
  const name = await file(
    'blank.jsonl',
    texts.map((text) => ({ text })),
  );
  const done = await bring(to, name);
  expect(done.imported).toHaveLength(1);
  expect(done.failed.map(({ reason }) => reason.replace(/ is empty.*/u, ''))).toEqual([
    'line 1: its text',
    'line 2: its text',
    'line 3: its text',
  ]);
});
