import { beforeAll, describe, expect, it } from 'vitest';
import type { Migration } from '../../core/log/migrations.ts';
import type { Json } from '../../core/model/json.ts';
import { restoreBackup } from './backup.ts';
import type { Disk } from './disk.ts';
import { FORMAT, type Format } from './format.ts';
import { claimedVersion, unseal } from './sealed.ts';
import { openStore, type Store } from './store.ts';
import { at, changed, sceneImage } from './testing/image.ts';
import { ANA, mark, must } from './testing/project.ts';
import { noLock, SCENE_DIR, type Scene, sceneOf, sceneOptions } from './testing/scenario.ts';
import { type SimDisk, simDisk } from './testing/sim-disk.ts';
import { type Image, imageKey } from './testing/sim-image.ts';
import { verifyProject } from './verify.ts';

/** A step that can be seen, and that nothing may do twice. */
const mark2: Migration = (_, data) => {
  const before = data as { readonly [key: string]: Json };
  if (before['since2'] !== undefined) throw new Error('migrated twice');
  return { ...before, since2: true };
};

const NEXT: Format = {
  version: FORMAT.version + 1,
  migrations: { ...FORMAT.migrations, [FORMAT.version]: mark2 },
};

/** The scenario's project as a process left it that died with unsaved snapshots. */
let old: Image;
let truth: Scene;

async function openAs(disk: Disk, format: Format, seed = 5_000): Promise<Store> {
  return must(await openStore({ ...sceneOptions(disk, seed), format }));
}

beforeAll(async () => {
  old = await sceneImage('killed');
  truth = await sceneOf(await openAs(simDisk(old), FORMAT));
});

/** Path within the backup → content. */
function backupIn(image: Image, folder: string): ReadonlyMap<string, Buffer> {
  const start = at(`${folder}/`);
  return new Map(
    [...image]
      .filter(([path]) => path.startsWith(start) && !path.endsWith('/'))
      .map(([path, content]) => [path.slice(start.length), content]),
  );
}

function version(image: Image, file: string): number | undefined {
  return claimedVersion(image.get(at(file)) ?? Buffer.alloc(0));
}

async function onlyBackup(disk: Disk): Promise<string> {
  const [name = '', ...more] = await disk.list(at('backups'));
  expect(more).toEqual([]);
  return `backups/${name}`;
}

describe('a project of an earlier format', () => {
  it('is copied as it was, brought up, and works', async () => {
    const disk = simDisk(old);
    const store = await openAs(disk, NEXT);
    expect(await sceneOf(store)).toEqual(truth);
    const folder = await onlyBackup(disk);
    expect(folder).toMatch(/^backups\/\d{8}T\d{6}Z-v1$/u);
    expect(store.notices().map(({ kind }) => kind)).toContain('upgraded');
    expect(store.notices().find(({ kind }) => kind === 'upgraded')?.message).toContain(folder);

    const kept = backupIn(disk.certain(), folder);
    for (const [path, content] of old) {
      const file = path.slice(SCENE_DIR.length + 1);
      if (!/^(?:project|articles|layers|history|log)/u.test(file) || path.endsWith('/')) continue;
      expect([file, kept.get(file)?.equals(content)]).toEqual([file, true]);
    }
    expect(must(await store.sidecar('a1'))).toEqual({ n: 1, since2: true });
    must(await store.commit(ANA, [mark('a1', 'z1')], { label: 'Add' }));
    must(await store.undo(ANA));
    must(await store.close());
    expect(version(disk.certain(), 'project.json')).toBe(NEXT.version);
    expect(version(disk.certain(), 'layers/a1/ana-1.json')).toBe(NEXT.version);
    const verified = must(await verifyProject(SCENE_DIR, disk, noLock, NEXT));
    expect(verified.problems).toEqual([]);

    // Once is enough: the next opening finds nothing to bring up.
    const again = await openAs(disk, NEXT, 6_000);
    expect((await sceneOf(again)).view).toEqual(truth.view);
    must(await again.close());
    expect(await onlyBackup(disk)).toBe(folder);
  });

  it('is left to older programs to read once it was brought up', async () => {
    const disk = simDisk(old);
    must(await (await openAs(disk, NEXT)).close());
    const before = disk.certain();
    const newer = await openAs(disk, FORMAT, 6_000);
    expect(newer.readOnly).toBe(true);
    must(await newer.close());
    expect(imageKey(disk.certain())).toBe(imageKey(before));
  });

  it('is refused, and left as it is, where a step is missing', async () => {
    const disk = simDisk(old);
    const gap: Format = { version: NEXT.version, migrations: {} };
    const refused = await openStore({ ...sceneOptions(disk), format: gap });
    expect(refused).toMatchObject({ error: { kind: 'corrupt', file: 'project.json' } });
    expect(imageKey(disk.certain())).toBe(imageKey(old));
  });

  it('is brought up from the backup of project.json as well', async () => {
    const disk = simDisk(changed(old, 'project.json', () => Buffer.from('x')));
    const store = await openAs(disk, NEXT);
    expect(await sceneOf(store)).toEqual(truth);
    expect(await onlyBackup(disk)).toMatch(/-v1$/u);
    must(await store.close());
  });

  it('comes back from the copy in a new folder, never over another', async () => {
    const disk = simDisk(old);
    const upgraded = await openAs(disk, NEXT);
    must(await upgraded.commit(ANA, [mark('a1', 'z9')], { label: 'Later' }));
    must(await upgraded.close());
    const from = at(await onlyBackup(disk));
    must(await restoreBackup(disk, from, '/w/back'));
    const store = must(
      await openStore({ ...sceneOptions(disk, 7_000), dir: '/w/back', format: FORMAT }),
    );
    expect(await sceneOf(store)).toEqual(truth);
    must(await store.commit(ANA, [mark('a1', 'z1')], { label: 'Add' }));
    must(await store.close());
    expect(must(await verifyProject('/w/back', disk, noLock)).problems).toEqual([]);
    // What was done there changed nothing in the copy.
    must(await restoreBackup(disk, from, '/w/again'));
    const again = must(
      await openStore({ ...sceneOptions(disk, 8_000), dir: '/w/again', format: FORMAT }),
    );
    expect(await sceneOf(again)).toEqual(truth);
    const over = await restoreBackup(disk, from, '/w/back');
    expect(over).toMatchObject({ error: { kind: 'exists' } });
  });
});

