import type { Format } from './format.ts';
import { writeHuggingface } from './huggingface/write.ts';
import { ROW_CAN } from './rows/write-row.ts';

/**
 * As `huggingface`, with `data/train.parquet`, `validation.parquet` and `test.parquet`: what `datasets`
 * streams without converting it first. `ner_tags` are class numbers that the card names. Read as
 * `parquet`, which looks for the card.
 */
export const huggingfaceParquet: Format = {
  id: 'huggingface-parquet',
  label: 'Hugging Face dataset in Parquet',
  extensions: ['.parquet'],
  layout: 'folder',
  offsetUnit: 'codePoint',
  can: ROW_CAN,
  sniff: () => false,
  write: writeHuggingface('parquet'),
};
