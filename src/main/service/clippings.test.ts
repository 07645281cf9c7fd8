import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFiles } from './import-files.ts';
import { createWorkspace } from './open-workspace.ts';
import { articlesOf } from './project-view.ts';
import { readHere } from './testing/read-here.ts';
import type { Workspace } from './workspace.ts';

const FOLDER = path.join(import.meta.dirname, '../../../e2e/fixtures/clippings');

/** Clippings in our own words and in the shapes of real ones; of each, the lines that are no article. */
const FURNITURE: Readonly<Record<string, readonly string[]>> = {
  'plain-hall.txt': [
    'ml/kr  (own wire, DPA)',
    'Ministers leave ‘plain’ talks by the lake with homework',
    'Source: Harbour Town Bulletin',
    'Post a Comment',
    '0 Comments',
  ],
  'seoul-desk-announces.txt': [
    '[Han River Times Reporter Minjun Seo]',
    '© Han River Times(www.hanrivertimes.example). All rights reserved.',
  ],
  'answer-on-paper.txt': [
    'Newsletter',
    '[한강일보 서민준 기자]',
    // What stands before a credit is a caption, which the import says it took it for.
    'The secretary of state announced on the 26th (local time) that the paper had been handed over. (Photo = DPA)',
    '(Photo = DPA)',
    'Trending',
  ],
};

let dir = '';
let desk: Workspace;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-clippings-'));
  const options = { replica: 'r-test', application: 'test', clock: () => 0 };
  const made = await createWorkspace(path.join(dir, 'p'), 'Clippings', 'Lena', options);
  if (!made.ok) throw new Error(made.error.message);
  desk = made.value;
});

afterAll(async () => {
  await desk.store.close();
  await rm(dir, { recursive: true, force: true });
});

it.each(Object.keys(FURNITURE))(
  '%s: stored verbatim, its debris marked, and nothing else',
  async (name) => {
    const file = path.join(FOLDER, name);
    const { store, me } = desk;
    const done = await importFiles(store, { me, files: [file], now: 0, readArticles: readHere });
    expect(done).toMatchObject({ ok: true, value: { failed: [], skipped: [] } });
    const bytes = await readFile(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const article = articlesOf(store).find((one) => one.sha256 === sha256);
    expect(article, 'its text is that of the file').toBeDefined();
    const text = bytes.toString('utf8');
    const marked = (article?.furniture ?? []).flatMap(({ start, end }) =>
      text
        .slice(start, end)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    );
    expect(marked).toEqual(FURNITURE[name]);
  },
);
