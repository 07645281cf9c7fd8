import type { ExportArticle } from '../formats/format.ts';
import type { Furniture } from '../model/article.ts';
import { splitsPair } from '../text/lines.ts';
import { type Cut, type CutPiece, offsetInCut } from './cut.ts';
import { cutArticle } from './cut-article.ts';
import type { LeftOut } from './left-out.ts';

const BLANK = /\s/u;

/** True where two pieces would run into one word. */
function runsOn(before: string, after: string): boolean {
  return (
    before !== '' && after !== '' && !BLANK.test(before.at(-1) ?? '') && !BLANK.test(after[0] ?? '')
  );
}

/**
 * The text without its furniture. Where the words before and after would become one, a line break
 * stands between them; otherwise nothing is added.
 * @param furniture ascending, not overlapping
 */
export function cutFurniture(text: string, furniture: readonly Furniture[]): Cut {
  const pieces: CutPiece[] = [];
  let made = '';
  let from = 0;
  const take = (upTo: number): void => {
    const to = splitsPair(text, upTo) ? upTo - 1 : upTo;
    const piece = text.slice(from, to);
    if (piece === '') return;
    if (runsOn(made, piece)) made += '\n';
    pieces.push({ from, to, at: made.length });
    made += piece;
  };
  for (const { start, end } of furniture) {
    take(start);
    from = splitsPair(text, end) ? end + 1 : end;
  }
  take(text.length);
  return { text: made, pieces };
}

/**
 * The article without its furniture. Annotations that touch furniture are left out and counted; all
 * others keep their words. The article keeps its id; its hash and length are those of the new text.
 * @param sha256 of a text in UTF-8, lower-case hex
 */
export function withoutFurniture(
  from: ExportArticle,
  sha256: (text: string) => string,
  left: LeftOut,
): ExportArticle {
  const { article, text } = from;
  if (article.furniture.length === 0) return from;
  const cut = cutFurniture(text, article.furniture);
  for (const { start, end } of article.furniture) {
    left.leave('furniture', text.slice(start, Math.min(end, start + 60)));
  }
  const [whole = from] = cutArticle(from, {
    cuts: [cut],
    article: () => ({
      ...article,
      sha256: sha256(cut.text),
      characters: cut.text.length,
      furniture: [],
      source: { ...article.source, cut: { sha256: article.sha256, furniture: 'out' } },
    }),
    why: 'that touch furniture',
    left,
  });
  if (from.documents === undefined) return whole;
  return {
    ...whole,
    documents: from.documents.map((one) =>
      one.seen === undefined ? one : { ...one, seen: offsetInCut(cut, one.seen) },
    ),
  };
}
