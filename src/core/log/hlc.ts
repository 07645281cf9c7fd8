import type { Stamp } from './op.ts';

/**
 * Hybrid logical clock (Kulkarni, Demirbas et al., "Logical Physical Clocks", 2014, §3): the
 * greater of wall time and the last stamp seen, with a counter for ties. A wrong wall clock
 * changes what a stamp says, never the order of what one replica did.
 */
const TIME_DIGITS = 9;
const COUNTER_DIGITS = 4;
const TIME_LIMIT = 36 ** TIME_DIGITS - 1;
const COUNTER_LIMIT = 36 ** COUNTER_DIGITS;

/** Wall time of a stamp in milliseconds since 1970-01-01T00:00:00Z. */
export function stampTime(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, TIME_DIGITS), 36);
}

/** The replica a stamp was made on. */
export function stampReplica(stamp: Stamp): string {
  return stamp.slice(TIME_DIGITS + COUNTER_DIGITS + 1);
}

/** ISO-8601 UTC time of a stamp. */
export function stampIso(stamp: Stamp): string {
  return new Date(stampTime(stamp)).toISOString();
}

function format(time: number, counter: number, replica: string): Stamp {
  const digits = time.toString(36).padStart(TIME_DIGITS, '0');
  return `${digits}${counter.toString(36).padStart(COUNTER_DIGITS, '0')}.${replica}`;
}

/**
 * The next stamp after `last` on `replica`.
 * @param last greatest stamp seen so far, or `''`
 * @param nowMs wall clock, milliseconds since the epoch
 */
export function nextStamp(last: Stamp, nowMs: number, replica: string): Stamp {
  const lastTime = last === '' ? -1 : stampTime(last);
  // A clock that gives nonsense must not give a stamp that sorts as nonsense.
  const now = Number.isFinite(nowMs) ? Math.min(TIME_LIMIT, Math.max(0, Math.floor(nowMs))) : 0;
  if (now > lastTime) return format(now, 0, replica);
  const counter = Number.parseInt(last.slice(TIME_DIGITS, TIME_DIGITS + COUNTER_DIGITS), 36) + 1;
  return counter < COUNTER_LIMIT
    ? format(lastTime, counter, replica)
    : format(lastTime + 1, 0, replica);
}
