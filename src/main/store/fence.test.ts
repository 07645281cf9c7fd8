import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fenceAround } from './known-copies.ts';
import type { Store } from './store.ts';
import { ANA, create, mark, must, open, REPLICA, withFolder } from './testing/project.ts';

interface Desk {
  readonly dir: string;
  readonly make: (name: string) => Promise<Store>;
  readonly open: (name: string) => Promise<Store>;
}

/** One installation and its folders. */
function atDesk(work: (desk: Desk) => Promise<void>): Promise<void> {
  return withFolder(async (dir) => {
    const fence = (folder: string) => fenceAround(`${dir}/user-data`, REPLICA, folder);
    await mkdir(`${dir}/user-data`);
    await work({
      dir,
      make: (name) => create(`${dir}/${name}`, { fence: fence(`${dir}/${name}`) }),
      open: (name) => open(`${dir}/${name}`, { fence: fence(`${dir}/${name}`) }),
    });
  });
}

async function add(store: Store, id: string): Promise<void> {
  must(await store.commit(ANA, [mark('a1', id)], { label: 'Add' }));
}

async function visit(store: Store, ...ids: readonly string[]): Promise<string> {
  for (const id of ids) await add(store, id);
  must(await store.close());
  return store.replica;
}

function ownNumbers(store: Store): readonly number[] {
  return store
    .streams()
    .filter((one) => one.replica === store.replica && one.channel === `layer.${ANA}`)
    .map(({ s }) => s);
}

describe('the fence around a project folder', () => {
  it('lets a folder that stays where it is go on as it was', () =>
    atDesk(async (desk) => {
      expect(await visit(await desk.make('a'), 'x1')).toBe(REPLICA);
      expect(await visit(await desk.open('a'), 'x2')).toBe(REPLICA);
      await rename(`${desk.dir}/a`, `${desk.dir}/b`);
      expect(await visit(await desk.open('b'))).toBe(REPLICA);
    }));

  it('gives a copied folder a name of its own, and each its own again', () =>
    atDesk(async (desk) => {
      await visit(await desk.make('a'), 'x1');
      await cp(`${desk.dir}/a`, `${desk.dir}/b`, { recursive: true });
      const copy = await visit(await desk.open('b'), 'x2');
      expect(copy).not.toBe(REPLICA);
      expect(await visit(await desk.open('a'), 'x3')).toBe(REPLICA);
      expect(await visit(await desk.open('b'), 'x4')).toBe(copy);
    }));

  it('does not give numbers again after a backup was put in the place of the folder', () =>
    atDesk(async (desk) => {
      await visit(await desk.make('a'), 'x1');
      const { ino } = await stat(`${desk.dir}/a`);
      await cp(`${desk.dir}/a`, `${desk.dir}/backup`, { recursive: true });
      await visit(await desk.open('a'), 'x2', 'x3');
      for (const name of ['log', 'layers', 'history', 'project.json', 'project.json.bak']) {
        await rm(`${desk.dir}/a/${name}`, { recursive: true, force: true });
      }
      await cp(`${desk.dir}/backup`, `${desk.dir}/a`, { recursive: true });
      expect((await stat(`${desk.dir}/a`)).ino).toBe(ino);
      const restored = await desk.open('a');
      expect(restored.replica).not.toBe(REPLICA);
      await add(restored, 'x4');
      expect(ownNumbers(restored)).toEqual([1]);
      must(await restored.close());
    }));

  it('remembers what was handed over even where the program died afterwards', () =>
    atDesk(async (desk) => {
      await visit(await desk.make('a'), 'x1');
      await cp(`${desk.dir}/a`, `${desk.dir}/backup`, { recursive: true });
      const dying = await desk.open('a');
      await add(dying, 'x2');
      must(await dying.rememberMarks());
      await cp(`${desk.dir}/user-data`, `${desk.dir}/known`, { recursive: true });
      must(await dying.close());
      await cp(`${desk.dir}/known`, `${desk.dir}/user-data`, { recursive: true });
      for (const name of ['log', 'layers', 'history', 'project.json', 'project.json.bak']) {
        await rm(`${desk.dir}/a/${name}`, { recursive: true, force: true });
      }
      await cp(`${desk.dir}/backup`, `${desk.dir}/a`, { recursive: true });
      const restored = await desk.open('a');
      expect(restored.replica).not.toBe(REPLICA);
      must(await restored.close());
    }));

  it('takes a new name where it finds work of its own that it knows nothing of', () =>
    atDesk(async (desk) => {
      await visit(await create(`${desk.dir}/a`), 'x1');
      expect(await visit(await desk.open('a'))).not.toBe(REPLICA);
    }));
});
