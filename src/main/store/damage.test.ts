import { beforeAll, describe, expect, it } from 'vitest';
import { at, changed, flipped, type Looked, look, sceneImage } from './testing/image.ts';
import { ANA, mark, must, TEXT } from './testing/project.ts';
import { noLock, openScene, SCENE_DIR, type Scene, sceneOf } from './testing/scenario.ts';
import { simDisk } from './testing/sim-disk.ts';
import type { Image } from './testing/sim-image.ts';
import { verifyProject } from './verify.ts';

let closed: Image;
let killed: Image;
let truth: Scene | undefined;

beforeAll(async () => {
  closed = await sceneImage('closed');
  killed = await sceneImage('killed');
  truth = (await look(closed)).scene;
});

function files(image: Image): readonly string[] {
  return [...image.keys()]
    .filter((path) => path.startsWith(`${SCENE_DIR}/`) && !path.endsWith('/'))
    .map((path) => path.slice(SCENE_DIR.length + 1));
}

function isTrue(looked: Looked): boolean {
  try {
    expect(looked.scene).toEqual(truth);
    expect(looked.texts).toEqual([TEXT, TEXT, TEXT]);
    return true;
  } catch {
    return false;
  }
}

/** Nothing may be different without a word about it. */
function isSilent(looked: Looked): boolean {
  const isRefusedText = looked.texts.includes('corrupt');
  return (
    !isTrue(looked) && looked.error === undefined && looked.notices.length === 0 && !isRefusedText
  );
}

async function problems(image: Image): Promise<readonly string[]> {
  const verified = must(await verifyProject(SCENE_DIR, simDisk(image), noLock));
  return verified.problems.map(({ file, line }) => (line === undefined ? file : `${file}:${line}`));
}

const LAYER = 'layers/a1/ana-1.json';
const LOG = 'log/r-testtest22/layer.ana-1.jsonl';
const HISTORY = 'history/ana-1.json';

/** Prime, so that all bits and all places in lines have their turn. */
const STRIDE = 13;

describe('a flipped bit', () => {
  it('anywhere in any file is never used silently, and always found by verify', {
    timeout: 120_000,
  }, async () => {
    expect(await problems(closed)).toEqual([]);
    const silent: string[] = [];
    const unseen: string[] = [];
    let flips = 0;
    let repaired = 0;
    for (const file of files(closed)) {
      const size = closed.get(at(file))?.length ?? 0;
      for (let byte = flips % STRIDE; byte < size; byte += STRIDE) {
        flips += 1;
        const image = flipped(closed, file, byte, flips % 8);
        const looked = await look(image);
        if (isTrue(looked)) repaired += 1;
        if (isSilent(looked)) silent.push(`${file} byte ${byte}`);
        if ((await problems(image)).length === 0) unseen.push(`${file} byte ${byte}`);
      }
    }
    process.stdout.write(`${flips} flipped bits: ${repaired} without effect or repaired\n`);
    expect({ silent, unseen }).toEqual({ silent: [], unseen: [] });
  });

  it('in the log that the snapshots lack is never used silently', {
    timeout: 120_000,
  }, async () => {
    const before = await look(killed);
    expect(before.scene).toEqual(truth);
    const silent: string[] = [];
    for (const file of files(killed).filter((name) => name.endsWith('.jsonl'))) {
      const size = killed.get(at(file))?.length ?? 0;
      for (let byte = 0; byte < size; byte += 5) {
        const looked = await look(flipped(killed, file, byte, byte % 8));
        if (isSilent(looked)) silent.push(`${file} byte ${byte}`);
      }
    }
    expect(silent).toEqual([]);
  });
});

