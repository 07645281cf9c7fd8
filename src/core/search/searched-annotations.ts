import type { Annotation, DocumentLabels } from '../model/annotation.ts';
import type { Comment } from '../model/comment.ts';
import type { JsonObject } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import type { FilteredAnnotation } from './annotation-filters.ts';
import { searchedThreads, threadKey } from './searched-threads.ts';

/** An annotation, or a label of a whole article, as a search sees it. */
export type SearchedAnnotation = FilteredAnnotation & {
  /** Empty for what is said of the whole article. */
  readonly id: string;
  /** Ascending, `[start, end)` in UTF-16 code units; none for what is said of the whole article. */
  readonly spans: readonly Span[];
};

/** What is kept of it; what was said about it is kept apart. */
export type KeptAnnotation = Omit<SearchedAnnotation, 'threads' | 'onArticle'>;

/** An annotation as it is kept for a search. */
export function keptAnnotation(annotation: Annotation): KeptAnnotation {
  const { id, analyst, label, attributes, confidence, anchor } = annotation;
  return {
    id,
    analyst,
    label,
    attributes,
    spans: anchor.spans,
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** The labels of a whole article as they are kept for a search. */
export function keptDocumentLabels(analyst: string, labels: DocumentLabels): KeptAnnotation[] {
  return Object.entries(labels).map(([label, answers]) => {
    const isObject = typeof answers === 'object' && answers !== null && !Array.isArray(answers);
    const attributes = isObject ? (answers as JsonObject) : {};
    return { id: '', analyst, label, attributes, spans: [] };
  });
}

/**
 * Everything a search can find in one article: the annotations and the labels of the article with
 * what was said about them. What was said about an article without labels stands alone.
 * @param analysts whose layers may be seen @param kept of these layers
 * @param comments of all layers of the article
 */
export function searchedAnnotations(
  analysts: readonly string[],
  kept: readonly KeptAnnotation[],
  comments: readonly Comment[],
): SearchedAnnotation[] {
  const there = new Set(kept.map(({ analyst, id }) => threadKey(analyst, id)));
  const said = searchedThreads(analysts, comments, (key) => there.has(key));
  const found = kept.map((one): SearchedAnnotation => {
    const onArticle = one.spans.length === 0;
    const own = said.onAnnotations.get(threadKey(one.analyst, one.id)) ?? [];
    return { ...one, onArticle, threads: onArticle ? said.onArticle : own };
  });
  if (said.onArticle.length === 0 || found.some(({ onArticle }) => onArticle)) return found;
  const alone = { id: '', label: '', attributes: {}, spans: [], onArticle: true };
  return [...found, { ...alone, analyst: analysts[0] ?? '', threads: said.onArticle }];
}
