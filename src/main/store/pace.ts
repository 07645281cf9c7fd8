import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work holds the main thread before it lets others have a turn, in milliseconds. */
const SLICE_MS = 10;

/** To be asked between the steps of long work: a promise to await where it is time to give way. */
export type Pace = () => Promise<void> | undefined;

/** A pace for one piece of work. `const turn = pace(); if (turn !== undefined) await turn;` */
export function newPace(): Pace {
  let begun = performance.now();
  const rest = async (): Promise<void> => {
    await nextTurn();
    begun = performance.now();
  };
  return () => (performance.now() - begun < SLICE_MS ? undefined : rest());
}
