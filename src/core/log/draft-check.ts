import type { Furniture } from '../model/article.ts';
import type { Json } from '../model/json.ts';
import { isSpanWithin } from '../model/span.ts';
import { err, ok, type Result } from '../result.ts';
import { checkAnnotation } from './annotation-check.ts';
import { checkComment } from './comment-check.ts';
import { checkDocument } from './document-check.ts';
import {
  type DraftContext,
  type DraftSetting,
  isText,
  isTexts,
  type Refusal,
  recordKey,
} from './draft-context.ts';
import { checkRelation } from './layer-check.ts';
import { DELETED, layerChannel, type OpDraft, splitRecordId } from './op.ts';

const ARTICLE_FIELDS = new Set([
  'title',
  'outlet',
  'byline',
  'date',
  'language',
  'furniture',
  'tags',
  'assigned',
  DELETED,
]);

const LAYER_CHECKS: {
  readonly [kind: string]: ((setting: DraftSetting) => Refusal | undefined) | undefined;
} = {
  annotation: checkAnnotation,
  relation: checkRelation,
  comment: checkComment,
  document: checkDocument,
};

type Together = DraftSetting['together'];

function checkLayerDraft(
  draft: OpDraft,
  context: DraftContext,
  together: Together,
): Refusal | undefined {
  if (draft.c !== layerChannel(context.analyst))
    return 'Each analyst writes only to their own layer.';
  const articleId = splitRecordId(draft.r)?.articleId;
  const text = articleId === undefined ? undefined : context.text(articleId);
  if (articleId === undefined || text === undefined) {
    return 'The article of this edit is not in the project.';
  }
  const check = LAYER_CHECKS[draft.k];
  if (check === undefined) return `A layer has no ${draft.k}.`;
  return check({ draft, context, together, articleId, text });
}

function isFurniture(value: Json | undefined, length: number): boolean {
  if (value === undefined) return true;
  if (!Array.isArray(value)) return false;
  let last = 0;
  return (value as unknown as readonly Furniture[]).every((block) => {
    const good =
      isSpanWithin([block.start, block.end], length) &&
      block.start >= last &&
      block.end > block.start &&
      typeof block.kind === 'string';
    last = block.end;
    return good;
  });
}

function checkLists({ p }: OpDraft, { hasAnalyst }: DraftContext): Refusal | undefined {
  if (!isTexts(p['tags'])) return 'Tags are short texts, 200 at most.';
  if (!isTexts(p['assigned'])) return 'An article is assigned to analysts of the project.';
  const assigned = (p['assigned'] ?? []) as readonly string[];
  return assigned.every(hasAnalyst)
    ? undefined
    : 'An article is assigned to analysts of the project.';
}

function checkArticle(draft: OpDraft, context: DraftContext): Refusal | undefined {
  const text = context.text(draft.r);
  if (text === undefined) return 'This article is not in the project.';
  const wrong = Object.keys(draft.p).find((field) => !ARTICLE_FIELDS.has(field));
  if (wrong !== undefined) return `The field “${wrong}” of an article does not change.`;
  const texts = ['title', 'outlet', 'byline', 'date', 'language'];
  if (!texts.every((field) => isText(draft.p[field])))
    return 'A field of an article is a short text.';
  if (!isFurniture(draft.p['furniture'], text.length)) {
    return 'Furniture has to lie within the text, in order, without overlap.';
  }
  return checkLists(draft, context);
}

function checkDraft(
  draft: OpDraft,
  context: DraftContext,
  together: Together,
): Refusal | undefined {
  if (draft.c !== 'project') return checkLayerDraft(draft, context, together);
  return draft.k === 'article'
    ? checkArticle(draft, context)
    : `The window does not write ${draft.k} records.`;
}

/**
 * Checks edits that a window proposes: own layer only, known labels, spans inside the text whose
 * words are the words there, values their attribute takes, ends and targets that exist, no field
 * that does not change. Imports are checked by their readers, the codebook by its own method.
 */
export function checkDrafts(
  drafts: readonly OpDraft[],
  context: DraftContext,
): Result<void, Refusal> {
  const together = new Map(drafts.map((draft) => [recordKey(draft), draft] as const));
  for (const draft of drafts) {
    const refusal = checkDraft(draft, context, together);
    if (refusal !== undefined) return err(refusal);
  }
  return ok(undefined);
}
