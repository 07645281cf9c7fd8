import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING, type ExportChoice } from '../../core/datasets/choice.ts';
import type { Format } from '../../core/formats/format.ts';
import { findFormat } from '../../core/formats/index.ts';
import { sha256 } from '../store/articles.ts';
import type { DatasetManifest } from './dataset-manifest.ts';
import { exportDataset } from './export-dataset.ts';
import type { ExportWatch } from './export-task.ts';
import { importFiles } from './import-files.ts';
import { createWorkspace } from './open-workspace.ts';
import { readHere } from './testing/read-here.ts';
import type { Workspace } from './workspace.ts';

const AT = '2026-11-22T10:00:00.000Z';
const LINES = [
  {
    text: 'Moscow would answer.',
    annotations: [
      { id: 'a', label: 'Threat', spans: [[0, 6]], analyst: 'Lena' },
      { id: 'b', label: 'Claim', spans: [[7, 12]], analyst: 'Omar' },
    ],
  },
  {
    text: 'Brussels waits.',
    annotations: [{ id: 'c', label: 'Claim', spans: [[0, 8]], analyst: 'Omar' }],
  },
  { text: 'Nobody looked at this.', annotations: [], source: { record: { file: 'n.txt' } } },
];

/** One file for each article, and one beside the dataset; it cannot say who annotated. */
const shelf: Format = {
  id: 'shelf',
  label: 'A shelf',
  extensions: ['.txt'],
  layout: 'folder',
  offsetUnit: 'utf16',
  can: {
    overlap: true,
    discontinuous: true,
    zeroWidth: true,
    relations: false,
    attributes: false,
    analysts: false,
    documentLabels: false,
  },
  sniff: () => false,
  write: (_facts, _options, losses) => ({
    *article({ article, annotations, labelName, text }) {
      losses.wrote();
      losses.lost('things', article.title, 'relations');
      const labels = annotations.map(({ label }) => labelName(label));
      yield { path: `texts/${article.id}.txt`, data: `${text}\n` };
      yield { path: `texts/${article.id}.txt`, data: labels.join(',') };
    },
    end: () => [{ path: 'all.bin', data: new Uint8Array([0, 255]) }],
  }),
};

let dir = '';
let project: Workspace;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-export-'));
  const options = { replica: 'r-test', application: 'test', clock: () => Date.parse(AT) };
  const made = await createWorkspace(path.join(dir, 'project'), 'Talks', 'Lena', options);
  if (!made.ok) throw new Error(made.error.message);
  project = made.value;
  const file = path.join(dir, 'in.jsonl');
  await writeFile(file, LINES.map((line) => JSON.stringify(line)).join('\n'));
  const { store, me } = project;
  const done = await importFiles(store, { me, files: [file], now: 0, readArticles: readHere });
  if (!done.ok || done.value.failed.length > 0) throw new Error('the import failed');
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

async function write(
  format: Format,
  out: string,
  over: Partial<ExportChoice> = {},
  watch: Partial<ExportWatch> = {},
): ReturnType<typeof exportDataset> {
  const options = { offsetUnit: format.offsetUnit };
  const task = { format, options, choice: { ...EVERYTHING, ...over }, me: project.me.id };
  return exportDataset(project.store, task, path.join(dir, out), { at: AT, ...watch });
}

async function filesOf(...out: string[]): Promise<string[]> {
  const at = path.join(dir, ...out);
  const entries = await readdir(at, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(at, path.join(entry.parentPath, entry.name)))
    .sort();
}

