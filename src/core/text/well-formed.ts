/**
 * The text with every half of a surrogate pair that stands alone replaced by U+FFFD, one for one,
 * so that offsets stay right in every unit. Such a half cannot be written in UTF-8.
 */
export function toWellFormed(text: string): { readonly text: string; readonly replaced: number } {
  let replaced = 0;
  const wellFormed = text.replace(/\p{Surrogate}/gu, () => {
    replaced += 1;
    return '\ufffd';
  });
  return { text: wellFormed, replaced };
}
