import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { OpDraft } from '../../core/log/op.ts';
import { nameProject } from '../../core/log/project-ops.ts';
import { isFileName } from '../../core/log/schema.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type Checkpointer, checkpointer } from './checkpointer.ts';
import { beginCut, endCut } from './cut.ts';
import type { Disk } from './disk.ts';
import { isTemporaryName, type Surroundings } from './durable-json.ts';
import type { Engine } from './engine.ts';
import { faultFile, fromFault, type Notice, refuse, type StoreError } from './errors.ts';
import type { Fence } from './fence.ts';
import { FORMAT, type Format } from './format.ts';
import { freshId } from './installation.ts';
import { LOCK_FILE, PROJECT_FILE } from './layout.ts';
import { type Lock, type TakeLock, takeLock } from './lock.ts';
import { makeStore, type Store } from './make-store.ts';
import { noFolder } from './no-project.ts';
import { nodeDisk } from './node-disk.ts';
import { openEngine } from './open-engine.ts';
import { writeProject } from './project-file.ts';
import { newerError, upgradeProject } from './upgrade.ts';

export type { Layer, Store } from './make-store.ts';

/** How to open a project. */
export interface OpenOptions {
  readonly dir: string;
  /** This installation's id; see `readInstallation`. */
  readonly replica: string;
  /** Keeps copies of the project apart; without it, this folder is taken for the only one. */
  readonly fence?: Fence | undefined;
  /** Who asks, for those who find the project locked. `application` is `Verbale` or `verbale`. */
  readonly holder: { readonly analyst?: string; readonly application: string };
  /** Wait up to `watchMs` whether another computer's lock was left behind, and take it if so. */
  readonly takeOver?: boolean;
  /** Milliseconds; 30 s by default. */
  readonly watchMs?: number;
  readonly disk?: Disk;
  /** Wall clock in milliseconds since the epoch. */
  readonly clock?: () => number;
  readonly random?: (bytes: number) => Uint8Array;
  /** For tests of formats that do not exist yet. */
  readonly format?: Format;
  /** For tests on disks that only exist in memory. */
  readonly lock?: TakeLock;
}

/** How to create a project. */
export interface CreateOptions extends OpenOptions {
  readonly name: string;
  /** A fresh id by default. */
  readonly id?: string;
  /** Labels, the first analyst: what the project begins with. Cannot be undone. */
  readonly drafts: readonly OpDraft[];
}

interface Setting {
  readonly options: OpenOptions;
  readonly disk: Disk;
  readonly random: (bytes: number) => Uint8Array;
}

function settingOf(options: OpenOptions): Setting {
  return {
    options,
    disk: options.disk ?? nodeDisk(),
    random: options.random ?? ((bytes) => randomBytes(bytes)),
  };
}

function acquire({ options, disk, random }: Setting): Promise<Result<Lock, StoreError>> {
  const { dir, replica, holder, takeOver, watchMs } = options;
  return (options.lock ?? takeLock)({
    disk,
    dir,
    replica,
    random,
    holder,
    ...(takeOver === undefined ? {} : { takeOver }),
    ...(watchMs === undefined ? {} : { watchMs }),
  });
}

/** Writes the snapshots twice, so that the backups as well know where the new log begins. */
async function writeTwice(
  engine: Engine,
  snapshots: Checkpointer,
): Promise<Result<void, StoreError>> {
  const first = await snapshots.now();
  if (!first.ok) return first;
  engine.project.dirty = true;
  return snapshots.now();
}

