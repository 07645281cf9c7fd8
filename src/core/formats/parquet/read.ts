import { assembleNested } from 'hyparquet/src/assemble.js';
import { readColumn } from 'hyparquet/src/column.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { parquetMetadata, parquetSchema } from 'hyparquet/src/metadata.js';
import { getTreePath } from 'hyparquet/src/schema.js';
import type { Json, JsonObject } from '../../model/json.ts';
import { err } from '../../result.ts';
import type { Reader } from '../format.ts';
import { hostileIn } from '../hostile-json.ts';
import { namesBeside } from '../huggingface/card.ts';
import { readArticleValue } from '../jsonl-read.ts';
import { nativeFromRow } from '../rows/read-row.ts';

type Metadata = ReturnType<typeof parquetMetadata>;
type Columns = ReadonlyMap<string, ArrayLike<unknown>>;

/** Most bytes of a column of a group once it is unfolded. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** The decoder takes a byte order mark for none of the text; it is, where a text begins with one. */
const PARSERS: typeof DEFAULT_PARSERS = {
  ...DEFAULT_PARSERS,
  stringFromBytes: (bytes) => {
    const text = DEFAULT_PARSERS.stringFromBytes(bytes) as string;
    const hasMark = bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return hasMark ? `\ufeff${text}` : text;
  },
};

function scalar(value: unknown): Json {
  if (typeof value === 'bigint') return Number(value);
  const isPlain =
    typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string';
  return isPlain ? value : null;
}

/** A value as JSON has it: 64-bit numbers, bytes and times have no place there. */
function asJson(value: unknown, depth = 0): Json {
  if (typeof value !== 'object' || value === null) return scalar(value);
  if (value instanceof Date) return value.toISOString();
  if (depth > 60 || ArrayBuffer.isView(value)) return null;
  if (Array.isArray(value)) return value.map((one: unknown) => asJson(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]): [string, Json] => [key, asJson(one, depth + 1)]),
  );
}

/** The physical columns of a group, by path. */
function physical(buffer: ArrayBuffer, metadata: Metadata, group: Metadata['row_groups'][number]) {
  const tree = parquetSchema(metadata);
  const rows = Number(group.num_rows);
  const data = new Map<string, unknown[]>();
  for (const { meta_data: meta } of group.columns) {
    if (meta === undefined) continue;
    if (Number(meta.total_uncompressed_size) > MOST_BYTES) throw new Error('too large');
    const schemaPath = getTreePath(tree, meta.path_in_schema);
    const start = Number(meta.dictionary_page_offset ?? meta.data_page_offset);
    const element = schemaPath.at(-1)?.element;
    if (element === undefined) continue;
    const view = new DataView(buffer, start, Number(meta.total_compressed_size));
    const decoder = {
      ...meta,
      pathInSchema: meta.path_in_schema,
      element,
      schemaPath,
      parsers: PARSERS,
    };
    const chunk = { groupStart: 0, selectStart: 0, selectEnd: rows, groupRows: rows };
    const read = readColumn({ view, offset: 0 }, chunk, decoder);
    const values = read.data.flatMap((part) => Array.from(part as ArrayLike<unknown>));
    data.set(meta.path_in_schema.join('.'), values);
  }
  return { tree, data };
}

/** The columns of a group as the schema nests them. */
function columnsOf(
  buffer: ArrayBuffer,
  metadata: Metadata,
  group: Metadata['row_groups'][number],
): Columns {
  const { tree, data } = physical(buffer, metadata, group);
  for (const child of tree.children) {
    if (child.children.length > 0) assembleNested(data, child, PARSERS);
  }
  return data;
}

/** The rows of a file, group after group. Throws where the file is damaged. */
export function* parquetRows(buffer: ArrayBuffer): Generator<JsonObject, void> {
  const metadata = parquetMetadata(buffer);
  for (const group of metadata.row_groups) {
    const columns = columnsOf(buffer, metadata, group);
    for (let row = 0; row < Number(group.num_rows); row += 1) {
      const fields = Array.from(columns, ([name, values]): [string, Json] => [
        name,
        asJson(values[row]),
      ]);
      yield Object.fromEntries(fields.filter(([, value]) => value !== null));
    }
  }
}

/** Columns that say that somebody annotated the text of their row. */
const ANNOTATED: ReadonlySet<string> = new Set([
  'entities',
  'spans',
  'tokens',
  'ner_tags',
  'tags_iob',
  'annotations',
]);

/** True for a file with a column of annotations or tokens. Throws where it is damaged. */
export function isAnnotatedParquet(bytes: Uint8Array): boolean {
  const { schema } = parquetMetadata(new Uint8Array(bytes).buffer);
  return schema.some(({ name }) => ANNOTATED.has(name));
}

const DAMAGED =
  'this is no sound Parquet file, or packed in a way that is not read here (only Snappy is)';

/** Reads rows as `huggingface` does; the line of an article is its row. */
export const readParquet: Reader = function* ({ main, files }, options) {
  const names = namesBeside(files);
  const file = main.path === '' ? {} : { file: main.path };
  const rows = parquetRows(new Uint8Array(main.bytes()).buffer);
  for (let line = 1; ; line += 1) {
    let next: IteratorResult<JsonObject, void>;
    try {
      next = rows.next();
    } catch {
      yield err({ ...file, line, message: DAMAGED });
      return;
    }
    if (next.done === true) return;
    const problem = hostileIn(next.value);
    if (problem !== undefined) yield err({ ...file, line, message: problem });
    else
      yield readArticleValue(nativeFromRow(next.value, names, options), { ...file, line }, options);
  }
};
