import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addArticle } from '../../core/log/project-ops.ts';
import { sha256 } from './articles.ts';
import type { Disk } from './disk.ts';
import { readInstallation } from './installation.ts';
import { nodeDisk } from './node-disk.ts';
import { preferencesFile } from './preferences-file.ts';
import { seal, unseal } from './sealed.ts';
import { openStore } from './store.ts';
import {
  ANA,
  addArticles,
  article,
  create,
  mark,
  must,
  open,
  options,
  REPLICA,
  TEXT,
  withFolder,
} from './testing/project.ts';
import { view } from './testing/view.ts';
import { verifyProject } from './verify.ts';

/** The real disk, noting what is read. */
function notingDisk(): { readonly disk: Disk; readonly read: Set<string> } {
  const disk = nodeDisk();
  const read = new Set<string>();
  return {
    read,
    disk: {
      ...disk,
      open: (file, mode) => {
        read.add(file);
        return disk.open(file, mode);
      },
      readFile: (file) => {
        read.add(file);
        return disk.readFile(file);
      },
    },
  };
}

async function hashes(dir: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) found.set(path.relative(dir, file), sha256(await readFile(file)));
  }
  return found;
}

describe('opening a project', () => {
  it('reads the index and the ends of the logs, not the layers', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      const ids = Array.from({ length: 300 }, (_, index) => `a${index}`);
      const drafts = ids.flatMap((id) => [addArticle(article(id)), mark(id, 'x1')]);
      must(await store.commit(ANA, drafts, { label: 'Import' }));
      must(await store.close());

      const { disk, read } = notingDisk();
      const again = await open(`${dir}/p`, { disk });
      const names = [...read]
        .map((file) => path.relative(`${dir}/p`, file))
        .filter((name) => !name.startsWith('.lock'));
      expect(names.sort()).toEqual([
        'lock.json',
        `log/${REPLICA}/layer.${ANA}.jsonl`,
        `log/${REPLICA}/project.jsonl`,
        'project.json',
      ]);
      expect(again.counts('a299').get(ANA)?.annotations).toBe(1);
      expect(again.history(ANA).undo).toBe('Import');
      read.clear();
      must(await again.layer('a7', ANA));
      expect([...read].map((file) => path.relative(`${dir}/p`, file))).toEqual([
        `layers/a7/${ANA}.json`,
      ]);
      must(await again.close());
    }));

  it('after a crash reads only the layers that the end of the log concerns', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      await addArticles(store, ['a1', 'a2', 'a3']);
      const drafts = ['a1', 'a2', 'a3'].map((id) => mark(id, 'x1'));
      must(await store.commit(ANA, drafts, { label: 'Add' }));
      must(await store.checkpoint());
      must(await store.commit(ANA, [mark('a2', 'x2')], { label: 'Add' }));
      await cp(`${dir}/p`, `${dir}/copy`, { recursive: true });
      const before = await view(store);
      must(await store.close());
      const { disk, read } = notingDisk();
      const again = await open(`${dir}/copy`, { disk });
      const layers = [...read].filter((file) => file.includes('/layers/'));
      expect(layers.map((file) => path.basename(path.dirname(file)))).toEqual(['a2']);
      expect(await view(again)).toEqual(before);
      expect(again.counts('a2').get(ANA)?.annotations).toBe(2);
      must(await again.close());
    }));

  it('removes what a process that died left half-written, and looks for it only then', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      must(await store.commit(ANA, [mark('a1', 'x1')], { label: 'Add' }));
      must(await store.close());
      const left = `${dir}/p/layers/a1/.${ANA}.json.0123456789ab.tmp`;
      await writeFile(left, 'half');
      must(await (await open(`${dir}/p`)).close());
      expect(await readdir(`${dir}/p/layers/a1`)).toContain(path.basename(left));
      await writeFile(`${dir}/p/lock.json`, '{}');
      must(await (await open(`${dir}/p`)).close());
      expect(await readdir(`${dir}/p/layers/a1`)).toEqual([`${ANA}.json`]);
    }));

  it('of a newer version is reading only, and leaves every byte as it is', () =>
    withFolder(async (dir) => {
      const store = await create(`${dir}/p`);
      await addArticles(store, ['a1']);
      must(await store.commit(ANA, [mark('a1', 'x1')], { label: 'Add' }));
      const seen = await view(store);
      must(await store.close());
      const file = `${dir}/p/project.json`;
      const opened = unseal(await readFile(file));
      if (!opened.ok) throw new Error(opened.reason);
      await writeFile(file, seal('project', 7, opened.data));
      await writeFile(`${dir}/p/.x.json.0123456789ab.tmp`, 'left over');
      const before = await hashes(`${dir}/p`);

      const newer = await open(`${dir}/p`);
      expect(newer.readOnly).toBe(true);
      expect(newer.notices().map(({ kind }) => kind)).toEqual(['newer']);
      expect(await view(newer)).toEqual(seen);
      expect(must(await newer.text('a1'))).toBe(TEXT);
      const refused = await newer.commit(ANA, [mark('a1', 'x2')], { label: 'Add' });
      expect(refused).toMatchObject({ error: { kind: 'newer', file: 'project.json' } });
      if (!refused.ok) expect(refused.error.message).toMatch(/version 7.*version 1/u);
      expect(await newer.undo(ANA)).toMatchObject({ error: { kind: 'newer' } });
      const put = await newer.putArticle('a9', { text: 'x', sidecar: {} });
      expect(put).toMatchObject({ error: { kind: 'newer' } });
      must(await newer.checkpoint());
      must(await newer.close());
      expect(await hashes(`${dir}/p`)).toEqual(before);
    }));

  it('of a version that reads differently is refused, and leaves every byte as it is', () =>
    withFolder(async (dir) => {
      must(await (await create(`${dir}/p`)).close());
      await writeFile(`${dir}/p/project.json`, seal('project', 7, { all: 'new' }));
      const before = await hashes(`${dir}/p`);
      const refused = await openStore(options(`${dir}/p`));
      expect(refused).toMatchObject({ error: { kind: 'newer', file: 'project.json' } });
      expect(await hashes(`${dir}/p`)).toEqual(before);
    }));

  it('of format 1 works for ever', () =>
    withFolder(async (dir) => {
      await cp(path.join(import.meta.dirname, 'fixtures/v1'), `${dir}/p`, { recursive: true });
      expect(must(await verifyProject(`${dir}/p`))).toEqual({
        ok: true,
        problems: [],
        notices: [],
      });
      const store = await open(`${dir}/p`);
      expect(store.notices()).toEqual([]);
      const expected: unknown = JSON.parse(
        await readFile(path.join(import.meta.dirname, 'fixtures/v1-view.json'), 'utf8'),
      );
      expect(await view(store)).toEqual(expected);
      must(await store.undo(ANA));
      must(await store.close());
    }));
});

