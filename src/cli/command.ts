import type { Json } from '../core/model/json.ts';
import type { Invocation } from './usage.ts';

/** What a command has around it. */
export interface Surroundings {
  /** For people, on standard error. */
  readonly message: (line: string) => void;
  /** The built program that reads untrusted files in a process of its own. */
  readonly worker: string;
}

/** What a command came to. */
export interface Outcome {
  readonly exit: 0 | 1 | 2;
  /** The one object of `--json`. */
  readonly json: Json;
  /** The same for people, on standard output. */
  readonly text: readonly string[];
}

/** A command of `verbale`. One file each. */
export interface Command {
  readonly name: string;
  /** How many operands it takes at least, and at most. */
  readonly operands: readonly [least: number, most: number];
  /** Options and flags it understands beside `--json`. */
  readonly options: readonly string[];
  readonly run: (invocation: Invocation, output: Surroundings) => Promise<Outcome>;
}

/** A refusal: exit 1, with the reason on both channels. */
export function refused(reason: string): Outcome {
  return { exit: 1, json: { error: reason }, text: [] };
}

/** Wrong usage: exit 2. */
export function wrongUsage(reason: string): Outcome {
  return { exit: 2, json: { error: reason }, text: [] };
}
