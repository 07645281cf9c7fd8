import type { Place } from './query.ts';
import { Unreadable } from './query-source.ts';

const DATE = /^\d{4}(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?$/u;

function isDate(text: string): boolean {
  const found = DATE.exec(text);
  if (found === null) return false;
  const month = Number(found.groups?.['month'] ?? '1');
  const day = Number(found.groups?.['day'] ?? '1');
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Reads `2022-01`, `2022..2023-06`, `2022-01-21..` or `..2022`. Throws {@link Unreadable}. */
export function parseDates(value: string, place: Place): { from: string; to: string } {
  const parts = value.split('..');
  const from = parts[0] ?? '';
  const to = parts.length === 1 ? from : (parts[1] ?? '');
  const good = parts.length <= 2 && [from, to].every((one) => one === '' || isDate(one));
  if (!good || (from === '' && to === '')) {
    throw new Unreadable(
      `“${value}” is not a date. Write date:2022, date:2022-01 or date:2022-01-15..2022-02.`,
      place,
    );
  }
  if (from !== '' && to !== '' && from.slice(0, to.length) > to) {
    throw new Unreadable(`${from} is later than ${to}.`, place);
  }
  return { from, to };
}

/** True when a date as an article has it lies between two dates; free text never does. */
export function isBetween(date: string, from: string, to: string): boolean {
  const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?/u.exec(date)?.[0];
  if (day === undefined) return false;
  const notBefore = from === '' || day >= from || from.startsWith(day);
  const notAfter = to === '' || day.slice(0, to.length) <= to;
  return notBefore && notAfter;
}
