import { stat } from 'node:fs/promises';
import { fieldValue } from '../../core/log/record.ts';
import type { Result } from '../../core/result.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { StoreError } from '../store/errors.ts';
import {
  analystNamed,
  createWorkspace,
  enterRoster,
  openWorkspace,
  type WorkspaceOptions,
} from './open-workspace.ts';
import type { Preferences } from './preferences.ts';
import { fromStore, refuse, storeRefusal } from './problems.ts';
import { copyProject } from './project-copy.ts';
import { articlesOf, projectName, projectView } from './project-view.ts';
import { type Workspace, workspaceFor } from './workspace.ts';

type ProjectView = ReturnType<typeof projectView>;

/** The one project that is open, if any, and how it changes. */
export interface Session {
  readonly current: () => Workspace | undefined;
  /** The open project, or a refusal. */
  readonly need: () => Reply<Workspace>;
  readonly open: (folder: string, takeOver?: boolean) => Promise<Reply<ProjectView>>;
  readonly create: (folder: string, name: string) => Promise<Reply<ProjectView>>;
  /**
   * Makes a project in a folder out of another one: of the open one, or of that in `source`.
   * @param articles its articles too
   */
  readonly createFrom: (made: {
    readonly folder: string;
    readonly name: string;
    readonly articles: boolean;
    readonly source: string | undefined;
  }) => Promise<Reply<ProjectView>>;
  readonly actAs: (name: string) => Promise<Reply<ProjectView>>;
  /** Work to be done each time before a project is let go of. */
  readonly beforeClose: (work: () => Promise<void>) => void;
  /** Waits for the disk and lets go of the folder. */
  readonly close: () => Promise<Reply<void>>;
  readonly recent: () => Promise<Output<'app.start'>['recent']>;
}

