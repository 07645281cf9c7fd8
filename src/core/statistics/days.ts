/** Whole seconds at least, and where in the world: a time without a zone means another day elsewhere. */
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const DAY_MS = 86_400_000;

/**
 * The day of a time in UTC, `YYYY-MM-DD`; empty where the time cannot be read or names no zone.
 * @example utcDay('2022-01-21T00:30:00+02:00') → '2022-01-20'
 */
export function utcDay(time: string): string {
  if (!WITH_ZONE.test(time) && !DAY.test(time)) return '';
  const at = Date.parse(time);
  if (Number.isNaN(at)) return '';
  const day = new Date(at).toISOString().slice(0, 10);
  // 30 February is no day, although it can be parsed as one in March.
  return DAY.test(time) && day !== time ? '' : day;
}

/** How wide the bars of a picture over time are. */
export type Period = 'day' | 'week' | 'month';

/** A stretch of days, both ends included, `YYYY-MM-DD` in UTC. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The first day of the period a day is in; weeks begin on Monday (ISO 8601). */
function periodStart(day: string, period: Period): string {
  if (period === 'day') return day;
  if (period === 'month') return `${day.slice(0, 7)}-01`;
  // Day 0, 1 January 1970, was a Thursday.
  const number = numberOf(day);
  return dayOf(number - ((((number + 3) % 7) + 7) % 7));
}

function nextStart(start: string, period: Period): string {
  if (period === 'day') return dayOf(numberOf(start) + 1);
  if (period === 'week') return dayOf(numberOf(start) + 7);
  return `${dayOf(numberOf(start) + 31).slice(0, 7)}-01`;
}

/** Days, weeks or months: the narrowest of which `most` cover the range; months where none does. */
export function periodFor({ from, to }: DayRange, most: number): Period {
  const days = numberOf(to) - numberOf(from) + 1;
  if (days <= most) return 'day';
  return Math.ceil(days / 7) + 1 <= most ? 'week' : 'month';
}

/** The periods that cover a range, those without work too, in order; whole periods. */
export function periodsIn({ from, to }: DayRange, period: Period): DayRange[] {
  const ranges: DayRange[] = [];
  let start = periodStart(from, period);
  while (start <= to) {
    const next = nextStart(start, period);
    ranges.push({ from: start, to: dayOf(numberOf(next) - 1) });
    start = next;
  }
  return ranges;
}
