import { type GraphemeChunk, graphemeChunk } from './graphemes.ts';

/**
 * Grapheme clusters as a unit of offsets in files: UAX #29 §3.1.1 as of Unicode 11 to 15.0, which
 * is to say without GB9c. That rule (Unicode 15.1) joins Indic conjuncts into one cluster, so the
 * same offset would mean different places to an older and a newer tool. Its joins are undone here:
 * they are the only ones before a letter (`Lo`) that follows a mark or a joiner, but for the Thai
 * and Lao vowel signs that count as spacing marks. Selections in the window keep the newer rule,
 * whose boundaries are all boundaries of the older one.
 */
const JOINED_LETTER = /(?<=[\p{M}\u200c\u200d])(?![\u0e33\u0eb3])\p{Lo}/gu;

/** The next few clusters from a boundary on, counted as files count them. */
export function graphemeUnits(text: string, start: number): GraphemeChunk {
  const { end, ends } = graphemeChunk(text, start);
  if (ends === undefined) return { end, ends };
  const refined = new Set(ends);
  for (const { index } of text.slice(start, end).matchAll(JOINED_LETTER)) {
    if (index > 0) refined.add(start + index);
  }
  return refined.size === ends.length
    ? { end, ends }
    : { end, ends: [...refined].sort((a, b) => a - b) };
}
