import { expect, it } from 'vitest';
import type { ImportedArticle } from '../importers/imported-article.ts';
import { sha256 } from '../store/articles.ts';
import { createStore, type Store } from '../store/store.ts';
import { type FaultyDisk, faultyDisk, fullDisk } from '../store/testing/faulty-disk.ts';
import { ANA, FIRST_DRAFTS, must, options } from '../store/testing/project.ts';
import { noLock, SCENE_DIR } from '../store/testing/scenario.ts';
import { type SimDisk, simDisk } from '../store/testing/sim-disk.ts';
import { verifyProject } from '../store/verify.ts';
import { type AppliedImport, applyImport } from './apply-import.ts';
import { planArticle } from './plan-article.ts';

const AT = '2026-11-22T10:00:00.000Z';

function read(text: string): ImportedArticle {
  return {
    file: `${text.slice(0, 3)}.txt`,
    kind: 'text',
    text,
    title: text,
    outlet: '',
    byline: '',
    date: '',
    language: 'en',
    furniture: [],
    charset: { name: 'utf-8', confidence: 1 },
    bom: false,
    lineEndings: 'lf',
    removed: { bom: false, returns: 'none' },
    warnings: [],
    recognised: {},
    sha256: sha256(text),
    originalSha256: sha256(text),
    bytes: text.length,
  } as unknown as ImportedArticle;
}

const PLANS = ['One text.', 'Two texts.'].map((text) =>
  planArticle(read(text), AT, Buffer.from(text)),
);

async function storeOn(disk: FaultyDisk): Promise<Store> {
  return must(
    await createStore({
      ...options(SCENE_DIR),
      disk,
      lock: noLock,
      name: 'Full',
      drafts: FIRST_DRAFTS,
    }),
  );
}

const bare = (): SimDisk => simDisk(new Map([['/w/', Buffer.alloc(0)]]));
const bring = (store: Store) => applyImport(store, ANA, PLANS);

async function textsOn(disk: SimDisk): Promise<readonly string[]> {
  const folder = `${SCENE_DIR}/articles`;
  const all = [...(await disk.list(folder)), ...(await disk.list(`${folder}/originals`))];
  return all.filter((name) => name !== 'originals');
}

/** Which operations an import is made of: their numbers on a disk on which nothing fails. */
async function operations(): Promise<{ readonly first: number; readonly last: number }> {
  const disk = faultyDisk(bare(), 0, 'ENOSPC', false);
  const store = await storeOn(disk);
  const first = disk.count() + 1;
  must(await bring(store));
  return { first, last: disk.count() };
}

it('an import that a full disk refuses, at whatever write, leaves nothing, and comes in once there is room', async () => {
  const { first, last } = await operations();
  let refused = 0;
  for (let at = first; at <= last; at += 1) {
    const disk = bare();
    const full = fullDisk(disk, at);
    const store = await storeOn(full);
    const done = await bring(store);
    if (!done.ok) {
      refused += 1;
      expect(done.error.message).toContain('the disk is full');
      expect(done.error.message).toMatch(/Nothing of this import is in the project\. Make room/u);
      expect(await textsOn(disk)).toEqual([]);
    }
    full.cure();
    must(await bring(store));
    must(await store.close());
    const verified = must(await verifyProject(SCENE_DIR, disk, noLock));
    expect(verified).toEqual({ ok: true, problems: [], notices: [] });
  }
  expect(refused).toBeGreaterThan(10);
});

it('what a crash leaves of an import is named, harms nothing, and is used by the next', async () => {
  const disk = bare();
  const store = await storeOn(faultyDisk(disk, 0, 'ENOSPC', false));
  const files = PLANS.map(({ article, text, original }) => ({
    articleId: article.id,
    text,
    sidecar: {},
    original: { bytes: original?.bytes ?? new Uint8Array(), ext: 'txt' },
  }));
  must(await store.putArticles(files));
  const left = await textsOn(disk);
  expect(left).toHaveLength(6);
  const verified = must(await verifyProject(SCENE_DIR, disk, noLock));
  expect(verified.problems).toEqual([]);
  for (const name of left) expect(verified.notices.join('\n')).toContain(name);
  must(await bring(store));
  must(await store.close());
  const after = must(await verifyProject(SCENE_DIR, disk, noLock));
  expect(after).toEqual({ ok: true, problems: [], notices: [] });
});

it('imports that come at once are made one after the other, so that none drops the texts of another', async () => {
  const store = await storeOn(faultyDisk(bare(), 0, 'ENOSPC', false));
  const all = await Promise.all([bring(store), bring(store)]);
  const results = all.map((one) => (must(one) satisfies AppliedImport).result);
  expect(results.map(({ imported }) => imported.length)).toEqual([2, 0]);
  expect(results.map(({ skipped }) => skipped.length)).toEqual([0, 2]);
  must(await store.close());
});
