import { addAnnotation, editAnnotation } from '../../../../core/log/annotation-ops.ts';
import { DELETED, type OpDraft } from '../../../../core/log/op.ts';
import { editArticle } from '../../../../core/log/project-ops.ts';
import { annotation, must } from '../../../store/testing/project.ts';
import { makeBundle } from '../make-bundle.ts';
import { mergeBundle } from '../merge-bundle.ts';
import { openBundle } from '../sealed-bundle.ts';
import { difference } from './judge.ts';
import {
  type Folder,
  foundProject,
  importArticles,
  type Mistakes,
  makeInstallation,
  makeTeam,
  openFolder,
  type Team,
  withMessage,
} from './team.ts';

const AT = '2026-11-22T08:00:00.000Z';
const ANALYSTS = ['ana-1', 'ben-2', 'cem-3'].map((id) => ({ id, name: id.slice(0, 3) }));
const MOST_FOLDERS = 5;

interface World {
  readonly team: Team;
  readonly pick: (below: number) => number;
  readonly folders: Folder[];
  readonly bundles: Uint8Array[];
  /** Copies of folders as they were, by place. */
  readonly backups: { readonly place: string; readonly disk: Folder['disk'] }[];
  made: number;
}

/** Numbers that are the same for the same seed. */
function picker(seed: number): (below: number) => number {
  let state = (seed + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function one<T>(world: World, all: readonly T[]): T {
  const found = all[world.pick(all.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

async function someRecord({ store }: Folder, analyst: string): Promise<string | undefined> {
  for (const articleId of store.annotatedArticles()) {
    const layer = must(await store.layer(articleId, analyst));
    const [id] = layer.get('annotation')?.keys() ?? [];
    if (id !== undefined) return id;
  }
  return undefined;
}

async function layerDraft(world: World, folder: Folder, analyst: string): Promise<OpDraft> {
  const articles = [...folder.store.projectRecords('article').keys()];
  const known = world.pick(3) === 0 ? undefined : await someRecord(folder, analyst);
  world.made += 1;
  if (known === undefined) {
    const made = annotation(one(world, articles), `x${String(world.made)}`);
    return addAnnotation({ ...made, analyst });
  }
  const [articleId = '', id = ''] = known.split('/');
  const of = { articleId, id, analyst };
  if (world.pick(4) === 0)
    return { c: `layer.${analyst}`, k: 'annotation', r: known, p: { [DELETED]: true } };
  const label = one(world, ['claim', 'threat', 'actor']);
  const note = `note ${String(world.made)}`;
  return editAnnotation(of, world.pick(2) === 0 ? { label } : { note }, AT);
}

function projectDraft(world: World, folder: Folder): OpDraft {
  const id = one(world, [...folder.store.projectRecords('article').keys()]);
  world.made += 1;
  return editArticle(id, { title: `Title ${String(world.made)}` });
}

async function edit(world: World): Promise<void> {
  const folder = one(world, world.folders);
  const { id: analyst } = one(world, ANALYSTS);
  for (let count = 1 + world.pick(4); count > 0; count -= 1) {
    const kind = world.pick(12);
    if (kind === 0) must(await folder.store.undo(analyst));
    else if (kind === 1) must(await folder.store.redo(analyst));
    else if (kind === 2) await importArticles(folder.store, [`b${String(world.pick(4))}`]);
    else {
      const isProject = kind < 5;
      const draft = isProject
        ? projectDraft(world, folder)
        : await layerDraft(world, folder, analyst);
      must(await folder.store.commit(analyst, [draft], { label: 'Edit' }));
    }
  }
}

async function bundle(world: World): Promise<void> {
  const { store, installation } = one(world, world.folders);
  const analyst = one(world, ANALYSTS);
  const old = world.pick(2) === 0 ? world.bundles.at(world.pick(world.bundles.length)) : undefined;
  const opened = old === undefined ? undefined : await openBundle(old);
  const since = opened?.ok === true ? opened.value.manifest : undefined;
  const choice = { analyst, key: installation.key, originals: false, since };
  world.bundles.push(must(withMessage(await makeBundle(store, choice))).bytes);
}

async function take(folder: Folder, bytes: Uint8Array): Promise<number> {
  const choice = { dryRun: false, vouched: () => true, at: AT };
  const merged = must(withMessage(await mergeBundle(folder.store, bytes, choice)));
  if (merged.report.forked.length > 0) throw new Error('two ops of one number');
  return merged.report.new;
}

async function merge(world: World): Promise<void> {
  if (world.bundles.length === 0) return;
  await take(one(world, world.folders), one(world, world.bundles));
}

async function mergeDamaged(world: World): Promise<void> {
  if (world.bundles.length === 0) return;
  const { store } = one(world, world.folders);
  const bytes = Buffer.from(one(world, world.bundles));
  const at = world.pick(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << world.pick(8));
  const before = store.heads();
  const merged = await mergeBundle(store, bytes, { dryRun: false, vouched: () => true, at: AT });
  if (merged.ok || store.heads() !== before) throw new Error('a damaged bundle was taken');
}

function backUp(world: World): void {
  const { place, disk } = one(world, world.folders);
  world.backups.push({ place, disk: disk.copy() });
}

async function reopen(world: World, folder: Folder, disk: Folder['disk']): Promise<void> {
  const opened = await openFolder(world.team, folder.installation, folder.place, disk);
  folder.disk = disk;
  folder.store = opened.store;
}

async function restore(world: World): Promise<void> {
  const backup = world.backups.at(world.pick(world.backups.length));
  const folder = world.folders.find(({ place }) => place === backup?.place);
  if (backup === undefined || folder === undefined) return;
  if (world.pick(2) === 0) must(await folder.store.close());
  await reopen(world, folder, backup.disk.copy());
}

/** The program dies, and is started again. */
async function crash(world: World): Promise<void> {
  const folder = one(world, world.folders);
  await reopen(world, folder, folder.disk.copy());
}

async function copyFolder(world: World): Promise<void> {
  if (world.folders.length >= MOST_FOLDERS) return;
  const from = one(world, world.folders);
  const number = world.folders.length;
  const installation = world.pick(2) === 0 ? from.installation : makeInstallation(number);
  const disk = from.disk.copy();
  world.folders.push(await openFolder(world.team, installation, `place ${String(number)}`, disk));
}

const ACTIONS: readonly ((world: World) => void | Promise<void>)[] = [
  edit,
  edit,
  edit,
  edit,
  bundle,
  bundle,
  merge,
  merge,
  merge,
  mergeDamaged,
  backUp,
  restore,
  crash,
  copyFolder,
];

function shuffled<T>(world: World, all: readonly T[]): T[] {
  const left = [...all];
  return all.map(() => left.splice(world.pick(left.length), 1)[0] as T);
}

/** Everybody hands over everything to everybody, in any order. @returns ops that were new */
async function exchange(world: World): Promise<number> {
  const all = world.bundles.splice(0);
  for (const { store, installation } of world.folders) {
    for (const analyst of ANALYSTS) {
      const choice = { analyst, key: installation.key, originals: false };
      all.push(must(withMessage(await makeBundle(store, choice))).bytes);
    }
  }
  let fresh = 0;
  for (const folder of world.folders) {
    for (const bytes of shuffled(world, all)) fresh += await take(folder, bytes);
  }
  return fresh;
}

async function play(world: World, steps: number): Promise<string | undefined> {
  for (let step = 0; step < steps; step += 1) await one(world, ACTIONS)(world);
  await exchange(world);
  await exchange(world);
  return difference(world.team, world.folders);
}

/**
 * Three analysts, some computers, copies of one project that are edited, handed over, backed up,
 * restored, copied and killed at random; then everybody hands over everything.
 * @returns what is wrong, in words; `undefined` where all copies are equal and nothing is lost
 */
export async function playTopology(
  seed: number,
  mistakes: Mistakes = {},
): Promise<string | undefined> {
  const pick = picker(seed);
  const team = makeTeam(seed, mistakes);
  const folders: Folder[] = [];
  const world: World = { team, pick, folders, bundles: [], backups: [], made: 0 };
  try {
    folders.push(await foundProject(team, makeInstallation(0)));
    await copyFolder(world);
    await copyFolder(world);
    return await play(world, 10 + pick(20));
  } catch (fault) {
    return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  }
}
