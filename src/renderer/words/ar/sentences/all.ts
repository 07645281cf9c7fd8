import type { Sentences } from '../../sentences.ts';
import { agreementSentences } from './agreement.ts';
import { bundles } from './bundles.ts';
import { codebook } from './codebook.ts';
import { datasets } from './datasets.ts';
import { importing } from './import.ts';
import { layer } from './layer.ts';
import { project } from './project.ts';
import { reading } from './reading.ts';
import { shell } from './shell.ts';

/** What the main process and `core` say in English, in Arabic. */
export const sentences: Sentences = {
  ...project,
  ...layer,
  ...codebook,
  ...importing,
  ...datasets,
  ...reading,
  ...agreementSentences,
  ...shell,
  ...bundles,
};
