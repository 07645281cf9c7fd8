import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import type { Json, JsonObject } from '../../model/json.ts';
import { listIn } from '../article-facts.ts';
import type { FilePiece, Writer } from '../format.ts';
import { articleRow, tagNames } from '../rows/write-row.ts';
import { COLUMN_NAMES, SCHEMA } from './schema.ts';

/** Articles in a row group: what is in memory at a time. */
const GROUP = 200;

/** The writer answers with a promise only where its bytes are flushed elsewhere; ours stay here. */
function atOnce(answer: unknown): void {
  if (answer instanceof Promise) throw new Error('a Parquet writer in memory answered later');
}

/** Writes groups of rows; what was written is taken out after each. */
export const writeParquet: Writer = (facts, _options, losses) => {
  const tags = tagNames(facts);
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: SCHEMA.map((node) => ({ ...node })),
    createdBy: facts.tool,
    kvMetadata: [{ key: 'verbale.project', value: facts.name }],
  });
  const rows: JsonObject[] = [];
  const taken = (): FilePiece[] => {
    const data = bytes.getBytes().slice();
    bytes.index = 0;
    return data.length === 0 ? [] : [{ path: '', data }];
  };
  const group = (): void => {
    if (rows.length === 0) return;
    const columnData = COLUMN_NAMES.map((name) => ({
      name,
      data: rows.map((row): Json => row[name] ?? ''),
    }));
    atOnce(file.write({ columnData, rowGroupSize: GROUP }));
    rows.length = 0;
  };
  return {
    article(from) {
      const row = articleRow(from, tags, losses);
      const names = listIn(row['ner_tags']).map((tag) => tags.names[Number(tag)] ?? 'O');
      rows.push({ ...row, ner_tags: names });
      if (rows.length < GROUP) return [];
      group();
      return taken();
    },
    end: () => {
      group();
      atOnce(file.finish());
      return taken();
    },
  };
};