describe('a dataset in one file', () => {
  it('has a manifest and a datasheet beside it', async () => {
    await mkdir(path.join(dir, 'out'));
    const done = await write(formatNamed('csv'), 'out/talks.csv');
    const { files, beside } = done.ok ? done.value : { files: [], beside: [] };
    expect(files.map((file) => path.relative(dir, file))).toEqual([
      'out/talks.csv',
      'out/talks.articles.csv',
    ]);
    const names = beside.map((file) => path.basename(file));
    expect(names).toEqual(['talks.manifest.json', 'talks.datasheet.md']);
    expect(await filesOf('out')).toEqual(['talks.articles.csv', 'talks.csv', ...names].toSorted());
    const manifest = JSON.parse(
      await readFile(path.join(dir, 'out/talks.manifest.json'), 'utf8'),
    ) as DatasetManifest;
    const csv = await readFile(path.join(dir, 'out/talks.csv'));
    expect(manifest).toMatchObject({
      kind: 'verbale-dataset',
      project: 'Talks',
      format: 'csv',
      at: AT,
      counts: {
        articles: 3,
        annotations: 3,
        relations: 0,
        byLabel: { Claim: 2, Threat: 1 },
        byAnalyst: { Lena: 1, Omar: 2 },
      },
      files: { '': { bytes: csv.length, sha256: sha256(csv) }, 'articles.csv': {} },
    });
    expect(manifest.losses.map(({ what, couldBeHeldBy }) => [what, couldBeHeldBy])).toContainEqual([
      'import records',
      ['jsonl'],
    ]);
    const sheet = await readFile(path.join(dir, 'out/talks.datasheet.md'), 'utf8');
    expect(sheet).toContain('3 articles, 3 annotations, 0 relations.');
    expect(sheet).toContain('| import records | 1 |');
  });

  it('goes into a folder that is there', async () => {
    await mkdir(path.join(dir, 'out'));
    await write(formatNamed('jsonl'), 'out');
    expect(await filesOf('out')).toContain('annotations.jsonl');
  });
});

describe('a dataset of many files', () => {
  it('gives each analyst a part where the format knows none', async () => {
    const done = await write(shelf, 'out');
    const names = await filesOf('out');
    expect(names.map((name) => name.replace(/article-\w+/, 'ID'))).toEqual([
      'datasheet.md',
      'lena/all.bin',
      'lena/texts/ID.txt',
      'manifest.json',
      'omar/all.bin',
      'omar/texts/ID.txt',
      'omar/texts/ID.txt',
    ]);
    const texts = await Promise.all(
      names
        .filter((one) => one.includes('texts'))
        .map((one) => readFile(path.join(dir, 'out', one), 'utf8')),
    );
    expect(texts.toSorted()).toEqual([
      'Brussels waits.\nClaim',
      'Moscow would answer.\nClaim',
      'Moscow would answer.\nThreat',
    ]);
    const lost = done.ok ? done.value.lost.map(({ what, count }) => [what, count]) : [];
    expect(lost).toEqual([
      ['things', 3],
      ['articles that nobody annotated', 1],
    ]);
  });

  it('keeps one person’s together', async () => {
    const [omar] = project.store.layerAnalysts(await articleWith('Brussels'));
    await write(shelf, 'out', { whose: { kind: 'analysts', ids: [omar ?? ''] } });
    expect((await filesOf('out')).filter((one) => one.includes('/'))).toHaveLength(3);
    expect(await filesOf('out')).toContain('all.bin');
  });

  it('is a zip where a zip is named, the same each time', async () => {
    await write(shelf, 'a.zip');
    await write(shelf, 'b.zip');
    const zip = await readFile(path.join(dir, 'a.zip'));
    expect(zip.equals(await readFile(path.join(dir, 'b.zip')))).toBe(true);
    const inside = unzipSync(zip);
    expect(Object.keys(inside)).toContain('manifest.json');
    expect(inside['omar/all.bin']).toEqual(new Uint8Array([0, 255]));
  });

  it('replaces a dataset of ours, and nothing else', async () => {
    await write(shelf, 'out', { articles: [] });
    const before = await filesOf('out');
    expect((await write(shelf, 'out')).ok).toBe(true);
    expect(await filesOf('out')).not.toEqual(before);
    await mkdir(path.join(dir, 'mine'));
    await writeFile(path.join(dir, 'mine/letter.txt'), 'x');
    const refused = await write(shelf, 'mine');
    expect(refused.ok ? '' : refused.error).toContain('other files in it');
    expect(await filesOf('mine')).toEqual(['letter.txt']);
    // A file of that name alone makes no dataset, and what somebody put into one of ours is theirs.
    await writeFile(path.join(dir, 'mine/manifest.json'), '{"name":"a browser extension"}');
    expect((await write(shelf, 'mine')).ok).toBe(false);
    expect(await filesOf('mine')).toEqual(['letter.txt', 'manifest.json']);
    await writeFile(path.join(dir, 'out/letter.txt'), 'x');
    const kept = await write(shelf, 'out');
    expect(kept.ok ? '' : kept.error).toContain('such as letter.txt');
    expect(await filesOf('out')).toContain('letter.txt');
    await writeFile(path.join(dir, 'file'), 'x');
    const onFile = await write(shelf, 'file');
    expect(onFile.ok ? '' : onFile.error).toContain('is a file');
  });

  it('says what it replaced, and replaces no file beside it that nobody named', async () => {
    const csv = formatNamed('csv');
    await writeFile(path.join(dir, 'x.csv'), 'mine');
    const first = await write(csv, 'x.csv');
    expect(first).toMatchObject({ ok: true, value: { replaced: [path.join(dir, 'x.csv')] } });
    const again = await write(csv, 'x.csv');
    const beside = ['x.csv', 'x.articles.csv', 'x.manifest.json', 'x.datasheet.md'];
    const names = again.ok ? again.value.replaced.map((file) => path.basename(file)) : [];
    expect(names).toEqual(expect.arrayContaining(beside));
    for (const own of ['y.manifest.json', 'y.datasheet.md', 'y.articles.csv']) {
      await writeFile(path.join(dir, own), 'mine');
      const refused = await write(csv, 'y.csv');
      expect(refused.ok ? '' : refused.error).toContain(`${own} is there`);
      expect(await readdir(dir)).not.toContain('y.csv');
      expect(await readFile(path.join(dir, own), 'utf8')).toBe('mine');
      await rm(path.join(dir, own));
    }
  });

  it('says which folders it made, and takes them away again where nothing was written', async () => {
    const jsonl = formatNamed('jsonl');
    const done = await write(jsonl, 'a/b/x.jsonl');
    expect(done).toMatchObject({ ok: true, value: { madeFolder: path.join(dir, 'a') } });
    const stop = new AbortController();
    stop.abort();
    expect((await write(jsonl, 'c/d/x.jsonl', {}, { signal: stop.signal })).ok).toBe(false);
    expect(await readdir(dir)).not.toContain('c');
    expect((await write(jsonl, 'a/e/x.jsonl', {}, { signal: stop.signal })).ok).toBe(false);
    expect(await readdir(path.join(dir, 'a'))).toEqual(['b']);
  });
});

