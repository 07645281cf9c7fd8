import type { Span } from '../model/span.ts';
import { nextGrapheme, previousGrapheme } from './graphemes.ts';
import { lineAt } from './lines.ts';
import { sentencesIn } from './sentences.ts';
import { wordsIn } from './words.ts';

/** What the caret moves by. `line` is a paragraph, as stored; lines on screen are the window's. */
export type CaretUnit = 'grapheme' | 'word' | 'sentence' | 'line' | 'text';

/** Reading order, whatever the script's direction on screen. */
export type CaretDirection = 'forward' | 'backward';

type Pieces = (text: string, from: number, to: number) => Iterable<Span>;

const lineOnly: Pieces = (_text, from, to) => (from < to ? [[from, to]] : []);
const PIECES: { readonly [U in 'word' | 'sentence' | 'line']: Pieces } = {
  word: wordsIn,
  sentence: sentencesIn,
  line: lineOnly,
};

/** The first end of a piece after `offset`, over as many lines as that takes. */
function forward(text: string, offset: number, pieces: Pieces): number {
  for (let at = offset; at <= text.length; ) {
    const [start, end] = lineAt(text, at);
    for (const piece of pieces(text, start, end)) {
      if (piece[1] > offset) return piece[1];
    }
    at = end + 1;
  }
  return text.length;
}

/** The last start of a piece before `offset`, over as many lines as that takes. */
function backward(text: string, offset: number, pieces: Pieces): number {
  for (let at = offset; at >= 0; ) {
    const [start, end] = lineAt(text, at);
    let found: number | undefined;
    for (const piece of pieces(text, start, end)) {
      if (piece[0] >= offset) break;
      found = piece[0];
    }
    if (found !== undefined) return found;
    at = start - 1;
  }
  return 0;
}

/**
 * Where the caret goes from `offset`, in UTF-16 code units: forward to the next end of a unit,
 * backward to the previous start of one, on to the next line where this one has no more. At the
 * text's ends it stays. An offset outside the text counts as its nearest end.
 */
export function moveCaret(
  text: string,
  offset: number,
  unit: CaretUnit,
  direction: CaretDirection,
): number {
  const at = Math.min(Math.max(Math.trunc(offset), 0), text.length);
  const ahead = direction === 'forward';
  switch (unit) {
    case 'grapheme':
      return ahead ? nextGrapheme(text, at) : previousGrapheme(text, at);
    case 'text':
      return ahead ? text.length : 0;
    case 'word':
    case 'sentence':
    case 'line':
      return ahead ? forward(text, at, PIECES[unit]) : backward(text, at, PIECES[unit]);
  }
}
