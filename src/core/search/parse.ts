import { err, ok, type Result } from '../result.ts';
import { wordPattern } from './find-words.ts';
import { confidenceLevels } from './parse-confidence.ts';
import { parseDates } from './parse-date.ts';
import type { Filter, Query, QueryProblem, Region, Term, WordField } from './query.ts';
import { QuerySource, Unreadable } from './query-source.ts';

/** A query longer than this is refused. */
export const LONGEST_QUERY = 2000;

const WORD_FIELDS: ReadonlySet<string> = new Set<WordField>([
  'outlet',
  'title',
  'tag',
  'lang',
  'state',
  'label',
  'analyst',
]);

/** Names that people type for the same field. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  language: 'lang',
  tags: 'tag',
  labels: 'label',
  attr: 'attribute',
  comments: 'comment',
};

type Read = (reading: Reading, start: number, not: boolean) => void;

const FIELD = /(?<name>\p{L}+):(?!\/\/)/uy;
const ATTRIBUTE_NAME = /[^\s"“”„=,]+/uy;
const VALUE = /[^\s",“”„]+/uy;
const WORD = /[^\s"“”„]+/uy;
const FLAGS = /[\p{L}\p{N}]*/uy;

interface Reading {
  readonly source: QuerySource;
  readonly terms: Term[];
  readonly without: Term[];
  readonly filters: Filter[];
  region: Region | undefined;
}

function values(source: QuerySource, start: number, field: string): string[] {
  const found: string[] = [];
  do {
    const value = source.isQuote() ? source.quoted() : source.match(VALUE)?.[0];
    if (value === undefined || value.trim() === '') {
      throw new Unreadable(`A value has to follow “${field}”.`, { start, end: source.at });
    }
    found.push(value.trim());
  } while (source.take(','));
  return found;
}

function readRegion(reading: Reading, start: number, not: boolean): void {
  const { source } = reading;
  const value = values(source, start, 'in:').join(',');
  const place = { start, end: source.at };
  if (value !== 'article' && value !== 'furniture' && value !== 'all') {
    throw new Unreadable('Write in:article, in:furniture or in:all.', place);
  }
  if (not || reading.region !== undefined) {
    throw new Unreadable('“in:” can stand once, without a minus.', place);
  }
  reading.region = value;
}

function readAttribute(reading: Reading, start: number, not: boolean): void {
  const { source, filters } = reading;
  const name = source.isQuote() ? source.quoted() : source.match(ATTRIBUTE_NAME)?.[0];
  if (name === undefined || name.trim() === '' || !source.take('=')) {
    throw new Unreadable('Write attribute:name=value, or attribute:name=* for any value.', {
      start,
      end: source.at,
    });
  }
  const found = values(source, start, `attribute:${name}=`);
  const place = { start, end: source.at };
  filters.push({ kind: 'attribute', not, name: name.trim(), values: found, ...place });
}

function readDate({ source, filters }: Reading, start: number, not: boolean): void {
  const value = values(source, start, 'date:').join(',');
  const place = { start, end: source.at };
  filters.push({ kind: 'date', not, ...parseDates(value, place), ...place });
}

function readConfidence({ source, filters }: Reading, start: number, not: boolean): void {
  const found = values(source, start, 'confidence:');
  const place = { start, end: source.at };
  const levels = found.flatMap((value) => confidenceLevels(value, place));
  filters.push({ kind: 'confidence', not, levels: [...new Set(levels)], ...place });
}

function readComment({ source, filters }: Reading, start: number, not: boolean): void {
  const found = values(source, start, 'comment:');
  filters.push({ kind: 'comment', not, values: found, start, end: source.at });
}

function readHas({ source, filters }: Reading, start: number, not: boolean): void {
  const value = values(source, start, 'has:').join(',').toLowerCase();
  const place = { start, end: source.at };
  if (value !== 'comment' && value !== 'comments') {
    throw new Unreadable('Write has:comment.', place);
  }
  filters.push({ kind: 'comment', not, values: ['*'], ...place });
}

function readIs({ source, filters }: Reading, start: number, not: boolean): void {
  const value = values(source, start, 'is:').join(',').toLowerCase();
  const place = { start, end: source.at };
  if (value === 'unsure') filters.push({ kind: 'confidence', not, levels: ['low'], ...place });
  else if (value === 'open-thread') filters.push({ kind: 'thread', not, open: true, ...place });
  else if (value === 'resolved-thread')
    filters.push({ kind: 'thread', not, open: false, ...place });
  else throw new Unreadable('Write is:unsure, is:open-thread or is:resolved-thread.', place);
}

/** Fields that are read in a way of their own. */
const READERS: Readonly<Record<string, Read>> = {
  in: readRegion,
  attribute: readAttribute,
  date: readDate,
  confidence: readConfidence,
  comment: readComment,
  has: readHas,
  is: readIs,
};

