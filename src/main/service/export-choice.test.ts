import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING, type ExportChoice } from '../../core/datasets/choice.ts';
import type { Format } from '../../core/formats/format.ts';
import { FORMATS, findFormat } from '../../core/formats/index.ts';
import { layerChannel } from '../../core/log/op.ts';
import { readOptions } from '../../core/testing/builders.ts';
import { datasetInput } from '../../core/testing/datasets.ts';
import type { DatasetManifest } from './dataset-manifest.ts';
import { exportDataset } from './export-dataset.ts';
import type { Exported, ExportWatch } from './export-task.ts';
import { importFiles } from './import-files.ts';
import { createWorkspace, openWorkspace } from './open-workspace.ts';
import { articlesOf } from './project-view.ts';
import { dropRecipe, keepRecipe, nameRecipe, recipeNamed, recipesOf } from './recipes.ts';
import { readHere } from './testing/read-here.ts';
import type { Workspace } from './workspace.ts';

const AT = '2026-11-22T10:00:00.000Z';
const LENA = 'Lena Moor';
const OMAR = 'Omar Haddad';

function line(number: number): object {
  const text = `Menu ${number}\nMoscow would answer. Brussels number ${number} waits, “it” said.\n`;
  const at = (words: string): number[][] => {
    const start = Array.from(text.slice(0, text.indexOf(words))).length;
    return [[start, start + Array.from(words).length]];
  };
  return {
    title: `Article ${number}`,
    text,
    source: { record: { file: 'lena moor 2.txt' }, tags: number < 3 ? ['first'] : [] },
    furniture: [[0, 6 + String(number).length]],
    annotations: [
      { id: `m${number}`, label: 'Threat', spans: at('Moscow'), analyst: LENA },
      { id: `x${number}`, label: 'Claim', spans: at('answer. Brussels'), analyst: LENA },
      { id: `o${number}`, label: 'Claim', spans: at('Brussels'), analyst: OMAR },
      { id: `f${number}`, label: 'Claim', spans: at('Menu'), analyst: OMAR },
    ],
    relations: [
      { id: `r${number}`, type: 'targets', from: `m${number}`, to: `x${number}`, analyst: LENA },
    ],
    document: {
      [LENA]: { state: number < 4 ? 'submitted' : 'in-progress' },
      [OMAR]: { note: 'read' },
    },
    comments: [],
  };
}

let dir = '';
let project: Workspace;
const options = { replica: 'r-test', application: 'test', clock: () => Date.parse(AT) };

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-choice-'));
  const made = await createWorkspace(path.join(dir, 'project'), 'Lena Moor’s talks', LENA, options);
  if (!made.ok) throw new Error(made.error.message);
  project = made.value;
  const file = path.join(dir, 'in.jsonl');
  const lines = Array.from({ length: 10 }, (_, number) => JSON.stringify(line(number)));
  await writeFile(file, lines.join('\n'));
  const { store, me } = project;
  const done = await importFiles(store, { me, files: [file], now: 0, readArticles: readHere });
  if (!done.ok || done.value.failed.length > 0) throw new Error(JSON.stringify(done));
  await rm(file);
});

afterEach(async () => {
  await project.store.close();
  await rm(dir, { recursive: true, force: true });
});

