import type { LabelHue, LabelPattern } from '../../../core/model/codebook.ts';
import type { PlainKey } from '../../words/catalogue.ts';

/** The colours of labels. */
export const HUE_NAMES = {
  blue: 'codebook.hueBlue',
  red: 'codebook.hueRed',
  ochre: 'codebook.hueOchre',
  grey: 'codebook.hueGrey',
  violet: 'codebook.hueViolet',
  green: 'codebook.hueGreen',
  brown: 'codebook.hueBrown',
  pink: 'codebook.huePink',
} as const satisfies Record<LabelHue, PlainKey>;

/** The lines under what labels mark. */
export const PATTERN_NAMES = {
  single: 'codebook.lineSingle',
  double: 'codebook.lineDouble',
  dashed: 'codebook.lineDashed',
  dotted: 'codebook.lineDotted',
} as const satisfies Record<LabelPattern, PlainKey>;
