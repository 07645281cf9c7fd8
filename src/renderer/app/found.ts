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

/**
 * How well a text answers: 0 not at all, 3 where it begins with the first word, 2 where a word of
 * it does, 1 where the letters are inside. All words must be found.
 */
export function rank(text: string, words: readonly string[]): number {
  const lower = text.toLowerCase();
  if (!words.every((word) => lower.includes(word))) return 0;
  const first = words[0];
  if (first === undefined) return 1;
  if (lower.startsWith(first)) return 3;
  return lower.includes(` ${first}`) ? 2 : 1;
}

/** Parts a text into what was found and what lies between. */
export function piecesOf(text: string, words: readonly string[]): readonly Piece[] {
  const lower = text.toLowerCase();
  // Where lower case changes the length, offsets do not fit: nothing is underlined then.
  if (lower.length !== text.length) return [{ text, found: false, at: 0 }];
  const marks = Array.from({ length: text.length }, () => false);
  for (const word of words) {
    const at = lower.indexOf(word);
    if (at !== -1) marks.fill(true, at, at + word.length);
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
