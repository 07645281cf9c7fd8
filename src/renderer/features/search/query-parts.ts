import { parseQuery } from '../../../core/search/parse.ts';
import type { ConfidenceLevel, Filter } from '../../../core/search/query.ts';
import { dayWords } from '../../ui/date-words.ts';

/** A filter of the query, as a chip shows it. */
export interface QueryChip {
  readonly words: string;
  /** The query without it. */
  readonly without: string;
}

const NAMES: Readonly<Record<Filter['kind'], string>> = {
  label: 'Label',
  attribute: 'Attribute',
  analyst: 'Analyst',
  outlet: 'Outlet',
  title: 'Title',
  date: 'Date',
  tag: 'Tag',
  lang: 'Language',
  state: 'State',
  confidence: 'Confidence',
  comment: 'Comment',
  thread: 'Comments',
};

const LEVELS: Readonly<Record<ConfidenceLevel, string>> = {
  low: 'low',
  medium: 'medium',
  high: 'high',
  none: 'not said',
};

function valueWords(filter: Filter): string {
  if (filter.kind === 'date') {
    const { from, to } = filter;
    if (from === to) return dayWords(from);
    if (from === '') return `until ${dayWords(to)}`;
    return to === '' ? `from ${dayWords(from)}` : `${dayWords(from)} – ${dayWords(to)}`;
  }
  if (filter.kind === 'thread') return filter.open ? 'open' : 'resolved';
  if (filter.kind === 'confidence') return filter.levels.map((one) => LEVELS[one]).join(' or ');
  const values = filter.values.map((value) => (value === '*' ? 'any' : value)).join(' or ');
  return filter.kind === 'attribute' ? `${filter.name}: ${values}` : values;
}

function cut(text: string, start: number, end: number): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}

/** The filters of a query; none while it cannot be understood. */
export function chipsOf(text: string): readonly QueryChip[] {
  const parsed = parseQuery(text);
  if (!parsed.ok) return [];
  return parsed.value.filters.map((filter) => ({
    words: `${filter.not ? 'Not ' : ''}${NAMES[filter.kind]} ${valueWords(filter)}`,
    without: cut(text, filter.start, filter.end),
  }));
}

/** A query with one part more at its end. */
export function withPart(text: string, part: string): string {
  return text.trim() === '' ? part : `${text.trimEnd()} ${part}`;
}

/** A value as a query takes it: in quotation marks where it has blanks or commas. */
export function queryValue(value: string): string {
  return /[\s,"“”„]/u.test(value) ? `"${value.replace(/["“”„]/gu, '')}"` : value;
}
