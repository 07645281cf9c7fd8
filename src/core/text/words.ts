import type { Span } from '../model/span.ts';
import { isBlank, trimBlank } from './blanks.ts';
import { lineNear, linesIn, splitsPair } from './lines.ts';

/**
 * Words as `Intl.Segmenter` finds them (Unicode UAX #29 §4, dictionaries for Chinese, Japanese,
 * Thai and others), one line at a time. A dotted initialism keeps its last dot: "U.S.", "p.m.".
 */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });

/** Lines above this length are seen through a window, because the segmenter's cost grows with them. */
const LONG_LINE = 4096;
const MARGIN = 1024;
const INITIALISM = /^\p{L}(?:\.\p{L})+$/u;

/** Moves a cut out of a surrogate pair. */
function wholeCut(text: string, offset: number): number {
  return splitsPair(text, offset) ? offset + 1 : offset;
}

/** A piece of the line around `offset` that the segmenter is given: the line, or up to blanks. */
function windowAround(text: string, offset: number): Span {
  const [lineStart, lineEnd] = lineNear(text, offset, LONG_LINE + 1);
  if (lineEnd - lineStart <= LONG_LINE) return [lineStart, lineEnd];
  const low = Math.max(lineStart, offset - MARGIN);
  const high = Math.min(lineEnd, offset + MARGIN);
  const lowest = Math.max(lineStart, low - MARGIN);
  const before = text.slice(lowest, low).lastIndexOf(' ');
  const after = text.slice(high, Math.min(lineEnd, high + MARGIN)).indexOf(' ');
  const start = before === -1 ? low : lowest + before + 1;
  return [wholeCut(text, start), wholeCut(text, after === -1 ? high : high + after)];
}

interface Piece {
  readonly span: Span;
  readonly isWord: boolean;
}

function withDot(text: string, span: Span): Span {
  const dotted = text.charAt(span[1]) === '.' && INITIALISM.test(text.slice(span[0], span[1]));
  return dotted ? [span[0], span[1] + 1] : span;
}

function wordPiece(text: string, start: number, end: number): Piece {
  const trimmed = trimBlank(text, [start, end]) ?? [start, end];
  return { span: withDot(text, trimmed), isWord: true };
}

/** The piece of `[from, to)`, word or not, that holds the code unit at `offset`. */
function pieceAt(text: string, offset: number): Piece | undefined {
  const [from, to] = windowAround(text, offset);
  if (offset >= to) return undefined;
  const found = SEGMENTER.segment(text.slice(from, to)).containing(offset - from);
  if (found === undefined) return undefined;
  const start = from + found.index;
  const end = start + found.segment.length;
  if (found.isWordLike === true) return wordPiece(text, start, end);
  return { span: [start, end], isWord: false };
}

/** The word whose last dot stands at `offset`, as in "U.S." */
function initialismBefore(text: string, offset: number): Piece | undefined {
  if (offset === 0 || text.charAt(offset) !== '.') return undefined;
  const before = pieceAt(text, offset - 1);
  return before?.isWord === true && before.span[1] === offset + 1 ? before : undefined;
}

/** The word that holds the code unit at `offset`, `[start, end)` in UTF-16 code units. */
export function wordHolding(text: string, offset: number): Span | undefined {
  if (offset < 0 || offset >= text.length) return undefined;
  const piece = initialismBefore(text, offset) ?? pieceAt(text, offset);
  if (piece === undefined || !piece.isWord) return undefined;
  return offset >= piece.span[0] && offset < piece.span[1] ? piece.span : undefined;
}

/**
 * What a double click at a caret position selects: the word there, else the word that ends there,
 * else the sign or emoji there; `undefined` on blanks. `[start, end)` in UTF-16 code units.
 */
export function wordAt(text: string, offset: number): Span | undefined {
  const word = wordHolding(text, offset) ?? wordHolding(text, offset - 1);
  if (word !== undefined) return word;
  const piece = offset < 0 ? undefined : pieceAt(text, offset);
  if (piece === undefined || isBlank(text.slice(piece.span[0], piece.span[1]))) return undefined;
  return piece.span;
}

/** Where one pass of the segmenter over a long line ends, and whether it ends at a blank. */
function passEnd(text: string, at: number, lineEnd: number): { end: number; clean: boolean } {
  if (lineEnd - at <= LONG_LINE) return { end: lineEnd, clean: true };
  const blank = text.slice(at, at + MARGIN).lastIndexOf(' ');
  if (blank > 0) return { end: at + blank, clean: true };
  return { end: wholeCut(text, at + MARGIN), clean: false };
}

function* wordsOfLine(text: string, line: Span): Generator<Span, void> {
  let at = line[0];
  while (at < line[1]) {
    const { end, clean } = passEnd(text, at, line[1]);
    const pieces = Array.from(SEGMENTER.segment(text.slice(at, end)));
    // Cut in the middle of something: what stands last is read again in the next pass.
    if (!clean && pieces.length > 1) pieces.pop();
    let next = end;
    for (const { index, segment, isWordLike } of pieces) {
      next = at + index + segment.length;
      if (isWordLike === true) yield wordPiece(text, at + index, next).span;
    }
    at = next;
  }
}

/** All words of `[from, to)` in order, as `[start, end)` in UTF-16 code units. */
export function* wordsIn(text: string, from = 0, to = text.length): Generator<Span, void> {
  for (const line of linesIn(text, from, to)) yield* wordsOfLine(text, line);
}
