import type { Settled } from '../../ipc/methods/shell-words.ts';

/** How the window's answer to `quitting` reaches who waits for it. */
export interface Settling {
  /** The answer: how many edits the window holds that are not on disk, and what to ask then. */
  readonly report: (answer: Settled) => void;
  /** Resolves with the next answer. */
  readonly next: () => Promise<Settled>;
}

/** Connects the two. */
export function settling(): Settling {
  let waiting: ((answer: Settled) => void) | undefined;
  return {
    report(answer) {
      waiting?.(answer);
      waiting = undefined;
    },
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
      }),
  };
}
