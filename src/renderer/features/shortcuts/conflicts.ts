import { type Command, keysFor, type Where } from '../../state/commands.ts';

/**
 * Escape takes back one thing after the other, in the order of the commands; it is the one key that
 * commands of the same place share.
 */
const SHARED: ReadonlySet<string> = new Set(['Escape']);

/** The places where both are at hand. */
function sharedPlaces(a: Command, b: Command): readonly Where[] {
  return a.where.filter((one) => b.where.includes(one));
}

/** The other commands that have a key in a place where `command` is at hand. Keys in normal form. */
export function takenBy(
  keys: string,
  command: Command,
  all: readonly Command[],
): readonly Command[] {
  if (SHARED.has(keys)) return [];
  return all.filter(
    (other) =>
      other.id !== command.id &&
      sharedPlaces(other, command).length > 0 &&
      keysFor(other).includes(keys),
  );
}

/** Two commands with the same key in the same place. */
export interface Conflict {
  readonly keys: string;
  readonly commands: readonly [Command, Command];
}

/** Every conflict of the keys in force, each pair once. */
export function allConflicts(all: readonly Command[]): readonly Conflict[] {
  return all.flatMap((command, at) =>
    keysFor(command).flatMap((keys) =>
      takenBy(keys, command, all.slice(at + 1)).map(
        (other): Conflict => ({ keys, commands: [command, other] }),
      ),
    ),
  );
}
