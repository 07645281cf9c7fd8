import { firstCodebookDrafts } from '../../core/codebook/codebook-drafts.ts';
import { DEFAULT_CODEBOOK } from '../../core/codebook/default-codebook.ts';
import type { OpDraft } from '../../core/log/op.ts';
import { addAnalyst, nameProject } from '../../core/log/project-ops.ts';
import { type Analyst, analystId } from '../../core/model/analyst.ts';
import type { CodebookContent } from '../../core/model/codebook.ts';
import { ok, type Result } from '../../core/result.ts';
import type { StoreError } from '../store/errors.ts';
import { fenceAround } from '../store/known-copies.ts';
import type { Store } from '../store/store.ts';
import { createStore, type OpenOptions, openStore } from '../store/store.ts';
import { analystsOf } from './project-view.ts';
import { type Workspace, workspaceFor } from './workspace.ts';

/** Who opens projects, and as what. */
export interface WorkspaceOptions {
  /** Id of this installation. */
  readonly replica: string;
  /** The program's data folder, where copies of a project are told apart; tests may do without. */
  readonly userData?: string | undefined;
  /** What holds the lock, in words: `Verbale window`, `verbale command line`. */
  readonly application: string;
}

/** What a new project begins with. */
export interface Beginning {
  /** The default codebook where none is given. */
  readonly codebook?: CodebookContent;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

function around(
  folder: string,
  { replica, userData }: WorkspaceOptions,
): Pick<OpenOptions, 'fence'> {
  return userData === undefined ? {} : { fence: fenceAround(userData, replica, folder) };
}

/** The drafts a new project begins with: its name and its codebook. */
function firstDrafts(
  name: string,
  by: string,
  { codebook = DEFAULT_CODEBOOK, clock }: Beginning,
): OpDraft[] {
  const at = new Date(clock()).toISOString();
  return [nameProject(name), ...firstCodebookDrafts(codebook, at, by)];
}

/** An analyst by name. */
export function analystNamed(name: string): Analyst {
  const trimmed = name.trim();
  return { id: analystId(trimmed), name: trimmed };
}

/** Enters an analyst in the roster where they are new. A project that cannot be written is left as it is. */
export async function enterRoster(
  store: Store,
  analyst: Analyst,
): Promise<Result<void, StoreError>> {
  if (store.readOnly || analystsOf(store).some((one) => one.id === analyst.id)) {
    return ok(undefined);
  }
  const note = { label: `Add ${analyst.name} to the project`, undoable: false };
  const written = await store.commit(analyst.id, [addAnalyst(analyst)], note);
  return written.ok ? ok(undefined) : written;
}

/**
 * Opens a project folder to act as the analyst with this name.
 * @param takeOver wait for the holder on another machine to be gone, then take its lock
 */
export async function openWorkspace(
  folder: string,
  analystName: string,
  options: WorkspaceOptions,
  takeOver = false,
): Promise<Result<Workspace, StoreError>> {
  const { replica, application } = options;
  const holder = { analyst: analystName, application };
  const fence = around(folder, options);
  const opened = await openStore({ dir: folder, replica, holder, takeOver, ...fence });
  if (!opened.ok) return opened;
  return ok(workspaceFor(opened.value, analystNamed(analystName)));
}

/** Makes a project in a folder that does not exist yet or is empty. */
export async function createWorkspace(
  folder: string,
  name: string,
  analystName: string,
  options: WorkspaceOptions & Beginning,
): Promise<Result<Workspace, StoreError>> {
  const { replica, application } = options;
  const me = analystNamed(analystName);
  const created = await createStore({
    dir: folder,
    replica,
    ...around(folder, options),
    name,
    holder: { analyst: analystName, application },
    drafts: firstDrafts(name, me.id, options),
  });
  if (!created.ok) return created;
  return ok(workspaceFor(created.value, me));
}
