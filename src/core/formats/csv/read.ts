import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { err, ok } from '../../result.ts';
import { articleFromFacts, withoutEmpty } from '../article-facts.ts';
import type { DatasetInput, InputFile, Reader, ReadOptions } from '../format.ts';
import { parseUntrusted } from '../hostile-json.ts';
import { readArticleValue } from '../jsonl-read.ts';
import {
  ANNOTATION_COLUMNS,
  ARTICLE_COLUMNS,
  ARTICLES_FILE,
  GAP,
  RELATIONS_FILE,
} from './columns.ts';
import { type CsvRow, csvRows, type RowResult } from './table.ts';

type Fields = CsvRow['fields'];

const OF_ARTICLE: ReadonlySet<string> = new Set(ARTICLE_COLUMNS);
/** What is said of an annotation, and not of its article, in its row. */
const OF_ANNOTATION: ReadonlySet<string> = new Set(
  ANNOTATION_COLUMNS.filter((name) => !OF_ARTICLE.has(name)),
);

/** JSON in a field; `undefined` where it is none, or hostile. */
function unpacked(field: string | undefined): Json | undefined {
  if (field === undefined) return undefined;
  const value = parseUntrusted(field);
  return value.ok ? value.value : undefined;
}

function objectIn(field: string | undefined): JsonObject | undefined {
  const value = unpacked(field);
  return isJsonObject(value) ? value : undefined;
}

/** A number as a table writes it; the text itself where it is none, which is then refused in words. */
function numberIn(field: string | undefined): Json | undefined {
  if (field === undefined) return undefined;
  const number = Number(field);
  return field.trim() === '' || !Number.isFinite(number) ? field : number;
}

/** Spans, else the outer ends, and the quotes where they can be told apart. */
function placeOf({ spans, start, end, quote }: Fields): JsonObject {
  const all = unpacked(spans);
  const count = Array.isArray(all) ? all.length : 1;
  const quotes = count === 1 ? [quote ?? ''] : (quote ?? '').split(GAP);
  const isQuoted = quotes.length === count && (quote !== undefined || start === end);
  return {
    ...(Array.isArray(all)
      ? { spans: all }
      : { start: numberIn(start) ?? null, end: numberIn(end) ?? null }),
    ...(isQuoted ? { quote: quotes } : {}),
  };
}

function annotationOf({ fields }: CsvRow): JsonObject {
  const rest = Object.entries(fields).filter(
    ([name]) => !OF_ARTICLE.has(name) && !OF_ANNOTATION.has(name),
  );
  return {
    ...Object.fromEntries(rest),
    ...placeOf(fields),
    ...withoutEmpty({
      id: fields['annotation_id'],
      label: fields['label'],
      analyst: fields['analyst'],
      note: fields['note'],
      attributes: objectIn(fields['attributes']),
      confidence: fields['confidence'],
      codebookVersion: numberIn(fields['codebook_version']),
      origin: objectIn(fields['origin']),
      createdAt: fields['created_at'],
      updatedAt: fields['updated_at'],
    }),
  };
}

function relationOf({ fields }: CsvRow): JsonObject {
  const { article_id: _article, relation_id, codebook_version, created_at, updated_at } = fields;
  return withoutEmpty({
    id: relation_id,
    type: fields['type'],
    from: fields['from'],
    to: fields['to'],
    analyst: fields['analyst'],
    note: fields['note'],
    codebookVersion: numberIn(codebook_version),
    createdAt: created_at,
    updatedAt: updated_at,
  });
}

/** The facts of an article, `tags` as a list. */
function factsOf(fields: Fields): JsonObject {
  const facts = Object.entries(fields).filter(
    ([name]) => name !== 'text' && name !== 'document_labels',
  );
  const tags = unpacked(fields['tags']);
  return { ...Object.fromEntries(facts), ...(Array.isArray(tags) ? { tags } : {}) };
}

/** Rows by the article they belong to, in order. */
type ByArticle = ReadonlyMap<string, readonly CsvRow[]>;

function articleValue(
  fields: Fields,
  annotations: readonly CsvRow[],
  relations: readonly CsvRow[],
  options: ReadOptions,
): JsonObject {
  const text = fields['text'] ?? '';
  const unit = annotations.find((row) => row.fields['offset_unit'] !== undefined);
  const labels = objectIn(fields['document_labels']);
  return {
    ...articleFromFacts(factsOf(fields), text, options),
    text,
    ...(unit === undefined ? {} : { offsetUnit: unit.fields['offset_unit'] ?? '' }),
    annotations: annotations.map(annotationOf),
    relations: relations.map(relationOf),
    ...(labels === undefined ? {} : { documentLabels: labels }),
  };
}

/** The table of this name beside another, called after it or alone. */
function beside({ main, files }: DatasetInput, name: string): InputFile | undefined {
  const wanted = companionsOf(main.path, name);
  return files.find(({ path }) => wanted.includes(path));
}

/** Names that a table beside another one may have. */
export function companionsOf(main: string, name: string): readonly string[] {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  return [`${main.replace(/\.[^./]*$/, '')}.${name}`, `${folder}${name}`];
}

/** The article a row belongs to: its id, else its text. */
function keyOf({ article_id: id, text }: Fields): string {
  return id ?? text ?? '';
}

/** Gathers rows; what is wrong goes to `problems`. */
function byArticle(table: InputFile | undefined, problems: RowResult[]): ByArticle {
  const found = new Map<string, CsvRow[]>();
  for (const row of table === undefined ? [] : csvRows(table)) {
    if (!row.ok) {
      problems.push(row);
      continue;
    }
    const key = keyOf(row.value.fields);
    const own = found.get(key) ?? [];
    own.push(row.value);
    found.set(key, own);
  }
  return found;
}

const NO_TEXT =
  'the text of this article is neither in a column “text” nor in the table of articles that belongs beside this file';

/** Articles where there is no table of them: what the first row of each says. */
function* articlesIn(annotations: ByArticle): Generator<RowResult, void> {
  for (const [first] of annotations.values()) {
    if (first?.fields['text'] === undefined) continue;
    const own = Object.entries(first.fields).filter(([name]) => OF_ARTICLE.has(name));
    yield ok({ line: first.line, fields: Object.fromEntries(own) });
  }
}

/** Lines of annotations whose article nobody had. */
function withoutText(annotations: ByArticle, read: ReadonlySet<string>): readonly number[] {
  return Array.from(annotations).flatMap(([key, [first]]) =>
    read.has(key) || first === undefined ? [] : [first.line],
  );
}

/**
 * Reads a table of annotations with that of the articles beside it, article by article; annotations
 * are gathered first, because tables may have been sorted anew.
 */
export const readCsv: Reader = function* (input, options) {
  const { main } = input;
  const file = main.path === '' ? {} : { file: main.path };
  const problems: RowResult[] = [];
  const annotations = byArticle(main, problems);
  const relations = byArticle(beside(input, RELATIONS_FILE), problems);
  yield* problems.filter((one) => !one.ok);
  const table = beside(input, ARTICLES_FILE);
  const read = new Set<string>();
  for (const row of table === undefined ? articlesIn(annotations) : csvRows(table)) {
    if (!row.ok) {
      yield row;
      continue;
    }
    const key = keyOf(row.value.fields);
    read.add(key);
    const own = annotations.get(key) ?? [];
    const value = articleValue(row.value.fields, own, relations.get(key) ?? [], options);
    yield readArticleValue(value, { ...file, line: own[0]?.line ?? row.value.line }, options);
  }
  yield* withoutText(annotations, read).map((line) => err({ ...file, line, message: NO_TEXT }));
};
