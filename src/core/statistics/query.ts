import type { MeetingUnit } from './co-occurrence.ts';
import type { DayRange } from './days.ts';

/** A row once it is counted: what a question about it needs, and no more. */
export interface CountedRow {
  readonly id: string;
  readonly articleId: string;
  /** Analyst id. */
  readonly analyst: string;
  /** Label id. */
  readonly label: string;
  /** `YYYY-MM-DD` in UTC; empty where it is not known. */
  readonly day: string;
  readonly furniture: boolean;
  /** Keys of {@link saysKey}, {@link answersKey} and {@link meetsKey}. */
  readonly facets: readonly string[];
}

/** The facet of rows whose attribute says this value. */
export function saysKey(attribute: string, value: string): string {
  // The length keeps two pairs apart that are written the same side by side.
  return `says ${attribute.length} ${attribute} ${value}`;
}

/** The facet of rows whose attribute says anything. */
export function answersKey(attribute: string): string {
  return `answers ${attribute}`;
}

/** The facet of rows that meet another annotation of this label. */
export function meetsKey(unit: MeetingUnit, label: string): string {
  return `meets ${unit} ${label}`;
}

/**
 * Which annotations are behind a number. Every part that is there must hold; parts that are not
 * there hold of any. Without `furniture`, only what stands in the article's own text.
 */
export interface AnnotationQuery {
  readonly label?: string | undefined;
  readonly articleId?: string | undefined;
  readonly analyst?: string | undefined;
  /** Both ends included; `undated` for those whose day is not known. */
  readonly days?: DayRange | 'undated' | undefined;
  /** Without a value: those for which the attribute says nothing. */
  readonly attribute?: { readonly name: string; readonly value?: string | undefined } | undefined;
  /** Those of `a` that meet one of `b`, and the other way round. */
  readonly meeting?:
    | { readonly unit: MeetingUnit; readonly a: string; readonly b: string }
    | undefined;
  readonly furniture?: boolean | undefined;
}

function isInDays(day: string, days: AnnotationQuery['days']): boolean {
  if (days === undefined) return true;
  if (days === 'undated') return day === '';
  return day !== '' && days.from <= day && day <= days.to;
}

function says(row: CountedRow, attribute: AnnotationQuery['attribute']): boolean {
  if (attribute === undefined) return true;
  const { name, value } = attribute;
  return value === undefined
    ? !row.facets.includes(answersKey(name))
    : row.facets.includes(saysKey(name, value));
}

function meets(row: CountedRow, meeting: AnnotationQuery['meeting']): boolean {
  if (meeting === undefined) return true;
  const { unit, a, b } = meeting;
  return (
    (row.label === a && row.facets.includes(meetsKey(unit, b))) ||
    (row.label === b && row.facets.includes(meetsKey(unit, a)))
  );
}

/** True when a row is among the annotations a query asks for. */
export function isAsked(row: CountedRow, query: AnnotationQuery): boolean {
  return (
    row.furniture === (query.furniture ?? false) &&
    (query.label === undefined || row.label === query.label) &&
    (query.articleId === undefined || row.articleId === query.articleId) &&
    (query.analyst === undefined || row.analyst === query.analyst) &&
    isInDays(row.day, query.days) &&
    says(row, query.attribute) &&
    meets(row, query.meeting)
  );
}
