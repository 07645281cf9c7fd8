import { isCommentAction } from '../../core/log/comment-ops.ts';
import { type Comment, commentsShownTo, threads } from '../../core/model/comment.ts';
import type { CommentIndex, Counts } from '../store/counts.ts';

/** What decides about threads, with nothing of what was said. */
function commentOf(id: string, analyst: string, index: CommentIndex): Comment {
  const { thread, targetAnalyst, action, createdAt } = index;
  return {
    id,
    articleId: '',
    analyst,
    target: targetAnalyst === '' ? '' : 'annotation',
    targetAnalyst,
    thread,
    text: '',
    action: isCommentAction(action) ? action : 'say',
    createdAt,
    updatedAt: createdAt,
  };
}

/**
 * How many threads on an article are open, of those that an analyst sees. From the index of the
 * store: no layer is read.
 * @param counts analyst id → what the index knows of the layer
 */
export function openThreadCount(counts: ReadonlyMap<string, Counts>, me: string): number {
  const own: Comment[] = [];
  const others: Comment[] = [];
  for (const [analyst, { comments }] of counts) {
    if (comments === undefined) continue;
    const side = analyst === me ? own : others;
    for (const [id, index] of Object.entries(comments)) side.push(commentOf(id, analyst, index));
  }
  if (own.length + others.length === 0) return 0;
  const shown = [...own, ...commentsShownTo(me, own, others)];
  return threads(shown).filter(({ resolved }) => !resolved).length;
}
