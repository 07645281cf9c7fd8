import { articleOfOp, layerChannel, type Op, type OpDraft } from '../../core/log/op.ts';
import { wordLabels } from '../../core/model/codebook.ts';
import type { Comment } from '../../core/model/comment.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import { said } from '../words/said.ts';
import { t } from '../words/words.ts';
import { inBackground } from './background.ts';
import { call } from './host.ts';
import { announce, emptyProject, type ProjectView, useProject } from './project.ts';
import {
  concernsArticles,
  loadLayer,
  loadProject,
  repaint,
  takeOver,
  tellCounts,
} from './read-model.ts';
import { createSaveQueue } from './save-queue.ts';

const get = useProject.getState;
const set = useProject.setState;

function send(label: string, drafts: readonly OpDraft[]): ReturnType<typeof call<'commit'>> {
  return call('commit', { label, drafts: drafts as unknown as Input<'commit'>['drafts'] });
}

const queue = createSaveQueue(send, {
  saved(_commit, ops, history) {
    takeOver(ops);
    set({ history });
    repaint(queue.pending(), concernsArticles(ops));
  },
  refused(commit, error) {
    announce(
      () => t('state.takenBack', { label: said(commit.label), reason: said(error.message) }),
      'problem',
    );
    repaint(queue.pending(), concernsArticles(commit.drafts));
  },
  stuck(error) {
    set({ save: { state: 'failed', waiting: queue.pending().length, error } });
  },
  changed: tellSaved,
});

/** Fields that hold words which are not yet an edit. */
let typing = 0;

function tellSaved(): void {
  const waiting = queue.pending().length;
  const before = get().save;
  if (waiting === 0 && typing === 0) set({ save: { state: 'saved' } });
  else if (before.state === 'failed' && waiting > 0) set({ save: { ...before, waiting } });
  else set({ save: { state: 'saving', waiting } });
}

/**
 * Keeps the window from saying “Saved” while somebody types in a field whose words are not yet an
 * edit. Answers how to let go, once they are.
 */
export function holdSaved(): () => void {
  let held = true;
  typing += 1;
  tellSaved();
  return () => {
    if (!held) return;
    held = false;
    typing -= 1;
    tellSaved();
  };
}

/** Shows a project that the main process has opened, or none. */
export function showProject(project: ProjectView | undefined, articleId?: string): void {
  const rows = loadProject(project);
  const { announcement } = get();
  if (project === undefined) {
    set({ ...emptyProject(), announcement });
    return;
  }
  const { codebook, history } = project;
  // At once: a project that is read again was never away.
  set({
    ...emptyProject(),
    announcement,
    project,
    labels: wordLabels(codebook.labels),
    rows,
    history,
  });
  const last = articleId ?? project.lastArticle;
  const wanted = rows.find((row) => row.article.id === last) ?? rows[0];
  const first = wanted?.article.id;
  if (first !== undefined) inBackground(openArticle(first));
}

/** Puts an article on the desk. What is still being saved is waited for first. */
export async function openArticle(articleId: string): Promise<void> {
  set({ articleId, selected: undefined, articleError: undefined });
  await queue.idle();
  const reply = await call('article.read', { articleId });
  if (get().articleId !== articleId) return;
  if (!reply.ok) {
    set({ articleError: reply.error, article: undefined });
    return;
  }
  loadLayer(articleId, reply.value.layer, reply.value.comments as readonly Comment[]);
  set({
    article: {
      articleId,
      text: reply.value.text,
      annotations: [],
      relations: [],
      comments: [],
      document: { labels: {}, note: '' },
    },
  });
  repaint(queue.pending(), false);
  for (const notice of reply.value.notices) announce(notice.message, 'problem', articleId);
}

/** Makes an edit: painted at once, saved in the background. `label` names it in the undo menu. */
export function commit(label: string, drafts: readonly OpDraft[]): void {
  if (drafts.length === 0 || get().project === undefined) return;
  queue.add(label, drafts);
  repaint(queue.pending(), concernsArticles(drafts));
}

/** Sends again what the disk did not take. */
export function retrySave(): void {
  set({ save: { state: 'saving', waiting: queue.pending().length } });
  queue.retry();
}

/** What waits to be saved, as text that a person can keep. */
export function unsavedWork(): string {
  const commits = queue.pending().map(({ label, drafts }) => ({ label, drafts }));
  return JSON.stringify({ format: 'verbale-unsaved', version: 1, commits }, null, 1);
}

