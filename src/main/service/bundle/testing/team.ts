import { EVERYTHING } from '../../../../core/datasets/choice.ts';
import { jsonl } from '../../../../core/formats/jsonl.ts';
import { addArticle } from '../../../../core/log/project-ops.ts';
import { type KnownCopy, makeFence } from '../../../store/fence.ts';
import { type SigningKey, signingKey } from '../../../store/signing.ts';
import { createStore, type OpenOptions, openStore, type Store } from '../../../store/store.ts';
import { ANA, article, FIRST_DRAFTS, must, TEXT } from '../../../store/testing/project.ts';
import { noLock, seededRandom } from '../../../store/testing/scenario.ts';
import { rehearseExport } from '../../export-dataset.ts';
import { type MemoryDisk, memoryDisk } from './memory-disk.ts';

/** Where every project lies on its disk. */
const DIR = '/p';

/** What a merge may get wrong, for tests of the tests. */
export interface Mistakes {
  /** Changes what a store does. */
  readonly store?: (store: Store) => Store;
  /** Copies of a project are not told apart. */
  readonly noFence?: boolean;
}

/** A computer with its own replica id, key and memory of the copies it has seen. */
export interface Installation {
  readonly replica: string;
  readonly key: SigningKey;
  readonly copies: Map<string, readonly KnownCopy[]>;
}

/** A folder with a copy of the project, which is open. */
export interface Folder {
  readonly place: string;
  readonly installation: Installation;
  disk: MemoryDisk;
  store: Store;
}

/** What a team shares: time that goes on, chance that repeats. */
export interface Team {
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly mistakes: Mistakes;
}

/** A team whose every run is the same. */
export function makeTeam(seed: number, mistakes: Mistakes): Team {
  let now = 1_700_000_000_000;
  return {
    clock: () => {
      now += 1;
      return now;
    },
    random: seededRandom(seed),
    mistakes,
  };
}

/** A new computer. */
export function makeInstallation(number: number): Installation {
  const seed = new Uint8Array(32).fill(number + 1);
  return { replica: `r-installed${String(number)}`, key: signingKey(seed), copies: new Map() };
}

function optionsOf(
  { clock, random, mistakes }: Team,
  { installation, place, disk }: Pick<Folder, 'installation' | 'place' | 'disk'>,
): OpenOptions {
  const { replica, copies } = installation;
  const fence = makeFence({
    replica,
    place: async () => ({ path: place, device: '1', inode: place }),
    random,
    load: async (project) => copies.get(project) ?? [],
    save: async (project, known) => {
      copies.set(project, known);
    },
  });
  return {
    dir: DIR,
    disk,
    replica,
    lock: noLock,
    holder: { application: 'test' },
    clock,
    random,
    ...(mistakes.noFence === true ? {} : { fence }),
  };
}

function mistaken(team: Team, store: Store): Store {
  return team.mistakes.store?.(store) ?? store;
}

/** The first copy of the project, with two articles. */
export async function foundProject(team: Team, installation: Installation): Promise<Folder> {
  const disk = memoryDisk();
  const at = { installation, place: 'first', disk };
  const options = { ...optionsOf(team, at), name: 'Team', id: 'p-team', drafts: FIRST_DRAFTS };
  const store = mistaken(team, must(await createStore(options)));
  await importArticles(store, ['a1', 'a2']);
  return { ...at, store };
}

/** Adds articles of {@link TEXT}. */
export async function importArticles(store: Store, ids: readonly string[]): Promise<void> {
  const files = ids.map((articleId) => ({
    articleId,
    text: TEXT,
    sidecar: { from: store.replica },
  }));
  must(await store.putArticles(files));
  const drafts = ids.map((id) => addArticle(article(id)));
  must(await store.commit(ANA, drafts, { label: 'Import' }));
}

/** Opens what is on a disk at a place. */
export async function openFolder(
  team: Team,
  installation: Installation,
  place: string,
  disk: MemoryDisk,
): Promise<Folder> {
  const opened = await openStore(optionsOf(team, { installation, place, disk }));
  return { installation, place, disk, store: mistaken(team, must(opened)) };
}

/** The project as `export --format jsonl --all` writes it. */
export async function exported(store: Store): Promise<string> {
  const pieces: string[] = [];
  const options = { offsetUnit: jsonl.offsetUnit };
  const task = { format: jsonl, options, choice: EVERYTHING, me: ANA };
  must(
    withMessage(
      await rehearseExport(store, task, { at: '2026-01-01T00:00:00Z' }, ({ data }) => {
        pieces.push(typeof data === 'string' ? data : Buffer.from(data).toString('utf8'));
      }),
    ),
  );
  return pieces.join('');
}

/** A refusal in words as `must` takes it. */
export function withMessage<T>(
  result: { ok: true; value: T } | { ok: false; error: string },
): { ok: true; value: T } | { ok: false; error: { message: string } } {
  return result.ok ? result : { ok: false, error: { message: result.error } };
}
