import type { Annotation } from '../model/annotation.ts';
import { compareSpans, type Span } from '../model/span.ts';
import { graphemeAt } from '../text/graphemes.ts';
import { compareStrings, inOrder } from '../text/order.ts';
import { sentencesIn } from '../text/sentences.ts';
import { wordsIn } from '../text/words.ts';
import type { LossLog } from './loss.ts';
import { annotationExample } from './place-annotation.ts';

/** A word or a sign. `[start, end)` in UTF-16 code units; it holds no white space. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** True where exactly what follows is white space. */
  readonly spaceAfter: boolean;
}

/** A stretch of tokens: `[first, end)` by their place in the list. */
export type TokenRange = readonly [first: number, end: number];

/** A text cut into tokens, and the tokens into sentences. Every token is in one sentence. */
export interface TokenisedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Ascending, none empty, one after the other. */
  readonly sentences: readonly TokenRange[];
}

/** What ends a token wherever it stands: what Python's `str.split` splits at. */
const SPACE = /[\s\u0085\u001c-\u001f]/;
const SPACES = /[\s\u0085\u001c-\u001f]+/gu;

/** Stretches of `[from, to)` without white space. */
function* solid(text: string, from: number, to: number): Generator<Span, void> {
  let start = from;
  for (const { index, 0: found } of text.slice(from, to).matchAll(SPACES)) {
    if (from + index > start) yield [start, from + index];
    start = from + index + found.length;
  }
  if (start < to) yield [start, to];
}

/** What stands between two words: each sign (cluster) by itself. */
function* signs(text: string, from: number, to: number): Generator<Span, void> {
  for (const [start, end] of solid(text, from, to)) {
    for (let at = start; at < end; ) {
      const next = Math.min(Math.max(graphemeAt(text, at)?.[1] ?? end, at + 1), end);
      yield [at, next];
      at = next;
    }
  }
}

function* pieces(text: string): Generator<Span, void> {
  let done = 0;
  for (const [start, end] of wordsIn(text)) {
    yield* signs(text, done, start);
    yield* solid(text, Math.max(start, done), end);
    done = Math.max(done, end);
  }
  yield* signs(text, done, text.length);
}

/** A token goes to the sentence that ends after its start. */
function sentencesOver(text: string, tokens: readonly Token[]): readonly TokenRange[] {
  const ranges: TokenRange[] = [];
  const ends = Array.from(sentencesIn(text), ([, end]) => end);
  let first = 0;
  for (const end of [...ends.slice(0, -1), text.length]) {
    let next = first;
    while ((tokens[next]?.start ?? end) < end) next += 1;
    if (next > first) ranges.push([first, next]);
    first = next;
  }
  return ranges;
}

/**
 * Cuts a text into words (see `text/words.ts`) and single signs. All but white space is in exactly
 * one token, so `text.slice(start, end)` of the tokens and what lies between them give the text.
 */
export function tokenise(text: string): TokenisedText {
  const tokens = Array.from(pieces(text), ([start, end]): Token => {
    const spaceAfter = end < text.length && SPACE.test(text.charAt(end));
    return { start, end, text: text.slice(start, end), spaceAfter };
  });
  return { text, tokens, sentences: sentencesOver(text, tokens) };
}

/** Index of the first token that ends after an offset. */
function firstAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where a span stands among tokens, or why it cannot be said in tokens. */
export type Alignment =
  | { readonly range: TokenRange; readonly isExact: boolean }
  | { readonly problem: 'no-token' | 'inside-token' };

/**
 * The tokens that a span covers. White space at its edges is left out (`isExact` is then false); an
 * edge inside a token, or a span without any token, has no alignment.
 * @param span `[start, end)` in UTF-16 code units
 */
export function alignSpan(tokens: readonly Token[], [start, end]: Span): Alignment {
  const first = firstAfter(tokens, start);
  const begin = tokens[first];
  if (start === end || begin === undefined || begin.start >= end) return { problem: 'no-token' };
  const next = firstAfter(tokens, end - 1);
  const holdsEnd = (tokens[next]?.start ?? end) < end;
  const last = holdsEnd ? next : next - 1;
  const final = tokens[last] ?? begin;
  if (begin.start < start || final.end > end) return { problem: 'inside-token' };
  return { range: [first, last + 1], isExact: begin.start === start && final.end === end };
}

