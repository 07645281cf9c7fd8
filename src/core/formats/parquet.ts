import type { Format } from './format.ts';
import { CARDS } from './huggingface/card.ts';
import { readParquet } from './parquet/read.ts';
import { writeParquet } from './parquet/write.ts';
import { ROW_CAN } from './rows/write-row.ts';

/**
 * Parquet (parquet.apache.org/docs/file-format), a row for each article with the columns of the Hugging Face
 * rows: `text` with `entities`, a list of structs in code points, and `tokens` with `ner_tags` by name. A row
 * an article, not an annotation, so that articles without annotations and texts are in it once. Packed with
 * Snappy. Read: the same, and tables of others with `text` and `entities` (or `spans`), or `tokens` and `ner_tags`,
 * whose numbers are named by the card of Hugging Face beside or above them.
 */
export const parquet: Format = {
  id: 'parquet',
  label: 'Parquet, one row for each article',
  extensions: ['.parquet'],
  layout: 'file',
  offsetUnit: 'codePoint',
  can: ROW_CAN,
  sniff: (sample) => sample.startsWith('PAR1'),
  companions: () => CARDS,
  read: readParquet,
  write: writeParquet,
};
