import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../core/codebook/default-codebook.ts';
import { addAnnotation } from '../../core/log/annotation-ops.ts';
import { addComment } from '../../core/log/comment-ops.ts';
import type { OpDraft } from '../../core/log/op.ts';
import { addLabel, nameProject } from '../../core/log/project-ops.ts';
import { analystId } from '../../core/model/analyst.ts';
import { DEFAULT_LABELS } from '../../core/model/codebook.ts';
import { anAnnotation } from '../../core/testing/builders.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import { createStore } from '../store/store.ts';
import { type Desk, valueOf } from './testing/desk.ts';
import { deskForTests } from './testing/desks.ts';

type Content = Input<'codebook.plan'>['next'];

const desk = deskForTests();

async function newProject(): Promise<Desk> {
  const started = await desk();
  started.answers.newProject = path.join(started.dir, 'talks.verbale');
  valueOf(await started.call('project.create', { name: 'Talks' }));
  return started;
}

async function importFile(started: Desk, file: string): Promise<Output<'import.apply'>> {
  const { batch } = valueOf(await started.call('import.read', { paths: [file] }));
  await expect
    .poll(() => started.events.some((event) => event.type === 'import' && event.finished))
    .toBe(true);
  return valueOf(await started.call('import.apply', { batch, items: [{ key: '0' }] }));
}

/** The codebook in force, as it can be changed and proposed again. */
async function current(started: Desk): Promise<{ base: number; next: Content }> {
  const { codebook } = valueOf(await started.call('codebook.read', {}));
  const { version, ...next } = codebook;
  return { base: version, next };
}

test('a new project has the default codebook, as version 1', async () => {
  const started = await newProject();
  const { codebook, versions } = valueOf(await started.call('codebook.read', {}));
  expect(codebook).toEqual({ ...DEFAULT_CODEBOOK, version: 1 });
  expect(versions).toMatchObject([{ number: 1, by: analystId('Ana Lyst') }]);
  expect(versions[0]?.content).toEqual(DEFAULT_CODEBOOK);
});

test('publishing is one step: a rename shows at once, is kept, and undo takes it back', async () => {
  const started = await newProject();
  const { base, next } = await current(started);
  const labels = next.labels.map((one) =>
    one.id === 'claim' ? { ...one, name: 'Assertion' } : one,
  );
  const proposal = { base, next: { ...next, labels }, choices: {} };
  const plan = valueOf(await started.call('codebook.plan', proposal));
  expect(plan).toMatchObject({ ready: true, touches: [], problems: [] });
  expect(plan.changes.map(({ words }) => words)).toEqual([
    'Label “Claim” is now called “Assertion”',
  ]);
  const done = valueOf(await started.call('codebook.publish', { ...proposal, summary: 'Plainer' }));
  expect(done.project.codebook).toMatchObject({ version: 2 });
  expect(done.history.undo).toBe('Publish version 2 of the codebook');
  const read = valueOf(await started.call('codebook.read', {}));
  expect(read.codebook.labels[0]?.name).toBe('Assertion');
  expect(read.versions.map(({ number, summary }) => [number, summary])).toEqual([
    [1, ''],
    [2, 'Plainer'],
  ]);
  valueOf(await started.call('history.undo', {}));
  const { codebook, versions } = valueOf(await started.call('codebook.read', {}));
  expect(codebook).toEqual({ ...DEFAULT_CODEBOOK, version: 1 });
  expect(versions).toHaveLength(1);
  valueOf(await started.call('history.redo', {}));
  expect(valueOf(await started.call('codebook.read', {})).codebook.version).toBe(2);
});

test('publishing is refused where the base moved, nothing changed, or the codebook is not sound', async () => {
  const started = await newProject();
  const { base, next } = await current(started);
  const publish = (over: Partial<Content>, from = base) =>
    started.call('codebook.publish', {
      base: from,
      next: { ...next, ...over },
      choices: {},
      summary: '',
    });
  expect(await publish({})).toMatchObject({
    ok: false,
    error: { message: /nothing in it changed/u },
  });
  expect(await publish({ labels: [] })).toMatchObject({ error: { message: /has no label/u } });
  valueOf(await publish({ name: 'Mine' }));
  expect(await publish({ name: 'Late' })).toMatchObject({
    ok: false,
    error: { kind: 'refused', message: /has become version 2/u },
  });
  expect(valueOf(await started.call('codebook.read', {})).codebook.name).toBe('Mine');
});

test('a project with labels only keeps working, and can take over the default codebook', async () => {
  const dir = path.join((await desk()).dir, 'old.verbale');
  const made = await createStore({
    dir,
    replica: 'r-old',
    name: 'Old',
    holder: { application: 'verbale' },
    drafts: [
      nameProject('Old'),
      ...DEFAULT_LABELS.map(({ guideline: _g, zeroWidth: _z, helper: _h, retired: _r, ...label }) =>
        addLabel(label as (typeof DEFAULT_LABELS)[number]),
      ),
    ],
  });
  if (!made.ok) throw new Error(made.error.message);
  await made.value.close();
  const started = await desk({ project: dir });
  const { project } = valueOf(await started.call('app.start', {}));
  expect(project?.codebook).toMatchObject({ version: 1, name: '', attributes: [], rules: [] });
  expect(project?.codebook.labels.map(({ id, helper }) => [id, helper])).toEqual([
    ['claim', false],
    ['threat', false],
    ['sanctions-proposal', false],
    ['actor', true],
  ]);
  const proposal = { base: 1, next: DEFAULT_CODEBOOK as unknown as Content, choices: {} };
  valueOf(await started.call('codebook.publish', { ...proposal, summary: 'Take over' }));
  const { codebook, versions } = valueOf(await started.call('codebook.read', {}));
  expect(codebook).toEqual({ ...DEFAULT_CODEBOOK, version: 2 });
  expect(versions.map(({ number, content }) => [number, content.attributes.length])).toEqual([
    [1, 0],
    [2, DEFAULT_CODEBOOK.attributes.length],
  ]);
});

