import type { Annotation } from '../model/annotation.ts';
import type { Json } from '../model/json.ts';
import { foldText } from './fold.ts';
import { type AttributeFilter, asksForAnnotations, type Filter } from './query.ts';

/** What a filter looks at in an annotation. */
export type FilteredAnnotation = Pick<Annotation, 'label' | 'analyst' | 'attributes'>;

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

/** True when an annotation has what a filter asks for; whether the filter says “not” is left aside. */
export function hasAsked(annotation: FilteredAnnotation, filter: Filter): boolean {
  if (filter.kind === 'attribute') return hasAttribute(annotation, filter);
  if (filter.kind !== 'label' && filter.kind !== 'analyst') return true;
  return filter.values.includes('*') || filter.values.includes(annotation[filter.kind]);
}

/** True when one annotation has all that the filters ask of it, and nothing they rule out. */
export function passes(annotation: FilteredAnnotation, filters: readonly Filter[]): boolean {
  return filters
    .filter(asksForAnnotations)
    .every((filter) => hasAsked(annotation, filter) !== filter.not);
}
