import type { Json } from '../../model/json.ts';
import { withGuard } from '../../text/formula-guard.ts';
import { type OffsetUnit, offsetConverter } from '../../text/offsets.ts';
import { canonical, jsonLine } from '../canonical-json.ts';
import type { Capabilities } from '../capabilities.ts';
import type { ExportArticle, FilePiece, Writer } from '../format.ts';
import type { LossLog } from '../loss.ts';
import { type PlacedAnnotation, placeAnnotation } from '../place-annotation.ts';
import { loseUnsupported } from '../unsupported.ts';
import { attributesLine, plain, relationsAmong, type WriteContext } from '../write-parts.ts';
import {
  ANNOTATION_COLUMNS,
  ARTICLE_COLUMNS,
  ARTICLES_FILE,
  GAP,
  GUARD_COLUMN,
  GUARD_NAME,
  RELATION_COLUMNS,
  RELATIONS_FILE,
} from './columns.ts';

/** What the tables hold. */
export const CSV_CAN: Capabilities = {
  overlap: true,
  discontinuous: true,
  zeroWidth: true,
  relations: true,
  attributes: true,
  analysts: true,
  documentLabels: true,
};

type Field = string | number;

/** Quoting of RFC 4180 §2, rules 5 to 7; an edge blank is quoted too, because readers trim it. */
function quoted(value: string): string {
  const isPlain = !/[",\r\n\u0085\u2028\u2029]|^\s|\s$/.test(value);
  return isPlain ? value : `"${value.replaceAll('"', '""')}"`;
}

/** How rows are written: verbatim, or so that no spreadsheet runs what stands in them. */
interface Rows {
  readonly header: (columns: readonly string[]) => string;
  readonly row: (values: readonly Field[]) => string;
}

const line = (values: readonly Field[]): string =>
  `${values.map((value) => quoted(String(value))).join(',')}\r\n`;

const VERBATIM: Rows = { header: line, row: line };

const GUARDED: Rows = {
  // Spreadsheets take a file without a byte order mark for the old charset of their country.
  header: (columns) => `\ufeff${line([...columns, GUARD_COLUMN])}`,
  row: (values) => {
    const safe = values.map((value) => (typeof value === 'string' ? withGuard(value) : value));
    return line([...safe, GUARD_NAME]);
  },
};

function annotationRow(placed: PlacedAnnotation, context: WriteContext): readonly Field[] {
  const { annotation, spans, quote } = placed;
  const { from, converter } = context;
  const unit: OffsetUnit = converter.unit;
  return [
    from.article.id,
    from.article.title,
    from.article.outlet,
    from.article.date,
    annotation.id,
    from.labelName(annotation.label),
    spans[0]?.[0] ?? 0,
    spans.at(-1)?.[1] ?? 0,
    unit,
    quote.join(GAP),
    JSON.stringify(spans),
    from.analystName(annotation.analyst),
    annotation.note,
    jsonLine(attributesLine(annotation, context)),
    annotation.createdAt,
    annotation.updatedAt,
    from.article.sha256,
    annotation.confidence ?? '',
    annotation.codebookVersion,
    jsonLine(canonical(annotation.origin)),
    from.article.byline,
    from.article.language,
    JSON.stringify(from.article.tags),
  ];
}

function articleRow(context: WriteContext): readonly Field[] {
  const { article, text, documentLabels, analystName } = context.from;
  const labels = documentLabels.map(({ analyst, labels: given }): [string, Json] => [
    analystName(analyst),
    plain(given, analyst, context),
  ]);
  return [
    article.id,
    article.title,
    article.outlet,
    article.byline,
    article.date,
    article.language,
    JSON.stringify(article.tags),
    article.addedAt,
    article.sha256,
    labels.length === 0 ? '' : jsonLine(canonical(Object.fromEntries(labels))),
    text,
  ];
}

function relationRows(
  placed: readonly PlacedAnnotation[],
  context: WriteContext,
): readonly (readonly Field[])[] {
  return relationsAmong(placed, context).map((relation) => [
    context.from.article.id,
    relation.id,
    relation.type,
    relation.from,
    relation.to,
    context.from.analystName(relation.analyst),
    relation.note ?? '',
    relation.codebookVersion ?? '',
    relation.createdAt ?? '',
    relation.updatedAt ?? '',
  ]);
}

/** What of the article itself no row has a place for. */
function loseOfArticle({ article, split }: ExportArticle, losses: LossLog): void {
  const { id, source, assigned } = article;
  const file = source['file'];
  if (Object.keys(source).length > 0) {
    losses.lost('import records', `${id}: ${typeof file === 'string' ? file : ''}`);
  }
  if (assigned.length > 0) losses.lost('who articles are assigned to', id);
  if (split !== undefined) losses.lost('parts of a split dataset', `${id}: ${split}`);
}

/** A table that gets its header before its first row. */
function table(path: string, columns: readonly string[], { header, row }: Rows) {
  let isBegun = false;
  const piece = (data: string): FilePiece => ({ path, data });
  const begin = (): FilePiece[] => {
    const pieces = isBegun ? [] : [piece(header(columns))];
    isBegun = true;
    return pieces;
  };
  return {
    begin,
    add: (values: readonly Field[]): FilePiece[] => [...begin(), piece(row(values))],
  };
}

function writer(rows: Rows): Writer {
  return (_facts, options, losses) => {
    const annotations = table('', ANNOTATION_COLUMNS, rows);
    const articles = table(ARTICLES_FILE, ARTICLE_COLUMNS, rows);
    const relations = table(RELATIONS_FILE, RELATION_COLUMNS, rows);
    return {
      *article(from) {
        yield* annotations.begin();
        const keeps = { notes: true, confidence: true, relationNotes: true };
        loseUnsupported(from, CSV_CAN, { ...keeps, articlesWithoutAnnotations: true }, losses);
        loseOfArticle(from, losses);
        const converter = offsetConverter(from.text, options.offsetUnit);
        const context = { from, converter, losses };
        yield* articles.add(articleRow(context));
        const placed = from.annotations.flatMap(
          (one) => placeAnnotation(one, from.text, converter, losses) ?? [],
        );
        for (const one of placed) {
          losses.wrote();
          yield* annotations.add(annotationRow(one, context));
        }
        for (const one of relationRows(placed, context)) yield* relations.add(one);
      },
      end: () => [...annotations.begin(), ...articles.begin()],
    };
  };
}

/** Writes every field exactly as it is stored. */
export const writeCsv = writer(VERBATIM);

/** Writes tables that a spreadsheet may open: what it could run as a formula has a guard. */
export const writeGuardedCsv = writer(GUARDED);
