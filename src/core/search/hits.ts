import { compareSpans, type Span, spansOverlap } from '../model/span.ts';
import { err, ok, type Result } from '../result.ts';
import { hasAsked, passes } from './annotation-filters.ts';
import { findWords, type SearchText, searchText, wordPattern } from './find-words.ts';
import {
  type AnnotationFilter,
  asksForAnnotations,
  type PatternTerm,
  type Query,
  type QueryProblem,
  type Region,
  type Term,
} from './query.ts';
import type { SearchedAnnotation } from './searched-annotations.ts';

/** Finds a regular expression: all places in a text, ascending, none of them empty. */
export type FindPattern = (text: string) => readonly Span[];

/** Makes a regular expression ready; refuses in words what is not one. */
export type CompilePattern = (pattern: PatternTerm) => Result<FindPattern, string>;

type Find = (of: SearchText) => readonly Span[];

/** A query that is ready to be put to articles. */
export interface ReadyQuery {
  readonly query: Query;
  readonly terms: readonly Find[];
  readonly without: readonly Find[];
  readonly wanted: readonly AnnotationFilter[];
  readonly unwanted: readonly AnnotationFilter[];
}

/** What a query is put to. */
export interface SearchedArticle {
  readonly text: string;
  readonly furniture: readonly Span[];
  /** Of all layers that the query may see. */
  readonly annotations: readonly SearchedAnnotation[];
}

/** A place that was found. Where the article itself is what was found, it is empty. */
export interface Hit {
  /** `[start, end)` in UTF-16 code units of the stored text. */
  readonly span: Span;
  /** The annotation that is the hit; `undefined` where words are. */
  readonly annotation: SearchedAnnotation | undefined;
}

function readyTerm(term: Term, compile: CompilePattern): Result<Find, QueryProblem> {
  if (term.kind === 'words') {
    const pattern = wordPattern(term.text, term.exact, term.prefix);
    return ok((of) => findWords(of, pattern));
  }
  const compiled = compile(term);
  if (!compiled.ok) return err({ message: compiled.error, start: term.start, end: term.end });
  return ok((of) => compiled.value(of.text));
}

function readyTerms(
  terms: readonly Term[],
  compile: CompilePattern,
): Result<readonly Find[], QueryProblem> {
  const ready: Find[] = [];
  for (const term of terms) {
    const one = readyTerm(term, compile);
    if (!one.ok) return one;
    ready.push(one.value);
  }
  return ok(ready);
}

/** Makes a query ready. @returns refused where a regular expression is none */
export function readyQuery(
  query: Query,
  compile: CompilePattern,
): Result<ReadyQuery, QueryProblem> {
  const terms = readyTerms(query.terms, compile);
  if (!terms.ok) return terms;
  const without = readyTerms(query.without, compile);
  if (!without.ok) return without;
  const asking = query.filters.filter(asksForAnnotations);
  return ok({
    query,
    terms: terms.value,
    without: without.value,
    wanted: asking.filter(({ not }) => !not),
    unwanted: asking.filter(({ not }) => not),
  });
}

/** The first stretch that ends after `offset`; stretches ascend and do not overlap. */
function firstAfter(stretches: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.[1] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return stretches[low];
}

function isIn(region: Region, furniture: readonly Span[], span: Span): boolean {
  if (region === 'all') return true;
  const next = firstAfter(furniture, span[0]);
  const touches = next !== undefined && next[0] < Math.max(span[1], span[0] + 1);
  return touches === (region === 'furniture');
}

/** What is said of the whole article is said of every word of it. */
function touches(annotation: SearchedAnnotation, span: Span): boolean {
  return annotation.onArticle || annotation.spans.some((one) => spansOverlap(one, span));
}

function bodyStart({ text, furniture }: SearchedArticle): number {
  let at = 0;
  for (const [start, end] of furniture) {
    if (text.slice(at, start).trim() !== '') break;
    at = end;
  }
  return at + (/^\s*/u.exec(text.slice(at, at + 200))?.[0].length ?? 0);
}

function extent({ spans }: SearchedAnnotation): Span {
  return [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0];
}

function theArticle(article: SearchedArticle): Hit {
  const at = bodyStart(article);
  return { span: [at, at], annotation: undefined };
}

function annotationHits(ready: ReadyQuery, article: SearchedArticle): Hit[] {
  const { region, filters } = ready.query;
  const passing = article.annotations.filter((annotation) => passes(annotation, filters));
  const onWords = passing
    .filter(({ onArticle }) => !onArticle)
    .map((annotation): Hit => ({ span: extent(annotation), annotation }))
    .filter(({ span }) => isIn(region, article.furniture, span))
    .toSorted((a, b) => compareSpans(a.span, b.span));
  // However many of its labels pass, the article is one hit, and it comes first.
  return passing.some(({ onArticle }) => onArticle) ? [theArticle(article), ...onWords] : onWords;
}

function articleHits(ready: ReadyQuery, article: SearchedArticle): Hit[] {
  const ruledOut = ready.unwanted.some((filter) =>
    article.annotations.some((annotation) => hasAsked(annotation, filter)),
  );
  return ruledOut ? [] : [theArticle(article)];
}

function isOnWanted(ready: ReadyQuery, article: SearchedArticle, span: Span): boolean {
  const { wanted, unwanted } = ready;
  if (wanted.length + unwanted.length === 0) return true;
  const there = article.annotations.filter((annotation) => touches(annotation, span));
  if (unwanted.some((filter) => there.some((annotation) => hasAsked(annotation, filter)))) {
    return false;
  }
  return wanted.length === 0 || there.some((annotation) => passes(annotation, wanted));
}

function wordHits(ready: ReadyQuery, article: SearchedArticle, of: SearchText): Hit[] {
  const { region } = ready.query;
  const spans: Span[] = [];
  for (const find of ready.terms) {
    const found = find(of).filter((span) => isIn(region, article.furniture, span));
    if (found.length === 0) return [];
    for (const span of found) spans.push(span);
  }
  if (ready.terms.length > 1) spans.sort(compareSpans);
  return spans
    .filter((span, index) => {
      const before = spans[index - 1];
      return before === undefined || before[0] !== span[0] || before[1] !== span[1];
    })
    .filter((span) => isOnWanted(ready, article, span))
    .map((span) => ({ span, annotation: undefined }));
}

/**
 * The hits of a query in one article, in reading order. Filters on articles are taken as passed.
 * With words, the hits are the words, where asked for on annotations that pass; without words they
 * are those annotations, and the article where what is said of the whole of it passes; without
 * either, the article.
 */
export function hitsIn(ready: ReadyQuery, article: SearchedArticle): Hit[] {
  const of = searchText(article.text);
  if (ready.without.some((find) => find(of).length > 0)) return [];
  if (ready.terms.length > 0) return wordHits(ready, article, of);
  return ready.wanted.length > 0 ? annotationHits(ready, article) : articleHits(ready, article);
}
