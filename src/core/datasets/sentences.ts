import type { ExportArticle } from '../formats/format.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { Cut } from './cut.ts';
import { cutArticle, furnitureIn } from './cut-article.ts';
import type { LeftOut } from './left-out.ts';

/** Ids become file names, of which 80 characters are safe everywhere. */
const LONGEST_ID = 70;

/** What is said of the whole article is true of no single sentence. */
function leaveWhole(from: ExportArticle, left: LeftOut): void {
  for (const { analyst, labels } of from.documentLabels) {
    for (const label of Object.keys(labels)) {
      left.leave(
        'labels of a whole article',
        `${from.analystName(analyst)}: ${from.labelName(label)}`,
      );
    }
  }
  for (const { analyst, note } of from.documents ?? []) {
    left.leave('notes on a whole article, and states', note ?? from.analystName(analyst));
  }
}

/**
 * The article as one article for each sentence of it, in their order, as the reader's keys and triple
 * click tell sentences. Annotations and relations that cross the edge of a sentence are left out and
 * counted, as is what is said of the whole article. The id of the fifth is the article's with `.s5`.
 * @param sha256 of a text in UTF-8, lower-case hex
 */
export function sentencesOf(
  from: ExportArticle,
  sha256: (text: string) => string,
  left: LeftOut,
): ExportArticle[] {
  const { article, text } = from;
  const places = [...sentencesIn(text)];
  if (places.length === 0) left.leave('articles without a sentence', article.title);
  leaveWhole(from, left);
  const cuts = places.map(([start, end]): Cut => {
    return { text: text.slice(start, end), pieces: [{ from: start, to: end, at: 0 }] };
  });
  const { documents: _documents, ...rest } = { ...from, documentLabels: [] };
  return cutArticle(rest, {
    cuts,
    article: (cut, index) => ({
      ...article,
      id: `${article.id.slice(0, LONGEST_ID)}.s${index + 1}`,
      title: `${article.title} (${index + 1})`,
      sha256: sha256(cut.text),
      characters: cut.text.length,
      furniture: furnitureIn(cut, article.furniture),
      source: {
        ...article.source,
        cut: { article: article.id, sha256: article.sha256, start: cut.pieces[0]?.from ?? 0 },
      },
    }),
    why: 'that cross the edge of a sentence',
    left,
  });
}
