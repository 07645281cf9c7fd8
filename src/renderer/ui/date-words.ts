import { dateWords } from '../words/amounts.ts';

const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

/** Milliseconds of an ISO day that the calendar has; the 31st of June is rolled over by none. */
function timeOf(day: string): number | undefined {
  const time = Date.parse(day);
  if (!/^\d{4}-\d\d-\d\d$/u.test(day) || Number.isNaN(time)) return undefined;
  return new Date(time).getUTCDate() === Number(day.slice(8)) ? time : undefined;
}

/** An ISO date in words, such as “21 January 2022”; anything else as it was found. */
export function dayWords(date: string): string {
  const time = timeOf(date.slice(0, 10));
  return time === undefined ? date : dateWords(time, DAY);
}

/** True for an ISO day that the calendar has. */
export function isDay(text: string): boolean {
  return timeOf(text) !== undefined;
}

const ENGLISH =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** Which month a name means, from 0, in the interface's language or in English; -1 for none. */
function monthOf(name: string): number {
  const own = ENGLISH.findIndex(
    (_name, month) =>
      dateWords(Date.UTC(2000, month), { month: 'long', timeZone: 'UTC' }).toLowerCase() === name,
  );
  return own === -1 ? ENGLISH.indexOf(name) : own;
}

/**
 * The ISO date that {@link dayWords} shows in these words, so that what is shown can be typed back;
 * anything else as it was typed.
 */
export function dayFromWords(words: string): string {
  const [, day, month, year] = /^\s*(\d{1,2})\s+(\p{L}+)\s+(\d{4})\s*$/u.exec(words) ?? [];
  const at = monthOf(month?.toLowerCase() ?? '');
  if (day === undefined || year === undefined || at === -1) return words;
  const iso = `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : words;
}