function readField(reading: Reading, name: string, start: number, not: boolean): void {
  const { source, filters } = reading;
  const lower = name.toLowerCase();
  const field = Object.hasOwn(OTHER_NAMES, lower) ? (OTHER_NAMES[lower] ?? lower) : lower;
  const read = Object.hasOwn(READERS, field) ? READERS[field] : undefined;
  if (read !== undefined) return read(reading, start, not);
  if (!WORD_FIELDS.has(field)) {
    throw new Unreadable(
      `There is no field “${name}”. Put words with a colon in quotation marks.`,
      { start, end: source.at },
    );
  }
  const found = values(source, start, `${field}:`);
  filters.push({ kind: field as WordField, not, values: found, start, end: source.at });
}

/** What stands between two slashes; a slash in a class or after a backslash ends nothing. */
function betweenSlashes(source: QuerySource, start: number): string {
  source.at += 1;
  const from = source.at;
  let inClass = false;
  while (!source.done && (inClass || source.peek() !== '/')) {
    if (source.peek() === '\\') source.at += 1;
    else if (source.peek() === '[') inClass = true;
    else if (source.peek() === ']') inClass = false;
    source.at += 1;
  }
  if (source.done) {
    throw new Unreadable('This regular expression has no “/” at its end.', {
      start,
      end: start + 1,
    });
  }
  source.at += 1;
  return source.text.slice(from, source.at - 1);
}

function readPattern(source: QuerySource, start: number): Term {
  const pattern = betweenSlashes(source, start);
  const flags = source.match(FLAGS)?.[0] ?? '';
  const place = { start, end: source.at };
  if (pattern === '') throw new Unreadable('This regular expression is empty.', place);
  if (!/^[ims]*$/u.test(flags) || new Set(flags).size !== flags.length) {
    throw new Unreadable(`After the last “/” only i, m and s can stand, not “${flags}”.`, place);
  }
  return { kind: 'pattern', source: pattern, flags, ...place };
}

function readWords(source: QuerySource, start: number): Term {
  const exact = source.take('=');
  const phrase = source.isQuote();
  const typed = phrase ? source.quoted() : (source.match(WORD)?.[0] ?? '');
  const starAfter = phrase && source.take('*');
  const prefix = starAfter || (!phrase && typed.endsWith('*'));
  const text = prefix && !phrase ? typed.slice(0, -1) : typed;
  const place = { start, end: source.at };
  if (!phrase && text.includes('*')) {
    throw new Unreadable('A star can stand only at the end of a word.', place);
  }
  if (wordPattern(text, exact, prefix).pieces.length === 0) {
    const what = source.text.slice(start, source.at);
    throw new Unreadable(`“${what}” has no letter or digit to look for.`, place);
  }
  return { kind: 'words', text, exact, prefix, ...place };
}

function readPart(reading: Reading): void {
  const { source } = reading;
  const start = source.at;
  const not = source.peek() === '-' && !source.isBlank(1);
  if (not) source.at += 1;
  const field = source.match(FIELD)?.groups?.['name'];
  if (field !== undefined) return readField(reading, field, start, not);
  const term = source.peek() === '/' ? readPattern(source, start) : readWords(source, start);
  (not ? reading.without : reading.terms).push(term);
}

/**
 * Reads a query.
 *
 * - `sanctions oil`: both words, in any case and with or without accents
 * - `"sanctions package"`: next to each other; `sanction*`: words that begin so; `=Polish` or
 *   `="May"`: as written; `-gas`: not in the article
 * - `/\b(ban|bar)s?\b/i`: a regular expression in RE2's syntax
 * - `label:claim,threat`, `attribute:polarity=negative`, `analyst:Ana`: on words that an annotation
 *   covers; alone, they find the annotations themselves. A label of a whole article covers all of
 *   it, and alone finds the article; `label:*` is any label on words
 * - `confidence:low`, `confidence:<high`, `confidence:none` (nobody said), `is:unsure`
 * - `comment:banks`, `has:comment`, `is:open-thread`, `is:resolved-thread`: what was said about an
 *   annotation; what was said about the whole article finds the article
 * - `outlet:`, `title:`, `tag:`, `lang:`, `state:`, `date:2022-01..2022-02`
 * - `in:article` (as without it), `in:furniture`, `in:all`
 *
 * @returns refused with words for a person and the place they are about
 */
export function parseQuery(text: string): Result<Query, QueryProblem> {
  if (text.length > LONGEST_QUERY) {
    return err({ message: 'This query is too long.', start: LONGEST_QUERY, end: text.length });
  }
  const source = new QuerySource(text);
  const reading: Reading = { source, terms: [], without: [], filters: [], region: undefined };
  try {
    for (source.skipBlanks(); !source.done; source.skipBlanks()) readPart(reading);
  } catch (cause) {
    if (cause instanceof Unreadable) return err(cause.problem);
    throw cause;
  }
  const { terms, without, filters, region } = reading;
  return ok({ terms, without, filters, region: region ?? 'article' });
}