describe('a lost or damaged file', () => {
  it('snapshot: comes back from its backup and the log', async () => {
    const looked = await look(changed(closed, LAYER, (content) => content.subarray(0, 100)));
    expect(looked.scene).toEqual(truth);
    expect(looked.notices.map(({ kind }) => kind)).toEqual(['damage', 'rebuilt']);
    expect(looked.notices[0]?.file).toBe(LAYER);
    expect((await looked.disk.list(at('quarantine'))).length).toBe(1);
    expect(must(await verifyProject(SCENE_DIR, looked.disk, noLock)).problems).toEqual([]);
  });

  it('snapshot and backup: come back from the log alone', async () => {
    const without = changed(closed, LAYER, () => undefined);
    const looked = await look(changed(without, `${LAYER}.bak`, () => undefined));
    expect(looked.scene).toEqual(truth);
    expect(looked.notices.map(({ kind }) => kind)).toEqual(['rebuilt']);
  });

  it('project.json: comes back from its backup, or from the log alone', async () => {
    const backup = await look(changed(closed, 'project.json', () => Buffer.from('{}')));
    expect(backup.scene).toEqual(truth);
    const gone = changed(closed, 'project.json', () => undefined);
    const rebuilt = await look(changed(gone, 'project.json.bak', () => undefined));
    expect(rebuilt.scene?.view).toEqual(truth?.view);
    expect(rebuilt.notices.map(({ kind }) => kind)).toContain('rebuilt');
    const verified = must(await verifyProject(SCENE_DIR, rebuilt.disk, noLock));
    expect(verified.problems).toEqual([]);
  });

  it('project.json and all layers: come back from the log alone', async () => {
    let image = closed;
    for (const file of files(closed)) {
      if (/^(?:project|layers)/u.test(file)) image = changed(image, file, () => undefined);
    }
    const looked = await look(image);
    expect(looked.scene?.view).toEqual(truth?.view);
    expect(must(await verifyProject(SCENE_DIR, looked.disk, noLock)).problems).toEqual([]);
  });

  it.each([
    ['gone', () => undefined],
    ['cut', (content: Buffer) => content.subarray(0, 700)],
    ['empty', () => Buffer.alloc(0)],
  ])('log %s: the snapshots stay true, and a new log goes on', async (_, change) => {
    const looked = await look(changed(closed, LOG, change));
    expect(looked.scene).toEqual(truth);
    expect(looked.notices.map(({ kind, file }) => [kind, file])).toEqual([['damage', LOG]]);
    // A second opening finds nothing wrong any more, and the numbers go on.
    const again = await look(looked.disk.certain());
    expect(again.scene).toEqual(truth);
    expect(again.notices).toEqual([]);
  });

  it.each([
    ['gone', () => undefined],
    ['cut', (content: Buffer) => content.subarray(0, content.indexOf('\n', 900) + 1)],
  ])(
    'log %s, and project.json with it: that is said once, and what is saved later stays',
    async (_, change) => {
      let image = changed(closed, LOG, change);
      for (const file of ['project.json', 'project.json.bak']) {
        image = changed(image, file, () => undefined);
      }
      const found = must(await verifyProject(SCENE_DIR, simDisk(image), noLock));
      expect(found.problems.map(({ file }) => file)).toEqual(['project.json', LOG]);
      expect(found.problems[1]?.message).toMatch(
        /missing.*is in the other files.*Put the log back/su,
      );
      const looked = await look(image);
      expect(looked.notices.map(({ kind, file }) => [kind, file])).toEqual([
        ['rebuilt', 'project.json'],
        ['damage', LOG],
      ]);
      const again = must(await verifyProject(SCENE_DIR, looked.disk, noLock));
      expect(again.problems).toEqual([]);
      expect(again.notices.join(' ')).toContain(`${LOG} was lost after`);
      // What is marked from here on has numbers of its own: a crash before the next snapshot loses none.
      const store = must(await openScene(looked.disk, 6_000));
      must(await store.commit(ANA, [mark('a1', 'x8')], { label: 'Add' }));
      const after = must(await openScene(simDisk(looked.disk.certain()), 7_000));
      expect(
        must(await after.layer('a1', ANA))
          .get('annotation')
          ?.has('a1/x8'),
      ).toBe(true);
      must(await after.close());
      must(await store.close());
      expect(must(await verifyProject(SCENE_DIR, looked.disk, noLock)).problems).toEqual([]);
    },
  );

  it('log line in the middle: is named with its line; what follows is read', async () => {
    const content = killed.get(at(LOG)) ?? Buffer.alloc(0);
    const lines = content.toString('latin1').split('\n');
    const target = lines.length - 3;
    const start = lines.slice(0, target).join('\n').length + 1;
    const looked = await look(flipped(killed, LOG, start + 40, 1));
    const [notice] = looked.notices.filter(({ kind }) => kind === 'damage');
    expect(notice?.message).toContain(`${LOG}, line ${target + 1}`);
  });

  it('text: is refused by name; everything else works', async () => {
    const looked = await look(flipped(closed, 'articles/a1.txt', 3, 2));
    expect(looked.texts).toEqual(['corrupt', TEXT, TEXT]);
    expect(looked.scene).toEqual(truth);
    const missing = await look(changed(closed, 'articles/a1.txt', () => undefined));
    expect(missing.texts).toEqual(['missing', TEXT, TEXT]);
  });

  it('everything of a layer: is refused by name, never taken for empty', async () => {
    let image = closed;
    for (const file of [LAYER, `${LAYER}.bak`, LOG]) image = changed(image, file, () => undefined);
    const looked = await look(image);
    expect(looked.error).toMatchObject({ kind: 'corrupt', file: LAYER });
  });

  it.each([
    ['damaged', { [HISTORY]: 'x' }],
    ['gone with its backup', { [HISTORY]: undefined, [`${HISTORY}.bak`]: undefined }],
    ['damaged with its backup', { [HISTORY]: '', [`${HISTORY}.bak`]: '{}' }],
  ])('history %s: is read off the log; undo and redo go on as before', async (_, damage) => {
    const journey = async (image: Image) => {
      const disk = simDisk(image);
      const store = must(await openScene(disk, 5_000));
      const seen = [await sceneOf(store)];
      for (const way of ['undo', 'undo', 'undo', 'redo', 'undo', 'undo', 'undo'] as const) {
        must(await store[way](ANA));
        seen.push(await sceneOf(store));
      }
      must(await store.close());
      return { seen, kinds: store.notices().map(({ kind }) => kind), disk };
    };
    let image = closed;
    for (const [file, content] of Object.entries(damage)) {
      image = changed(image, file, () => (content === undefined ? content : Buffer.from(content)));
    }
    const { seen, kinds, disk } = await journey(image);
    expect(seen).toEqual((await journey(closed)).seen);
    expect(kinds.filter((kind) => kind !== 'damage')).toEqual(['rebuilt']);
    expect(must(await verifyProject(SCENE_DIR, disk, noLock)).problems).toEqual([]);
  });

  it('history and a newer index: are read off the log as well', async () => {
    // The index is of an earlier time than the layers, and no history tells what they replaced.
    let image: Image = changed(closed, HISTORY, () => undefined);
    image = changed(image, `${HISTORY}.bak`, () => undefined);
    image = changed(image, 'project.json', () => closed.get(at('project.json.bak')));
    const looked = await look(image);
    expect(looked.scene).toEqual(truth);
    expect(new Set(looked.notices.map(({ kind }) => kind))).toEqual(new Set(['rebuilt']));
  });

  it('history and every index: are read off the log, although the layers have the edits', async () => {
    let image = closed;
    for (const file of ['project.json', HISTORY]) {
      image = changed(
        changed(image, file, () => undefined),
        `${file}.bak`,
        () => undefined,
      );
    }
    const looked = await look(image);
    expect(looked.scene).toEqual(truth);
    const store = must(await openScene(looked.disk, 6_000));
    must(await store.undo(ANA));
    expect((await sceneOf(store)).view).not.toEqual(truth?.view);
    must(await store.redo(ANA));
    expect(await sceneOf(store)).toEqual(truth);
  });

  it('history: takes back a commit that changed a record twice, the last change first', async () => {
    const disk = simDisk(closed);
    const first = must(await openScene(disk, 5_000));
    const label = (name: string) => ({ ...mark('a1', 'x9'), p: { label: name } });
    must(await first.commit(ANA, [mark('a1', 'x9')], { label: 'Add' }));
    const before = (await sceneOf(first)).view;
    must(await first.commit(ANA, [label('threat'), label('actor')], { label: 'Twice' }));
    must(await first.close());
    const store = must(
      await openScene(simDisk(changed(disk.certain(), HISTORY, () => undefined)), 6_000),
    );
    must(await store.undo(ANA));
    expect((await sceneOf(store)).view).toEqual(before);
  });

  it('history and a log of its channels: is given up with a notice, the other edits are not', async () => {
    let image = closed;
    for (const file of [HISTORY, `${HISTORY}.bak`, LOG]) {
      image = changed(image, file, () => undefined);
    }
    const store = must(await openScene(simDisk(image), 5_000));
    expect(must(await store.undo(ANA))).toBeUndefined();
    expect(store.notices().map(({ kind, file }) => [kind, file])).toEqual([
      ['damage', LOG],
      ['history', HISTORY],
    ]);
    must(await store.commit(ANA, [mark('a1', 'x8')], { label: 'Add' }));
    expect(store.history(ANA)).toEqual({ undo: 'Add' });
    must(await store.close());
  });
});
