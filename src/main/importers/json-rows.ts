import { fileLines } from '../../core/formats/file-lines.ts';
import { parseUntrusted } from '../../core/formats/hostile-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/model/json.ts';
import type { ImportLimits } from './limits.ts';
import type { Row, Rows } from './table.ts';

/** Deepest field in a field that is a column of its own: `source.name`. */
const MOST_LEVELS = 3;
const MOST_NAMES = 1000;

function wordsOf(value: Json): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  // A list of words, such as of authors or paragraphs.
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.join(', ');
  return JSON.stringify(value);
}

function flatten(value: JsonObject, into: Map<string, Json>, before = '', level = 1): void {
  for (const [key, one] of Object.entries(value)) {
    const name = `${before}${key}`;
    if (isJsonObject(one) && level < MOST_LEVELS) flatten(one, into, `${name}.`, level + 1);
    else if (one !== null) into.set(name, one);
  }
}

/** An object as a row: fields of objects in it are columns called `outer.inner`. */
export function jsonRow(value: JsonObject, place: string): Row {
  const values = new Map<string, Json>();
  flatten(value, values);
  const cells = new Map(
    Array.from(values, ([name, one]): [string, string] => [name, wordsOf(one)]),
  );
  return { place, cells, values };
}

/** All names of some rows, in the order in which they come first. */
export function rowsTogether(rows: readonly Row[], problems: Rows['problems']): Rows {
  const names = new Set<string>();
  for (const { cells } of rows.slice(0, MOST_NAMES)) {
    for (const name of cells.keys()) if (names.size < MOST_NAMES) names.add(name);
  }
  return { names: [...names], rows, problems };
}

/** The rows of JSON lines. */
export function jsonLineRows(text: string, { fileArticles }: ImportLimits): Rows {
  const rows: Row[] = [];
  const problems: { place: string; reason: string }[] = [];
  let line = 0;
  for (const words of fileLines(text)) {
    line += 1;
    if (words.trim() === '') continue;
    if (rows.length > fileArticles) break;
    const parsed = parseUntrusted(words);
    if (!parsed.ok) {
      const { column, message } = parsed.error;
      const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
      problems.push({ place, reason: `${message.charAt(0).toUpperCase()}${message.slice(1)}.` });
    } else if (isJsonObject(parsed.value)) rows.push(jsonRow(parsed.value, `line ${line}`));
    else problems.push({ place: `line ${line}`, reason: 'It is no object with fields.' });
  }
  return rowsTogether(rows, problems);
}

/** The objects of a piece of JSON that is a list of them, or has one list of them in it. */
export function jsonListRows(value: Json, { fileArticles }: ImportLimits): Rows | undefined {
  const list = Array.isArray(value) ? value : isJsonObject(value) ? onlyList(value) : undefined;
  const objects = list?.slice(0, fileArticles + 1) ?? (isJsonObject(value) ? [value] : undefined);
  if (objects === undefined) return undefined;
  const rows: Row[] = [];
  const problems: { place: string; reason: string }[] = [];
  for (const [index, one] of (objects as readonly Json[]).entries()) {
    const place = `article ${index + 1}`;
    if (isJsonObject(one)) rows.push(jsonRow(one, place));
    else problems.push({ place, reason: 'It is no object with fields.' });
  }
  return rowsTogether(rows, problems);
}

/** The list of objects in an answer such as `{"status": "ok", "articles": [{…}]}`. */
function onlyList(value: JsonObject): readonly Json[] | undefined {
  const lists = Object.values(value).filter(
    (one): one is readonly Json[] =>
      Array.isArray(one) && one.length > 0 && isJsonObject(one[0] as Json),
  );
  return lists.length === 1 ? lists[0] : undefined;
}
