/**
 * The id of an article with this text: the same on every machine, so that the same article
 * imported twice, or by two people, is one article.
 * @param textHash SHA-256 of the stored text in UTF-8, lower-case hex
 */
export function articleIdOf(textHash: string): string {
  return `art-${textHash.slice(0, 16)}`;
}
