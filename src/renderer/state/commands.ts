import { normalKeys } from './key-press.ts';
import { useProject } from './project.ts';
import { useSettings } from './settings.ts';
import { PLACES, type Place, useView } from './view.ts';

/** Where a command can be at hand: at the door while no project is open, or in a place of one. */
export type Where = 'door' | Place;

/** Every place of an open project. */
export const IN_PROJECT: readonly Where[] = PLACES;

/** With or without a project. */
export const ANYWHERE: readonly Where[] = ['door', ...PLACES];

/** One thing a person can do, reachable by key, menu, palette and key sheet. */
export interface Command {
  /** `<place>.<what>`, such as `article.next`; the application menu names commands by it. */
  readonly id: string;
  readonly title: string;
  /** Its title in a menu, where it is ticked or stands under a heading. */
  readonly menuTitle?: string;
  /** Heading under which palette and key sheet list it. */
  readonly group: string;
  /**
   * Where it can be at hand. Two commands that are never at hand in the same place may have the
   * same key; nothing else may (`default-keys.test.ts`).
   */
  readonly where: readonly Where[];
  /** As they are shipped, such as `$mod+Shift+n`; what a person chose instead is in the settings. */
  readonly keys: readonly string[];
  /** Its keys belong to the codebook and are changed there. */
  readonly keyOfLabel?: true;
  /** Whether it can be done now; only asked in its places. */
  readonly enabled: () => boolean;
  /** Whether it is on, for what is on or off. */
  readonly checked?: () => boolean;
  readonly run: () => void;
}

let registered: readonly Command[] = [];

/** Sets the commands of the window; called once by the app, which alone knows all features. */
export function registerCommands(commands: readonly Command[]): void {
  const seen = new Set<string>();
  for (const { id } of commands) {
    if (seen.has(id)) throw new Error(`Two commands are named ${id}.`);
    seen.add(id);
  }
  registered = commands;
}

/** All commands in the order the app lists them. */
export function allCommands(): readonly Command[] {
  return registered;
}

/** Where the window is now. */
export function whereNow(): Where {
  return useProject.getState().project === undefined ? 'door' : useView.getState().place;
}

/** Whether a command can be done now. */
export function isEnabled(command: Command): boolean {
  return command.where.includes(whereNow()) && command.enabled();
}

/** The keys of a command as they are in force, in normal form; the first is the one shown. */
export function keysFor(command: Command): readonly string[] {
  const chosen = command.keyOfLabel === true ? undefined : useSettings.getState().keys[command.id];
  return [...new Set((chosen ?? command.keys).map(normalKeys))];
}

/** The first key of a command. Hints in the page follow changes by `KeyHint command`. */
export function keysOf(id: string): string | undefined {
  const command = registered.find((one) => one.id === id);
  return command === undefined ? undefined : keysFor(command)[0];
}

/** Runs a command where it is enabled; answers whether it ran. */
export function runCommand(id: string): boolean {
  const command = registered.find((one) => one.id === id);
  if (command === undefined || !isEnabled(command)) return false;
  command.run();
  return true;
}
