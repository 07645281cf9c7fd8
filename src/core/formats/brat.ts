import { mapFile } from './brat/map.ts';
import { readBrat } from './brat/read.ts';
import { BRAT_CAN, writeBrat } from './brat/write.ts';
import type { Format } from './format.ts';

const ANN_LINE = /^(?:[TREAMN][^\t\n]*|#[^\t\n]*|\*)\t[^\t\n ]+ \S/;

/**
 * brat standoff (github.com/nlplab/brat wiki, "Annotation data format"): a folder with `X.txt` and
 * `X.ann` for each article, `annotation.conf` and `visual.conf`. Offsets are code points. Kept in
 * brat's own words: places, labels, relations, choices and yes/no as attributes, all other
 * attributes and notes as notes. A span over a line end is written in parts around it. Ids, times,
 * analysts and what is known of the article stand in `X.map`, which brat passes over.
 */
export const brat: Format = {
  id: 'brat',
  label: 'brat standoff (folder)',
  extensions: ['.ann'],
  layout: 'folder',
  offsetUnit: 'codePoint',
  can: BRAT_CAN,
  sniff: (sample, name) =>
    name.endsWith('.ann') && (sample.trim() === '' || ANN_LINE.test(sample.replace(/^\ufeff/, ''))),
  companions: (name) => [
    name.replace(/\.ann$/, '.txt'),
    mapFile(name.replace(/\.ann$/, '')),
    'annotation.conf',
    'visual.conf',
    'tools.conf',
    'kb_shortcuts.conf',
  ],
  read: readBrat,
  write: writeBrat,
};