function formatNamed(id: string): Format {
  const found = findFormat(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

function write(
  format: Format,
  out: string,
  choice: Partial<ExportChoice> = {},
  watch: Partial<ExportWatch> & { recipe?: string } = {},
): ReturnType<typeof exportDataset> {
  const { recipe, ...rest } = watch;
  const task = {
    format,
    options: { offsetUnit: format.offsetUnit },
    choice: { ...EVERYTHING, ...choice },
    me: project.me.id,
    ...(recipe === undefined ? {} : { recipe }),
  };
  return exportDataset(project.store, task, path.join(dir, out), { at: AT, ...rest });
}

async function written(...given: Parameters<typeof write>): Promise<Exported> {
  const done = await write(...given);
  if (!done.ok) throw new Error(done.error);
  return done.value;
}

async function filesOf(out: string): Promise<Map<string, Buffer>> {
  const at = path.join(dir, out);
  const entries = await readdir(at, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(at, file), await readFile(file));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Everything a dataset says that can be read: names, bytes, and what is packed in them. */
function saidIn(files: ReadonlyMap<string, Buffer>, format: Format): string {
  const said: string[] = [];
  for (const [name, bytes] of files) {
    said.push(name, bytes.toString('utf8'));
    if (name.endsWith('.qdpx')) {
      for (const [inner, data] of Object.entries(unzipSync(bytes))) {
        said.push(inner, Buffer.from(data).toString('utf8'));
      }
    }
    if (name.endsWith('.spacy')) said.push(inflateSync(bytes).toString('utf8'));
    if (name.endsWith('.parquet')) {
      const read = [...(format.read?.(datasetInput([['', bytes]]), readOptions()) ?? [])];
      said.push(JSON.stringify(read));
    }
  }
  return said.join('\n').toLowerCase();
}

const WRITTEN = FORMATS.filter(({ write: writer }) => writer !== undefined);
const EVERY: Partial<ExportChoice> = {
  shares: { train: 60, dev: 20, test: 20 },
  seed: 'a seed',
  deidentify: true,
  unit: 'sentence',
  furniture: 'out',
  filter: 'analyst:"Lena Moor"',
};
const NAMES = ['lena', 'moor', 'omar', 'haddad'];

describe.each(WRITTEN)('a choice written as $id', (format) => {
  it('gives the same bytes each time, names nobody, and is split', async () => {
    for (const out of ['one', 'two']) {
      await mkdir(path.join(dir, out));
      await written(
        format,
        `${out}/made${format.layout === 'folder' ? '' : format.extensions[0]}`,
        EVERY,
        {
          recipe: 'Lena Moor for models',
        },
      );
    }
    const [one, two] = [await filesOf('one'), await filesOf('two')];
    expect([...two.keys()]).toEqual([...one.keys()]);
    for (const [name, bytes] of one) expect(two.get(name)?.equals(bytes), name).toBe(true);
    const said = saidIn(one, format);
    expect(NAMES.filter((name) => said.includes(name))).toEqual([]);
    for (const split of ['train', 'test']) {
      expect(
        [...one.keys()].some((name) => name.includes(split)),
        split,
      ).toBe(true);
    }
    expect(said).toContain('moscow');
  });

  it('names people where nobody asked for anything else', async () => {
    await mkdir(path.join(dir, 'out'));
    await written(format, `out/made${format.layout === 'folder' ? '' : format.extensions[0]}`);
    expect(saidIn(await filesOf('out'), format)).toContain('omar');
  });
});

/** The titles in each split of a dataset of native lines. */
async function titlesBySplit(choice: Partial<ExportChoice>): Promise<Record<string, string[]>> {
  await rm(path.join(dir, 'splits'), { recursive: true, force: true });
  await mkdir(path.join(dir, 'splits'));
  await written(formatNamed('jsonl'), 'splits/x.jsonl', choice);
  const files = await filesOf('splits');
  const titles: Record<string, string[]> = {};
  for (const split of ['train', 'dev', 'test']) {
    const text = files.get(`x.${split}.jsonl`)?.toString('utf8') ?? '';
    const lines = text.split('\n').filter((one) => one !== '');
    titles[split] = lines.map((one) => (JSON.parse(one) as { title: string }).title);
  }
  return titles;
}

describe('splits', () => {
  const shares = { train: 80, dev: 10, test: 10 };

  it('are files beside each other, and hold each article once', async () => {
    const titles = await titlesBySplit({ shares });
    expect(Object.values(titles).map(({ length }) => length)).toEqual([8, 1, 1]);
    expect(new Set(Object.values(titles).flat()).size).toBe(10);
    expect(await titlesBySplit({ shares })).toEqual(titles);
    expect(await titlesBySplit({ shares, seed: '2' })).not.toEqual(titles);
  });

  it('keep the sentences of an article together', async () => {
    const whole = await titlesBySplit({ shares });
    const cut = await titlesBySplit({ shares, unit: 'sentence' });
    for (const split of ['train', 'dev', 'test']) {
      const titles = new Set(cut[split]?.map((title) => title.replace(/ \(\d+\)$/, '')));
      expect([...titles].sort()).toEqual(whole[split]?.toSorted());
    }
  });

  it('are folders, zips, or what the format has for them', async () => {
    await written(formatNamed('brat'), 'brat', { shares });
    const folders = [...(await filesOf('brat')).keys()].map((name) =>
      name.split('/').slice(0, -1).join('/'),
    );
    expect(new Set(folders)).toEqual(
      new Set([
        '',
        'train/lena-moor',
        'train/omar-haddad',
        'dev/lena-moor',
        'dev/omar-haddad',
        'test/lena-moor',
        'test/omar-haddad',
      ]),
    );
    await mkdir(path.join(dir, 'zips'));
    const { files } = await written(formatNamed('refi-qda'), 'zips/x.qdpx', { shares });
    expect(files.map((file) => path.basename(file))).toEqual([
      'x.train.qdpx',
      'x.dev.qdpx',
      'x.test.qdpx',
    ]);
    const inside = unzipSync(await readFile(path.join(dir, 'zips/x.dev.qdpx')));
    expect(Object.keys(inside)).toContain('project.qde');
    await written(formatNamed('huggingface'), 'hub', { shares, whose: { kind: 'mine' } });
    expect([...(await filesOf('hub')).keys()].filter((name) => name.startsWith('data/'))).toEqual([
      'data/test.jsonl',
      'data/train.jsonl',
      'data/validation.jsonl',
    ]);
  });
});

describe('an export that ends early', () => {
  const shares = { train: 80, dev: 10, test: 10 };
  const before = ['project'];

  it('leaves nothing of any split when it is cancelled or the disk is full', async () => {
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 5) stop.abort();
    };
    const cancelled = await write(
      formatNamed('brat'),
      'out',
      { shares },
      { signal: stop.signal, onProgress },
    );
    expect(cancelled.ok ? '' : cancelled.error).toContain('cancelled');
    expect(await readdir(dir)).toEqual(before);
    let pieces = 0;
    const csv = formatNamed('csv');
    const full: Format = {
      ...csv,
      write: (...given) => ({
        *article(from) {
          pieces += 1;
          if (pieces === 6) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
          yield* csv.write?.(...given).article(from) ?? [];
        },
        end: () => [],
      }),
    };
    const failed = await write(full, 'out.csv', { shares });
    expect(failed.ok ? '' : failed.error).toBe('Nothing was written: the disk is full (ENOSPC)');
    expect(await readdir(dir)).toEqual(before);
  });

  it('leaves nothing when a file cannot be given its place', async () => {
    await mkdir(path.join(dir, 'out/x.test.csv/full'), { recursive: true });
    const failed = await write(formatNamed('csv'), 'out/x.csv', { shares, deidentify: true });
    expect(failed.ok ? '' : failed.error).toContain('Nothing was written');
    expect(await readdir(path.join(dir, 'out'))).toEqual(['x.test.csv']);
  });
});

/** What native lines say, one object for each. */
async function linesOf(choice: Partial<ExportChoice>): Promise<{
  readonly lines: readonly Record<string, unknown>[];
  readonly left: Readonly<Record<string, number>>;
  readonly manifest: DatasetManifest;
}> {
  const { leftOut } = await written(formatNamed('jsonl'), 'lines.jsonl', choice);
  const text = await readFile(path.join(dir, 'lines.jsonl'), 'utf8').catch(() => '');
  const lines = text.split('\n').filter((one) => one !== '');
  const manifest = await readFile(path.join(dir, 'lines.manifest.json'), 'utf8');
  return {
    lines: lines.map((one) => JSON.parse(one) as Record<string, unknown>),
    left: Object.fromEntries(leftOut.map(({ what, count }) => [what, count])),
    manifest: JSON.parse(manifest) as DatasetManifest,
  };
}

describe('what goes out', () => {
  it('is what a filter of the search finds', async () => {
    const first = await linesOf({ filter: 'tag:first' });
    expect(first.lines).toHaveLength(3);
    expect(first.left).toEqual({ 'articles that the filter leaves out': 7 });
    expect((await linesOf({ filter: '"number 4" state:in-progress' })).lines).toHaveLength(1);
    expect((await linesOf({ filter: 'label:Threat analyst:"Lena Moor"' })).lines).toHaveLength(10);
    const other = await linesOf({
      filter: 'label:Threat',
      whose: { kind: 'analysts', ids: [await idOf(OMAR)] },
    });
    expect(other.lines).toHaveLength(0);
    const refused = await write(formatNamed('jsonl'), 'x.jsonl', { filter: 'label:Nonsense' });
    expect(refused.ok ? '' : refused.error).toContain('There is no label “Nonsense”');
    const bad = await write(formatNamed('jsonl'), 'x.jsonl', { filter: '/(/' });
    expect(bad.ok ? '' : bad.error).toContain('cannot be read');
    expect(await readdir(dir)).not.toContain('x.jsonl');
  });

  it('is the layers in the chosen states, and the articles that have one', async () => {
    const { lines, left } = await linesOf({ states: ['submitted'] });
    expect(lines).toHaveLength(4);
    const analysts = lines.flatMap(({ annotations }) =>
      (annotations as { analyst: string }[]).map(({ analyst }) => analyst),
    );
    expect(new Set(analysts)).toEqual(new Set([LENA]));
    expect(left).toEqual({
      'articles without a layer in a chosen state': 6,
      'layers in another state': 4,
    });
  });

  it('is the work of those who are chosen', async () => {
    const { lines, left, manifest } = await linesOf({
      whose: { kind: 'analysts', ids: [await idOf(OMAR)] },
      labels: { mode: 'only', ids: ['claim'] },
    });
    expect(manifest.counts).toMatchObject({ articles: 10, byAnalyst: { [OMAR]: 20 } });
    expect(left).toEqual({ 'layers of analysts who were not chosen': 10 });
    expect(lines[0]?.['annotations']).toHaveLength(2);
    expect(manifest.choice).toMatchObject({ whose: [OMAR], labels: { only: ['Claim'] } });
  });

  it('is gold where there is some, and refused where there is none', async () => {
    const none = await write(formatNamed('jsonl'), 'gold.jsonl', { whose: { kind: 'gold' } });
    expect(none.ok ? '' : none.error).toContain('None of these articles has gold');
    expect(await readdir(dir)).toEqual(['project']);
    const { store, me } = project;
    const [article] = articlesOf(store);
    const from = await store.layer(article?.id ?? '', me.id);
    const [record] = from.ok ? [...(from.value.get('annotation') ?? [])] : [];
    if (record === undefined) throw new Error('no annotation');
    const [r, fields] = record;
    const p = Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
    const done = await store.commit(me.id, [{ c: 'gold', k: 'annotation', r, p }], {
      label: 'Decide',
    });
    expect(done.ok).toBe(true);
    const { lines, left, manifest } = await linesOf({ whose: { kind: 'gold' } });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.['annotations']).toMatchObject([{ analyst: 'Gold', quote: ['Moscow'] }]);
    expect(left).toEqual({ 'articles without gold': 9 });
    expect(manifest.counts.byAnalyst).toEqual({ Gold: 1 });
    expect(layerChannel(me.id)).not.toBe('gold');
  });

  it('is counted in the manifest and told in the datasheet', async () => {
    const { manifest } = await linesOf({ furniture: 'out', unit: 'sentence', deidentify: true });
    expect(manifest.counts).toMatchObject({ articles: 10, sentences: 20, annotations: 20 });
    expect(manifest.agreement.value).toBeNull();
    expect(manifest.agreement.reason).not.toBe('');
    expect(manifest.leftOut.map(({ what, count }) => [what, count])).toEqual([
      ['furniture', 10],
      ['annotations that touch furniture', 10],
      ['notes on a whole article, and states', 20],
      ['annotations that cross the edge of a sentence', 10],
      ['relations that cross the edge of a sentence, or with an end that does', 10],
    ]);
    expect(manifest.losses).toEqual([]);
    expect(manifest.recipe).toBeNull();
    const sheet = await readFile(path.join(dir, 'lines.datasheet.md'), 'utf8');
    expect(sheet).toContain('20 sentences of 10 articles, 20 annotations');
    expect(sheet).toContain('What people wrote was not searched for names');
    expect(sheet).toContain('| annotations that touch furniture | 10 |');
  });
});

