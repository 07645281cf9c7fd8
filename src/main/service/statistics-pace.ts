import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Steps } from '../../core/statistics/body.ts';

/** Longest stretch of work before others get their turn, in milliseconds. */
const SLICE_MS = 12;

/** Shares the process: long work asks it for a rest again and again. */
export interface Pace {
  /** Lets others have their turn once a slice is used up; at once otherwise. */
  readonly rest: () => Promise<void>;
  /** Runs steps to their end, or to a cancellation; then there is no result. */
  readonly run: <T>(steps: Steps<T>) => Promise<T | undefined>;
}

/** @param now milliseconds on a clock that only goes forward */
export function createPace(signal: AbortSignal, now: () => number): Pace {
  let began = now();
  async function rest(): Promise<void> {
    if (now() - began < SLICE_MS) return;
    await nextTurn();
    began = now();
  }
  return {
    rest,
    async run(steps) {
      while (!signal.aborted) {
        const next = steps.next();
        if (next.done === true) return next.value;
        await rest();
      }
      return undefined;
    },
  };
}
