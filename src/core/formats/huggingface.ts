import { textLength } from '../text/offsets.ts';
import { jsonLine } from './canonical-json.ts';
import type { Format, Reader, Split, Writer } from './format.ts';
import { datasetCard, tagNamesInCard } from './huggingface/card.ts';
import { readArticleValue } from './jsonl-read.ts';
import { lineRecords } from './jsonl-records.ts';
import { nativeFromRow } from './rows/read-row.ts';
import { articleRow, ROW_CAN, tagNames } from './rows/write-row.ts';

const SPLIT_NAMES: { readonly [S in Split]: string } = {
  train: 'train',
  dev: 'validation',
  test: 'test',
};

const writeHuggingface: Writer = (facts, _options, losses) => {
  const tags = tagNames(facts);
  const splits = new Map<string, { rows: number; bytes: number }>();
  const languages = new Set<string>();
  return {
    *article(from) {
      const split = SPLIT_NAMES[from.split ?? 'train'];
      const line = `${jsonLine(articleRow(from, tags, losses))}\n`;
      const counts = splits.get(split) ?? { rows: 0, bytes: 0 };
      splits.set(split, { rows: counts.rows + 1, bytes: counts.bytes + textLength(line, 'utf8') });
      if (from.article.language !== '') languages.add(from.article.language);
      yield { path: `data/${split}.jsonl`, data: line };
    },
    end: () => [{ path: 'README.md', data: datasetCard(facts, splits, tags.names, languages) }],
  };
};

const readHuggingface: Reader = function* ({ main, files }, options) {
  const card = files.find(({ path }) => /(?:^|\/)README\.md$/i.test(path));
  const names = card === undefined ? [] : tagNamesInCard(card.text());
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
 * person's. Read: the same, and rows that have one of the two shapes.
 */
export const huggingface: Format = {
  id: 'huggingface',
  label: 'Hugging Face dataset',
  extensions: ['.jsonl'],
  layout: 'folder',
  offsetUnit: 'codePoint',
  can: ROW_CAN,
  sniff: (sample) => ROW.test(sample),
  companions: () => ['README.md'],
  read: readHuggingface,
  write: writeHuggingface,
};
