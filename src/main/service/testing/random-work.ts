import { editAnnotation, editRelation } from '../../../core/log/annotation-ops.ts';
import { addComment, editComment, removeComment } from '../../../core/log/comment-ops.ts';
import { editDocument } from '../../../core/log/document-ops.ts';
import type { OpDraft } from '../../../core/log/op.ts';
import { editArticle } from '../../../core/log/project-ops.ts';
import { mergeAnnotations, splitAnnotation } from '../../../core/log/split-merge.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Comment } from '../../../core/model/comment.ts';
import type { Span } from '../../../core/model/span.ts';
import { describeAnchor } from '../../../core/text/anchor.ts';
import { addPart, removePart, splitSpans, toSentences } from '../../../core/text/parts.ts';
import { below, oneOf, type Situation, timeOf } from './random-situation.ts';

function reanchored(at: Situation, one: Annotation, spans: readonly Span[]): OpDraft[] {
  const anchor = describeAnchor(at.text, spans);
  return anchor.ok ? [editAnnotation(one, { anchor: anchor.value }, timeOf(at.turn))] : [];
}

/** Some words of the text. */
function anyWords({ random, text }: Situation): Span {
  const words = [...text.matchAll(/\p{L}+/gu)];
  const word = words[below(random, words.length)];
  return [word?.index ?? 0, (word?.index ?? 0) + (word?.[0].length ?? 1)];
}

function morePart(at: Situation): OpDraft[] {
  const one = oneOf(at.random, at.layer.annotations);
  if (one === undefined) return [];
  return reanchored(at, one, addPart(at.text, one.anchor.spans, anyWords(at)));
}

function lessPart(at: Situation): OpDraft[] {
  const broken = at.layer.annotations.filter(({ anchor }) => anchor.spans.length > 1);
  const one = oneOf(at.random, broken);
  const left = removePart(one?.anchor.spans ?? [], 0);
  return one === undefined || left === undefined ? [] : reanchored(at, one, left);
}

function wholeSentence(at: Situation): OpDraft[] {
  const one = oneOf(at.random, at.layer.annotations);
  return one === undefined ? [] : reanchored(at, one, toSentences(at.text, one.anchor.spans));
}

function sureness(at: Situation): OpDraft[] {
  const one = oneOf(at.random, at.layer.annotations);
  const confidence = oneOf(at.random, ['low', 'medium', 'high', null] as const);
  if (one === undefined || confidence === undefined) return [];
  return [editAnnotation(one, { confidence }, timeOf(at.turn))];
}

function split(at: Situation): OpDraft[] {
  const one = oneOf(at.random, at.layer.annotations);
  const [start, end] = [one?.anchor.spans[0]?.[0] ?? 0, one?.anchor.spans.at(-1)?.[1] ?? 0];
  const cut = start + below(at.random, Math.max(1, end - start));
  const pieces = splitSpans(at.text, one?.anchor.spans ?? [], [cut]);
  if (one === undefined || pieces.length < 2) return [];
  const ids = pieces.slice(1).map((_, index) => `an_${at.turn}_s${index}`);
  const drafts = splitAnnotation(at.text, one, { pieces, ids }, timeOf(at.turn));
  return drafts.ok ? drafts.value : [];
}

function merge(at: Situation): OpDraft[] {
  const keep = oneOf(at.random, at.layer.annotations);
  const alike = at.layer.annotations.filter(
    (one) => one.label === keep?.label && one.id !== keep.id,
  );
  const gone = oneOf(at.random, alike);
  if (keep === undefined || gone === undefined) return [];
  const drafts = mergeAnnotations(at.text, at.layer, { keep, gone }, timeOf(at.turn));
  return drafts.ok ? drafts.value : [];
}

function retype(at: Situation): OpDraft[] {
  const one = oneOf(at.random, at.layer.relations);
  const type = oneOf(at.random, ['same_as', 'contradicts', 'responds_to']);
  if (one === undefined || type === undefined || type === one.type) return [];
  return [editRelation(one, { type }, timeOf(at.turn))];
}

/** Something more in a thread: an answer, or what closes or opens it. */
function answer(at: Situation, action: Comment['action']): OpDraft[] {
  const first = oneOf(at.random, at.comments);
  if (first === undefined) return [];
  const time = timeOf(at.turn);
  const said = { ...first, id: `co_${at.turn}`, analyst: at.me, action, text: `More ${at.turn}` };
  return [addComment({ ...said, createdAt: time, updatedAt: time })];
}

function changedComment(at: Situation): OpDraft[] {
  const one = oneOf(at.random, at.comments);
  return one === undefined ? [] : [editComment(one, `Other words ${at.turn}`, timeOf(at.turn))];
}

function goneComment(at: Situation): OpDraft[] {
  const one = oneOf(at.random, at.comments);
  return one === undefined ? [] : [removeComment(one)];
}

/** Edits of spans, doubts, relations, threads, states and whole lists of articles, each in one commit. */
export const WORK_EDITS: readonly ((at: Situation) => OpDraft[])[] = [
  morePart,
  morePart,
  lessPart,
  wholeSentence,
  sureness,
  split,
  merge,
  retype,
  (at) => answer(at, 'say'),
  (at) => answer(at, 'resolve'),
  (at) => answer(at, 'reopen'),
  changedComment,
  goneComment,
  (at) => [editDocument(at.articleId, at.me, { state: 'in-progress' })],
  (at) => [editArticle(at.articleId, { assigned: at.turn % 2 === 0 ? [at.me] : [] })],
  (at) => at.articles.map((id) => editArticle(id, { tags: [`all ${at.turn % 4}`] })),
  (at) => at.articles.map((id) => editArticle(id, { assigned: at.turn % 3 === 0 ? [] : [at.me] })),
];
