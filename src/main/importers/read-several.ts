import { parquetRows } from '../../core/formats/parquet/read.ts';
import { decodeBytes } from './decode.ts';
import { type ImportResult, refuse } from './failure.ts';
import { readFeed } from './feed.ts';
import { foundIn } from './finish-article.ts';
import type { ColumnChoice, FileArticles } from './imported-article.ts';
import { jsonLineRows, jsonListRows, jsonRow, rowsTogether } from './json-rows.ts';
import { readJsonSource } from './json-source.ts';
import { readNewsMl } from './newsml-g2.ts';
import { isNinjs, readNinjs } from './ninjs.ts';
import { readNitfFile } from './nitf.ts';
import { separatedRows } from './separated-rows.ts';
import { type SeveralKind, sniffSeveral } from './sniff-several.ts';
import type { SourceFile } from './source-file.ts';
import { type Row, readRows } from './table.ts';

type Read = Promise<ImportResult<FileArticles>>;

function readTable(source: SourceFile, choice: ColumnChoice | undefined): Read {
  const decoded = decodeBytes(source.bytes, { override: source.charset });
  const rows = separatedRows(decoded.text, source.path, source.limits);
  const file = foundIn(source.path, source.bytes);
  return readRows(source, { file, kind: 'table', decoded }, rows, choice);
}

function readLines(source: SourceFile, choice: ColumnChoice | undefined): Read {
  const decoded = decodeBytes(source.bytes, { override: source.charset });
  const rows = jsonLineRows(decoded.text, source.limits);
  const file = foundIn(source.path, source.bytes);
  return readRows(source, { file, kind: 'json', decoded }, rows, choice);
}

async function readJson(source: SourceFile, choice: ColumnChoice | undefined): Read {
  const json = readJsonSource(source);
  if (!json.ok) return json;
  const { value, decoded } = json.value;
  if (isNinjs(value)) return readNinjs(source);
  const rows = jsonListRows(value, source.limits);
  if (rows?.names.length === 0) {
    const { path } = source;
    return refuse(path, 'empty', 'Line 1, column 1: there is no field with a text in this JSON.');
  }
  if (rows === undefined) {
    return refuse(
      source.path,
      'unsupported',
      'It is JSON, but no object or list of objects with a text.',
    );
  }
  const file = foundIn(source.path, source.bytes);
  return readRows(source, { file, kind: 'json', decoded }, rows, choice);
}

const DAMAGED =
  'It is no sound Parquet file, or packed in a way that is not read here (only Snappy is).';

async function readParquet(source: SourceFile, choice: ColumnChoice | undefined): Read {
  const rows: Row[] = [];
  try {
    for (const value of parquetRows(new Uint8Array(source.bytes).buffer)) {
      if (rows.length > source.limits.fileArticles) break;
      rows.push(jsonRow(value, `row ${rows.length + 1}`));
    }
  } catch {
    // The decoder throws whatever it stumbles over.
    return refuse(source.path, 'unreadable', DAMAGED);
  }
  const file = foundIn(source.path, source.bytes);
  return readRows(source, { file, kind: 'parquet' }, rowsTogether(rows, []), choice);
}

function readAs(kind: SeveralKind, source: SourceFile, choice: ColumnChoice | undefined): Read {
  switch (kind) {
    case 'feed':
      return readFeed(source);
    case 'nitf':
      return Promise.resolve(readNitfFile(source));
    case 'newsml-g2':
      return readNewsMl(source);
    case 'json':
      return readJson(source, choice);
    case 'json-lines':
      return readLines(source, choice);
    case 'table':
      return readTable(source, choice);
    case 'parquet':
      return readParquet(source, choice);
  }
}

/** Reads a file whose articles stand in fields: feeds, packages of news, tables. Undefined for others. */
export async function readSeveral(
  source: SourceFile,
  choice: ColumnChoice | undefined,
): Promise<ImportResult<FileArticles> | undefined> {
  if (source.bytes.length === 0) return undefined;
  const kind = sniffSeveral(source.path, source.bytes);
  return kind === null ? undefined : readAs(kind, source, choice);
}
