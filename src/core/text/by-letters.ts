import type { Span } from '../model/span.ts';
import { clausesIn } from './clauses.ts';
import { lineAt } from './lines.ts';
import { sentenceAt } from './sentences.ts';
import { wordsIn } from './words.ts';

/** What is typed to select words by their first letters. */
interface Wanted {
  /** Beginnings of words, folded; the first word and the last are what is selected from and to. */
  readonly pieces: readonly string[];
  /** What the last word is carried on to. */
  readonly upTo: 'word' | 'clause' | 'sentence';
}

function folded(words: string): string {
  return words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

const ENDS = { ',': 'clause', '.': 'sentence' } as const;

function read(typed: string): Wanted {
  const last = typed.trimEnd().at(-1);
  const upTo = last === ',' || last === '.' ? ENDS[last] : 'word';
  const words = upTo === 'word' ? typed : typed.trimEnd().slice(0, -1);
  return {
    pieces: folded(words)
      .split(/\s+/u)
      .filter((piece) => piece !== ''),
    upTo,
  };
}

function carriedOn(text: string, [start, end]: Span, upTo: Wanted['upTo']): Span {
  if (upTo === 'word') return [start, end];
  const sentence = sentenceAt(text, end - 1) ?? [start, end];
  if (upTo === 'sentence') return [start, Math.max(end, sentence[1])];
  const clause = clausesIn(text, sentence).find(([from, to]) => from < end && end <= to);
  return [start, clause?.[1] ?? end];
}

/** From one of the words of a line on to the next ones that begin as is asked. */
function chain(
  text: string,
  words: readonly Span[],
  first: number,
  pieces: readonly string[],
): Span | undefined {
  let at = first;
  for (const piece of pieces.slice(1)) {
    at = words.findIndex(
      (word, index) => index > at && folded(text.slice(...word)).startsWith(piece),
    );
    if (at === -1) return undefined;
  }
  const [from, to] = [words[first], words[at]];
  return from === undefined || to === undefined ? undefined : [from[0], to[1]];
}

/** Where in a line words begin as is asked, from an offset on. */
function* inLine(text: string, line: Span, from: number, wanted: Wanted): Generator<Span, void> {
  const begin = wanted.pieces[0] ?? '';
  if (!folded(text.slice(...line)).includes(begin)) return;
  const words = [...wordsIn(text, ...line)];
  for (const [index, word] of words.entries()) {
    if (word[0] < from || !folded(text.slice(...word)).startsWith(begin)) continue;
    const span = chain(text, words, index, wanted.pieces);
    if (span !== undefined) yield carriedOn(text, span, wanted.upTo);
  }
}

function* from(text: string, at: number, to: number, wanted: Wanted): Generator<Span, void> {
  for (let line = lineAt(text, at); ; line = lineAt(text, line[1] + 1)) {
    yield* inLine(text, line, at, wanted);
    if (line[1] + 1 > to || line[1] >= text.length) return;
  }
}

/**
 * The words that typed letters select: from the first word at or after an offset that begins with
 * the first letters, to the next one of its paragraph that begins with the last, around the end of the
 * text. `va le` is from “Vaskar” to “letter”. A comma at the end carries on to the end of the clause, a
 * full stop to the end of the sentence. Case and accents do not count.
 * @param isHidden tells which offsets are passed over
 * @returns `[start, end)` in UTF-16 code units; `undefined` where there is nothing
 */
export function byLetters(
  text: string,
  typed: string,
  offset: number,
  isHidden: (offset: number) => boolean = () => false,
): Span | undefined {
  const wanted = read(typed);
  if (wanted.pieces.length === 0) return undefined;
  for (const found of from(text, offset, text.length, wanted))
    if (!isHidden(found[0])) return found;
  for (const found of from(text, 0, offset, wanted)) if (!isHidden(found[0])) return found;
  return undefined;
}
