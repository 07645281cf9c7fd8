import { create } from 'zustand';
import type { Output } from '../../ipc/contract.ts';
import type { AppError, Reply } from '../../ipc/errors.ts';
import { said } from '../words/said.ts';
import { t } from '../words/words.ts';
import { inBackground } from './background.ts';
import { followCommentDrafts, keepCommentsNow } from './comment-drafts.ts';
import { settle, showProject, unsavedCount, whenSaved } from './desk.ts';
import { call, onEvent } from './host.ts';
import { followDrafts, hasKeptDraft, keepDraftNow } from './kept-draft.ts';
import { announce, type ProjectView } from './project.ts';
import { showSettings } from './settings.ts';

/** A project opened before. */
export type Recent = Output<'app.start'>['recent'][number];

/** Why a project could not be opened. */
export interface OpenProblem {
  readonly kind: string;
  readonly message: string;
  readonly folder: string;
}

/** Which page the window shows, and what it knows about the application. */
export interface SessionState {
  readonly phase: 'starting' | 'first-run' | 'project' | 'problem';
  readonly recent: readonly Recent[];
  readonly problem: OpenProblem | undefined;
  readonly version: string;
  readonly electron: string;
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  /** True while a project is being opened. */
  readonly busy: boolean;
}

/** The session. Read with a selector. */
export const useSession = create<SessionState>()(() => ({
  phase: 'starting',
  recent: [],
  problem: undefined,
  version: '',
  electron: '',
  platform: '',
  busy: false,
}));

const set = useSession.setState;

let stopListening = (): void => undefined;

/** Asks the main process what to show. */
export async function start(): Promise<void> {
  stopListening();
  const stopDrafts = followDrafts();
  const stopComments = followCommentDrafts();
  const stopEvents = onEvent((event) => {
    if (event.type === 'quitting') inBackground(quit());
    if (event.type === 'notice') announce(event.notice.message, 'problem');
  });
  stopListening = () => {
    stopDrafts();
    stopComments();
    stopEvents();
  };
  const reply = await call('app.start', {});
  if (!reply.ok) {
    fail(reply.error, '');
    return;
  }
  const { settings, project, problem, recent, version, electron, platform } = reply.value;
  await showSettings(settings);
  set({ recent, version, electron, platform, problem });
  if (project !== undefined) {
    showProject(project);
    set({ phase: 'project' });
    tellNotices(project);
  } else {
    set({ phase: problem === undefined ? 'first-run' : 'problem' });
  }
}

/** Lets go of the field one types in, which makes an edit of its words, and of the window. */
async function quit(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await keepDraftNow();
  await keepCommentsNow();
  await settle();
}

function fail(error: AppError, folder: string): void {
  set({ phase: 'problem', problem: { kind: error.kind, message: error.message, folder } });
}

/** What opening found or repaired, in one message: the place for problems holds one. */
function tellNotices({ notices }: ProjectView): void {
  if (notices.length > 0)
    announce(() => notices.map(({ message }) => said(message)).join('\n'), 'problem');
}

type Opened = Output<'project.open'>;

/** True once the way is free to leave the open project: nothing of it is only in memory. */
async function mayLeave(): Promise<boolean> {
  await keepDraftNow();
  await keepCommentsNow();
  await whenSaved();
  const count = unsavedCount();
  if (count === 0) return true;
  announce(() => t('state.notSaved', { count }), 'problem');
  return false;
}

async function show(opening: () => Promise<Reply<Opened>>, folder: string): Promise<boolean> {
  if (!(await mayLeave())) return false;
  set({ busy: true });
  const reply = await opening();
  set({ busy: false });
  if (!reply.ok) {
    fail(reply.error, reply.error.file ?? folder);
    return false;
  }
  if ('cancelled' in reply.value) return false;
  showProject(reply.value.project);
  set({ phase: 'project', problem: undefined });
  tellNotices(reply.value.project);
  return true;
}

/** Opens a copy of the sample project that is this person's to change. */
export function openSample(): Promise<boolean> {
  return show(() => call('project.openSample', {}), '');
}

/** Opens a project folder; without one, a dialog asks. Answers whether one was opened. */
export function openFolder(folder?: string, takeOver = false): Promise<boolean> {
  const input = folder === undefined ? {} : { folder, takeOver };
  return show(() => call('project.open', input), folder ?? '');
}

/** Makes an empty project; a dialog asks where. Answers whether one was made. */
export function createProject(name?: string): Promise<boolean> {
  return show(() => call('project.create', name === undefined ? {} : { name }), '');
}

/**
 * Makes a project out of the open one, or of one that a dialog asks for; another dialog asks where.
 * @param articles its articles too, without what is marked in them
 */
export function createProjectFrom(name: string, articles: boolean): Promise<boolean> {
  return show(() => call('project.createFrom', { name, articles }), '');
}

/** Closes the project and shows the first page. */
export async function closeProject(): Promise<void> {
  if (!(await mayLeave())) return;
  const keeps = hasKeptDraft();
  const reply = await call('project.close', {});
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  showProject(undefined);
  await start();
  if (keeps) announce(() => t('state.draftKept'));
}

/** Leaves the problem page for the first page. */
export function leaveProblem(): void {
  set({ phase: 'first-run', problem: undefined });
}

/** Acts as the analyst with this name from now on. */
export async function actAs(name: string): Promise<void> {
  if (!(await mayLeave())) return;
  const reply = await call('analyst.actAs', { name });
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  showProject(reply.value.project);
  announce(() => t('state.youActAs', { name }));
}
