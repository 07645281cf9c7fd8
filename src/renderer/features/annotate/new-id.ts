const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 16;

/** A new annotation id: `an_` and 80 random bits in base 32. */
export function newAnnotationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return `an_${Array.from(bytes, (byte) => LETTERS.charAt(byte % LETTERS.length)).join('')}`;
}
