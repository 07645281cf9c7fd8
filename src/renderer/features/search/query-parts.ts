import { parseQuery } from '../../../core/search/parse.ts';
import type { ConfidenceLevel, Filter } from '../../../core/search/query.ts';
import { dayWords } from '../../ui/date-words.ts';
import { choiceWords } from '../../words/amounts.ts';
import type { Key, PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';

/** A filter of the query, as a chip shows it. */
export interface QueryChip {
  readonly words: string;
  /** The query without it. */
  readonly without: string;
}

const CHIPS = {
  label: 'search.chipLabel',
  analyst: 'search.chipAnalyst',
  outlet: 'search.chipOutlet',
  title: 'search.chipTitle',
  date: 'search.chipDate',
  tag: 'search.chipTag',
  lang: 'search.chipLanguage',
  state: 'search.chipState',
  confidence: 'search.chipConfidence',
  comment: 'search.chipComment',
  thread: 'search.chipThread',
} as const satisfies Record<Exclude<Filter['kind'], 'attribute'>, Key>;

const LEVELS = {
  low: 'search.levelLow',
  medium: 'search.levelMedium',
  high: 'search.levelHigh',
  none: 'search.levelNone',
} as const satisfies Record<ConfidenceLevel, PlainKey>;

function valueWords(filter: Filter): string {
  if (filter.kind === 'date') {
    const { from, to } = filter;
    if (from === to) return dayWords(from);
    if (from === '') return t('search.until', { day: dayWords(to) });
    if (to === '') return t('search.from', { day: dayWords(from) });
    return t('search.days', { from: dayWords(from), to: dayWords(to) });
  }
  if (filter.kind === 'thread')
    return t(filter.open ? 'search.threadOpen' : 'search.threadResolved');
  if (filter.kind === 'confidence') return choiceWords(filter.levels.map((one) => t(LEVELS[one])));
  return choiceWords(filter.values.map((value) => (value === '*' ? t('search.any') : value)));
}

function filterWords(filter: Filter): string {
  const value = valueWords(filter);
  const words =
    filter.kind === 'attribute'
      ? t('search.chipAttribute', { name: filter.name, value })
      : t(CHIPS[filter.kind], { value });
  return filter.not ? t('search.chipNot', { filter: words }) : words;
}

function cut(text: string, start: number, end: number): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}

/** The filters of a query; none while it cannot be understood. */
export function chipsOf(text: string): readonly QueryChip[] {
  const parsed = parseQuery(text);
  if (!parsed.ok) return [];
  return parsed.value.filters.map((filter) => ({
    words: filterWords(filter),
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
