import { withGuard } from '../text/formula-guard.ts';
import type { Table } from './table.ts';

/**
 * A field by RFC 4180 §2, rules 5 to 7. Text that a spreadsheet could run as a formula gets an
 * apostrophe in front, which spreadsheets show as text; numbers stay numbers.
 */
function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = withGuard(value);
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (values: readonly (string | number)[]): string => `${values.map(field).join(',')}\r\n`;

const ROWS_A_PIECE = 256;

/**
 * A table as CSV (RFC 4180: `\r\n`, one header row), safe to open in a spreadsheet, in pieces to be
 * written one after the other.
 */
export function* spreadsheetCsv({ columns, rows }: Table): Generator<string, void> {
  yield line(columns);
  for (let at = 0; at < rows.length; at += ROWS_A_PIECE) {
    yield rows
      .slice(at, at + ROWS_A_PIECE)
      .map(line)
      .join('');
  }
}
