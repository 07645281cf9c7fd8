import { addAnnotation, editAnnotation, removeAnnotation } from '../log/annotation-ops.ts';
import type { OpDraft } from '../log/op.ts';
import type { Annotation } from '../model/annotation.ts';
import type { Json } from '../model/json.ts';
import { type Span, spansOverlap } from '../model/span.ts';
import { checkAnchor, describeAnchor } from '../text/anchor.ts';
import { snapSpan } from '../text/snap.ts';

/** What is done to many hits at once. Labels are ids. */
export type BulkAction =
  | { readonly kind: 'add'; readonly label: string }
  | { readonly kind: 'relabel'; readonly label: string }
  | { readonly kind: 'remove' }
  | { readonly kind: 'attribute'; readonly name: string; readonly value: Json };

/** Why nothing is done to a hit. */
export type SkipReason =
  /** An annotation with this label stands on exactly these words already. */
  | 'identical'
  /** It has this label, or this value, already. */
  | 'already'
  /** No annotation of one's own touches the hit. */
  | 'no-annotation'
  /** The hit is blanks: there are no words to label. */
  | 'no-words'
  /** The hit is a whole article: its labels are changed in the article itself. */
  | 'whole-article'
  /** The words are no longer at this place, or an annotation’s quote is not what stands there. */
  | 'moved'
  /** Another hit of the same action came to the same annotation. */
  | 'repeated'
  /** The layer that would change is submitted. */
  | 'submitted';

/** A hit that something is to be done to. */
export interface BulkHit {
  /** `[start, end)` in UTF-16 code units of the stored text. */
  readonly span: Span;
  /** The words there when it was found. */
  readonly words: string;
  /** The annotation that is the hit, where one is. */
  readonly annotationId: string | undefined;
}

/** What comes of one hit. */
export interface BulkStep {
  readonly span: Span;
  readonly quote: string;
  readonly outcome: 'add' | 'change' | 'remove' | 'skip';
  readonly reason: SkipReason | undefined;
  /** The span was widened so that it ends where a character ends. */
  readonly snapped: boolean;
  /** Label id before; `undefined` for what is new. */
  readonly before: string | undefined;
  readonly draft: OpDraft | undefined;
}

/** The article that hits are in, and what is given to what is made there. */
export interface BulkArticle {
  readonly articleId: string;
  readonly text: string;
  /** Of the acting analyst's layer. */
  readonly annotations: readonly Annotation[];
  readonly analyst: string;
  readonly codebookVersion: number;
  /** ISO-8601 UTC. */
  readonly now: string;
  readonly newId: () => string;
  /** True where the layer is submitted: nothing in it changes. */
  readonly isFrozen: boolean;
  /** True for annotations that the query's filters let through. */
  readonly isMeant: (annotation: Annotation) => boolean;
}

function skip(hit: BulkHit, reason: SkipReason, before?: string): BulkStep {
  const { span, words } = hit;
  return { span, quote: words, outcome: 'skip', reason, snapped: false, before, draft: undefined };
}

function sameSpan({ anchor }: Annotation, span: Span): boolean {
  const only = anchor.spans.length === 1 ? anchor.spans[0] : undefined;
  return only !== undefined && only[0] === span[0] && only[1] === span[1];
}

/** Makes one annotation of a hit. @param made spans that this action labelled before, as keys */
function add(article: BulkArticle, hit: BulkHit, label: string, made: Set<string>): BulkStep {
  const span = snapSpan(article.text, hit.span, 'character');
  const anchor = span === undefined ? undefined : describeAnchor(article.text, [span]);
  if (span === undefined || anchor?.ok !== true) return skip(hit, 'no-words');
  const twin = article.annotations.some((one) => one.label === label && sameSpan(one, span));
  if (twin) return skip(hit, 'identical', label);
  if (made.has(span.join('-'))) return skip(hit, 'repeated');
  made.add(span.join('-'));
  const { articleId, analyst, codebookVersion, now } = article;
  const draft = addAnnotation({
    id: article.newId(),
    articleId,
    analyst,
    label,
    anchor: anchor.value,
    attributes: {},
    note: '',
    origin: { kind: 'search' },
    codebookVersion,
    createdAt: now,
    updatedAt: now,
  });
  const snapped = span[0] !== hit.span[0] || span[1] !== hit.span[1];
  const quote = anchor.value.quote[0] ?? '';
  return { span, quote, outcome: 'add', reason: undefined, snapped, before: undefined, draft };
}

function concerned(article: BulkArticle, hit: BulkHit): Annotation[] {
  return article.annotations.filter((one) => {
    if (hit.annotationId !== undefined) return one.id === hit.annotationId;
    return article.isMeant(one) && one.anchor.spans.some((span) => spansOverlap(span, hit.span));
  });
}

function hasValue(annotation: Annotation, name: string, value: Json): boolean {
  const there = Object.hasOwn(annotation.attributes, name) ? annotation.attributes[name] : null;
  return JSON.stringify(there ?? null) === JSON.stringify(value);
}

function isWholeArticle({ span, annotationId }: BulkHit): boolean {
  return annotationId === undefined && span[0] === span[1];
}

type Changing = Exclude<BulkAction, { readonly kind: 'add' }>;

function isDone(annotation: Annotation, action: Changing): boolean {
  if (action.kind === 'relabel') return annotation.label === action.label;
  return action.kind === 'attribute' && hasValue(annotation, action.name, action.value);
}

function changed(annotation: Annotation, action: Changing, now: string): OpDraft {
  if (action.kind === 'remove') return removeAnnotation(annotation);
  if (action.kind === 'relabel') return editAnnotation(annotation, { label: action.label }, now);
  return editAnnotation(annotation, { attributes: { [action.name]: action.value } }, now);
}

function change(
  article: BulkArticle,
  hit: BulkHit,
  annotation: Annotation,
  action: Changing,
  done: Set<string>,
): BulkStep {
  const before = annotation.label;
  if (done.has(annotation.id)) return skip(hit, 'repeated', before);
  done.add(annotation.id);
  if (checkAnchor(article.text, annotation.anchor) !== 'ok') return skip(hit, 'moved', before);
  if (isDone(annotation, action)) return skip(hit, 'already', before);
  const { spans, quote } = annotation.anchor;
  return {
    span: [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0],
    quote: quote.join(' … '),
    outcome: action.kind === 'remove' ? 'remove' : 'change',
    reason: undefined,
    snapped: false,
    before,
    draft: changed(annotation, action, article.now),
  };
}

/**
 * What an action comes to in one article, hit by hit: exactly what would be written, and what is
 * skipped and why. Positions and words are checked against the text as it is now.
 */
export function planBulk(
  article: BulkArticle,
  hits: readonly BulkHit[],
  action: BulkAction,
): BulkStep[] {
  const done = new Set<string>();
  return hits.flatMap((hit): BulkStep[] => {
    if (article.isFrozen) return [skip(hit, 'submitted')];
    if (isWholeArticle(hit)) return [skip(hit, 'whole-article')];
    if (article.text.slice(...hit.span) !== hit.words) return [skip(hit, 'moved')];
    if (action.kind === 'add') return [add(article, hit, action.label, done)];
    const meant = concerned(article, hit);
    if (meant.length === 0) return [skip(hit, 'no-annotation')];
    return meant.map((annotation) => change(article, hit, annotation, action, done));
  });
}
