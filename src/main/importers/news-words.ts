import type { ImportWarning } from './imported-article.ts';

/** What is said of an article that may not be published before a time. @param until as written */
export function embargo(until: string): readonly ImportWarning[] {
  return until === ''
    ? []
    : [{ kind: 'embargoed', message: `Its agency allows nobody to publish it before ${until}.` }];
}

/** `20161018T111200-0500` is `2016-10-18T11:12:00-05:00` (ISO 8601 basic form, as NITF has it). */
export function isoDate(norm: string): string {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/u.exec(
    norm,
  );
  if (match === null) return norm;
  const [, year, month, day, hour, minute, second = '00', zone = ''] = match;
  const offset = zone.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2');
  const date = `${year}-${month}-${day}`;
  return hour === undefined ? date : `${date}T${hour}:${minute}:${second}${offset}`;
}

/** The first that is not empty. */
export function firstOf(...values: readonly (string | undefined)[]): string {
  return values.find((value) => value !== undefined && value !== '') ?? '';
}
