import { listIn } from '../article-facts.ts';
import type { FilePiece, Writer } from '../format.ts';
import { articleRow, tagNames } from '../rows/write-row.ts';
import { COLUMN_NAMES, SCHEMA } from './schema.ts';
import { parquetTable } from './table.ts';

/** Writes groups of rows, `ner_tags` by name. */
export const writeParquet: Writer = (facts, _options, losses) => {
  const tags = tagNames(facts);
  const table = parquetTable(facts, SCHEMA, COLUMN_NAMES);
  const piece = (data: Uint8Array): FilePiece[] => (data.length === 0 ? [] : [{ path: '', data }]);
  return {
    article(from) {
      const row = articleRow(from, tags, losses);
      const names = listIn(row['ner_tags']).map((tag) => tags.names[Number(tag)] ?? 'O');
      return piece(table.add({ ...row, ner_tags: names }));
    },
    end: () => piece(table.end()),
  };
};
