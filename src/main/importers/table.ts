import type { Json } from '../../core/model/json.ts';
import { ok } from '../../core/result.ts';
import { articleBook } from './article-book.ts';
import { columnsOf } from './columns.ts';
import type { ImportResult } from './failure.ts';
import { plainLine } from './fragment.ts';
import type {
  ColumnChoice,
  ColumnRole,
  FileArticles,
  ImportWarning,
  TableColumn,
} from './imported-article.ts';
import type { SourceFile } from './source-file.ts';
import { anyBody, finishStated, type StatedArticle, type StatedIn } from './stated-article.ts';

/** One row of a table, or one line of JSON. */
export interface Row {
  /** Where it stands, such as `line 3`. */
  readonly place: string;
  readonly cells: ReadonlyMap<string, string>;
  /** Values that are no text, by name of column, as they were. */
  readonly values?: ReadonlyMap<string, Json>;
  /** What is to be said about it. */
  readonly warnings?: readonly ImportWarning[];
}

/** What a file of rows holds. */
export interface Rows {
  readonly names: readonly string[];
  readonly rows: readonly Row[];
  /** Places that gave no row, and why, each a sentence. */
  readonly problems: readonly { readonly place: string; readonly reason: string }[];
}

/** A list of places in the text, as annotation tools write it into a cell. */
const SPANS = /^\s*\[\s*\{[^{}]{0,200}"(?:start|start_offset)"\s*:\s*\d/u;

/** Annotations in a cell are of no format that says how to read them. */
function annotatedCells(kept: { readonly [name: string]: Json }): ImportWarning[] {
  return Object.entries(kept).flatMap(([name, value]): ImportWarning[] => {
    const words = typeof value === 'string' ? value : JSON.stringify(value);
    if (!SPANS.test(words.slice(0, 1000))) return [];
    const message = `Its column “${name}” holds annotations, which are kept beside the article as they are. To have them marked, export the data as JSON and import that.`;
    return [{ kind: 'left-out', message }];
  });
}

/** Rows by which columns are guessed. */
const SAMPLE_ROWS = 200;

type Cell = (role: ColumnRole) => string;

function cellOf(row: Row, columns: readonly TableColumn[]): Cell {
  return (role) => {
    const name = columns.find((one) => one.as === role)?.name;
    return name === undefined ? '' : (row.cells.get(name) ?? '');
  };
}

/** The cells that are nothing of the article. */
function beside(row: Row, columns: readonly TableColumn[]): { [name: string]: Json } {
  const used = new Set(columns.filter(({ as }) => as !== 'none').map(({ name }) => name));
  const kept: [string, Json][] = [];
  for (const [name, value] of row.cells) {
    if (!used.has(name) && value !== '') kept.push([name, row.values?.get(name) ?? value]);
  }
  return Object.fromEntries(kept);
}

function statedOf(
  row: Row,
  columns: readonly TableColumn[],
  { limits }: SourceFile,
):
  | { readonly ok: true; readonly value: StatedArticle }
  | { readonly ok: false; readonly error: string } {
  const cell = cellOf(row, columns);
  const body = anyBody(cell('text'), limits);
  if (!body.ok) return body;
  const kept = beside(row, columns);
  const line = (role: ColumnRole): string => plainLine(cell(role), limits);
  return ok({
    ...body.value,
    warnings: [...body.value.warnings, ...(row.warnings ?? []), ...annotatedCells(kept)],
    hints: {
      title: line('title'),
      outlet: line('outlet'),
      byline: line('byline'),
      date: cell('date'),
      language: cell('language'),
    },
    extras: {
      url: cell('url').trim(),
      id: cell('id').trim(),
      published: cell('date').trim(),
      columns: kept,
    },
  });
}

const NO_TEXT =
  'No column of it looks like the text of an article. Say which one is: in the window beside the preview, on the command line with --column text=NAME.';

/** Reads rows as articles. What each column is, is guessed unless a person says it. */
export async function readRows(
  source: SourceFile,
  stated: StatedIn,
  { names, rows, problems }: Rows,
  choice: ColumnChoice | undefined,
): Promise<ImportResult<FileArticles>> {
  const unknown = choice?.find(({ name, as }) => as !== 'none' && !names.includes(name));
  if (unknown !== undefined) {
    const all = names.slice(0, 20).join(', ');
    const problem = `There is no column “${unknown.name}”. Its columns are: ${all}.`;
    return ok({ articles: [], problems: [problem], columns: columnsOf(names, [], []) });
  }
  const sample = rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells);
  const columns = columnsOf(names, sample, choice);
  if (columns.every(({ as }) => as !== 'text')) {
    const told = problems.map(({ place, reason }) => `${place}: ${reason} It did not come in.`);
    // Without a sound row nobody can say which column is the text.
    const isAllWrong = names.length === 0 && told.length > 0;
    return ok({ articles: [], problems: isAllWrong ? told : [...told, NO_TEXT], columns });
  }
  const book = articleBook(source.path, source.limits);
  for (const { place, reason } of problems) book.tell(place, reason);
  for (const row of rows) {
    if (book.isFull(row.place)) break;
    const one = statedOf(row, columns, source);
    if (!one.ok) book.tell(row.place, one.error);
    else if (one.value.text.trim() === '') book.tell(row.place, 'Its text is empty.');
    else book.add(row.place, finishStated(stated, one.value, row.place));
    await source.alive();
  }
  const all = book.all();
  // Another column may be the text: that can be said only where the columns are known.
  return all.ok
    ? ok({ ...all.value, columns })
    : ok({ articles: [], problems: [all.error.message], columns });
}
