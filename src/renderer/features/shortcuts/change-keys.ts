import type { Command } from '../../state/commands.ts';
import { keysFor } from '../../state/commands.ts';
import { normalKeys } from '../../state/key-press.ts';
import type { Settings } from '../../state/settings.ts';

/** Command id → the keys a person gave it. */
export type OwnKeys = Settings['keys'];

/** The keys a command is shipped with, in normal form. */
export function shippedKeys(command: Command): readonly string[] {
  return [...new Set(command.keys.map(normalKeys))];
}

/** Whether a person changed the keys of a command. */
export function isChanged(command: Command, own: OwnKeys): boolean {
  const keys = own[command.id];
  if (command.keyOfLabel === true || keys === undefined) return false;
  return keys.map(normalKeys).join(' ') !== shippedKeys(command).join(' ');
}

/** The keys a person gave, with those of one command replaced; nothing is kept for shipped ones. */
function withKeys(own: OwnKeys, command: Command, keys: readonly string[]): OwnKeys {
  const rest = Object.fromEntries(Object.entries(own).filter(([id]) => id !== command.id));
  const next = [...new Set(keys)];
  const shipped = next.join(' ') === shippedKeys(command).join(' ');
  return shipped ? rest : { ...rest, [command.id]: next };
}

/** Takes a key from commands. */
export function withoutKey(own: OwnKeys, commands: readonly Command[], keys: string): OwnKeys {
  return commands.reduce(
    (so, command) =>
      withKeys(
        so,
        command,
        keysFor(command).filter((one) => one !== keys),
      ),
    own,
  );
}

/**
 * Gives a key to a command.
 * @param at which of its keys it replaces; one more where it has none there
 */
export function withKey(own: OwnKeys, command: Command, keys: string, at: number): OwnKeys {
  const now = keysFor(command).filter((one, index) => one !== keys || index === at);
  const place = Math.min(at, now.length);
  return withKeys(own, command, [...now.slice(0, place), keys, ...now.slice(place + 1)]);
}

/** A command has its shipped keys again. */
export function withShippedKeys(own: OwnKeys, command: Command): OwnKeys {
  return withKeys(own, command, shippedKeys(command));
}
