import { type GivenState, progressOf } from '../model/layer-document.ts';
import { DOCUMENT } from './document-ops.ts';
import { DELETED, layerChannel, type OpDraft } from './op.ts';

/** How far a team is with one layer, in the order of the work. */
export const MEMBER_STATES = [
  'none',
  'assigned',
  'in-progress',
  'submitted',
  'returned',
  'locked',
] as const;

/** How far an analyst is with an article, as the team sees it; `none`: not theirs. */
export type MemberState = (typeof MEMBER_STATES)[number];

/** How far a team is with an article, in the order of the work. */
export const ARTICLE_STATES = [
  'unassigned',
  'collecting',
  'ready',
  'in-review',
  'adjudicated',
  'signed-off',
] as const;

/** One of {@link ARTICLE_STATES}. */
export type ArticleState = (typeof ARTICLE_STATES)[number];

/** What an article record says of its review: the states that follow from no layer. */
export type ReviewState = Extract<ArticleState, 'in-review' | 'adjudicated' | 'signed-off'>;

/** What is known of a layer without opening it. */
export interface LayerFacts {
  /** What its document record says; `undefined` where it says nothing. */
  readonly said: string | undefined;
  /** True where something is marked, related, labelled or read. */
  readonly isBegun: boolean;
}

function documentDraft(articleId: string, analyst: string, p: OpDraft['p']): OpDraft {
  const record = { c: layerChannel(analyst), k: DOCUMENT, r: `${articleId}/${DOCUMENT}` };
  return { ...record, p: { ...p, [DELETED]: false } };
}

/** The draft with which an analyst hands a layer in. @param digest SHA-256 of what is in it */
export function submitLayer(articleId: string, analyst: string, digest: string): OpDraft {
  return documentDraft(articleId, analyst, { state: 'submitted', digest, reason: null });
}

/** The draft that hands a layer back to its analyst, or closes it for good. @param reason in words */
export function giveState(
  articleId: string,
  analyst: string,
  state: GivenState,
  reason: string,
): OpDraft {
  return documentDraft(articleId, analyst, { state, reason });
}

/** How far an analyst is with an article. */
export function memberState(isAssigned: boolean, layer: LayerFacts | undefined): MemberState {
  const said = layer?.said;
  if (said === 'returned' || said === 'locked' || said === 'submitted') return said;
  const isBegun = layer?.isBegun === true || progressOf(said) === 'in-progress';
  if (isBegun) return 'in-progress';
  return isAssigned ? 'assigned' : 'none';
}

/**
 * How far a team is with an article: what was said of its review, otherwise whether all who have it
 * handed their layers in.
 * @param members the states of all analysts
 */
export function articleState(
  members: readonly MemberState[],
  review: ReviewState | undefined,
): ArticleState {
  if (review !== undefined) return review;
  const theirs = members.filter((state) => state !== 'none');
  if (theirs.length === 0) return 'unassigned';
  return theirs.every((state) => state === 'submitted' || state === 'locked')
    ? 'ready'
    : 'collecting';
}

/** What an article record says of its review, where this version knows it. */
export function isReviewState(value: unknown): value is ReviewState {
  return value === 'in-review' || value === 'adjudicated' || value === 'signed-off';
}
