import { type Loss, lossLog } from '../formats/loss.ts';

/** Counts what a choice leaves out, apart from what a format cannot hold. */
export interface LeftOut {
  /** @param what the same words for the same kind, so that they are counted together */
  readonly leave: (what: string, example: string) => void;
  /** In the order in which each kind was first met. */
  readonly all: () => readonly Omit<Loss, 'needs'>[];
}

/** Nothing left out yet. */
export function leftOut(): LeftOut {
  const log = lossLog();
  return { leave: (what, example) => log.lost(what, example), all: () => log.losses() };
}
