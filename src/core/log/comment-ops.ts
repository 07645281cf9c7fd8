import { COMMENT_ACTIONS, type Comment, type CommentAction } from '../model/comment.ts';
import { textField } from './fields.ts';
import { DELETED, layerAnalyst, layerChannel, type OpDraft, splitRecordId } from './op.ts';
import { isDeleted, type RecordState } from './record.ts';

/** Names one comment for an edit. */
export type CommentKey = Pick<Comment, 'id' | 'articleId' | 'analyst'>;

function key(of: CommentKey): Pick<OpDraft, 'c' | 'k' | 'r'> {
  return { c: layerChannel(of.analyst), k: 'comment', r: `${of.articleId}/${of.id}` };
}

/** The draft that says something in a thread, begins one, or closes or reopens it. */
export function addComment(comment: Comment): OpDraft {
  const { target, targetAnalyst, quote, thread, text, action, createdAt, updatedAt } = comment;
  const p = { target, targetAnalyst, thread, text, action, createdAt, updatedAt, [DELETED]: false };
  return { ...key(comment), p: quote === undefined ? p : { ...p, quote } };
}

/** The draft that changes the words of a comment. @param at ISO-8601 UTC */
export function editComment(of: CommentKey, text: string, at: string): OpDraft {
  return { ...key(of), p: { text, updatedAt: at } };
}

/** The draft that removes a comment. The answers to it stay. */
export function removeComment(of: CommentKey): OpDraft {
  return { ...key(of), p: { [DELETED]: true } };
}

/** True for something a comment can do to its thread. */
export function isCommentAction(value: unknown): value is CommentAction {
  return typeof value === 'string' && (COMMENT_ACTIONS as readonly string[]).includes(value);
}

/**
 * A comment as its record says, or `undefined` where it was removed.
 * @param recordId `<article id>/<comment id>`
 */
export function commentFrom(
  channel: string,
  recordId: string,
  record: RecordState,
): Comment | undefined {
  const ids = splitRecordId(recordId);
  const analyst = layerAnalyst(channel);
  if (ids === undefined || analyst === undefined || isDeleted(record)) return undefined;
  const action = textField(record, 'action');
  const quote = textField(record, 'quote');
  return {
    id: ids.id,
    articleId: ids.articleId,
    analyst,
    target: textField(record, 'target'),
    targetAnalyst: textField(record, 'targetAnalyst'),
    ...(quote === '' ? {} : { quote }),
    thread: textField(record, 'thread'),
    text: textField(record, 'text'),
    action: isCommentAction(action) ? action : 'say',
    createdAt: textField(record, 'createdAt'),
    updatedAt: textField(record, 'updatedAt'),
  };
}
