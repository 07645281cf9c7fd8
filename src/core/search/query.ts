import type { Confidence } from '../model/annotation.ts';

/**
 * What a search asks for, as `parseQuery` reads it. Offsets called `start` and `end` are
 * `[start, end)` in UTF-16 code units of the query as it was typed.
 */

/** A place in the query as it was typed. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Words that stand next to each other: one for a word, several for a phrase. */
export interface WordsTerm extends Place {
  readonly kind: 'words';
  /** As typed, without quotation marks, `=` or `*`. */
  readonly text: string;
  /** Case and diacritics count. */
  readonly exact: boolean;
  /** The last word may go on. */
  readonly prefix: boolean;
}

/** A regular expression in RE2's syntax. Whether it is one is for the engine to say. */
export interface PatternTerm extends Place {
  readonly kind: 'pattern';
  readonly source: string;
  /** Any of `i`, `m`, `s`, each once. */
  readonly flags: string;
}

/** Something to look for in the text. */
export type Term = WordsTerm | PatternTerm;

/** The fields whose values are words. */
export type WordField = 'outlet' | 'title' | 'tag' | 'lang' | 'state' | 'label' | 'analyst';

/** Any one of the values is enough. */
export interface WordFilter extends Place {
  readonly kind: WordField;
  readonly not: boolean;
  /** At least one; `*` stands for any. */
  readonly values: readonly string[];
}

/** An attribute of an annotation has any one of the values. */
export interface AttributeFilter extends Place {
  readonly kind: 'attribute';
  readonly not: boolean;
  readonly name: string;
  /** At least one; `*` stands for any. */
  readonly values: readonly string[];
}

/** The article's date lies between two dates, both included. */
export interface DateFilter extends Place {
  readonly kind: 'date';
  readonly not: boolean;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where the side is open. */
  readonly from: string;
  /** As `from`. A month includes its last day. */
  readonly to: string;
}

/** How sure an annotation’s analyst is of it: one of the levels, or nobody said. */
export type ConfidenceLevel = Confidence | 'none';

/** The confidence of an annotation is any one of the levels. */
export interface ConfidenceFilter extends Place {
  readonly kind: 'confidence';
  readonly not: boolean;
  /** At least one. */
  readonly levels: readonly ConfidenceLevel[];
}

/** Somebody said any one of these words about an annotation, or about the article. */
export interface CommentFilter extends Place {
  readonly kind: 'comment';
  readonly not: boolean;
  /** At least one; `*` stands for any words. */
  readonly values: readonly string[];
}

/** What is said about an annotation or the article is still open, or is resolved. */
export interface ThreadFilter extends Place {
  readonly kind: 'thread';
  readonly not: boolean;
  readonly open: boolean;
}

/** Which part of the page is looked at. */
export type Region = 'article' | 'furniture' | 'all';

/** Something a hit or its article must have, or must not have. */
export type Filter =
  | WordFilter
  | AttributeFilter
  | DateFilter
  | ConfidenceFilter
  | CommentFilter
  | ThreadFilter;

/** A filter that asks for annotations rather than for articles. */
export type AnnotationFilter =
  | AttributeFilter
  | ConfidenceFilter
  | CommentFilter
  | ThreadFilter
  | (WordFilter & { readonly kind: 'label' | 'analyst' });

/** A search. A query without terms and filters finds nothing. */
export interface Query {
  /** An article has to hold all of them; each place where one of them stands is a hit. */
  readonly terms: readonly Term[];
  /** An article that holds any of them is left out. */
  readonly without: readonly Term[];
  readonly filters: readonly Filter[];
  readonly region: Region;
}

/** Why a query cannot be understood, and where. */
export interface QueryProblem extends Place {
  readonly message: string;
}

const OF_ANNOTATIONS: ReadonlySet<Filter['kind']> = new Set<AnnotationFilter['kind']>([
  'label',
  'analyst',
  'attribute',
  'confidence',
  'comment',
  'thread',
]);

/** True for a filter that asks for annotations rather than for articles. */
export function asksForAnnotations(filter: Filter): filter is AnnotationFilter {
  return OF_ANNOTATIONS.has(filter.kind);
}

/** True for a filter that asks for what was said about annotations and articles. */
export function asksForComments({ kind }: Filter): boolean {
  return kind === 'comment' || kind === 'thread';
}

/** True when there is nothing to look for. */
export function isEmptyQuery(query: Query): boolean {
  return query.terms.length === 0 && query.without.length === 0 && query.filters.length === 0;
}
