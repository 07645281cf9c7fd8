const DAY_MS = 86_400_000;

/**
 * The Monday of the week of a time, in UTC, `YYYY-MM-DD`; empty where the time cannot be read.
 * @example weekOf('2022-01-21T09:12:00Z') → '2022-01-17'
 */
export function weekOf(time: string): string {
  const at = /^\d{4}-\d{2}-\d{2}/u.test(time) ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(at)) return '';
  const day = Math.floor(at / DAY_MS);
  // 1 January 1970 was a Thursday.
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  return new Date(monday * DAY_MS).toISOString().slice(0, 10);
}
