/** A piece of a text, and whether it is what was searched. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
  /** Where it starts; pieces do not move, so it names them. */
  readonly at: number;
}

/** Lower-case words of a query. */
export function wordsOf(query: string): readonly string[] {
  return query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Where the letters of a word are in a text: together, best at the beginning of it or of a word. */
function together(lower: string, word: string): number | undefined {
  if (lower.startsWith(word)) return 0;
  const begins = lower.indexOf(` ${word}`);
  const at = begins === -1 ? lower.indexOf(word) : begins + 1;
  return at === -1 ? undefined : at;
}

/** Fewer letters are in almost every text, one after the other. */
const FEWEST_SCATTERED = 3;

/** The places of letters that follow each other with gaps, the first at the beginning of a word. */
function scattered(lower: string, word: string): readonly number[] | undefined {
  if (word.length < FEWEST_SCATTERED) return undefined;
  for (const { index: start } of lower.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    if (lower[start] !== word[0]) continue;
    const places = [start];
    for (const letter of word.slice(1)) {
      const at = lower.indexOf(letter, (places.at(-1) ?? start) + 1);
      if (at === -1) break;
      places.push(at);
    }
    if (places.length === word.length) return places;
  }
  return undefined;
}

/** Whether letters may lie apart: in short titles, where it helps, not in headlines. */
export type Looseness = 'close' | 'loose';

function placesOf(lower: string, word: string, how: Looseness): readonly number[] | undefined {
  const at = together(lower, word);
  if (at !== undefined) return Array.from(word, (_letter, index) => at + index);
  return how === 'loose' ? scattered(lower, word) : undefined;
}

/**
 * How well a text answers: 0 not at all, 3 where it begins with the first word, 2 where a word of
 * it does, 1 where the letters are inside, 0.5 where they lie apart. All words must be found.
 */
export function rank(text: string, words: readonly string[], how: Looseness = 'close'): number {
  const lower = text.toLowerCase();
  if (!words.every((word) => placesOf(lower, word, how) !== undefined)) return 0;
  if (!words.every((word) => lower.includes(word))) return 0.5;
  const first = words[0];
  if (first === undefined) return 1;
  if (lower.startsWith(first)) return 3;
  return lower.includes(` ${first}`) ? 2 : 1;
}

/** Parts a text into what was found and what lies between. */
export function piecesOf(
  text: string,
  words: readonly string[],
  how: Looseness = 'close',
): readonly Piece[] {
  const lower = text.toLowerCase();
  // Where lower case changes the length, offsets do not fit: nothing is underlined then.
  if (lower.length !== text.length) return [{ text, found: false, at: 0 }];
  const marks = Array.from({ length: text.length }, () => false);
  for (const word of words) {
    for (const at of placesOf(lower, word, how) ?? []) marks[at] = true;
  }
  const pieces: Piece[] = [];
  let start = 0;
  for (let i = 1; i <= text.length; i += 1) {
    if (i < text.length && marks[i] === marks[start]) continue;
    pieces.push({ text: text.slice(start, i), found: marks[start] === true, at: start });
    start = i;
  }
  return pieces;
}
