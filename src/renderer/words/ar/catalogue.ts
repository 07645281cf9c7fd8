import type { Arabic, English } from '../catalogue.ts';
import { agreement } from './agreement.ts';
import { annotate } from './annotate.ts';
import { app } from './app.ts';
import { codebook } from './codebook.ts';
import { commands } from './commands.ts';
import { edits } from './edits.ts';
import { handover } from './handover.ts';
import { keys } from './keys.ts';
import { library } from './library.ts';
import { marking } from './marking.ts';
import { publishing } from './publishing.ts';
import { remarks } from './remarks.ts';
import { review } from './review.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { shortcuts } from './shortcuts.ts';
import { start } from './start.ts';
import { state } from './state.ts';
import { statistics } from './statistics.ts';
import { transfer } from './transfer.ts';
import { ui } from './ui.ts';

/** Every string of the interface in Arabic, by area. Loaded only where it is shown. */
export const arabic: { readonly [A in keyof English]: Arabic<A> } = {
  settings,
  commands,
  start,
  app,
  keys,
  library,
  ui,
  transfer,
  annotate,
  state,
  edits,
  codebook,
  search,
  publishing,
  statistics,
  agreement,
  shortcuts,
  marking,
  remarks,
  review,
  handover,
};

export { sentences } from './sentences/all.ts';
