/** The first comparison that decides, as in "by start, then longer first". */
export function inOrder(...comparisons: readonly number[]): number {
  return comparisons.find((comparison) => comparison !== 0) ?? 0;
}

/** Compares by UTF-16 code units, so the same everywhere, whatever the language of the system. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
