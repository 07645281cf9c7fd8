/** A GUID that is always the same for the same words (schema: `GUIDType`). */
export function guidFor(sha256: (text: string) => string, words: readonly string[]): string {
  const hex = sha256(JSON.stringify(words)).toUpperCase();
  const ends = [8, 12, 16, 20, 32];
  return ends.map((end, index) => hex.slice(ends[index - 1] ?? 0, end)).join('-');
}
