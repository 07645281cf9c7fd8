import { readDoccano } from './doccano/read.ts';
import { DOCCANO_CAN, writeDoccano } from './doccano/write.ts';
import type { Format } from './format.ts';

/** What a line of each generation has that no other tool's line has. */
const MARKS =
  /"labels?"\s*:\s*\[\s*(?:\[\s*\d+\s*,\s*\d+\s*,|"[^"\\]*"\s*[,\]])|"(?:start_offset|annotation_approver|Comments)"\s*:|"entities"\s*:\s*\[\s*\[\s*\d|"cats"\s*:\s*\[/;

/**
 * JSON lines of doccano (github.com/doccano/doccano, `data_import` and `data_export`): written as
 * its newest export with relations, `{id, Comments, entities, relations, text, …}`, what is known of the
 * article flat beside them, as doccano keeps it. Read: that; `label` as triples (1.x); `labels` as
 * triples, and `annotations` with numbers for labels and users (before 1.0); `cats` and `label` as names of
 * whole texts. Offsets are UTF-16 code units, or clusters where a project is in grapheme mode: the
 * files of doccano do not say which, so ours do, and others are asked about where it matters.
 */
export const doccano: Format = {
  id: 'doccano',
  label: 'doccano JSON lines',
  extensions: ['.jsonl', '.json'],
  layout: 'file',
  offsetUnit: 'utf16',
  can: DOCCANO_CAN,
  sniff: (sample) => /^\ufeff?\s*\{/.test(sample) && MARKS.test(sample),
  read: readDoccano,
  write: writeDoccano,
};
