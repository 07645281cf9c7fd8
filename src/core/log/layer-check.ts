import { FIELD_LIMITS } from '../model/field-limits.ts';
import { isCommentAction } from './comment-ops.ts';
import {
  type DraftSetting,
  exists,
  isIsoTime,
  isText,
  missingField,
  ownId,
  type Refusal,
} from './draft-context.ts';
import { DELETED, layerChannel } from './op.ts';

const RELATION_FIELDS = new Set([
  'type',
  'from',
  'to',
  'note',
  'codebookVersion',
  'createdAt',
  'updatedAt',
  DELETED,
]);
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
const NEW_RELATION = ['type', 'from', 'to'];
const NEW_COMMENT = ['target', 'thread', 'text', 'action', 'createdAt', 'updatedAt'];

/** Why a draft with a field that its kind of record does not have is refused. */
export function unknownField(
  { draft }: DraftSetting,
  known: ReadonlySet<string>,
  what: string,
): Refusal | undefined {
  const field = Object.keys(draft.p).find((name) => !known.has(name));
  return field === undefined ? undefined : `A ${what} has no field “${field}”.`;
}

function checkTimes({ draft }: DraftSetting, what: string): Refusal | undefined {
  return isIsoTime(draft.p['createdAt']) && isIsoTime(draft.p['updatedAt'])
    ? undefined
    : `A time of the ${what} is not ISO-8601 UTC.`;
}

function checkEnds(setting: DraftSetting): Refusal | undefined {
  const { draft } = setting;
  for (const end of ['from', 'to'] as const) {
    const id = draft.p[end];
    if (id === undefined) continue;
    if (typeof id !== 'string') return 'A relation links two annotations.';
    if (!exists(setting, draft.c, 'annotation', id))
      return 'A relation links annotations that exist.';
  }
  return undefined;
}

/**
 * Why an edit of a relation is refused, if it is. Whether its type may link such labels is asked
 * when the layer is submitted: while people work, an end may be about to change its label.
 */
export function checkRelation(setting: DraftSetting): Refusal | undefined {
  const { p } = setting.draft;
  return (
    missingField(setting, NEW_RELATION, 'relation') ??
    unknownField(setting, RELATION_FIELDS, 'relation') ??
    checkEnds(setting) ??
    (isText(p['type'], FIELD_LIMITS.relationType)
      ? undefined
      : 'The type of a relation is a short text.') ??
    (isText(p['note'], FIELD_LIMITS.note) ? undefined : 'The note is not text, or is too long.') ??
    checkTimes(setting, 'relation')
  );
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
  return checkTarget(setting) ?? checkTimes(setting, 'comment');
}
