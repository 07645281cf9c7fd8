import { readCsv } from './csv/read.ts';
import { claimsCsv } from './csv/sniff.ts';
import { CSV_CAN, writeGuardedCsv } from './csv/write.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';

/**
 * The tables of `csv` for spreadsheets: with a BOM, by which they know UTF-8, and an apostrophe
 * before each text that they could run as a formula (beginning with `=`, `+`, `-`, `@`, their
 * full-width forms, a tab or a return). The column `guard` says so; reading takes exactly those
 * apostrophes away again.
 */
export const csvSpreadsheet: Format = {
  id: 'csv-spreadsheet',
  label: 'CSV for spreadsheets, formulas disarmed',
  extensions: ['.csv'],
  layout: 'file',
  offsetUnit: 'codePoint',
  can: CSV_CAN,
  sniff: (sample) => claimsCsv(sample) === 'guarded',
  ...(csv.companions === undefined ? {} : { companions: csv.companions }),
  read: readCsv,
  write: writeGuardedCsv,
};
