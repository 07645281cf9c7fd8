import { isForbiddenName } from '../../model/forbidden-name.ts';
import { err, ok, type Result } from '../../result.ts';
import { withoutGuard } from '../../text/formula-guard.ts';
import type { InputFile, ReadProblem } from '../format.ts';
import { GUARD_COLUMN } from './columns.ts';
import { csvRecords } from './parse.ts';

/** A row by the names of its columns; empty fields are not in it. */
export interface CsvRow {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** A row, or what is wrong with it. */
export type RowResult = Result<CsvRow, ReadProblem>;

function namedFields(
  names: readonly string[],
  fields: readonly string[],
): Readonly<Record<string, string>> {
  const at = names.indexOf(GUARD_COLUMN);
  const isGuarded = at !== -1 && fields[at] !== '';
  const entries = names.flatMap((name, index): [string, string][] => {
    const raw = fields[index] ?? '';
    const value = isGuarded ? withoutGuard(raw) : raw;
    return value === '' || index === at ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** The rows of a table by the names in its first row, each that is wrong with its place. */
export function* csvRows(input: InputFile): Generator<RowResult, void> {
  const file = input.path === '' ? {} : { file: input.path };
  let names: readonly string[] | undefined;
  for (const record of csvRecords(input.text())) {
    if (!record.ok) {
      yield err({ ...file, ...record.error });
      return;
    }
    const { line, fields } = record.value;
    if (names === undefined) {
      names = fields.map((name) => name.trim());
      const bad = names.find(isForbiddenName);
      if (bad === undefined) continue;
      yield err({ ...file, line, message: `no column may be called ${JSON.stringify(bad)}` });
      return;
    }
    if (fields.length === names.length) yield ok({ line, fields: namedFields(names, fields) });
    else {
      const message = `this row has ${fields.length} fields, the first row ${names.length}`;
      yield err({ ...file, line, message });
    }
  }
}
