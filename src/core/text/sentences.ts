import type { Span } from '../model/span.ts';
import { continuesSentence } from './abbreviations.ts';
import { trimBlank } from './blanks.ts';
import { lineAt, linesIn, splitsPair } from './lines.ts';

/**
 * Sentences: `Intl.Segmenter` (Unicode UAX #29 §5) on one line at a time, then a pass that joins
 * what was cut after an abbreviation or inside a quotation. A line break always ends a sentence.
 */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });
const WINDOW = 4096;

/** Raw segmenter pieces of a line, blanks included; a long line is read window by window. */
function* rawPieces(text: string, line: Span): Generator<Span, void> {
  let at = line[0];
  let size = WINDOW;
  while (at < line[1]) {
    const limit = Math.min(at + size, line[1]);
    const end = splitsPair(text, limit) ? limit + 1 : limit;
    const pieces = Array.from(SEGMENTER.segment(text.slice(at, end)), (piece): Span => {
      return [at + piece.index, at + piece.index + piece.segment.length];
    });
    // What stands at the window's end may go on beyond it, so it is read again from its start.
    if (end < line[1]) pieces.pop();
    yield* pieces;
    size = pieces.length === 0 ? size * 2 : WINDOW;
    at = pieces.at(-1)?.[1] ?? at;
    if (end === line[1]) return;
  }
}

function* sentencesOfLine(text: string, line: Span): Generator<Span, void> {
  let open: Span | undefined;
  for (const raw of rawPieces(text, line)) {
    const piece = trimBlank(text, raw);
    if (piece === undefined) continue;
    if (open !== undefined && continuesSentence(text.slice(...open), text.slice(...piece))) {
      open = [open[0], piece[1]];
      continue;
    }
    if (open !== undefined) yield open;
    open = piece;
  }
  if (open !== undefined) yield open;
}

/**
 * All sentences of `[from, to)` in order, without blanks at their edges, `[start, end)` in UTF-16
 * code units. Blank lines give none. The range is cut at its ends as if the text ended there.
 */
export function* sentencesIn(text: string, from = 0, to = text.length): Generator<Span, void> {
  for (const line of linesIn(text, from, to)) yield* sentencesOfLine(text, line);
}

/**
 * The sentence at a caret position (triple click): the one that holds the offset or ends at it,
 * else, between two sentences, the one before; `undefined` on a blank line.
 */
export function sentenceAt(text: string, offset: number): Span | undefined {
  let before: Span | undefined;
  for (const sentence of sentencesOfLine(text, lineAt(text, offset))) {
    if (before !== undefined && offset < sentence[0]) return before;
    if (offset < sentence[1]) return sentence;
    before = sentence;
  }
  return before;
}
