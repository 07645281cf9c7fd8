import { flushSync } from 'react-dom';
import type { Command } from '../../../state/commands.ts';
import { announce, useProject } from '../../../state/project.ts';
import { showDetailsPane, useView } from '../../../state/view.ts';
import { selectedAnnotation } from '../edits.ts';
import { openField, useDrafts } from './comment-drafts.ts';
import { toggleResolved } from './comment-edits.ts';
import { walkThreads } from './go-to-thread.ts';
import { threadsNow } from './threads-now.ts';

const GROUP = 'Comments';

const onDesk = (): boolean =>
  useView.getState().place === 'articles' && useProject.getState().article !== undefined;

/** Goes to the field for an answer where there is an open thread, else to that for a new comment. */
function write(): void {
  const about = selectedAnnotation()?.id ?? useProject.getState().article?.articleId ?? '';
  const open = threadsNow().findLast(({ target, resolved }) => target === about && !resolved);
  const key = open === undefined ? (`new ${about}` as const) : (`reply ${open.id}` as const);
  // Drawn at once: the person goes on typing, and no letter may be lost.
  flushSync(() => {
    showDetailsPane(true);
    if (open !== undefined) openField(key);
  });
  document.querySelector<HTMLElement>(`[data-draft="${CSS.escape(key)}"]`)?.focus();
}

/** The thread one stands on; else the first open one of the selected annotation. */
function resolve(): void {
  const { current } = useDrafts.getState();
  const { selected } = useProject.getState();
  const all = threadsNow();
  const stoodOn = all.find(({ id, target }) => id === current && target === (selected ?? target));
  const thread = stoodOn ?? all.find(({ target, resolved }) => target === selected && !resolved);
  if (thread === undefined) announce('No comment here to resolve.');
  else toggleResolved(thread);
}

/** Commenting on annotations and on the article. */
export const commentCommands: readonly Command[] = [
  {
    id: 'comment.write',
    title: 'Comment on the annotation or the article',
    group: GROUP,
    keys: ['q'],
    where: ['articles'],
    enabled: onDesk,
    run: write,
  },
  {
    id: 'comment.next',
    title: 'Next open comment',
    group: GROUP,
    keys: ['Shift+j'],
    where: ['articles'],
    enabled: onDesk,
    run: () => walkThreads(1),
  },
  {
    id: 'comment.previous',
    title: 'Previous open comment',
    group: GROUP,
    keys: ['Shift+k'],
    where: ['articles'],
    enabled: onDesk,
    run: () => walkThreads(-1),
  },
  {
    id: 'comment.resolve',
    title: 'Resolve or reopen the comment',
    group: GROUP,
    keys: ['Shift+q'],
    where: ['articles'],
    enabled: onDesk,
    run: resolve,
  },
];
