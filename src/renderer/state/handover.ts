import { create } from 'zustand';
import type { Input, Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';
import { t } from '../words/words.ts';
import { showProject, whenSaved } from './desk.ts';
import { call, pathsOf } from './host.ts';
import { announce, useProject } from './project.ts';
import { openDialog } from './view.ts';

/** What a bundle would do, or why it cannot be looked at. */
export type Looked = Output<'bundle.look'>['looked'][number];

/** What a bundle would do. */
export type Report = Extract<Looked, { state: 'ready' }>['report'];

/** What became of a bundle. */
export type Taken = Output<'bundle.take'>['taken'][number];

/** What was taken in before. */
export type TakenBefore = Output<'bundle.taken'>;

type Asked = Input<'bundle.look'>['bundles'][number];

/** What a bundle is opened with, and whether its key was accepted. */
export interface Given {
  readonly passphrase?: string;
  readonly identityFile?: string;
  /** The person has compared the key’s name. */
  readonly accepted: boolean;
}

/** Taking in, as far as it has come. */
export interface HandoverState {
  readonly looked: readonly Looked[];
  /** By path. */
  readonly given: Readonly<Record<string, Given>>;
  readonly busy: 'looking' | 'taking' | 'taking-back' | undefined;
  /** `undefined` until something was taken in. */
  readonly taken: readonly Taken[] | undefined;
  readonly before: TakenBefore | undefined;
  readonly error: AppError | undefined;
}

const NOTHING: HandoverState = {
  looked: [],
  given: {},
  busy: undefined,
  taken: undefined,
  before: undefined,
  error: undefined,
};

/** Taking in. Read with a selector. */
export const useHandover = create<HandoverState>()(() => NOTHING);

const get = useHandover.getState;
const set = useHandover.setState;

/** True for the name of a bundle. */
export function isBundleName(name: string): boolean {
  return /\.vbundle(?:\.age)?$/iu.test(name);
}

function askedFor(path: string): Asked {
  const { passphrase, identityFile } = get().given[path] ?? {};
  return {
    path,
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(identityFile === undefined ? {} : { identityFile }),
  };
}

/** Asks what was taken in before. */
export async function loadTaken(): Promise<void> {
  const reply = await call('bundle.taken', {});
  if (reply.ok) set({ before: reply.value });
  else set({ error: reply.error });
}

async function look(paths: readonly string[]): Promise<readonly Looked[]> {
  set({ busy: 'looking', error: undefined });
  await whenSaved();
  const reply = await call('bundle.look', { bundles: paths.map(askedFor) });
  set({ busy: undefined });
  if (reply.ok) return reply.value.looked;
  set({ error: reply.error });
  return [];
}

/** Looks at bundles beside those that are looked at already. Nothing is changed. */
export async function lookAt(paths: readonly string[]): Promise<void> {
  const fresh = [...new Set(paths)].filter((path) =>
    get().looked.every((one) => one.path !== path),
  );
  if (fresh.length === 0) return;
  const looked = await look(fresh);
  set({ looked: [...get().looked, ...looked], taken: undefined });
}

/** Opens a fresh taking in. */
export function openTakeIn(): void {
  set(NOTHING);
  openDialog('take-in');
}

/** Opens the report of bundles that were dropped on the window. */
export async function takeBundles(files: readonly File[]): Promise<void> {
  if (useProject.getState().project === undefined) {
    announce(() => t('handover.openFirst'), 'problem');
    return;
  }
  openTakeIn();
  await lookAt(pathsOf(files));
}

/** Asks for bundles to look at. */
export async function chooseBundles(): Promise<void> {
  const reply = await call('bundle.choose', {});
  if (!reply.ok) set({ error: reply.error });
  else if ('paths' in reply.value) await lookAt(reply.value.paths);
}

/** Leaves one bundle out. */
export function leaveOut(path: string): void {
  set({ looked: get().looked.filter((one) => one.path !== path) });
}

function give(path: string, patch: Partial<Given>): void {
  const { given } = get();
  set({ given: { ...given, [path]: { ...(given[path] ?? { accepted: false }), ...patch } } });
}

async function lookAgain(path: string): Promise<void> {
  const [again] = await look([path]);
  if (again === undefined) return;
  set({ looked: get().looked.map((one) => (one.path === path ? again : one)) });
}

/** Opens a bundle with a passphrase. */
export async function unlock(path: string, passphrase: string): Promise<void> {
  give(path, { passphrase });
  await lookAgain(path);
}

/** Opens a bundle with a key in a file that a dialog asks for. */
export async function unlockWithKey(path: string): Promise<void> {
  const reply = await call('bundle.chooseIdentity', {});
  if (!reply.ok) set({ error: reply.error });
  else if ('path' in reply.value) {
    give(path, { identityFile: reply.value.path });
    await lookAgain(path);
  }
}

/** Says whether a person vouches for the key of a bundle. */
export function accept(path: string, accepted: boolean): void {
  give(path, { accepted });
}

/** Whether a bundle may be taken in: its key is known, or a person vouches for it. */
export function mayTake({ looked, given }: HandoverState): boolean {
  const ready = looked.filter((one) => one.state === 'ready');
  return (
    ready.length > 0 &&
    ready.every(
      ({ path, report }) => report.from.trust === 'known' || given[path]?.accepted === true,
    )
  );
}

/** Takes in what was looked at. */
export async function takeIn(): Promise<void> {
  const state = get();
  if (state.busy !== undefined || !mayTake(state)) return;
  const bundles = state.looked.flatMap((one) =>
    one.state === 'ready'
      ? [{ ...askedFor(one.path), sum: one.sum, acceptKey: one.report.from.key }]
      : [],
  );
  set({ busy: 'taking', error: undefined });
  await whenSaved();
  const reply = await call('bundle.take', { bundles });
  set({ busy: undefined });
  if (!reply.ok) {
    set({ error: reply.error });
    return;
  }
  showProject(reply.value.project, useProject.getState().articleId);
  set({ taken: reply.value.taken });
  await loadTaken();
}

async function travel(method: 'bundle.takeBack' | 'bundle.takeAgain'): Promise<void> {
  if (get().busy !== undefined) return;
  set({ busy: 'taking-back', error: undefined });
  await whenSaved();
  const reply = await call(method, {});
  set({ busy: undefined });
  if (!reply.ok) {
    set({ error: reply.error });
    return;
  }
  const { project, step } = reply.value;
  showProject(project, useProject.getState().articleId);
  set({ looked: [], taken: undefined });
  const { from: name } = step;
  announce(() =>
    t(method === 'bundle.takeBack' ? 'handover.tookBack' : 'handover.tookAgain', { name }),
  );
  await loadTaken();
}

/** Takes back what was taken in last, as one step. */
export function takeBack(): Promise<void> {
  return travel('bundle.takeBack');
}

/** Takes in again what was taken back last. */
export function takeAgain(): Promise<void> {
  return travel('bundle.takeAgain');
}
