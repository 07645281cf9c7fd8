import { editAnnotation } from '../../../core/log/annotation-ops.ts';
import { DELETED, type Op, type OpDraft } from '../../../core/log/op.ts';
import { addAnalyst, addArticle } from '../../../core/log/project-ops.ts';
import type { Result } from '../../../core/result.ts';
import type { Disk } from '../disk.ts';
import type { TakeLock } from '../lock.ts';
import { type CreateOptions, createStore, openStore, type Store } from '../store.ts';
import { ANA, annotation, article, FIRST_DRAFTS, mark, must, options, TEXT } from './project.ts';
import { type View, view } from './view.ts';

/** A lock for disks that only exist in memory. */
export const noLock: TakeLock = async () => ({
  ok: true,
  value: {
    announce: async () => ({ ok: true, value: undefined }),
    stillOurs: async () => true,
    release: async () => undefined,
  },
});

/** Where the scenario's project lies. */
export const SCENE_DIR = '/w/p';

const AT = '2026-11-22T08:00:00.000Z';

/** Random bytes that are the same in every run. */
export function seededRandom(seed: number): (bytes: number) => Uint8Array {
  let state = seed;
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >> 16) & 0xff;
    });
}

/** How stores on simulated disks are opened. */
export function sceneOptions(disk: Disk, seed = 1): CreateOptions {
  let now = 1_700_000_000_000 + seed;
  return {
    ...options(SCENE_DIR),
    name: 'Scene',
    id: 'p-scene',
    drafts: FIRST_DRAFTS,
    disk,
    lock: noLock,
    random: seededRandom(seed),
    clock: () => {
      now += 1;
      return now;
    },
  };
}

/** How far a run of the scenario has come. */
export interface Progress {
  /** Commits whose promise has resolved. */
  acknowledged: number;
  /** Commits that were asked for. */
  started: number;
}

/** One commit. */
type Asked =
  | { readonly who: string; readonly label: string; readonly drafts: readonly OpDraft[] }
  | { readonly who: string; readonly travel: 'undo' | 'redo' };

/** What the scenario does: files, snapshots, or commits that are asked for at once. */
type Step = 'put' | 'checkpoint' | 'begin checkpoint' | readonly Asked[];

const BEN = 'ben-2';

const edit = (id: string, label: string): OpDraft =>
  editAnnotation(annotation('a1', id), { label }, AT);
const ben = (id: string): OpDraft => ({ ...mark('a1', id), c: `layer.${BEN}` });
const commit = (label: string, ...drafts: readonly OpDraft[]): Asked => ({
  who: ANA,
  label,
  drafts,
});
const undo: Asked = { who: ANA, travel: 'undo' };

const STEPS: readonly Step[] = [
  'put',
  [
    commit(
      'Import',
      addArticle(article('a1')),
      addArticle(article('a2')),
      mark('a1', 'x1'),
      mark('a2', 'x1'),
    ),
  ],
  [commit('Add', mark('a1', 'x2'))],
  [undo],
  'checkpoint',
  [{ who: ANA, travel: 'redo' }],
  [commit('Edit', edit('x2', 'threat'))],
  [commit('New person', addAnalyst({ id: BEN, name: 'Ben' }), ben('x1'))],
  [
    commit('One of three', mark('a1', 'x3')),
    { ...commit('Two of three', ben('x2'), edit('x1', 'actor')), who: BEN },
    commit('Three of three', mark('a2', 'x2')),
  ],
  [commit('Delete', { ...edit('x2', 'threat'), p: { [DELETED]: true } })],
  'begin checkpoint',
  [commit('During a checkpoint', mark('a1', 'x4'), ben('x5'))],
  [commit('Still during it', addArticle(article('a3')), edit('x3', 'claim'), mark('a2', 'x5'))],
  'checkpoint',
  [undo],
  [commit('Last', mark('a2', 'x9'))],
];

/** What is seen of a project, and what could be undone. */
export interface Scene {
  readonly view: View;
  readonly history: unknown;
}

/** What is seen in a store. */
export async function sceneOf(store: Store): Promise<Scene> {
  return { view: await view(store), history: [store.history(ANA), store.history(BEN)] };
}

async function request(
  store: Store,
  asked: Asked,
): Promise<Result<readonly Op[], { readonly message: string }>> {
  if (!('travel' in asked)) return store.commit(asked.who, asked.drafts, { label: asked.label });
  const done = await store[asked.travel](asked.who);
  return done.ok ? { ok: true, value: done.value?.ops ?? [] } : done;
}

async function ask(store: Store, asked: Asked): Promise<void> {
  must(await request(store, asked));
}

/** What a run on a disk that fails came to. */
export interface Outcome {
  /** Ops of the commits whose promise resolved. */
  readonly acknowledged: readonly Op[];
  /** What was refused, in words. */
  readonly refused: readonly string[];
  /** The store, still open; `undefined` where it could not even be made. */
  readonly store: Store | undefined;
}

/** Plays the scenario whatever is refused on the way. */
export async function playThrough(disk: Disk): Promise<Outcome> {
  const acknowledged: Op[] = [];
  const refused: string[] = [];
  const created = await createStore(sceneOptions(disk));
  if (!created.ok) return { acknowledged, refused: [created.error.message], store: undefined };
  const store = created.value;
  for (const step of STEPS) {
    if (typeof step === 'string') await prepare(store, step);
    else {
      const asked = step.map(async (one) => {
        const result = await request(store, one);
        if (result.ok) acknowledged.push(...result.value);
        else refused.push(result.error.message);
      });
      await Promise.all(asked);
    }
  }
  return { acknowledged, refused, store };
}

async function prepare(store: Store, step: Step & string): Promise<void> {
  if (step === 'checkpoint') await store.checkpoint();
  // Nobody waits for it: the commits that follow are made while it writes.
  if (step === 'begin checkpoint') store.checkpoint().catch(() => undefined);
  if (step !== 'put') return;
  const files = ['a1', 'a2', 'a3'].map((articleId) => ({
    articleId,
    text: TEXT,
    sidecar: { n: 1 },
  }));
  // Refused where the disk fails; the texts are not what this is about.
  await store.putArticles(files);
}

/** Plays the scenario to its end. */
export async function play(disk: Disk, progress: Progress): Promise<void> {
  progress.started += 1;
  const store = must(await createStore(sceneOptions(disk)));
  progress.acknowledged += 1;
  for (const step of STEPS) {
    if (typeof step === 'string') await prepare(store, step);
    else {
      progress.started += step.length;
      const asked = step.map(async (one) => {
        await ask(store, one);
        progress.acknowledged += 1;
      });
      await Promise.all(asked);
    }
  }
  must(await store.close());
}

/** The scene after each commit, one after the other. */
export async function scenes(disk: Disk): Promise<readonly Scene[]> {
  const store = must(await createStore(sceneOptions(disk)));
  const seen: Scene[] = [await sceneOf(store)];
  for (const step of STEPS) {
    if (typeof step === 'string') await prepare(store, step);
    else {
      for (const asked of step) {
        await ask(store, asked);
        seen.push(await sceneOf(store));
      }
    }
  }
  must(await store.close());
  return seen;
}

/** Opens the scenario's project on a disk. */
export function openScene(disk: Disk, seed: number): ReturnType<typeof openStore> {
  return openStore(sceneOptions(disk, seed));
}
