import { isSamePlace, type ThreadPlace } from '../model/comment.ts';
import { FIELD_LIMITS } from '../model/field-limits.ts';
import { isCommentAction } from './comment-ops.ts';
import {
  type DraftSetting,
  exists,
  isText,
  missingField,
  ownId,
  type Refusal,
  recordKey,
} from './draft-context.ts';
import { checkTimes, unknownField } from './layer-check.ts';
import { DELETED, layerChannel } from './op.ts';

const COMMENT_FIELDS = new Set([
  'target',
  'targetAnalyst',
  'quote',
  'thread',
  'text',
  'action',
  'createdAt',
  'updatedAt',
  DELETED,
]);
const NEW_COMMENT = ['target', 'thread', 'text', 'action', 'createdAt', 'updatedAt'];

/** What a comment is about and which thread it is in are said once. */
const LASTING = ['target', 'targetAnalyst', 'thread'] as const;

function checkLasting({ draft, context }: DraftSetting): Refusal | undefined {
  const record = context.record(draft);
  const moved = LASTING.some(
    (field) =>
      record !== undefined &&
      draft.p[field] !== undefined &&
      draft.p[field] !== record[field]?.value,
  );
  return moved ? 'A comment stays with what it is about, and in its thread.' : undefined;
}

/** The place of a thread that begins in the same commit, or that is there. */
function threadPlace(setting: DraftSetting, id: string): ThreadPlace | undefined {
  const { draft, context, together, articleId } = setting;
  const begun = together.get(recordKey({ ...draft, r: `${articleId}/${id}` }))?.p;
  const { target, targetAnalyst = '' } = begun ?? {};
  return typeof target === 'string' && typeof targetAnalyst === 'string'
    ? { target, targetAnalyst }
    : context.thread(articleId, id);
}

function checkAnswer(setting: DraftSetting): Refusal | undefined {
  const { thread, target, targetAnalyst } = setting.draft.p;
  if (typeof thread !== 'string' || thread === ownId(setting.draft)) return undefined;
  const place = threadPlace(setting, thread);
  if (place === undefined) return 'There is no such thread to answer in.';
  const given = { target, targetAnalyst } as ThreadPlace;
  return isSamePlace(given, place) ? undefined : 'An answer is about what its thread is about.';
}

function checkTarget(setting: DraftSetting): Refusal | undefined {
  const { draft, context } = setting;
  const { target, targetAnalyst, thread } = draft.p;
  if (target === undefined || target === '') return undefined;
  if (typeof target !== 'string' || typeof targetAnalyst !== 'string') {
    return 'A comment names the annotation it is about, and whose it is.';
  }
  if (!context.hasAnalyst(targetAnalyst)) return 'The project has no such analyst.';
  // An answer goes where its thread goes: a thread outlives the annotation it is about.
  if (typeof thread === 'string' && thread !== ownId(draft)) return undefined;
  return exists(setting, layerChannel(targetAnalyst), 'annotation', target)
    ? undefined
    : 'The annotation of this comment does not exist any more.';
}

function checkPlace(setting: DraftSetting): Refusal | undefined {
  return checkLasting(setting) ?? checkTarget(setting) ?? checkAnswer(setting);
}

/** Why an edit of a comment is refused, if it is. */
export function checkComment(setting: DraftSetting): Refusal | undefined {
  const { p } = setting.draft;
  const wrong =
    missingField(setting, NEW_COMMENT, 'comment') ??
    unknownField(setting, COMMENT_FIELDS, 'comment');
  if (wrong !== undefined) return wrong;
  if (![p['text'], p['quote']].every((one) => isText(one, FIELD_LIMITS.note))) {
    return 'The words or the quote of the comment are not text, or are too long.';
  }
  if (p['action'] !== undefined && !isCommentAction(p['action'])) {
    return 'A comment says something, resolves its thread, or reopens it.';
  }
  const { text } = p as { text?: string };
  if (p['action'] === 'say' && text?.trim() === '') return 'The comment is empty.';
  if (!isText(p['thread'], FIELD_LIMITS.id)) return 'A comment belongs to a thread.';
  return checkPlace(setting) ?? checkTimes(setting, 'comment');
}
