import type { JsonObject } from '../../model/json.ts';
import { textLength } from '../../text/offsets.ts';
import { jsonLine } from '../canonical-json.ts';
import type { DatasetFacts, FilePiece, Split, Writer } from '../format.ts';
import { CLASS_SCHEMA, COLUMN_NAMES } from '../parquet/schema.ts';
import { parquetTable } from '../parquet/table.ts';
import { articleRow, tagNames } from '../rows/write-row.ts';
import { type DataFiles, datasetCard } from './card.ts';

const SPLIT_NAMES: { readonly [S in Split]: string } = {
  train: 'train',
  dev: 'validation',
  test: 'test',
};

/** The data file of one split, and what the card says of it. */
interface SplitFile {
  readonly add: (row: JsonObject) => FilePiece[];
  readonly end: () => FilePiece[];
  readonly counts: { rows: number; bytes: number };
}

function splitFile(name: string, files: DataFiles, facts: DatasetFacts): SplitFile {
  const counts = { rows: 0, bytes: 0 };
  const piece = (data: string | Uint8Array): FilePiece[] => {
    counts.bytes += typeof data === 'string' ? textLength(data, 'utf8') : data.length;
    return data.length === 0 ? [] : [{ path: `data/${name}.${files}`, data }];
  };
  const table = files === 'parquet' ? parquetTable(facts, CLASS_SCHEMA, COLUMN_NAMES) : undefined;
  return {
    counts,
    add(row) {
      counts.rows += 1;
      return piece(table === undefined ? `${jsonLine(row)}\n` : table.add(row));
    },
    end: () => (table === undefined ? [] : piece(table.end())),
  };
}

/** Writes a folder with a card and a data file for each split. */
export function writeHuggingface(files: DataFiles): Writer {
  return (facts, _options, losses) => {
    const tags = tagNames(facts);
    const splits = new Map<string, SplitFile>();
    const languages = new Set<string>();
    return {
      article(from) {
        const name = SPLIT_NAMES[from.split ?? 'train'];
        const split = splits.get(name) ?? splitFile(name, files, facts);
        splits.set(name, split);
        if (from.article.language !== '') languages.add(from.article.language);
        return split.add(articleRow(from, tags, losses));
      },
      *end() {
        for (const split of splits.values()) yield* split.end();
        const counts = new Map(Array.from(splits, ([name, split]) => [name, split.counts]));
        const data = datasetCard({ facts, splits: counts, tags: tags.names, languages, files });
        yield { path: 'README.md', data };
      },
    };
  };
}
