import type { Span } from '../model/span.ts';
import { trimBlank } from './blanks.ts';
import { expandToGraphemes } from './graphemes.ts';
import { sentenceAt } from './sentences.ts';
import { wordHolding } from './words.ts';

/** How far a selection is widened before it becomes an annotation. */
export type SnapMode = 'character' | 'word' | 'sentence';

function wholeWords(text: string, span: Span): Span {
  const first = wordHolding(text, span[0]);
  const last = wordHolding(text, span[1] - 1);
  return [Math.min(span[0], first?.[0] ?? span[0]), Math.max(span[1], last?.[1] ?? span[1])];
}

function wholeSentences(text: string, span: Span): Span {
  const first = sentenceAt(text, span[0]);
  const last = sentenceAt(text, span[1] - 1);
  return [Math.min(span[0], first?.[0] ?? span[0]), Math.max(span[1], last?.[1] ?? span[1])];
}

/** Widens until nothing changes: a word or sentence may, in odd text, end inside a cluster. */
function settle(text: string, span: Span, widen: (text: string, span: Span) => Span): Span {
  let now = span;
  for (;;) {
    const next = expandToGraphemes(text, widen(text, now));
    if (next[0] === now[0] && next[1] === now[1]) return now;
    now = next;
  }
}

/**
 * The span a raw selection stands for, `[start, end)` in UTF-16 code units; its ends may come in
 * either order. Never splits a cluster, and doing it twice changes nothing more.
 *
 * - `character`: whole grapheme clusters, blanks kept as selected.
 * - `word`: blanks at the edges go, then words that are partly covered are covered wholly.
 *   Punctuation is never added, and never removed where the person dragged over it: from the
 *   middle of “frank to the middle of views gives `frank … views`, without the quotation mark.
 * - `sentence`: every sentence that is touched, without the blank after it.
 *
 * `undefined` where there is nothing to label: an empty selection, blanks only, or an end outside
 * the text.
 */
export function snapSpan(text: string, selection: Span, mode: SnapMode): Span | undefined {
  const start = Math.min(...selection);
  const end = Math.max(...selection);
  const usable = Number.isInteger(start) && Number.isInteger(end) && start >= 0;
  if (!usable || end > text.length || start === end) return undefined;
  const whole = expandToGraphemes(text, [start, end]);
  const trimmed = trimBlank(text, whole);
  if (trimmed === undefined) return undefined;
  switch (mode) {
    case 'character':
      return whole;
    case 'word':
      return settle(text, trimmed, wholeWords);
    case 'sentence':
      return settle(text, trimmed, wholeSentences);
  }
}
