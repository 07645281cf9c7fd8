import type { Format } from './format.ts';
import { readProdigy } from './prodigy/read.ts';
import { PRODIGY_CAN, writeProdigy } from './prodigy/write.ts';

/** Fields that only Prodigy writes. */
const MARKS =
  /"_(?:input|task)_hash"\s*:\s*-?\d|"token_(?:start|end)"\s*:\s*\d|"_(?:view|session)_id"\s*:/;

/**
 * JSON lines of Prodigy (prodi.gy/docs/api-interfaces), one for each analyst's work on an article:
 * `text`, `tokens`, `spans`, `relations`. Offsets are code points, ends exclusive, but `token_end` is the
 * last token itself, and `head` and `child` of a relation are the last tokens of its spans. Tokens are
 * cut where an annotation begins or ends inside a word (as with `--highlight-chars`). What Prodigy has no
 * field for (notes, attributes, ids, times) are further fields of the span, which it keeps. Records that
 * were rejected or ignored bring no annotations; they are kept aside.
 */
export const prodigy: Format = {
  id: 'prodigy',
  label: 'Prodigy JSON lines',
  extensions: ['.jsonl'],
  layout: 'file',
  offsetUnit: 'codePoint',
  can: PRODIGY_CAN,
  sniff: (sample) => /^\ufeff?\s*\{/.test(sample) && MARKS.test(sample),
  read: readProdigy,
  write: writeProdigy,
};
