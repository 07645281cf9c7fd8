import { err, ok, type Result } from '../../result.ts';
import type { ReadProblem } from '../format.ts';

/** A record of a table, and the line on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

const SEPARATORS = [',', ';', '\t'] as const;
/** Fields of one record; a table of annotations has some twenty. */
const MOST_FIELDS = 10_000;

/** A place in a text that is read field by field. */
interface Cursor {
  readonly text: string;
  readonly separator: string;
  at: number;
  line: number;
  lineStart: number;
}

function problemAt(cursor: Cursor, at: number, message: string): Result<never, ReadProblem> {
  return err({ line: cursor.line, column: at - cursor.lineStart + 1, message });
}

/** Counts the line ends that a quoted field holds. */
function passLines(cursor: Cursor, from: number, to: number): void {
  for (let at = cursor.text.indexOf('\n', from); at !== -1 && at < to; ) {
    cursor.line += 1;
    cursor.lineStart = at + 1;
    at = cursor.text.indexOf('\n', at + 1);
  }
}

/** The end of a quoted field: the place of its last quote, or -1 where the text ends before. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at;
}

function quotedField(cursor: Cursor): Result<string, ReadProblem> {
  const from = cursor.at + 1;
  const end = closingQuote(cursor.text, from);
  if (end === -1) return problemAt(cursor, cursor.at, 'a quoted field begins here and has no end');
  const value = cursor.text.slice(from, end).replaceAll('""', '"');
  passLines(cursor, from, end);
  cursor.at = end + 1;
  const next = cursor.text.charAt(cursor.at);
  if (next === '' || next === cursor.separator || next === '\n' || next === '\r') return ok(value);
  return problemAt(cursor, cursor.at, 'a field goes on after its closing quote');
}

function plainField(cursor: Cursor): string {
  const { text, separator, at } = cursor;
  let end = at;
  for (; end < text.length; end += 1) {
    const sign = text.charAt(end);
    if (sign === separator || sign === '\n') break;
    if (sign === '\r' && text.charAt(end + 1) === '\n') break;
  }
  cursor.at = end;
  return text.slice(at, end);
}

/** Goes past what ends a field; true where the record goes on. */
function goesOn(cursor: Cursor): boolean {
  if (cursor.text.charAt(cursor.at) === cursor.separator) {
    cursor.at += 1;
    return true;
  }
  if (cursor.text.charAt(cursor.at) === '\r') cursor.at += 1;
  if (cursor.text.charAt(cursor.at) === '\n') cursor.at += 1;
  cursor.line += 1;
  cursor.lineStart = cursor.at;
  return false;
}

function nextRecord(cursor: Cursor): Result<CsvRecord, ReadProblem> {
  const { line } = cursor;
  const fields: string[] = [];
  do {
    const isQuoted = cursor.text.charAt(cursor.at) === '"';
    const field = isQuoted ? quotedField(cursor) : ok(plainField(cursor));
    if (!field.ok) return field;
    fields.push(field.value);
    if (fields.length > MOST_FIELDS) {
      return problemAt(cursor, cursor.at, `this record has more than ${MOST_FIELDS} fields`);
    }
  } while (goesOn(cursor));
  return ok({ line, fields });
}

/** What separates the fields of a table, by its first line; a comma where nothing tells. */
export function separatorOf(head: string): string {
  const [line = ''] = head.split(/\r?\n/, 1);
  const counted = SEPARATORS.map((sign) => ({ sign, count: line.split(sign).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

/**
 * The records of a table (RFC 4180 §2; lines may also end with `\n` alone, and `;` or tabs separate
 * as spreadsheets of some countries write them). Ends with the first that is wrong. Empty lines are
 * passed over.
 */
export function* csvRecords(content: string): Generator<Result<CsvRecord, ReadProblem>, void> {
  const start = content.startsWith('\ufeff') ? 1 : 0;
  const separator = separatorOf(content.slice(start, start + 4096));
  const cursor: Cursor = { text: content, separator, at: start, line: 1, lineStart: start };
  while (cursor.at < content.length) {
    const record = nextRecord(cursor);
    if (!record.ok) {
      yield record;
      return;
    }
    const [first, another] = record.value.fields;
    if (first !== '' || another !== undefined) yield record;
  }
}
