import type { Capabilities } from './capabilities.ts';

/** Something that a file could not hold: what, how often, and where for example. */
export interface Loss {
  readonly what: string;
  /** What a format must be able to do to hold it; absent where only the native lines hold it. */
  readonly needs?: keyof Capabilities;
  readonly count: number;
  readonly examples: readonly string[];
}

/** Counts what a writer wrote and what it had to leave out. */
export interface LossLog {
  /** One more record (line or row) is in the file. */
  readonly wrote: () => void;
  /** @param what the same words for the same kind of loss, so that they are counted together */
  readonly lost: (what: string, example: string, needs?: keyof Capabilities) => void;
  readonly records: () => number;
  /** In the order in which each kind was first met. */
  readonly losses: () => readonly Loss[];
}

const MOST_EXAMPLES = 5;

/** An empty log, for one export. */
export function lossLog(): LossLog {
  const found = new Map<
    string,
    Omit<Loss, 'what' | 'count'> & { count: number; examples: string[] }
  >();
  let records = 0;
  return {
    wrote: () => {
      records += 1;
    },
    lost: (what, example, needs) => {
      const entry = found.get(what) ?? {
        ...(needs === undefined ? {} : { needs }),
        count: 0,
        examples: [],
      };
      entry.count += 1;
      if (entry.examples.length < MOST_EXAMPLES) entry.examples.push(example);
      found.set(what, entry);
    },
    records: () => records,
    losses: () => Array.from(found, ([what, entry]) => ({ what, ...entry })),
  };
}
