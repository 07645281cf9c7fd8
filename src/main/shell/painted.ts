/**
 * Says how long the way to the first complete picture took, to the terminal that `npm start` was
 * typed in; started otherwise, the app stays silent.
 * @param startedAt milliseconds since 1970 as text, as `scripts/start.mjs` passes them
 * @param now milliseconds since 1970
 */
export function paintedWords(startedAt: string | undefined, now: number): string {
  const start = Number(startedAt);
  if (startedAt === undefined || !Number.isFinite(start) || start <= 0 || start > now) return '';
  return `verbale: window painted ${((now - start) / 1000).toFixed(2)} s after the start\n`;
}
