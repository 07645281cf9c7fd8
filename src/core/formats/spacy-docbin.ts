import type { Format } from './format.ts';
import { SPACY_CAN } from './spacy/doc.ts';
import { readDocBin } from './spacy/docbin-read.ts';
import { writeDocBin } from './spacy/docbin-write.ts';

/**
 * spaCy's binary training data (spacy.io/api/docbin): a `DocBin`, msgpack in zlib. Annotations that stand
 * apart are entities; all, overlapping ones too, are spans in the group `sc`; what spaCy has no field for is
 * in `doc.user_data['verbale']`. Tokens are ours, with the text's blanks kept exactly. Articles of the
 * splits `dev` and `test` go to files beside the first. It stands column by column, with the words of all
 * documents at its end: whoever reads it has to hold it whole, unpacked.
 */
export const spacyDocbin: Format = {
  id: 'spacy-docbin',
  label: 'spaCy DocBin',
  extensions: ['.spacy'],
  layout: 'file',
  offsetUnit: 'codePoint',
  can: SPACY_CAN,
  sniff: (sample, name) => /\.spacy$/i.test(name) && sample.startsWith('x'),
  read: readDocBin,
  write: writeDocBin,
};
