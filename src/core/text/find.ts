import type { Span } from '../model/span.ts';

/** How words are looked for. */
export interface FindOptions {
  readonly matchCase: boolean;
  /** Letters, marks and digits may stand on neither side of what is found. */
  readonly wholeWord: boolean;
}

/** What a search found. */
export interface Found {
  /** In order, not overlapping; `[start, end)` in UTF-16 code units. */
  readonly spans: readonly Span[];
  /** True where there is more than {@link MOST_FOUND}. */
  readonly more: boolean;
}

/** No search lists more places than this. */
export const MOST_FOUND = 10_000;

const SIGNS = /[\\^$.*+?()[\]{}|/]/gu;
const LETTER = String.raw`[\p{L}\p{M}\p{N}_]`;

/** A pattern for a query: any run of blanks in it stands for any run of blanks in the text. */
function patternOf(query: string, { matchCase, wholeWord }: FindOptions): RegExp {
  const words = query
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll(SIGNS, String.raw`\$&`))
    .join(String.raw`\s+`);
  const whole = wholeWord ? `(?<!${LETTER})${words}(?!${LETTER})` : words;
  return new RegExp(whole, matchCase ? 'gu' : 'giu');
}

/**
 * Where a text says what is asked for. Case is folded letter by letter, so that lengths stay; a
 * query of blanks finds nothing.
 */
export function findIn(text: string, query: string, options: FindOptions): Found {
  const spans: Span[] = [];
  if (query.trim() === '') return { spans, more: false };
  for (const match of text.matchAll(patternOf(query, options))) {
    if (spans.length === MOST_FOUND) return { spans, more: true };
    spans.push([match.index, match.index + match[0].length]);
  }
  return { spans, more: false };
}

/** Index of the first place at or after an offset, around the end; -1 where nothing was found. */
export function foundFrom(spans: readonly Span[], offset: number): number {
  const next = spans.findIndex(([start]) => start >= offset);
  return next === -1 && spans.length > 0 ? 0 : next;
}
