import { beforeAll, describe, expect, it } from 'vitest';
import { addArticle } from '../../core/log/project-ops.ts';
import { at, changed, flipped, look, sceneImage } from './testing/image.ts';
import { ANA, article, mark, must, TEXT } from './testing/project.ts';
import { noLock, openScene, SCENE_DIR } from './testing/scenario.ts';
import { simDisk } from './testing/sim-disk.ts';
import type { Image } from './testing/sim-image.ts';
import { verifyProject } from './verify.ts';

const LAYER_LOG = 'log/r-testtest22/layer.ana-1.jsonl';
const PROJECT_LOG = 'log/r-testtest22/project.jsonl';

/** The scene, and after it an import: an article and its annotations, in one batch over two logs. */
let imported: Image;

beforeAll(async () => {
  const disk = simDisk(await sceneImage('closed'));
  const store = must(await openScene(disk, 5_000));
  must(await store.putArticles([{ articleId: 'a4', text: TEXT, sidecar: {} }]));
  const drafts = [addArticle(article('a4')), mark('a4', 'y1'), mark('a4', 'y2'), mark('a4', 'y3')];
  must(await store.commit(ANA, drafts, { label: 'Import' }));
  must(await store.close());
  imported = disk.certain();
});

/** The image with one bit of a line changed, counted from the end. */
function damaged(image: Image, file: string, fromEnd: number): Image {
  const lines = (image.get(at(file)) ?? Buffer.alloc(0)).toString('latin1').split('\n');
  const before = lines.slice(0, -1 - fromEnd).join('\n').length + 1;
  return flipped(image, file, before + 60, 1);
}

function withoutIndex(image: Image): Image {
  const one = changed(image, 'project.json', () => undefined);
  return changed(one, 'project.json.bak', () => undefined);
}

async function problems(image: Image): Promise<readonly string[]> {
  const verified = must(await verifyProject(SCENE_DIR, simDisk(image), noLock));
  return verified.problems.map(({ file }) => file);
}

describe('a damaged line of a batch that is in two logs', () => {
  it.each([1, 2, 3])('is the one problem, %i lines from the end', async (fromEnd) => {
    expect(await problems(imported)).toEqual([]);
    expect(await problems(damaged(imported, LAYER_LOG, fromEnd))).toEqual([LAYER_LOG]);
  });

  it.each([1, 2, 3])(
    'does not take the article with it when project.json is lost, %i lines from the end',
    async (fromEnd) => {
      const looked = await look(withoutIndex(damaged(imported, LAYER_LOG, fromEnd)));
      expect(looked.scene?.view).toEqual((await look(imported)).scene?.view);
      // Of the last line it is said that it was cut off, and that the log lacks it from then on.
      const told = new Set(looked.notices.map(({ kind, file }) => `${kind} ${file}`));
      expect([...told]).toEqual(['rebuilt project.json', `damage ${LAYER_LOG}`]);
      // What was cut off afterwards is not blamed on the other log, nor told for ever.
      expect(await problems(looked.disk.certain())).not.toContain(PROJECT_LOG);
    },
  );

  it('nor when the whole log of the layer is gone', async () => {
    const without = changed(imported, LAYER_LOG, () => undefined);
    const looked = await look(withoutIndex(without));
    expect(looked.scene?.view).toEqual((await look(imported)).scene?.view);
  });
});

describe('a log that does not name the articles', () => {
  it.each([
    ['is gone', () => undefined],
    ['is cut', (content: Buffer) => content.subarray(0, 700)],
  ])(
    'and %s: without project.json nothing is taken for empty, and nothing changes',
    async (_, change) => {
      const image = withoutIndex(changed(imported, PROJECT_LOG, change));
      const disk = simDisk(image);
      const opened = await openScene(disk, 6_000);
      expect(opened).toMatchObject({ ok: false, error: { kind: 'corrupt', file: 'project.json' } });
      expect(opened.ok ? '' : opened.error.message).toMatch(/none of the articles .* \(a1, a2/u);
      expect(disk.certain()).toEqual(image);
    },
  );

  it('lacks some of them: they are named at opening', async () => {
    const looked = await look(withoutIndex(damaged(imported, PROJECT_LOG, 1)));
    expect(looked.notices.map(({ message }) => message).join('\n')).toMatch(/not shown: a4\./u);
  });
});
