import type { CommentThread } from '../../../../core/model/comment.ts';
import { announce, select, useProject } from '../../../state/project.ts';
import { showDetailsPane } from '../../../state/view.ts';
import { t } from '../../../words/words.ts';
import { goTo } from '../walk.ts';
import { standOn, useDrafts } from './comment-drafts.ts';
import { threadWords } from './comment-words.ts';
import { neighbourThread, placeOf } from './thread-order.ts';
import { threadsInOrder } from './threads-now.ts';

function elementOf(thread: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-thread="${CSS.escape(thread)}"]`);
}

/** Gives a thread the focus once it is in the page; answers whether it is there now. */
export function focusThread(thread: string): boolean {
  requestAnimationFrame(() => {
    const element = elementOf(thread);
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  });
  return elementOf(thread) !== null;
}

/** Shows a thread beside what it is about: its annotation, or the whole article. */
export function goToThread(thread: CommentThread): void {
  const { article, project } = useProject.getState();
  showDetailsPane(true);
  const place = placeOf(thread, article?.annotations ?? [], project?.me.id ?? '');
  const annotation = article?.annotations.find(({ id }) => id === thread.target);
  if (place === 'annotation' && annotation !== undefined) goTo(annotation);
  else select(undefined);
  standOn(thread.id);
  focusThread(thread.id);
}

/** Goes to the next or previous thread that is not resolved. */
export function walkThreads(step: 1 | -1): void {
  const ordered = threadsInOrder();
  const { selected, project } = useProject.getState();
  const { current } = useDrafts.getState();
  const at = ordered.some(({ id }) => id === current)
    ? current
    : ordered.find(({ target }) => target !== '' && target === selected)?.id;
  const next = neighbourThread(ordered, at, step);
  if (next === undefined) {
    announce(() => t('remarks.noneOpen'));
    return;
  }
  const open = ordered.filter(({ resolved }) => !resolved);
  goToThread(next);
  const [number, total] = [open.indexOf(next) + 1, open.length];
  announce(() =>
    t('remarks.walk', { at: number, total, thread: threadWords(next, project?.analysts ?? []) }),
  );
}