describe('a project', () => {
  it('is never written into, not even over one of its own files', async () => {
    const before = await filesOf('project');
    for (const out of ['project', 'project/project.json', 'project/articles/new.csv']) {
      for (const format of [shelf, formatNamed('csv')]) {
        const done = await write(format, out);
        expect(done.ok ? '' : done.error).toContain('lies in the project');
      }
    }
    expect(await filesOf('project')).toEqual(before);
  });
});

describe('an export that ends early', () => {
  it('leaves nothing behind when it is cancelled', async () => {
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 2) stop.abort();
    };
    const done = await write(shelf, 'out', {}, { signal: stop.signal, onProgress });
    expect(done.ok ? '' : done.error).toContain('cancelled');
    expect(await readdir(dir)).toEqual(['project']);
  });

  it('makes the folders of its place, and leaves nothing behind when the format fails', async () => {
    const done = await write(formatNamed('csv'), 'no/such/folder/x.csv');
    expect(done.ok).toBe(true);
    const bad: Format = {
      ...shelf,
      write: () => ({ article: () => [{ path: '../evil', data: '' }], end: () => [] }),
    };
    await expect(write(bad, 'out')).rejects.toThrow('../evil');
    expect(await readdir(dir)).toEqual(['no', 'project']);
  });
});

describe('an export that takes long', () => {
  it('lets others have a turn between the pieces of its end', async () => {
    const told: string[] = [];
    const busy = (milliseconds: number): void => {
      for (const start = performance.now(); performance.now() - start < milliseconds; );
    };
    const slow: Format = {
      ...shelf,
      write: () => ({
        article: () => [],
        *end() {
          setImmediate(() => told.push('another'));
          for (const piece of ['first', 'second', 'third']) {
            busy(15);
            told.push(piece);
            yield { path: 'all.txt', data: piece };
          }
        },
      }),
    };
    expect((await write(slow, 'out')).ok).toBe(true);
    expect(told.indexOf('another')).toBe(1);
  });
});

async function articleWith(word: string): Promise<string> {
  const texts = [...LINES.keys()].map((index) => LINES[index]?.text ?? '');
  const text = texts.find((one) => one.includes(word)) ?? '';
  return Promise.resolve(`article-${sha256(text).slice(0, 24)}`);
}
