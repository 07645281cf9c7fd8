/** How the window's answer to `quitting` reaches who waits for it. */
export interface Settling {
  /** The answer: how many edits the window holds that are not on disk. */
  readonly report: (unsaved: number) => void;
  /** Resolves with the next answer. */
  readonly next: () => Promise<number>;
}

/** Connects the two. */
export function settling(): Settling {
  let waiting: ((unsaved: number) => void) | undefined;
  return {
    report(unsaved) {
      waiting?.(unsaved);
      waiting = undefined;
    },
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
      }),
  };
}
