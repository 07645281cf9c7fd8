import type { Attribute } from '../model/attribute.ts';
import type { Label } from '../model/codebook.ts';
import type { ThreadPlace } from '../model/comment.ts';
import type { Json } from '../model/json.ts';
import { DELETED, type OpDraft, splitRecordId } from './op.ts';
import { isDeleted, type RecordState } from './record.ts';

/** What a proposed edit is checked against. */
export interface DraftContext {
  /** Id of the analyst who proposes it. */
  readonly analyst: string;
  /** By id, retired ones too. */
  readonly labels: ReadonlyMap<string, Label>;
  /** By id, those that are off too. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** True for an id of the roster. */
  readonly hasAnalyst: (id: string) => boolean;
  readonly hasArticle: (id: string) => boolean;
  /** The record as it is; `undefined` where there is none. */
  readonly record: (draft: Pick<OpDraft, 'c' | 'k' | 'r'>) => RecordState | undefined;
  /**
   * What a thread of comments is about; `undefined` where no comment of it is known. Removed
   * comments still tell, for a thread outlives its first comment.
   */
  readonly thread: (articleId: string, id: string) => ThreadPlace | undefined;
  /** Stored text of an article that exists; `undefined` otherwise. */
  readonly text: (articleId: string) => string | undefined;
}

/** Why an edit is refused, in words for a person. */
export type Refusal = string;

/** One draft, with what stands around it. */
export interface DraftSetting {
  readonly draft: OpDraft;
  readonly context: DraftContext;
  /** All drafts of the commit, by `recordKey`. */
  readonly together: ReadonlyMap<string, OpDraft>;
  readonly articleId: string;
  readonly text: string;
}

/** Names a record among the drafts of a commit. */
export function recordKey({ c, k, r }: Pick<OpDraft, 'c' | 'k' | 'r'>): string {
  return `${c}\n${k}\n${r}`;
}

/** True for a record that is there, or that the same commit creates, and that it does not remove. */
export function exists(
  { context, together, articleId }: DraftSetting,
  channel: string,
  kind: string,
  id: string,
): boolean {
  const key = { c: channel, k: kind, r: `${articleId}/${id}` };
  const draft = together.get(recordKey(key));
  const removed = draft?.p[DELETED];
  if (removed === false) return true;
  if (removed !== undefined) return false;
  const record = context.record(key);
  return record !== undefined && !isDeleted(record);
}

/** The first of the fields a new record needs that a draft does not bring, where it is new. */
export function missingField(
  { draft, context }: DraftSetting,
  needed: readonly string[],
  what: string,
): Refusal | undefined {
  const before = context.record(draft);
  if (before !== undefined && !isDeleted(before)) return undefined;
  const missing = needed.find((field) => draft.p[field] === undefined);
  if (missing === undefined) return undefined;
  return before === undefined
    ? `A new ${what} needs “${missing}”.`
    : `This ${what} was deleted; undo brings it back.`;
}

/** True for a text within the limit, and for a field that is not set. */
export function isText(value: Json | undefined, limit = 1000): boolean {
  return value === undefined || (typeof value === 'string' && value.length <= limit);
}

/** True for an ISO-8601 UTC time, and for a field that is not set. */
export function isIsoTime(value: Json | undefined): boolean {
  return (
    value === undefined ||
    (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u.test(value))
  );
}

/** True for a list of at most `most` short texts, and for a field that is not set. */
export function isTexts(value: Json | undefined, most = 200): boolean {
  return (
    value === undefined ||
    (Array.isArray(value) &&
      value.length <= most &&
      value.every((one) => typeof one === 'string' && one !== '' && one.length <= 200))
  );
}

/** The id of a layer record without its article. */
export function ownId(draft: Pick<OpDraft, 'r'>): string {
  return splitRecordId(draft.r)?.id ?? '';
}
