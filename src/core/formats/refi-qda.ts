import type { Format } from './format.ts';
import { readRefiQda } from './refi/read.ts';
import { QDA_CAN, writeRefiQda } from './refi/write.ts';

/**
 * REFI-QDA project exchange (qdasoftware.org, version 1.5): a zip with `project.qde` and the texts.
 * Positions are code points from 0, the end exclusive; a file of others is also tried with its BOM
 * left out and Windows line ends counted once, by the names of its selections. Labels are codes,
 * analysts users, notes notes, relations links. Ids, attributes and the parts of an annotation stand
 * in the descriptions of selections, as JSON.
 */
export const refiQda: Format = {
  id: 'refi-qda',
  label: 'REFI-QDA project (NVivo, MAXQDA, ATLAS.ti)',
  extensions: ['.qdpx'],
  layout: 'zip',
  offsetUnit: 'codePoint',
  can: QDA_CAN,
  sniff: (sample, name) =>
    name.endsWith('.qde') ||
    /^[^<]{0,3}<\?xml[^>]*>\s*<Project\b[^>]*urn:QDA-XML:project/.test(sample),
  read: readRefiQda,
  write: writeRefiQda,
};
