import type { Span } from '../model/span.ts';
import { splitsPair } from './lines.ts';

/**
 * Characters as people see them: extended grapheme clusters (Unicode UAX #29 §3, through
 * `Intl.Segmenter`). The segmenter's cost per cluster grows with the string it is given, so it
 * only ever sees a short piece that begins at a certain boundary.
 */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

const WINDOW = 256;
/** Enough to see the end of any cluster but the monstrous. */
const SHORT_WINDOW = 64;

/**
 * Code units that are a cluster of their own beside any other of this list: ASCII without `\r`,
 * precomposed Latin, Cyrillic, Hebrew and Arabic letters, common punctuation, kana, ideographs,
 * Hangul syllables, full-width forms (UAX #29 §3.1: none of them is Extend, SpacingMark, Prepend,
 * ZWJ, a jamo or a regional indicator).
 */
const SIMPLE =
  '\\u0000-\\u000c\\u000e-\\u007f\\u00a0-\\u00ac\\u00ae-\\u02ff\\u0400-\\u0481\\u048a-\\u052f\\u05d0-\\u05ea' +
  '\\u0620-\\u064a\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20bf\\u3001\\u3002\\u3008-\\u3011\\u3041-\\u3096' +
  '\\u30a1-\\u30fa\\u4e00-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff5e';
const ONE_SIMPLE = new RegExp(`^[${SIMPLE}]$`);
const ALL_SIMPLE = new RegExp(`^[${SIMPLE}]*$`);
/** What may go on with the cluster before it: marks, joiners, skin tones, tags and jamo. */
const CONTINUES =
  /^[\p{M}\p{Emoji_Modifier}\u{200c}-\u{200d}\u{e33}\u{eb3}\u{ff9e}-\u{ff9f}\u{1100}-\u{11ff}\u{a960}-\u{a97f}\u{d7b0}-\u{d7ff}\u{e0020}-\u{e007f}]/u;

/** Some clusters in a row, and where they end. */
export interface GraphemeChunk {
  readonly end: number;
  /** End of each cluster, ascending; absent where every code unit is a cluster. */
  readonly ends: readonly number[] | undefined;
}

/**
 * The next few clusters from a boundary on.
 * @param start a cluster boundary in UTF-16 code units, below `text.length`
 */
export function graphemeChunk(text: string, start: number): GraphemeChunk {
  for (let size = WINDOW; ; size *= 2) {
    const limit = splitsPair(text, start + size) ? start + size + 1 : start + size;
    const piece = text.slice(start, limit);
    const whole = limit >= text.length;
    if (ALL_SIMPLE.test(piece)) {
      // The last one may be continued by a mark that the window does not show.
      return { end: start + (whole ? piece.length : piece.length - 1), ends: undefined };
    }
    const ends = Array.from(SEGMENTER.segment(piece), (cluster) => {
      return start + cluster.index + cluster.segment.length;
    });
    if (!whole) ends.pop();
    const end = ends.at(-1);
    if (end !== undefined) return { end, ends };
  }
}

/** The nearest offset at or before `offset` that is a boundary whatever stands further away. */
function certainBoundary(text: string, offset: number): number {
  for (let at = offset; at > 0; at -= 1) {
    const before = text.charAt(at - 1);
    if (before === '\n') return at;
    if (ONE_SIMPLE.test(before) && !CONTINUES.test(text.slice(at, at + 2))) return at;
  }
  return 0;
}

/**
 * The cluster that holds the code unit at `offset`, `[start, end)` in UTF-16 code units, or
 * `undefined` at the end of the text and outside it.
 */
export function graphemeAt(text: string, offset: number): Span | undefined {
  if (!Number.isInteger(offset) || offset < 0 || offset >= text.length) return undefined;
  // Between `\r` and `\n` stands no boundary, but one before and one after them.
  const at = text.charAt(offset) === '\n' && text.charAt(offset - 1) === '\r' ? offset - 1 : offset;
  const from = certainBoundary(text, at);
  for (let size = SHORT_WINDOW; ; size *= 2) {
    const limit = splitsPair(text, at + size) ? at + size + 1 : at + size;
    const piece = text.slice(from, limit);
    const found = SEGMENTER.segment(piece).containing(at - from);
    if (found === undefined) return undefined;
    const end = found.index + found.segment.length;
    // What ends with the window may go on beyond it.
    if (end < piece.length || limit >= text.length) return [from + found.index, from + end];
  }
}

/** True when no cluster is split by `offset`; both ends of the text are boundaries. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset === 0 || offset === text.length) return true;
  if (splitsPair(text, offset)) return false;
  return graphemeAt(text, offset)?.[0] === offset;
}

/** The end of the cluster at `offset`; the end of the text where there is none. */
export function nextGrapheme(text: string, offset: number): number {
  return graphemeAt(text, Math.max(0, offset))?.[1] ?? text.length;
}

/** The start of the cluster before `offset`; `0` where there is none. */
export function previousGrapheme(text: string, offset: number): number {
  return graphemeAt(text, Math.min(offset, text.length) - 1)?.[0] ?? 0;
}

/** The smallest span of whole clusters that covers `span`. An empty span stays empty. */
export function expandToGraphemes(text: string, span: Span): Span {
  const start = graphemeAt(text, span[0])?.[0] ?? span[0];
  if (span[0] === span[1]) return [start, start];
  const last = graphemeAt(text, span[1] - 1);
  return [start, last?.[1] ?? span[1]];
}