async function openLocked(setting: Setting, lock: Lock): Promise<Result<Store, StoreError>> {
  const { options, disk, random } = setting;
  const notices: Notice[] = [];
  const format = options.format ?? FORMAT;
  const newer = await newerError(disk, options.dir, format);
  const around: Surroundings = {
    disk,
    dir: options.dir,
    random,
    report: (notice) => notices.push(notice),
    readOnly: newer !== undefined,
    format,
  };
  const clock = options.clock ?? Date.now;
  const upgraded = around.readOnly ? ok(undefined) : await upgradeProject(around, clock());
  if (!upgraded.ok) return upgraded;
  const cut = await beginCut(around);
  if (!cut.ok) return cut;
  const opened = await openEngine({
    afresh: cut.value?.project,
    around,
    notices,
    replica: options.replica,
    fence: options.fence,
    clock,
  });
  if (!opened.ok) return opened;
  const { engine, snapshotsFirst } = opened.value;
  const snapshots = checkpointer(engine, lock);
  if (newer !== undefined) {
    engine.refusal = newer;
    around.report({ kind: 'newer', file: PROJECT_FILE, message: newer.message });
    return ok(makeStore({ engine, lock, snapshots }));
  }
  await lock.announce();
  const written = snapshotsFirst ? await writeTwice(engine, snapshots) : ok(undefined);
  if (!written.ok) return written;
  if (cut.value !== undefined) await endCut(around);
  return ok(makeStore({ engine, lock, snapshots }));
}

async function underLock(
  setting: Setting,
  work: (lock: Lock) => Promise<Result<Store, StoreError>>,
): Promise<Result<Store, StoreError>> {
  const lock = await acquire(setting);
  if (!lock.ok) return lock;
  try {
    const store = await work(lock.value);
    if (!store.ok) await lock.value.release();
    return store;
  } catch (fault) {
    await lock.value.release();
    return err(fromFault(fault, faultFile(fault, setting.options.dir, PROJECT_FILE)));
  }
}

/** Opens a project. Everything that could be repaired was; `notices()` tells what. */
export async function openStore(options: OpenOptions): Promise<Result<Store, StoreError>> {
  const setting = settingOf(options);
  if (!isFileName(options.replica)) return refuse('name', `“${options.replica}” is no replica id.`);
  try {
    const missing = await noFolder(setting.disk, options.dir);
    if (missing !== undefined) return refuse('not-a-project', missing);
  } catch (fault) {
    return err(fromFault(fault, options.dir));
  }
  return underLock(setting, (lock) => openLocked(setting, lock));
}

/** True for what a creation that was interrupted leaves behind. */
function isLeftover(name: string): boolean {
  return name === LOCK_FILE || isTemporaryName(name);
}

async function prepareFolder({ disk, options }: Setting): Promise<Result<void, StoreError>> {
  const { dir } = options;
  try {
    const created = await disk.makeFolder(dir);
    const names = created ? [] : await disk.list(dir);
    if (names.some((name) => !isLeftover(name))) {
      return refuse('exists', `${dir} is not empty; a project needs a folder of its own.`);
    }
    await disk.syncFolder(path.dirname(dir));
    return ok(undefined);
  } catch (fault) {
    return err(fromFault(fault, dir));
  }
}

async function writeFirst(setting: Setting, options: CreateOptions): Promise<void> {
  const { disk, random } = setting;
  const around = {
    disk,
    dir: options.dir,
    random,
    report: () => undefined,
    readOnly: false,
    format: options.format ?? FORMAT,
  };
  await writeProject(around, {
    id: options.id ?? freshId('p', random),
    records: { maps: new Map(), version: {} },
    stamp: '',
    streams: [],
    index: [],
    heads: [],
  });
}

async function fill(store: Store, options: CreateOptions): Promise<Result<Store, StoreError>> {
  const author = options.drafts.find((draft) => draft.k === 'analyst')?.r ?? 'project';
  const named = options.drafts.some((draft) => draft.k === 'project');
  const drafts = named ? options.drafts : [nameProject(options.name), ...options.drafts];
  const note = { label: 'Create project', undoable: false };
  const done = await store.commit(author, drafts, note);
  if (done.ok) {
    await store.checkpoint();
    return ok(store);
  }
  await store.close();
  return done;
}

/** Creates a project in a folder that does not exist yet or is empty, and opens it. */
export async function createStore(options: CreateOptions): Promise<Result<Store, StoreError>> {
  const setting = settingOf(options);
  if (!isFileName(options.replica)) return refuse('name', `“${options.replica}” is no replica id.`);
  const prepared = await prepareFolder(setting);
  if (!prepared.ok) return prepared;
  const opened = await underLock(setting, async (lock) => {
    await writeFirst(setting, options);
    return openLocked(setting, lock);
  });
  return opened.ok ? fill(opened.value, options) : opened;
}
