import { flushSync } from 'react-dom';
import type { Command } from '../../../state/commands.ts';
import { announce, useProject } from '../../../state/project.ts';
import { showDetailsPane, useView } from '../../../state/view.ts';
import { t } from '../../../words/words.ts';
import { selectedAnnotation } from '../edits.ts';
import { openField, useDrafts } from './comment-drafts.ts';
import { toggleResolved } from './comment-edits.ts';
import { walkThreads } from './go-to-thread.ts';
import { threadsNow } from './threads-now.ts';

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
  const field = document.querySelector<HTMLElement>(`[data-draft="${CSS.escape(key)}"]`);
  field?.focus();
  // Words that were kept are gone on with.
  if (field instanceof HTMLTextAreaElement && field.selectionEnd === 0) {
    field.setSelectionRange(field.value.length, field.value.length);
  }
}

/** The thread one stands on; else the first open one of the selected annotation. */
function resolve(): void {
  const { current } = useDrafts.getState();
  const { selected } = useProject.getState();
  const all = threadsNow();
  const stoodOn = all.find(({ id, target }) => id === current && target === (selected ?? target));
  const thread = stoodOn ?? all.find(({ target, resolved }) => target === selected && !resolved);
  if (thread === undefined) announce(() => t('remarks.noneToResolve'));
  else toggleResolved(thread);
}

/** Commenting on annotations and on the article. */
export const commentCommands: readonly Command[] = [
  {
    id: 'comment.write',
    get title() {
      return t('remarks.write');
    },
    get group() {
      return t('remarks.groupComments');
    },
    keys: ['q'],
    where: ['articles'],
    enabled: onDesk,
    run: write,
  },
  {
    id: 'comment.next',
    get title() {
      return t('remarks.next');
    },
    get group() {
      return t('remarks.groupComments');
    },
    keys: ['Shift+j'],
    where: ['articles'],
    enabled: onDesk,
    run: () => walkThreads(1),
  },
  {
    id: 'comment.previous',
    get title() {
      return t('remarks.previous');
    },
    get group() {
      return t('remarks.groupComments');
    },
    keys: ['Shift+k'],
    where: ['articles'],
    enabled: onDesk,
    run: () => walkThreads(-1),
  },
  {
    id: 'comment.resolve',
    get title() {
      return t('remarks.resolveCommand');
    },
    get group() {
      return t('remarks.groupComments');
    },
    keys: ['Shift+q'],
    where: ['articles'],
    enabled: onDesk,
    run: resolve,
  },
];
