import { graphemeChunk } from '../../../core/text/graphemes.ts';

/** Widths of Inter in parts of its size, on the safe side. */
const NARROW = /[fijltI.,:;'’!|()[\] ]/u;
const WIDE = /[mwMW@%]/u;
const FULL = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{Emoji_Presentation}]/u;

function widthOf(cluster: string): number {
  if (FULL.test(cluster)) return 1.05;
  if (NARROW.test(cluster)) return 0.34;
  if (WIDE.test(cluster)) return 0.92;
  return /\p{Lu}/u.test(cluster) ? 0.72 : 0.6;
}

function* clusters(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    const chunk = graphemeChunk(text, at);
    const ends = chunk.ends ?? Array.from({ length: chunk.end - at }, (_, index) => at + index + 1);
    for (const end of ends) {
      yield text.slice(at, end);
      at = end;
    }
  }
}

/** About how wide a text is, in pixels, without a screen to measure it on. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const cluster of clusters(text)) width += widthOf(cluster) * size;
  return width;
}

/** The text, or as much of it as fits with an ellipsis; characters stay whole. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  let used = size;
  for (const cluster of clusters(text)) {
    used += widthOf(cluster) * size;
    if (used > width) break;
    kept += cluster;
  }
  return `${kept.trimEnd()}…`;
}
