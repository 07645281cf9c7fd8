import type { Format, Reader } from './format.ts';
import { CARDS, namesBeside } from './huggingface/card.ts';
import { writeHuggingface } from './huggingface/write.ts';
import { readArticleValue } from './jsonl-read.ts';
import { lineRecords } from './jsonl-records.ts';
import { nativeFromRow } from './rows/read-row.ts';
import { ROW_CAN } from './rows/write-row.ts';

const readHuggingface: Reader = function* ({ main, files }, options) {
  const names = namesBeside(files);
  const isData = /\.jsonl$/i;
  const data = files.filter(({ path }) => isData.test(path));
  const chosen = isData.test(main.path) || data.length === 0 ? [main] : data;
  for (const file of chosen) {
    for (const record of lineRecords(file)) {
      if (!record.ok) {
        yield record;
        continue;
      }
      const { value, line } = record.value;
      const place = { line, ...(file.path === '' ? {} : { file: file.path }) };
      const native = nativeFromRow(value, names, options);
      yield readArticleValue(native, place, options);
    }
  }
};

const ROW =
  /^\ufeff?\s*\{(?:[^\n]*"ner_tags"\s*:\s*\[|[^\n]*"entities"\s*:\s*\[\s*\{[^{}[\]\n]*"start"\s*:\s*\d|"entities":\[\],"tokens":)/;

/**
 * A dataset as `datasets` of Hugging Face loads it (huggingface.co/docs/hub/datasets-manual-configuration):
 * `README.md` with its card, and `data/train.jsonl`, `validation.jsonl`, `test.jsonl`, a row for each
 * article with both shapes that people expect: `text` with `entities`, and `tokens` with `ner_tags`
 * (class numbers, IOB2). Offsets are code points. Each analyst gets a dataset, because the tags are one
 * person's. Read: the same, and rows that have one of the two shapes. `huggingface-parquet` is the same
 * in Parquet.
 */
export const huggingface: Format = {
  id: 'huggingface',
  label: 'Hugging Face dataset',
  extensions: ['.jsonl'],
  layout: 'folder',
  offsetUnit: 'codePoint',
  can: ROW_CAN,
  sniff: (sample) => ROW.test(sample),
  companions: () => CARDS,
  holdsSplits: true,
  read: readHuggingface,
  write: writeHuggingface('jsonl'),
};