describe('a copy that is not whole', () => {
  it('is not restored', async () => {
    const disk = simDisk(old);
    must(await (await openAs(disk, NEXT)).close());
    const folder = await onlyBackup(disk);
    const image = disk.certain();
    const without = (file: string, content?: string) =>
      simDisk(
        changed(image, `${folder}/${file}`, () =>
          content === undefined ? undefined : Buffer.from(content),
        ),
      );
    const kind = async (one: Disk) => {
      const restored = await restoreBackup(one, at(folder), '/w/back');
      return restored.ok ? 'ok' : restored.error.kind;
    };
    expect(await kind(without('manifest.json'))).toBe('missing');
    expect(await kind(without('manifest.json', '{"files":[]}'))).toBe('corrupt');
    expect(await kind(without('articles/a1.txt'))).toBe('corrupt');
    expect(await kind(without('articles/a1.txt', 'shorter'))).toBe('corrupt');
  });
});

/** Everything a crash may leave of bringing the project up, the first opening included. */
async function cuts(work: (disk: SimDisk) => Promise<void>): Promise<readonly Image[]> {
  const disk = simDisk(old);
  const images = new Map<string, Image>();
  disk.onChange(() => {
    for (const image of disk.cuts()) images.set(imageKey(image), image);
  });
  await work(disk);
  return [...images.values()];
}

/** A file in the new format, of an image whose `project.json` is in the old one. */
function migratedEarly(image: Image): string | undefined {
  return [...image.keys()].find((path) => {
    if (!path.endsWith('.json') || path.includes('/backups/')) return false;
    const opened = unseal(image.get(path) ?? Buffer.alloc(0));
    return opened.ok && opened.seal.version > FORMAT.version;
  });
}

describe('a crash while a project is brought up', () => {
  it('leaves one that old programs open, or the copy and one that new programs open', {
    timeout: 120_000,
  }, async () => {
    const images = await cuts(async (disk) => {
      must(await (await openAs(disk, NEXT)).close());
    });
    let before = 0;
    for (const image of images) {
      if (version(image, 'project.json') === FORMAT.version) {
        before += 1;
        expect(migratedEarly(image)).toBeUndefined();
        const store = await openAs(simDisk(image), FORMAT);
        expect(store.readOnly).toBe(false);
        expect(await sceneOf(store)).toEqual(truth);
      } else {
        const disk = simDisk(image);
        must(await restoreBackup(disk, at(await onlyBackup(disk)), '/w/back'));
        const back = { ...sceneOptions(disk, 7_000), dir: '/w/back', format: FORMAT };
        expect(await sceneOf(must(await openStore(back)))).toEqual(truth);
      }
      expect(await sceneOf(await openAs(simDisk(image), NEXT, 6_000))).toEqual(truth);
    }
    expect(before).toBeGreaterThan(10);
    expect(images.length - before).toBeGreaterThan(10);
    process.stdout.write(`crashes while bringing up: ${images.length}\n`);
  });
});
