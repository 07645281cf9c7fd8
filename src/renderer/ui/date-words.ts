const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Milliseconds of an ISO day that the calendar has; the 31st of June is rolled over by none. */
function timeOf(day: string): number | undefined {
  const time = Date.parse(day);
  if (!/^\d{4}-\d\d-\d\d$/u.test(day) || Number.isNaN(time)) return undefined;
  return new Date(time).getUTCDate() === Number(day.slice(8)) ? time : undefined;
}

/** An ISO date in words, such as “21 January 2022”; anything else as it was found. */
export function dayWords(date: string): string {
  const time = timeOf(date.slice(0, 10));
  return time === undefined ? date : DAY.format(time);
}

/** True for an ISO day that the calendar has. */
export function isDay(text: string): boolean {
  return timeOf(text) !== undefined;
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/**
 * The ISO date that {@link dayWords} shows in these words, so that what is shown can be typed back;
 * anything else as it was typed.
 */
export function dayFromWords(words: string): string {
  const [, day, month, year] = /^\s*(\d{1,2})\s+(\p{L}+)\s+(\d{4})\s*$/u.exec(words) ?? [];
  const at = MONTHS.findIndex((name) => name === month?.toLowerCase());
  if (day === undefined || year === undefined || at === -1) return words;
  const iso = `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : words;
}
