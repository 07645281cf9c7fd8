import type { Annotation } from '../model/annotation.ts';
import type { Json } from '../model/json.ts';
import { foldText } from './fold.ts';
import {
  type AnnotationFilter,
  type AttributeFilter,
  asksForAnnotations,
  type CommentFilter,
  type Filter,
} from './query.ts';
import type { SearchedThread } from './searched-threads.ts';

/** What a filter looks at in an annotation, or in what is said of the whole article. */
export type FilteredAnnotation = Pick<
  Annotation,
  'label' | 'analyst' | 'attributes' | 'confidence'
> & {
  /** What was said about it. */
  readonly threads: readonly SearchedThread[];
  /** It is about the article and not about words of it; its label may be empty. */
  readonly onArticle: boolean;
};

/** The words of an attribute's value: each of a list, and what an object calls itself. */
function wordsOf(value: Json | undefined): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(wordsOf);
  if (typeof value === 'object') {
    const { text, quote } = value as { readonly text?: Json; readonly quote?: Json };
    return [...wordsOf(text), ...wordsOf(quote)];
  }
  return [String(value)];
}

function hasAttribute({ attributes }: FilteredAnnotation, filter: AttributeFilter): boolean {
  const value = Object.hasOwn(attributes, filter.name) ? attributes[filter.name] : undefined;
  if (value === undefined || value === null) return false;
  if (filter.values.includes('*')) return true;
  const there = new Set(wordsOf(value).map(foldText));
  return filter.values.some((wanted) => there.has(foldText(wanted)));
}

function isSaid({ threads }: FilteredAnnotation, { values }: CommentFilter): boolean {
  if (values.includes('*')) return threads.length > 0;
  const said = threads.flatMap(({ words }) => words.map(foldText));
  return values.map(foldText).some((wanted) => said.some((words) => words.includes(wanted)));
}

/** True when an annotation has what a filter asks for; whether the filter says “not” is left aside. */
export function hasAsked(annotation: FilteredAnnotation, filter: AnnotationFilter): boolean {
  switch (filter.kind) {
    case 'attribute':
      return hasAttribute(annotation, filter);
    case 'confidence':
      return !annotation.onArticle && filter.levels.includes(annotation.confidence ?? 'none');
    case 'comment':
      return isSaid(annotation, filter);
    case 'thread':
      return annotation.threads.some(({ open }) => open === filter.open);
    case 'label':
      return filter.values.includes('*')
        ? !annotation.onArticle
        : filter.values.includes(annotation.label);
    case 'analyst':
      return filter.values.includes('*') || filter.values.includes(annotation.analyst);
  }
}

/** What was said by whom is not yet a reason to list an article: that takes a label or a word. */
function names(filters: readonly AnnotationFilter[]): boolean {
  return filters.some(({ kind, not }) => !not && kind !== 'analyst');
}

/** True when one annotation has all that the filters ask of it, and nothing they rule out. */
export function passes(annotation: FilteredAnnotation, filters: readonly Filter[]): boolean {
  const asking = filters.filter(asksForAnnotations);
  if (annotation.onArticle && !names(asking)) return false;
  return asking.every((filter) => hasAsked(annotation, filter) !== filter.not);
}
