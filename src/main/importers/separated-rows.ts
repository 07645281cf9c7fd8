import { extname } from 'node:path';
import Papa from 'papaparse';
import { isHead } from './columns.ts';
import type { ImportLimits } from './limits.ts';
import type { Row, Rows } from './table.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** What is looked at to find the delimiter, in UTF-16 code units. */
const HEAD_LENGTH = 1_000_000;
const MOST_COLUMNS = 1000;

/** A row as it is cut, with the line its first cell begins on. */
interface Cut {
  readonly line: number;
  readonly cells: readonly string[];
  /** Why it cannot be relied on, as a sentence. */
  readonly problem?: string;
}

const UNCLOSED =
  'A quote opens in this row and is never closed, so that the rest of the file is one cell.';

function delimiterOf(text: string, path: string): string {
  if (/^\.(?:tsv|tab)$/iu.test(extname(path)) && text.slice(0, 10_000).includes('\t')) return '\t';
  const head = Papa.parse<string[]>(text.slice(0, HEAD_LENGTH), {
    preview: 50,
    delimitersToGuess: DELIMITERS,
    skipEmptyLines: 'greedy',
  });
  return DELIMITERS.includes(head.meta.delimiter) ? head.meta.delimiter : ',';
}

/** Cuts a table into rows (RFC 4180, with any of four delimiters); at most `most` of them. */
function cut(text: string, delimiter: string, most: number): Cut[] {
  const cuts: Cut[] = [];
  let line = 1;
  let done = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors, meta }, parser) => {
      const isUnclosed = errors.some(({ code }) => code === 'MissingQuotes');
      const isEmpty = data.every((cell) => cell.trim() === '');
      if (isUnclosed) cuts.push({ line, cells: data, problem: UNCLOSED });
      else if (!isEmpty) cuts.push({ line, cells: data });
      for (let at = text.indexOf('\n', done); at !== -1 && at < meta.cursor; ) {
        line += 1;
        done = at + 1;
        at = text.indexOf('\n', done);
      }
      if (cuts.length > most) parser.abort();
    },
  });
  return cuts;
}

/** Names that differ: an empty one is called by its place, a second `text` is `text (2)`. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name, index) => {
    const wanted = name.trim() === '' ? `Column ${index + 1}` : name.trim();
    const before = seen.get(wanted) ?? 0;
    seen.set(wanted, before + 1);
    return before === 0 ? wanted : `${wanted} (${before + 1})`;
  });
}

function rowOf({ line, cells }: Cut, names: readonly string[]): Row {
  const named = cells
    .slice(0, MOST_COLUMNS)
    .map((cell, index): [string, string] => [names[index] ?? `Column ${index + 1}`, cell]);
  const row = { place: `line ${line}`, cells: new Map(named) };
  if (cells.length === names.length) return row;
  const words = cells.length < names.length ? 'fewer' : 'more';
  const message = `Its row has ${words} cells (${cells.length}) than the table has columns (${names.length}).`;
  return { ...row, warnings: [{ kind: 'ragged', message }] };
}

/** True where the first row names the columns: one name is known, or all are short and say nothing like a text. */
function hasHead(first: Cut, second: Cut | undefined): boolean {
  if (isHead(first.cells)) return true;
  const longest = (row: Cut): number => Math.max(...row.cells.map((cell) => cell.length));
  return second !== undefined && longest(first) <= 40 && longest(second) > 2 * longest(first);
}

/** The rows of a file of separated values. */
export function separatedRows(text: string, path: string, limits: ImportLimits): Rows {
  const cuts = cut(text, delimiterOf(text, path), limits.fileArticles + 1);
  const [first, second] = cuts;
  if (first === undefined) return { names: [], rows: [], problems: [] };
  const headed = hasHead(first, second);
  const width = Math.max(...cuts.slice(0, 200).map(({ cells }) => cells.length));
  const names = distinct(
    headed
      ? first.cells.slice(0, MOST_COLUMNS)
      : Array.from({ length: Math.min(width, MOST_COLUMNS) }, () => ''),
  );
  const body = headed ? cuts.slice(1) : cuts;
  return {
    names,
    rows: body.filter(({ problem }) => problem === undefined).map((one) => rowOf(one, names)),
    problems: cuts.flatMap(({ line, problem }) =>
      problem === undefined ? [] : [{ place: `line ${line}`, reason: problem }],
    ),
  };
}
