import type { Span } from '../model/span.ts';
import { type Folded, fold, originOf } from './fold.ts';
import { classAt, GAP, LETTER, piecesIn, signLength } from './signs.ts';

/** A text made ready to be searched; the fold is made when it is first needed. */
export interface SearchText {
  readonly text: string;
  readonly folded: () => Folded;
}

/** Makes a text ready to be searched. */
export function searchText(text: string): SearchText {
  let made: Folded | undefined;
  return {
    text,
    folded: () => {
      made ??= fold(text);
      return made;
    },
  };
}

/** Words to look for, made ready once for many texts. */
export interface WordPattern {
  /** The pieces in order; `joined` where nothing may stand between it and the one before. */
  readonly pieces: readonly { readonly word: string; readonly joined: boolean }[];
  readonly prefix: boolean;
  /** How a hit has to be written, where case and diacritics count. */
  readonly exactly: string | undefined;
}

/** One form for what only blanks and normal forms tell apart. */
function written(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ');
}

function writtenPieces(text: string): string {
  const folded = fold(text);
  const pieces = [...piecesIn(folded.text)];
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return '';
  return written(text.slice(...originOf(folded, first[0], last[1])));
}

/**
 * Makes words ready to be looked for; without pieces where `text` has neither letter nor digit.
 * @param exact case and diacritics count  @param prefix the last word may go on
 */
export function wordPattern(text: string, exact: boolean, prefix: boolean): WordPattern {
  const wanted = fold(text).text;
  const pieces: WordPattern['pieces'][number][] = [];
  let last = -1;
  for (const [start, end] of piecesIn(wanted)) {
    pieces.push({ word: wanted.slice(start, end), joined: start === last });
    last = end;
  }
  return { pieces, prefix, exactly: exact ? writtenPieces(text) : undefined };
}

/** True where a word may start or end between two code units: not between two letters of one. */
function isEdge(text: string, index: number): boolean {
  return classAt(text, index - 1) !== LETTER || classAt(text, index) !== LETTER;
}

/** The index of the next word after a gap, or -1 where a blank line or the end comes first. */
function overGap(text: string, index: number): number {
  let at = index;
  let lines = 0;
  while (at < text.length && classAt(text, at) === GAP) {
    if (text.charCodeAt(at) === 10) lines += 1;
    at += signLength(text, at);
  }
  return at >= text.length || lines > 1 ? -1 : at;
}

/** Where the pattern that starts at `start` ends, or -1 where it does not stand there. */
function endAt(text: string, start: number, pattern: WordPattern): number {
  let at = start;
  for (const [index, { word, joined }] of pattern.pieces.entries()) {
    if (index > 0 && !joined) at = overGap(text, at);
    if (at === -1 || !text.startsWith(word, at) || !isEdge(text, at)) return -1;
    at += word.length;
    const open = pattern.prefix && index === pattern.pieces.length - 1;
    if (!open && !isEdge(text, at)) return -1;
  }
  if (pattern.prefix) while (!isEdge(text, at)) at += signLength(text, at);
  return at;
}

function isWritten(text: string, span: Span, { exactly, prefix }: WordPattern): boolean {
  if (exactly === undefined) return true;
  const there = written(text.slice(...span));
  return prefix ? there.startsWith(exactly) : there === exactly;
}

/** The places of the words in a text, ascending, not overlapping: `[start, end)` in UTF-16 code units. */
export function findWords(of: SearchText, pattern: WordPattern): Span[] {
  const first = pattern.pieces[0]?.word;
  if (first === undefined) return [];
  const folded = of.folded();
  const found: Span[] = [];
  for (let start = folded.text.indexOf(first); start !== -1; ) {
    const end = endAt(folded.text, start, pattern);
    const span = end === -1 ? undefined : originOf(folded, start, end);
    // A character such as ⅒ holds several words of the fold.
    const isApart = span !== undefined && span[0] >= (found.at(-1)?.[1] ?? 0);
    if (isApart && isWritten(of.text, span, pattern)) found.push(span);
    start = folded.text.indexOf(first, end === -1 ? start + 1 : end);
  }
  return found;
}
