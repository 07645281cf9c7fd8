import { foldText } from '../../core/search/fold.ts';
import { literalsOf } from '../../core/search/pattern-literals.ts';
import {
  asksForAnnotations,
  asksForComments,
  type Filter,
  type Query,
  type Term,
} from '../../core/search/query.ts';
import { neededWords } from '../../core/search/terms.ts';
import { numberOf, type Value } from './rows.ts';
import type { SearchIndex } from './search-index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** With more words than this, the union costs more than it saves: the hits are everywhere. */
const MOST_WORDS = 300;
const MOST_BEGINNINGS = 1500;

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

function ofWords(text: string, prefix: boolean, vocabulary: Vocabulary): string[] {
  const needed = neededWords(text, prefix);
  const parts = needed.words.map(quoted);
  const open = needed.prefix;
  if (open !== '' && !vocabulary.beginsMoreThan(open, MOST_BEGINNINGS)) {
    parts.push(`${quoted(open)} *`);
  }
  return parts;
}

/** What articles need for one run of letters of a regular expression; `undefined` where nothing. */
function ofLetters(letters: string, vocabulary: Vocabulary): string | undefined {
  const folded = foldText(letters);
  if (folded.length < 2) return undefined;
  const words = vocabulary.holding(folded, MOST_WORDS);
  if (words === undefined) return undefined;
  // Letters of a script without blanks between words are more than one word of the index.
  if (words.length === 0) return ofWords(letters, false, vocabulary).join(' AND ');
  return `(${words.map(quoted).join(' OR ')})`;
}

function ofTerm(term: Term, vocabulary: Vocabulary): string[] {
  if (term.kind === 'words') return ofWords(term.text, term.prefix, vocabulary);
  return literalsOf(term.source).flatMap((letters) => ofLetters(letters, vocabulary) ?? []);
}

/** A condition on `article` and its values. */
interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** What was said may be on an article that nobody labelled: it needs no annotation. */
function ofComments(filters: readonly Filter[]): Condition[] {
  const isWanted = filters.some((filter) => asksForComments(filter) && !filter.not);
  return isWanted ? [{ sql: 'article.n IN (SELECT article FROM comment)', values: [] }] : [];
}

function ofAnnotations(filters: readonly Filter[], analysts: readonly string[]): Condition[] {
  const wanted = filters
    .filter(asksForAnnotations)
    .filter((filter) => !filter.not && !asksForComments(filter));
  const needed = wanted.filter(({ kind }) => kind !== 'analyst');
  const said = ofComments(filters);
  if (wanted.length === 0 || (needed.length === 0 && said.length > 0)) return said;
  const label = needed.flatMap((filter) => {
    return filter.kind === 'label' && !filter.values.includes('*') ? [filter.values] : [];
  })[0];
  const some = label === undefined ? '' : ` AND label IN (${marks(label)})`;
  return [
    {
      sql: `article.n IN (SELECT article FROM annotation WHERE analyst IN (${marks(analysts)})${some})`,
      values: [...analysts, ...(label ?? [])],
    },
    ...said,
  ];
}

/** Rules out what surely does not pass; what is left is compared with care in the core. */
function ofArticle(filter: Filter): Condition[] {
  if (filter.not || asksForAnnotations(filter)) return [];
  if (filter.kind === 'date') {
    const { from, to } = filter;
    return [
      ...(from === '' ? [] : [{ sql: 'date >= ?', values: [from.slice(0, 4)] }]),
      ...(to === '' ? [] : [{ sql: 'substr(date, 1, ?) <= ?', values: [to.length, to] }]),
    ];
  }
  const parts = ['outlet', 'title', 'tag'];
  if (!parts.includes(filter.kind)) return [];
  if (filter.values.includes('*')) return [];
  const each = filter.values.map(() => 'instr(folded, ?) > 0');
  return [{ sql: `(${each.join(' OR ')})`, values: filter.values.map(foldText) }];
}

/** Numbers of articles to look at, ascending. */
export interface Candidates {
  /** @param after only greater numbers @param most -1 for all */
  readonly next: (after: number, most: number) => number[];
}

/**
 * Where a query's hits can be. What is not named here has none; what is named may have none.
 * @param analysts whose layers the query may see
 */
export function candidates(
  index: SearchIndex,
  query: Query,
  analysts: readonly string[],
): Candidates {
  const match = query.terms.flatMap((term) => ofTerm(term, index.vocabulary)).join(' AND ');
  const conditions = [
    ...ofAnnotations(query.filters, analysts),
    ...query.filters.flatMap(ofArticle),
  ];
  const byWords = match !== '';
  const onArticle = conditions.map(({ sql }) => sql).join(' AND ');
  const rest = onArticle === '' ? '' : ` AND ${onArticle}`;
  const values = conditions.flatMap((condition) => condition.values);
  const joined = rest === '' ? '' : 'JOIN article ON article.n = words.rowid';
  const sql = byWords
    ? `SELECT words.rowid AS n FROM words ${joined}
       WHERE words MATCH ? AND words.rowid > ?${rest} LIMIT ?`
    : `SELECT n FROM article WHERE n > ?${rest} ORDER BY n LIMIT ?`;
  return {
    next: (after, most) => {
      const given = byWords ? [match, after, ...values, most] : [after, ...values, most];
      return index.sql
        .all(sql, given)
        .map((row) => numberOf(row, 'n'))
        .toSorted((a, b) => a - b);
    },
  };
}
