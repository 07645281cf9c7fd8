import { type OffsetUnit, offsetConverter } from '../text/offsets.ts';
import { canonical, jsonLine } from './canonical-json.ts';
import type { Capabilities } from './capabilities.ts';
import type { ExportArticle, FilePiece, Format, Writer } from './format.ts';
import type { LossLog } from './loss.ts';
import { type PlacedAnnotation, placeAnnotation } from './place-annotation.ts';
import { loseUnsupported } from './unsupported.ts';

const COLUMNS = [
  'article_id',
  'title',
  'outlet',
  'date',
  'annotation_id',
  'label',
  'start',
  'end',
  'offset_unit',
  'quote',
  'spans',
  'analyst',
  'note',
  'attributes',
  'created_at',
  'updated_at',
  'sha256',
  'confidence',
  'codebook_version',
  'origin',
  'byline',
  'language',
  'tags',
] as const;

/** Quoting of RFC 4180 §2, rules 5 to 7; an edge blank is quoted too, because readers trim it. */
function field(value: string | number): string {
  const written = String(value);
  const isPlain = !/[",\r\n\u0085\u2028\u2029]|^\s|\s$/.test(written);
  return isPlain ? written : `"${written.replaceAll('"', '""')}"`;
}

function row(values: readonly (string | number)[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

const CAN: Capabilities = {
  overlap: true,
  discontinuous: true,
  zeroWidth: true,
  relations: false,
  attributes: true,
  analysts: true,
  documentLabels: false,
};

/** What stands between the quotes of an annotation in several parts. */
const GAP = ' … ';

function annotationRow(placed: PlacedAnnotation, unit: OffsetUnit, from: ExportArticle): string {
  const { annotation, spans, quote } = placed;
  return row([
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
    jsonLine(canonical(annotation.attributes)),
    annotation.createdAt,
    annotation.updatedAt,
    from.article.sha256,
    annotation.confidence ?? '',
    annotation.codebookVersion,
    jsonLine(canonical(annotation.origin)),
    from.article.byline,
    from.article.language,
    JSON.stringify(from.article.tags),
  ]);
}

/** What of the article itself no row has a place for. */
function loseOfArticle({ article, text, split }: ExportArticle, losses: LossLog): void {
  const { id, source, addedAt, assigned } = article;
  losses.lost('texts of articles', `${id}: ${String(text.length)} characters`);
  const file = source['file'];
  const when = addedAt === '' ? [] : [addedAt];
  const record = [...(typeof file === 'string' ? [file] : []), ...when];
  if (record.length > 0 || Object.keys(source).length > 0) {
    losses.lost('import records', `${id}: ${record.join(', ')}`);
  }
  if (assigned.length > 0) losses.lost('who articles are assigned to', id);
  if (split !== undefined) losses.lost('parts of a split dataset', `${id}: ${split}`);
}

const writeCsv: Writer = (_facts, options, losses) => {
  let isBegun = false;
  /** The header row, once, before anything else. */
  const header = (): FilePiece[] => {
    const pieces = isBegun ? [] : [{ path: '', data: row(COLUMNS) }];
    isBegun = true;
    return pieces;
  };
  return {
    *article(from) {
      yield* header();
      loseUnsupported(from, CAN, { notes: true, confidence: true }, losses);
      loseOfArticle(from, losses);
      const converter = offsetConverter(from.text, options.offsetUnit);
      for (const annotation of from.annotations) {
        const placed = placeAnnotation(annotation, from.text, converter, losses);
        if (placed === undefined) continue;
        losses.wrote();
        yield { path: '', data: annotationRow(placed, converter.unit, from) };
      }
    },
    end: header,
  };
};

/**
 * One row for each annotation (RFC 4180; `\r\n`; UTF-8 without BOM; one header row). Made to be
 * read by programs: every field is exactly what is stored, so a spreadsheet may take a quote that
 * begins with `=` for a formula. `start` and `end` are the outer ends in `offset_unit`; `spans` is
 * JSON; the quotes of an annotation in several parts are joined by ` … `.
 */
export const csv: Format = {
  id: 'csv',
  label: 'CSV, one row for each annotation',
  extensions: ['.csv'],
  layout: 'file',
  offsetUnit: 'codePoint',
  can: CAN,
  sniff: (sample) => sample.replace(/^\ufeff/, '').startsWith(COLUMNS.join(',')),
  write: writeCsv,
};