async function idOf(name: string): Promise<string> {
  const { store } = project;
  const ids = store.layerAnalysts(articlesOf(store)[0]?.id ?? '');
  return Promise.resolve(
    ids.find((id) => id.startsWith(name.split(' ')[0]?.toLowerCase() ?? '')) ?? '',
  );
}

describe('recipes', () => {
  const recipe = {
    name: 'For models',
    format: 'csv',
    options: { offsetUnit: 'codePoint' },
    choice: { ...EVERYTHING, ...EVERY },
  } as const;

  it('are kept in the project, and undo takes them back', async () => {
    expect((await keepRecipe(project, recipe)).ok).toBe(true);
    expect(
      (await keepRecipe(project, { ...recipe, name: ' for MODELS ', format: 'brat' })).ok,
    ).toBe(true);
    expect(recipesOf(project.store)).toMatchObject([
      { name: 'for MODELS', format: 'brat', choice: recipe.choice },
    ]);
    await project.store.undo(project.me.id);
    expect(recipesOf(project.store)).toMatchObject([{ ...recipe }]);
    await project.store.close();
    const again = await openWorkspace(path.join(dir, 'project'), LENA, options);
    if (!again.ok) throw new Error(again.error.message);
    project = again.value;
    expect(recipeNamed(project.store, 'FOR models')).toMatchObject({ ...recipe });
    await project.store.undo(project.me.id);
    expect(recipesOf(project.store)).toEqual([]);
  });

  it('have names of their own, and can be renamed and removed', async () => {
    await keepRecipe(project, recipe);
    await keepRecipe(project, { ...recipe, name: 'Other' });
    const [first, second] = recipesOf(project.store);
    if (first === undefined || second === undefined) throw new Error('not kept');
    const taken = await nameRecipe(project, first.id, 'other');
    expect(taken.ok ? '' : taken.error).toContain('There is a recipe “Other” already');
    for (const bad of [' ', 'x'.repeat(81)])
      expect((await nameRecipe(project, first.id, bad)).ok).toBe(false);
    expect((await nameRecipe(project, first.id, 'Mine')).ok).toBe(true);
    expect((await dropRecipe(project, second.id)).ok).toBe(true);
    expect(recipesOf(project.store).map(({ name }) => name)).toEqual(['Mine']);
    expect((await dropRecipe(project, second.id)).ok).toBe(false);
    expect((await nameRecipe(project, 'nobody', 'x')).ok).toBe(false);
    await project.store.undo(project.me.id);
    expect(recipesOf(project.store).map(({ name }) => name)).toEqual(['Mine', 'Other']);
  });

  it('of a newer version are passed over', async () => {
    await keepRecipe(project, recipe);
    const [one] = recipesOf(project.store);
    const p = { choice: { filter: '', unit: 'paragraph' } };
    await project.store.commit(
      project.me.id,
      [{ c: 'project', k: 'recipe', r: one?.id ?? '', p }],
      { label: 'x' },
    );
    expect(recipesOf(project.store)).toEqual([]);
  });
});
