import { setTimeout as sleep } from 'node:timers/promises';

/** A run starts only while the machine is at most so much slower than at rest. */
const HIGHEST = 1.35;
const TRIES = 24;
const PAUSE_MS = 250;
const LOOPS = 3_000_000;

function loopMs(): number {
  const start = performance.now();
  let state = 1;
  for (let index = 0; index < LOOPS; index += 1) state = Math.imul(state ^ index, 0x2c1b3c6d) | 0;
  return performance.now() - start + (state === 0.5 ? 1 : 0);
}

/** Times a loop of fixed work; `wait` ends once the machine is quiet, and says how quiet. */
export function calibrate(): { readonly wait: () => Promise<number> } {
  // The fastest of many is what the machine does at rest, even while others work on it.
  let quiet = Math.min(...Array.from({ length: 40 }, loopMs));
  return {
    async wait() {
      let load = Number.POSITIVE_INFINITY;
      for (let at = 0; at < TRIES && load > HIGHEST; at += 1) {
        if (at > 0) await sleep(PAUSE_MS);
        const now = (loopMs() + loopMs()) / 2;
        quiet = Math.min(quiet, now);
        load = now / quiet;
      }
      return load;
    },
  };
}