test('a codebook goes out as a file and comes in again; a bad file is told line by line', async () => {
  const started = await newProject();
  for (const form of ['yaml', 'json', 'qdc'] as const) {
    const file = path.join(started.dir, `codebook.${form}`);
    started.answers.save = file;
    started.answers.files = [file];
    expect(valueOf(await started.call('codebook.exportFile', { form }))).toEqual({ file });
    const read = valueOf(await started.call('codebook.importFile', {}));
    expect(read).toEqual({ file, content: DEFAULT_CODEBOOK });
  }
  const bad = path.join(started.dir, 'bad.yaml');
  const text = await readFile(path.join(started.dir, 'codebook.yaml'), 'utf8');
  await writeFile(bad, text.replace('letter: C', 'letter: CC'));
  started.answers.files = [bad];
  expect(valueOf(await started.call('codebook.importFile', {}))).toMatchObject({
    file: bad,
    problems: [{ field: 'labels › 1 › letter', message: 'is one character' }],
  });
  await writeFile(bad, Uint8Array.of(0xff, 0xfe, 0x00));
  const binary = valueOf(await started.call('codebook.importFile', {}));
  expect(binary).toMatchObject({ problems: [{ line: 0, message: 'It is not UTF-8 text.' }] });
  started.answers.files = [started.dir];
  expect(valueOf(await started.call('codebook.importFile', {}))).toMatchObject({
    problems: [{ message: /is not a file/u }],
  });
  started.answers.files = undefined;
  started.answers.save = undefined;
  const cancelled = { cancelled: true };
  expect(valueOf(await started.call('codebook.importFile', {}))).toEqual(cancelled);
  expect(valueOf(await started.call('codebook.exportFile', { form: 'yaml' }))).toEqual(cancelled);
});

test('the labels of a REFI-QDA codebook are added to those in force, which stay as they are', async () => {
  const started = await newProject();
  const file = path.join(started.dir, 'others.qdc');
  const guid = '00000000-0000-0000-0000-000000000000';
  const code = (name: string, more: string): string =>
    `<Code guid="${guid}" name="${name}" isCodable="true" ${more}</Code>`;
  const codes = `${code('claim', '><Description>Newly said.</Description>')}${code('Irony', 'color="#00CC00">')}`;
  await writeFile(
    file,
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${codes}</Codes></CodeBook>`,
  );
  started.answers.files = [file];
  const read = valueOf(await started.call('codebook.importFile', {}));
  const { labels = [] } = 'content' in read ? (read.content as Content) : {};
  expect(labels.map(({ name }) => name)).toEqual([
    ...DEFAULT_LABELS.map(({ name }) => name),
    'Irony',
  ]);
  expect(labels[0]).toEqual({ ...DEFAULT_LABELS[0], definition: 'Newly said.' });
  expect(labels.at(-1)).toMatchObject({ id: 'irony', hue: 'green', letter: 'I' });
  const { base } = await current(started);
  const next = (read as { content: Content }).content;
  const plan = valueOf(await started.call('codebook.plan', { base, next, choices: {} }));
  expect(plan).toMatchObject({ ready: true, problems: [] });
});

test('values are checked against the codebook, and comments against the layer they speak about', async () => {
  const started = await newProject();
  const text = 'The minister of Norvia warned the port.\n';
  const file = path.join(started.dir, 'a.txt');
  await writeFile(file, text);
  const { project, articles } = await importFile(started, file);
  const articleId = articles[0]?.id ?? '';
  const commit = (...drafts: OpDraft[]) =>
    started.call('commit', { label: 'Tag', drafts: drafts as Input<'commit'>['drafts'] });
  const annotation = anAnnotation(text, [[23, 38]], {
    id: 'an_1',
    articleId,
    analyst: project.me.id,
    label: 'threat',
    attributes: { mode: ['sanctions'], source: [{ text: 'the minister' }] },
  });
  valueOf(await commit(addAnnotation(annotation)));
  const wrong = { ...annotation, id: 'an_2', attributes: { mode: ['shouting'] } };
  expect(await commit(addAnnotation(wrong))).toMatchObject({
    error: { kind: 'refused', message: /no value “shouting”/u },
  });
  valueOf(await started.call('analyst.actAs', { name: 'Ben' }));
  const comment = {
    id: 'co_1',
    articleId,
    analyst: analystId('Ben'),
    target: 'an_1',
    targetAnalyst: project.me.id,
    thread: 'co_1',
    text: 'Is that a threat?',
    action: 'say',
    createdAt: annotation.createdAt,
    updatedAt: annotation.createdAt,
  } as const;
  valueOf(await commit(addComment(comment)));
  const lost = addComment({ ...comment, id: 'co_2', thread: 'co_2', target: 'an_9' });
  expect(await commit(lost)).toMatchObject({ error: { message: /does not exist any more/u } });
  // Answered by a third: the thread is found in the layer of whoever began it.
  const cy = valueOf(await started.call('analyst.actAs', { name: 'Cy' })).project.me.id;
  const answer = { ...comment, id: 'co_3', analyst: cy };
  const astray = addComment({ ...answer, target: '', targetAnalyst: '' });
  expect(await commit(astray)).toMatchObject({ error: { message: /what its thread is about/u } });
  expect(await commit(addComment({ ...answer, thread: 'co_4' }))).toMatchObject({
    error: { message: /no such thread/u },
  });
  valueOf(await commit(addComment(answer)));
});
