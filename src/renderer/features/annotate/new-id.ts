const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 16;

function randomLetters(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(bytes, (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}

/** A new annotation id: `an_` and 80 random bits in base 32. */
export function newAnnotationId(): string {
  return `an_${randomLetters()}`;
}

/** A new relation id: `re_` and 80 random bits in base 32. */
export function newRelationId(): string {
  return `re_${randomLetters()}`;
}

/** A new comment id: `co_` and 80 random bits in base 32. */
export function newCommentId(): string {
  return `co_${randomLetters()}`;
}