/** The tokens that share at least one code unit with a span; `undefined` where none does. */
export function tokensOver(tokens: readonly Token[], [start, end]: Span): TokenRange | undefined {
  const first = firstAfter(tokens, start);
  const after = firstAfter(tokens, end - 1);
  const last = (tokens[after]?.start ?? end) < end ? after : after - 1;
  return start < end && last >= first && first < tokens.length ? [first, last + 1] : undefined;
}

/**
 * The same tokens cut once more at every offset inside one, for tools whose tokens are only there to
 * be pointed at.
 * @param edges in UTF-16 code units, in any order
 */
export function cutTokens(
  tokens: readonly Token[],
  edges: readonly number[],
  text: string,
): readonly Token[] {
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  let next = 0;
  return tokens.flatMap((token) => {
    const pieces: Token[] = [];
    let { start } = token;
    while ((cuts[next] ?? token.end) <= start) next += 1;
    for (let cut = cuts[next] ?? token.end; cut < token.end; cut = cuts[next] ?? token.end) {
      pieces.push({ start, end: cut, text: text.slice(start, cut), spaceAfter: false });
      start = cut;
      next += 1;
    }
    return [...pieces, { ...token, start, text: text.slice(start, token.end) }];
  });
}

/** An annotation of one span, said in tokens. */
export interface AlignedAnnotation {
  readonly annotation: Annotation;
  readonly range: TokenRange;
}

/** Why an annotation is in no token format, for the loss report. */
const WHY = {
  'no-token': 'annotations on no words',
  'inside-token': 'annotations that begin or end inside a token',
} as const;

function alignOne(
  tokens: readonly Token[],
  annotation: Annotation,
  losses: LossLog,
): AlignedAnnotation | undefined {
  const example = annotationExample(annotation);
  const [span, another] = annotation.anchor.spans;
  if (span === undefined || another !== undefined) {
    losses.lost('annotations in several parts', example, 'discontinuous');
    return undefined;
  }
  const aligned = alignSpan(tokens, span);
  if ('problem' in aligned) {
    const needs = span[0] === span[1] ? (['zeroWidth'] as const) : [];
    losses.lost(WHY[aligned.problem], example, ...needs);
    return undefined;
  }
  if (!aligned.isExact) losses.lost('white space at the edges of annotations', example);
  return { annotation, range: aligned.range };
}

/**
 * Annotations said in tokens, each that cannot be counted with its reason (in several parts, on no
 * words, an edge inside a token); one that loses white space at an edge is kept and counted.
 * @param annotations placed: their anchors are those of the tokens' text
 */
export function alignAnnotations(
  annotations: readonly Annotation[],
  tokens: readonly Token[],
  losses: LossLog,
): readonly AlignedAnnotation[] {
  return annotations.flatMap((one) => alignOne(tokens, one, losses) ?? []);
}

function compareLongest(a: AlignedAnnotation, b: AlignedAnnotation): number {
  return inOrder(
    b.range[1] - b.range[0] - (a.range[1] - a.range[0]),
    compareSpans(a.range, b.range),
    compareStrings(a.annotation.analyst, b.annotation.analyst),
    compareStrings(a.annotation.id, b.annotation.id),
  );
}

/**
 * The annotations that a format without overlap keeps: longest first, then the earlier one, so the
 * same work gives the same choice. The others are counted. In order of place.
 */
export function selectApart(
  aligned: readonly AlignedAnnotation[],
  losses: LossLog,
): readonly AlignedAnnotation[] {
  const taken = new Set<number>();
  const kept: AlignedAnnotation[] = [];
  for (const one of aligned.toSorted(compareLongest)) {
    const [first, end] = one.range;
    // What is taken is at least as long, so it cannot lie strictly inside this one.
    if (taken.has(first) || taken.has(end - 1)) {
      losses.lost('overlapping annotations', annotationExample(one.annotation), 'overlap');
      continue;
    }
    for (let at = first; at < end; at += 1) taken.add(at);
    kept.push(one);
  }
  return kept.sort((a, b) => a.range[0] - b.range[0]);
}

/** A text made of tokens that came without one: a space where the file says so, else none. */
export function textOfTokens(forms: readonly { readonly text: string; readonly after: string }[]): {
  readonly text: string;
  readonly spans: readonly Span[];
} {
  const spans: Span[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const { text, after } of forms) {
    spans.push([at, at + text.length]);
    parts.push(text, after);
    at += text.length + after.length;
  }
  return { text: parts.join(''), spans };
}
