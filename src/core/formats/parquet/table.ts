import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import type { Json, JsonObject } from '../../model/json.ts';
import type { DatasetFacts } from '../format.ts';
import type { SchemaNode } from './schema.ts';

/** Articles in a row group: what is in memory at a time. */
const GROUP = 200;

/** A table that is written in groups of rows; what was written is taken out after each. */
export interface ParquetTable {
  /** Bytes that follow those before, once a group is whole; none until then. */
  readonly add: (row: JsonObject) => Uint8Array;
  /** The last group and the foot. */
  readonly end: () => Uint8Array;
}

/** The writer answers with a promise only where its bytes are flushed elsewhere; ours stay here. */
function atOnce(answer: unknown): void {
  if (answer instanceof Promise) throw new Error('a Parquet writer in memory answered later');
}

/**
 * Begins a table.
 * @param schema its root first; every row has every column
 * @param columns names of the columns, in order
 */
export function parquetTable(
  { tool, name }: Pick<DatasetFacts, 'tool' | 'name'>,
  schema: readonly SchemaNode[],
  columns: readonly string[],
): ParquetTable {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: schema.map((node) => ({ ...node })),
    createdBy: tool,
    kvMetadata: [{ key: 'verbale.project', value: name }],
  });
  const rows: JsonObject[] = [];
  const taken = (): Uint8Array => {
    const data = bytes.getBytes().slice();
    bytes.index = 0;
    return data;
  };
  const group = (): void => {
    if (rows.length === 0) return;
    const columnData = columns.map((column) => ({
      name: column,
      data: rows.map((row): Json => row[column] ?? ''),
    }));
    atOnce(file.write({ columnData, rowGroupSize: GROUP }));
    rows.length = 0;
  };
  return {
    add(row) {
      rows.push(row);
      if (rows.length === GROUP) group();
      return taken();
    },
    end() {
      group();
      atOnce(file.finish());
      return taken();
    },
  };
}
