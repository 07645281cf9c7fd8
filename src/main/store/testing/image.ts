import type { Notice, StoreError } from '../errors.ts';
import { openScene, play, SCENE_DIR, type Scene, sceneOf } from './scenario.ts';
import { type SimDisk, simDisk } from './sim-disk.ts';
import type { Image } from './sim-image.ts';

/** What the scenario's project looks like on disk: closed, or as its process died. */
export async function sceneImage(end: 'closed' | 'killed'): Promise<Image> {
  const disk = simDisk(new Map([['/w/', Buffer.alloc(0)]]));
  let last = disk.certain();
  const progress = { acknowledged: 0, started: 0 };
  // The last commit's flush comes before the closing checkpoint.
  disk.onChange((operation) => {
    if (operation.startsWith('datasync')) last = disk.certain();
  });
  await play(disk, progress);
  return end === 'closed' ? disk.certain() : last;
}

/** A path of the scenario's project. */
export function at(file: string): string {
  return `${SCENE_DIR}/${file}`;
}

/** An image in which one file is changed, or gone. */
export function changed(
  image: Image,
  file: string,
  change: (content: Buffer) => Buffer | undefined,
): Image {
  const next = new Map(image);
  const content = change(image.get(at(file)) ?? Buffer.alloc(0));
  if (content === undefined) next.delete(at(file));
  else next.set(at(file), content);
  return next;
}

/** An image in which one bit of a file is flipped. */
export function flipped(image: Image, file: string, byte: number, bit: number): Image {
  return changed(image, file, (content) => {
    const copy = Buffer.from(content);
    copy[byte] = (copy[byte] ?? 0) ^ (1 << bit);
    return copy;
  });
}

/** What came of opening an image and looking at everything in it. */
export interface Looked {
  readonly disk: SimDisk;
  readonly scene: Scene | undefined;
  /** Texts, or why they were refused. */
  readonly texts: readonly string[];
  readonly notices: readonly Notice[];
  readonly error: StoreError | undefined;
}

/** Opens an image, looks at everything, and closes it. */
export async function look(image: Image): Promise<Looked> {
  const disk = simDisk(image);
  const opened = await openScene(disk, 5_000);
  if (!opened.ok) return { disk, scene: undefined, texts: [], notices: [], error: opened.error };
  const store = opened.value;
  const texts: string[] = [];
  for (const articleId of store.projectRecords('article').keys()) {
    const text = await store.text(articleId);
    texts.push(text.ok ? text.value : text.error.kind);
  }
  const refused: StoreError[] = [];
  let scene: Scene | undefined;
  for (const articleId of store.annotatedArticles()) {
    for (const analyst of store.layerAnalysts(articleId)) {
      const layer = await store.layer(articleId, analyst);
      if (!layer.ok) refused.push(layer.error);
    }
  }
  if (refused.length === 0) scene = await sceneOf(store);
  await store.close();
  return { disk, scene, texts, notices: [...store.notices()], error: refused[0] };
}
