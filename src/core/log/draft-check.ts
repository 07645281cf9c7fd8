import type { Anchor } from '../model/annotation.ts';
import type { Furniture } from '../model/article.ts';
import type { Json } from '../model/json.ts';
import { isSpanWithin } from '../model/span.ts';
import { err, ok, type Result } from '../result.ts';
import { checkAnchor } from '../text/anchor.ts';
import { DELETED, layerChannel, type OpDraft, splitRecordId } from './op.ts';
import { isDeleted, type RecordState } from './record.ts';

/** What a proposed edit is checked against. */
export interface DraftContext {
  /** Id of the analyst who proposes it. */
  readonly analyst: string;
  readonly labelIds: ReadonlySet<string>;
  /** The record as it is; `undefined` where there is none. */
  readonly record: (draft: OpDraft) => RecordState | undefined;
  /** Stored text of an article that exists; `undefined` otherwise. */
  readonly text: (articleId: string) => string | undefined;
}

/** Why an edit is refused, in words for a person. */
export type Refusal = string;

const NOTE_LENGTH = 100_000;

const ARTICLE_FIELDS = new Set([
  'title',
  'outlet',
  'byline',
  'date',
  'language',
  'furniture',
  DELETED,
]);
const ANNOTATION_FIELDS = new Set([
  'label',
  'spans',
  'note',
  'origin',
  'codebookVersion',
  'createdAt',
  'updatedAt',
  DELETED,
]);
const NEW_ANNOTATION = ['label', 'spans', 'createdAt', 'updatedAt', 'codebookVersion'];

function isText(value: Json | undefined, limit = 1000): boolean {
  return value === undefined || (typeof value === 'string' && value.length <= limit);
}

function isIsoTime(value: Json | undefined): boolean {
  return (
    value === undefined ||
    (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u.test(value))
  );
}

function isAnchor(value: Json): value is Json & Anchor {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const anchor = value as { readonly [key: string]: Json };
  const { spans, quote } = anchor as { spans?: Json; quote?: Json };
  return (
    Array.isArray(spans) &&
    spans.length > 0 &&
    spans.every(
      (span) => Array.isArray(span) && span.length === 2 && span.every((n) => Number.isInteger(n)),
    ) &&
    Array.isArray(quote) &&
    quote.length === spans.length &&
    quote.every((words) => typeof words === 'string') &&
    typeof anchor['prefix'] === 'string' &&
    typeof anchor['suffix'] === 'string'
  );
}

function checkSpans(value: Json | undefined, text: string): Refusal | undefined {
  if (value === undefined) return undefined;
  if (!isAnchor(value)) return 'The position of the annotation is not of the right shape.';
  if (value.spans.some((span) => span[0] === span[1]))
    return 'An annotation needs at least one character.';
  if (!value.spans.every((span) => isSpanWithin(span, text.length))) {
    return `The annotation lies outside the text, which has ${text.length} characters.`;
  }
  return checkAnchor(text, value) === 'ok'
    ? undefined
    : 'The words of the annotation are not the words at its position.';
}

function checkAnnotationFields(draft: OpDraft, context: DraftContext): Refusal | undefined {
  const unknown = Object.keys(draft.p).find(
    (field) => !ANNOTATION_FIELDS.has(field) && !field.startsWith('a.'),
  );
  if (unknown !== undefined) return `Annotations have no field “${unknown}”.`;
  const label = draft.p['label'];
  if (label !== undefined && (typeof label !== 'string' || !context.labelIds.has(label))) {
    return 'The codebook has no such label.';
  }
  if (!isText(draft.p['note'], NOTE_LENGTH)) return 'The note is not text, or is too long.';
  if (!isIsoTime(draft.p['createdAt']) || !isIsoTime(draft.p['updatedAt'])) {
    return 'A time of the annotation is not ISO-8601 UTC.';
  }
  return undefined;
}

function checkAnnotation(draft: OpDraft, text: string, context: DraftContext): Refusal | undefined {
  const before = context.record(draft);
  const exists = before !== undefined && !isDeleted(before);
  const missing = NEW_ANNOTATION.find((field) => draft.p[field] === undefined);
  if (!exists && missing !== undefined) {
    return before === undefined
      ? `A new annotation needs “${missing}”.`
      : 'This annotation was deleted; undo brings it back.';
  }
  return checkAnnotationFields(draft, context) ?? checkSpans(draft.p['spans'], text);
}

function checkRelation(draft: OpDraft, context: DraftContext): Refusal | undefined {
  const articleId = splitRecordId(draft.r)?.articleId ?? '';
  for (const end of ['from', 'to'] as const) {
    const id = draft.p[end];
    if (id === undefined) continue;
    if (typeof id !== 'string') return 'A relation links two annotations.';
    const record = context.record({ c: draft.c, k: 'annotation', r: `${articleId}/${id}`, p: {} });
    if (record === undefined || isDeleted(record))
      return 'A relation links annotations that exist.';
  }
  return isText(draft.p['type'], 200) ? undefined : 'The type of a relation is a short text.';
}

function checkLayerDraft(draft: OpDraft, context: DraftContext): Refusal | undefined {
  if (draft.c !== layerChannel(context.analyst))
    return 'Each analyst writes only to their own layer.';
  const articleId = splitRecordId(draft.r)?.articleId;
  const text = articleId === undefined ? undefined : context.text(articleId);
  if (text === undefined) return 'The article of this edit is not in the project.';
  if (draft.k === 'annotation') return checkAnnotation(draft, text, context);
  if (draft.k === 'relation') return checkRelation(draft, context);
  return draft.k === 'document' ? undefined : `A layer has no ${draft.k}.`;
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

function checkArticle(draft: OpDraft, context: DraftContext): Refusal | undefined {
  const text = context.text(draft.r);
  if (text === undefined) return 'This article is not in the project.';
  const wrong = Object.keys(draft.p).find((field) => !ARTICLE_FIELDS.has(field));
  if (wrong !== undefined) return `The field “${wrong}” of an article does not change.`;
  const texts = ['title', 'outlet', 'byline', 'date', 'language'];
  if (!texts.every((field) => isText(draft.p[field])))
    return 'A field of an article is a short text.';
  return isFurniture(draft.p['furniture'], text.length)
    ? undefined
    : 'Furniture has to lie within the text, in order, without overlap.';
}

function checkDraft(draft: OpDraft, context: DraftContext): Refusal | undefined {
  if (draft.c !== 'project') return checkLayerDraft(draft, context);
  return draft.k === 'article'
    ? checkArticle(draft, context)
    : `The window does not write ${draft.k} records.`;
}

/**
 * Checks edits that a window proposes: own layer only, known labels, spans inside the text whose
 * words are the words there, no field that does not change. Imports are checked by their readers.
 */
export function checkDrafts(
  drafts: readonly OpDraft[],
  context: DraftContext,
): Result<void, Refusal> {
  for (const draft of drafts) {
    const refusal = checkDraft(draft, context);
    if (refusal !== undefined) return err(refusal);
  }
  return ok(undefined);
}
