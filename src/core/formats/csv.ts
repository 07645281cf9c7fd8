import { ARTICLES_FILE, RELATIONS_FILE } from './csv/columns.ts';
import { companionsOf, readCsv } from './csv/read.ts';
import { claimsCsv } from './csv/sniff.ts';
import { CSV_CAN, writeCsv } from './csv/write.ts';
import type { Format } from './format.ts';

/**
 * Three tables (RFC 4180; `\r\n`; UTF-8 without BOM; one header row each): a row for each annotation,
 * beside it a row for each article with its text, and one for each relation where there are any.
 * Made to be read by programs: every field is exactly what is stored, so a spreadsheet may take a
 * quote that begins with `=` for a formula; `csv-spreadsheet` is for those. `start` and `end` are
 * the outer ends in `offset_unit`; `spans`, `attributes`, `origin`, `tags` and `document_labels` are
 * JSON; the quotes of an annotation in several parts are joined by ` … `. Read: the same, sorted or
 * with further columns, and any table with `label`, `start`, `end` and the `text` in each row.
 */
export const csv: Format = {
  id: 'csv',
  label: 'CSV, one row for each annotation',
  extensions: ['.csv'],
  layout: 'file',
  offsetUnit: 'codePoint',
  can: CSV_CAN,
  sniff: (sample) => claimsCsv(sample) === 'verbatim',
  companions: (name) =>
    [ARTICLES_FILE, RELATIONS_FILE].flatMap((table) => companionsOf(name, table)),
  read: readCsv,
  write: writeCsv,
};
