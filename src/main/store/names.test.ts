import { describe, expect, it } from 'vitest';
import { addAnalyst, addArticle } from '../../core/log/project-ops.ts';
import type { Disk } from './disk.ts';
import { createStore, openStore } from './store.ts';
import {
  ANA,
  addArticles,
  article,
  create,
  mark,
  must,
  open,
  TEXT,
  withFolder,
} from './testing/project.ts';
import { noLock, SCENE_DIR, sceneOptions } from './testing/scenario.ts';
import { simDisk } from './testing/sim-disk.ts';
import { verifyProject } from './verify.ts';

/** A disk to which `A1.txt` and `a1.txt` are one file, as those of Windows and macOS. */
function caseless(disk: Disk): Disk {
  const low = (path: string) => path.toLowerCase();
  return {
    open: (path, mode) => disk.open(low(path), mode),
    readFile: (path) => disk.readFile(low(path)),
    rename: (from, to) => disk.rename(low(from), low(to)),
    link: (from, to) => disk.link(low(from), low(to)),
    unlink: (path) => disk.unlink(low(path)),
    syncFolder: (path) => disk.syncFolder(low(path)),
    makeFolder: (path) => disk.makeFolder(low(path)),
    list: (path) => disk.list(low(path)),
    stat: (path) => disk.stat(low(path)),
  };
}

const emptyDisk = () => simDisk(new Map([['/w/', Buffer.alloc(0)]]));
const NAME = { ok: false, error: { kind: 'name' } } as const;

describe('names that differ only in case', () => {
  it('never replace a text, on a disk that does not tell them apart', async () => {
    const disk = caseless(emptyDisk());
    const store = must(await createStore(sceneOptions(disk)));
    must(await store.putArticle('a1', { text: TEXT, sidecar: {} }));
    const put = await store.putArticle('A1', { text: 'other', sidecar: {} });
    expect(put).toMatchObject(NAME);
    must(await store.commit(ANA, [addArticle(article('a1'))], { label: 'Import' }));
    must(await store.close());
    const again = must(await openStore(sceneOptions(disk, 9)));
    expect(await again.putArticle('A1', { text: 'other', sidecar: {} })).toMatchObject(NAME);
    expect(must(await again.text('a1'))).toBe(TEXT);
    must(await again.close());
    expect(must(await verifyProject(SCENE_DIR, disk, noLock)).problems).toEqual([]);
  });

  it('are refused for articles, analysts, layers and sessions, also after a restart', () =>
    withFolder(async (dir) => {
      const first = await create(`${dir}/p`);
      await addArticles(first, ['a1']);
      const vote = { c: 'review.s1', k: 'vote', r: 'v1', p: { choice: 'x1' } };
      must(await first.commit(ANA, [mark('a1', 'x1'), vote], { label: 'Add' }));
      const drafts = [
        addArticle(article('A1')),
        addAnalyst({ id: ANA.toUpperCase(), name: 'Ana' }),
        mark('A1', 'x1'),
        { ...mark('a1', 'x1'), c: `layer.${ANA.toUpperCase()}` },
        { c: 'gold', k: 'gold', r: 'A1/g1', p: {} },
        { ...vote, c: 'review.S1' },
      ];
      const tryAll = async (store: typeof first) => {
        for (const draft of drafts) {
          expect(await store.commit(ANA, [draft], { label: 'Add' })).toMatchObject(NAME);
        }
        const author = await store.commit(ANA.toUpperCase(), [mark('a1', 'x2')], { label: 'Add' });
        expect(author).toMatchObject(NAME);
        if (!author.ok) expect(author.error.message).toContain(`“${ANA}”`);
      };
      await tryAll(first);
      must(await first.close());
      const again = await open(`${dir}/p`);
      await tryAll(again);
      expect(again.holdName('A1')).toBe(false);
      expect(again.holdName('a1')).toBe(true);
      // What is no file may differ in case alone.
      const ids = [mark('a1', 'y1'), mark('a1', 'Y1'), { ...vote, r: 'V1' }];
      must(await again.commit(ANA, ids, { label: 'Add' }));
      must(await again.close());
    }));

  it('are refused within one commit, with nothing changed', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      const both = [addArticle(article('b1')), addArticle(article('B1'))];
      expect(await store.commit(ANA, both, { label: 'Import' })).toMatchObject(NAME);
      expect(store.projectRecords('article').size).toBe(0);
      must(await store.close());
    }));
});