/** What a session needs from outside. */
export interface SessionOptions extends WorkspaceOptions {
  readonly preferences: Preferences;
  /** Name from the command line: acts as this analyst in every project. */
  readonly analystName?: string | undefined;
  /** Name of the person at this computer, where nothing better is known. */
  readonly personName: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

function annotationCount(workspace: Workspace): number {
  let count = 0;
  for (const article of articlesOf(workspace.store)) {
    for (const [, one] of workspace.store.counts(article.id)) count += one.annotations;
  }
  return count;
}

/** The only analyst of a project's roster, such as the sample's. */
function onlyAnalyst(workspace: Workspace): string | undefined {
  const names = [...workspace.store.projectRecords('analyst').values()]
    .map((record) => fieldValue(record, 'name'))
    .filter((name) => typeof name === 'string');
  return names.length === 1 ? names[0] : undefined;
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch {
    return false;
  }
}

/** The session's one variable: the project that is open. */
interface Held {
  workspace: Workspace | undefined;
  readonly beforeClose: (() => Promise<void>)[];
}

/** The name of whoever works at this computer, where project and command line name nobody. */
function fallbackName({ preferences, personName }: SessionOptions): string {
  const { analystName } = preferences.settings();
  return analystName === '' ? personName : analystName;
}

function knownName(options: SessionOptions, folder: string): string | undefined {
  const before = options.preferences.recent().find((one) => one.folder === folder);
  return options.analystName ?? before?.analyst;
}

function remember(options: SessionOptions, open: Workspace): Promise<void> {
  return options.preferences.remember({
    folder: open.store.dir,
    name: projectName(open.store),
    articles: articlesOf(open.store).length,
    annotations: annotationCount(open),
    openedAt: new Date(options.clock()).toISOString(),
    analyst: open.me.name,
    articleId: open.lastArticle,
  });
}

async function enter(
  options: SessionOptions,
  held: Held,
  whole: Workspace['whole'],
  name: string,
): Promise<Reply<ProjectView>> {
  const me = analystNamed(name);
  const entered = await enterRoster(whole, me);
  if (!entered.ok) return storeRefusal(entered.error);
  const before = options.preferences.recent().find((one) => one.folder === whole.dir);
  const lastArticle = held.workspace?.lastArticle ?? before?.articleId ?? '';
  held.workspace = workspaceFor(whole, me, lastArticle);
  await remember(options, held.workspace);
  return { ok: true, value: projectView(held.workspace) };
}

async function close(options: SessionOptions, held: Held): Promise<Reply<void>> {
  const open = held.workspace;
  if (open === undefined) return { ok: true, value: undefined };
  await remember(options, open);
  for (const work of held.beforeClose) await work();
  const closed = await open.store.close();
  held.workspace = undefined;
  return closed.ok ? { ok: true, value: undefined } : storeRefusal(closed.error);
}

/** Takes over a project that was just opened or made; lets go of it again where that fails. */
async function takeOver(
  options: SessionOptions,
  held: Held,
  opening: Promise<Result<Workspace, StoreError>>,
  folder: string,
  nameOf: (open: Workspace) => string,
): Promise<Reply<ProjectView>> {
  const opened = await opening;
  // The window offers to try again, so it has to know with which folder.
  if (!opened.ok) return { ok: false, error: { ...fromStore(opened.error), file: folder } };
  const { whole } = opened.value;
  const entered = await enter(options, held, whole, nameOf(opened.value));
  if (!entered.ok) await whole.close();
  return entered;
}

/** The store to copy from, and how to let go of it. */
async function sourceOf(
  options: SessionOptions,
  held: Held,
  source: string | undefined,
): Promise<Reply<{ readonly store: Workspace['store']; readonly done: () => Promise<unknown> }>> {
  const open = held.workspace?.store;
  if (source === undefined || source === open?.dir) {
    return open === undefined
      ? refuse('no-project', 'No project is open.')
      : { ok: true, value: { store: open, done: () => Promise.resolve() } };
  }
  const opened = await openWorkspace(source, fallbackName(options), options);
  if (!opened.ok) return { ok: false, error: { ...fromStore(opened.error), file: source } };
  const { store } = opened.value;
  return { ok: true, value: { store, done: () => store.close() } };
}

async function createFrom(
  options: SessionOptions,
  held: Held,
  { folder, name, articles, source }: Parameters<Session['createFrom']>[0],
): Promise<Reply<string>> {
  const from = await sourceOf(options, held, source);
  if (!from.ok) return from;
  const { store, done } = from.value;
  await store.drain();
  const analyst = held.workspace?.me.name ?? options.analystName ?? fallbackName(options);
  const copied = await copyProject({ from: store, folder, name, analyst, articles }, options);
  await done();
  if (!copied.ok) return { ok: false, error: { ...fromStore(copied.error), file: folder } };
  return { ok: true, value: analyst };
}

/** Makes a session without a project. */
export function createSession(options: SessionOptions): Session {
  const held: Held = { workspace: undefined, beforeClose: [] };
  const none = (): Reply<never> => refuse('no-project', 'No project is open.');
  return {
    current: () => held.workspace,
    need: () => (held.workspace === undefined ? none() : { ok: true, value: held.workspace }),
    async open(folder, takeLock) {
      const closed = await close(options, held);
      if (!closed.ok) return closed;
      const known = knownName(options, folder);
      const name = known ?? fallbackName(options);
      const opening = openWorkspace(folder, name, options, takeLock);
      return takeOver(options, held, opening, folder, (open) => known ?? onlyAnalyst(open) ?? name);
    },
    async create(folder, name) {
      const closed = await close(options, held);
      if (!closed.ok) return closed;
      const analyst = options.analystName ?? fallbackName(options);
      const making = createWorkspace(folder, name, analyst, options);
      return takeOver(options, held, making, folder, () => analyst);
    },
    async createFrom(request) {
      const made = await createFrom(options, held, request);
      if (!made.ok) return made;
      const closed = await close(options, held);
      if (!closed.ok) return closed;
      const analyst = made.value;
      const opening = openWorkspace(request.folder, analyst, options);
      return takeOver(options, held, opening, request.folder, () => analyst);
    },
    actAs: (name) =>
      held.workspace === undefined
        ? Promise.resolve(none())
        : enter(options, held, held.workspace.whole, name),
    beforeClose: (work) => {
      held.beforeClose.push(work);
    },
    close: () => close(options, held),
    recent: () =>
      Promise.all(
        options.preferences
          .recent()
          .map(async (one) => ({ ...one, reachable: await isFolder(one.folder) })),
      ),
  };
}
