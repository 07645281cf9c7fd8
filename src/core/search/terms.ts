import { foldText } from './fold.ts';
import { classAt, piecesIn, SIGN } from './signs.ts';

/** A word as the index has it: folded, and for scripts without blanks one sign or two neighbours. */
export type IndexWord = string;

/** Longer words are cut for the index; the text itself decides what is a hit. */
export const LONGEST_WORD = 2000;

/** Cuts a folded word to what the index keeps. */
function kept(word: string): string {
  return word.length <= LONGEST_WORD ? word : word.slice(0, LONGEST_WORD);
}

/** All words under which an article is found, each once. */
export function indexWords(text: string): ReadonlySet<IndexWord> {
  const folded = foldText(text);
  const words = new Set<IndexWord>();
  let before = '';
  let beforeEnd = -1;
  for (const [start, end] of piecesIn(folded)) {
    const word = folded.slice(start, end);
    words.add(kept(word));
    const alone = classAt(folded, start) === SIGN;
    if (alone && beforeEnd === start) words.add(before + word);
    before = word;
    beforeEnd = alone ? end : -1;
  }
  return words;
}

/** What the index is asked for so that no article with these words is missed. */
export interface Needed {
  /** Words an article has to have. */
  readonly words: readonly IndexWord[];
  /** What one word of it has to begin with; empty where nothing does. */
  readonly prefix: string;
}

/** What an article needs to hold `text` as a word or phrase. @param prefix the last word may go on */
export function neededWords(text: string, prefix: boolean): Needed {
  const folded = foldText(text);
  const pieces = [...piecesIn(folded)];
  const last = pieces.at(-1);
  const words = new Set(indexWords(text));
  if (!prefix || last === undefined || classAt(folded, last[0]) === SIGN) {
    return { words: [...words], prefix: '' };
  }
  const begun = kept(folded.slice(...last));
  const elsewhere = pieces.slice(0, -1).some(([start, end]) => folded.slice(start, end) === begun);
  if (!elsewhere) words.delete(begun);
  return { words: [...words], prefix: begun };
}
