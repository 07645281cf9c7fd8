import { addComment, editComment, removeComment } from '../../../../core/log/comment-ops.ts';
import type { Annotation } from '../../../../core/model/annotation.ts';
import type { Comment, CommentThread } from '../../../../core/model/comment.ts';
import { commit } from '../../../state/desk.ts';
import { announce, useProject } from '../../../state/project.ts';
import { inEnglish, t } from '../../../words/words.ts';
import { newCommentId } from '../new-id.ts';
import { quoteOf } from '../words.ts';

const get = useProject.getState;

/** The longest quote that a comment keeps, in UTF-16 code units. */
const QUOTE_LENGTH = 300;

/** True where nothing may be written; says so. What was submitted may still be talked about. */
function isClosed(): boolean {
  if (get().project?.readOnly !== true) return false;
  announce(() => t('marking.readOnly'));
  return true;
}

type Said = Pick<Comment, 'target' | 'targetAnalyst' | 'thread' | 'text' | 'action'> &
  Partial<Pick<Comment, 'quote'>>;

/** Where a comment goes: under its own id it begins a thread. */
function commentWith(id: string, said: Said): Comment | undefined {
  const { project, article } = get();
  if (project === undefined || article === undefined) return undefined;
  const now = new Date().toISOString();
  const { articleId } = article;
  return { id, articleId, analyst: project.me.id, createdAt: now, updatedAt: now, ...said };
}

function send(comment: Comment | undefined, words: string): void {
  if (comment !== undefined) commit(words, [addComment(comment)]);
}

function clip(quote: string): string {
  return quote.length <= QUOTE_LENGTH ? quote : `${quote.slice(0, QUOTE_LENGTH - 1)}…`;
}

/** Begins a thread on an annotation, or on the article. Blank words say nothing. */
export function say(on: Annotation | undefined, text: string): boolean {
  if (text.trim() === '' || isClosed()) return false;
  const id = newCommentId();
  const about =
    on === undefined
      ? { target: '', targetAnalyst: '' }
      : { target: on.id, targetAnalyst: on.analyst, quote: clip(quoteOf(on)) };
  const said = { ...about, thread: id, text: text.trim(), action: 'say' } as const;
  send(
    commentWith(id, said),
    inEnglish(on === undefined ? 'edits.commentArticle' : 'edits.comment'),
  );
  announce(() => t('remarks.added'));
  return true;
}

function inThread(thread: CommentThread, text: string, action: Comment['action']): Said {
  const { id, target, targetAnalyst, quote } = thread;
  return { target, targetAnalyst, thread: id, text, action, ...(quote === '' ? {} : { quote }) };
}

/** Says something in a thread. */
export function answer(thread: CommentThread, text: string): boolean {
  if (text.trim() === '' || isClosed()) return false;
  send(commentWith(newCommentId(), inThread(thread, text.trim(), 'say')), inEnglish('edits.reply'));
  announce(() => t('remarks.replyAdded'));
  return true;
}

/** Closes an open thread, or opens a closed one again. */
export function toggleResolved(thread: CommentThread): void {
  if (isClosed()) return;
  const action = thread.resolved ? 'reopen' : 'resolve';
  const words = inEnglish(thread.resolved ? 'edits.reopen' : 'edits.resolve');
  send(commentWith(newCommentId(), inThread(thread, '', action)), words);
  announce(() => t(thread.resolved ? 'remarks.reopened' : 'remarks.resolved'));
}

/** Changes the words of one's own comment. */
export function changeComment(comment: Comment, text: string): boolean {
  if (text.trim() === '' || isClosed()) return false;
  if (text.trim() !== comment.text) {
    commit(inEnglish('edits.editComment'), [
      editComment(comment, text.trim(), new Date().toISOString()),
    ]);
    announce(() => t('remarks.changed'));
  }
  return true;
}

/** Deletes one's own comment; answers to it stay. */
export function deleteComment(comment: Comment): void {
  if (isClosed()) return;
  commit(inEnglish('edits.deleteComment'), [removeComment(comment)]);
  announce(() => t('remarks.deleted'));
}