describe('what is kept outside of projects', () => {
  it('is one id for ever', () =>
    withFolder(async (dir) => {
      const first = must(await readInstallation(`${dir}/data`));
      expect(first.replica).toMatch(/^r-[a-z2-7]{10}$/u);
      const again = must(await readInstallation(`${dir}/data`));
      expect(again.replica).toBe(first.replica);
      expect(again.key.publicKey).toBe(first.key.publicKey);
      expect(await readdir(`${dir}/data`)).toEqual(['installation.json']);
      await writeFile(`${dir}/data/installation.json`, '{"replica":"../x"}');
      expect(await readInstallation(`${dir}/data`)).toMatchObject({ error: { kind: 'corrupt' } });
      await writeFile(`${dir}/data/installation.json`, '{');
      expect(await readInstallation(`${dir}/data`)).toMatchObject({ error: { kind: 'corrupt' } });
    }));

  it('is made once by several at the same time', () =>
    withFolder(async (dir) => {
      await mkdir(`${dir}/data`);
      const made = await Promise.all([1, 2, 3].map(() => readInstallation(`${dir}/data`)));
      const kept = must(await readInstallation(`${dir}/data`));
      const names = made.map((one) => [must(one).replica, must(one).key.publicKey]);
      const name = [kept.replica, kept.key.publicKey];
      expect(names).toEqual([name, name, name]);
    }));

  it('are preferences, written one after the other', () =>
    withFolder(async (dir) => {
      const file = preferencesFile(`${dir}/data`);
      expect(await file.read()).toEqual({});
      await Promise.all([file.write({ n: 1 }), file.write({ n: 2 })]);
      expect(await preferencesFile(`${dir}/data`).read()).toEqual({ n: 2 });
      await writeFile(`${dir}/data/settings.json`, '{');
      expect(await preferencesFile(`${dir}/data`).read()).toEqual({});
    }));
});
