/** Something that a file could not hold: what, how often, and where for example. */
export interface Loss {
  readonly what: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/** Counts what a writer wrote and what it had to leave out. */
export interface LossLog {
  /** One more record (line or row) is in the file. */
  readonly wrote: () => void;
  /** @param what the same words for the same kind of loss, so that they are counted together */
  readonly lost: (what: string, example: string) => void;
  readonly records: () => number;
  /** In the order in which each kind was first met. */
  readonly losses: () => readonly Loss[];
}

const MOST_EXAMPLES = 5;

/** An empty log, for one export. */
export function lossLog(): LossLog {
  const found = new Map<string, { count: number; examples: string[] }>();
  let records = 0;
  return {
    wrote: () => {
      records += 1;
    },
    lost: (what, example) => {
      const entry = found.get(what) ?? { count: 0, examples: [] };
      entry.count += 1;
      if (entry.examples.length < MOST_EXAMPLES) entry.examples.push(example);
      found.set(what, entry);
    },
    records: () => records,
    losses: () => Array.from(found, ([what, entry]) => ({ what, ...entry })),
  };
}