/** Answers the main process's wish to quit, once what is typed is committed and sent. */
export async function settle(): Promise<void> {
  // A field commits what was typed in it when it loses the focus.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await queue.idle();
  const count = queue.pending().length;
  const question = {
    message: t('state.closingUnsaved', { count }),
    detail: t('state.closingUnsavedDetail'),
    stay: t('state.closingStay'),
    leave: t('state.closingLeave'),
  };
  const reply = await call('window.settled', { unsaved: count, question });
  if (!reply.ok) announce(reply.error.message, 'problem');
}

/** How many edits are not on disk. */
export function unsavedCount(): number {
  return queue.pending().length;
}

/** Resolves once nothing waits to be saved, or the disk refuses. */
export function whenSaved(): Promise<void> {
  return queue.idle();
}

/** Articles other than the open one whose own layers some ops change. */
function layersElsewhere(ops: readonly Op[]): string[] {
  const { project, articleId } = get();
  const mine = layerChannel(project?.me.id ?? '');
  const ids = ops.filter(({ c }) => c === mine).flatMap((op) => articleOfOp(op) ?? []);
  return [...new Set(ids)].filter((id) => id !== articleId);
}

/** Takes over what the main process committed: on the desk, and in the rows of other articles. */
async function adopt(ops: readonly Op[]): Promise<void> {
  const articleIds = layersElsewhere(ops);
  takeOver(ops);
  if (articleIds.length > 0) {
    const reply = await call('article.counts', { articleIds });
    if (reply.ok) tellCounts(reply.value.counts);
  }
  repaint(queue.pending(), articleIds.length > 0 || concernsArticles(ops));
}

/** Takes over a commit that the main process made itself, such as one over many articles. */
export async function adoptCommit(
  ops: readonly Op[],
  history: ProjectView['history'],
): Promise<void> {
  set({ history });
  await adopt(ops);
}

async function travel(method: 'history.undo' | 'history.redo'): Promise<void> {
  const isUndo = method === 'history.undo';
  await queue.idle();
  if (queue.pending().length > 0) {
    announce(() => t(isUndo ? 'state.notUndone' : 'state.notRedone'), 'problem');
    return;
  }
  set({ save: { state: 'saving', waiting: 1 } });
  const reply = await call(method, {});
  set({ save: { state: 'saved' } });
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  const ops = reply.value.ops as readonly Op[];
  set({ history: reply.value.history });
  if (ops.length === 0) {
    announce(() => t(isUndo ? 'state.nothingToUndo' : 'state.nothingToRedo'));
    return;
  }
  if (ops.some((op) => op.c === 'project' && op.k !== 'article')) {
    await refresh(reply.value.articleId);
  } else {
    await adopt(ops);
    await follow(reply.value.articleId);
  }
  const { label } = reply.value;
  announce(() => t(isUndo ? 'state.undone' : 'state.redone', { label: said(label) }));
}

/** Reads the project again, after its labels or people have changed. */
async function refresh(articleId: string | undefined): Promise<void> {
  const { project } = get();
  if (project === undefined) return;
  const reply = await call('analyst.actAs', { name: project.me.name });
  if (reply.ok) showProject(reply.value.project, articleId ?? get().articleId);
  else announce(reply.error.message, 'problem');
}

/** Shows the article a change was in; one that is gone gives way to the first that is left. */
async function follow(articleId: string | undefined): Promise<void> {
  const { rows, articleId: shown } = get();
  const exists = (id: string | undefined): boolean => rows.some((row) => row.article.id === id);
  const target = exists(articleId) ? articleId : exists(shown) ? shown : rows[0]?.article.id;
  if (target === undefined) set({ articleId: undefined, article: undefined });
  else if (target !== shown) await openArticle(target);
}

let travelling: Promise<void> = Promise.resolve();

function inTurn(method: 'history.undo' | 'history.redo'): Promise<void> {
  travelling = travelling.then(() => travel(method));
  return travelling;
}

/** Takes back the last thing this analyst did, in any article and on any day. */
export function undo(): Promise<void> {
  return inTurn('history.undo');
}

/** Does again what was taken back last. */
export function redo(): Promise<void> {
  return inTurn('history.redo');
}

/** Takes over what an import added and shows the first new article. */
export function showImported(answer: Output<'import.apply'>): void {
  const open = get().articleId;
  showProject(answer.project, answer.result.imported[0]?.articleId ?? open);
  set({ history: answer.history });
}
