import { onEvent } from './host.ts';

/** One thing a person can do, reachable by key, menu, palette and key sheet. */
export interface Command {
  /** `<place>.<what>`, such as `article.next`; the application menu names commands by it. */
  readonly id: string;
  readonly title: string;
  /** Heading under which palette and key sheet list it. */
  readonly group: string;
  /** In tinykeys syntax; the first is the one shown. */
  readonly keys: readonly string[];
  readonly enabled: () => boolean;
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

/** The first key of a command, for hints beside buttons. */
export function keysOf(id: string): string | undefined {
  return registered.find((command) => command.id === id)?.keys[0];
}

/** Runs a command where it is enabled; answers whether it ran. */
export function runCommand(id: string): boolean {
  const command = registered.find((one) => one.id === id);
  if (command === undefined || !command.enabled()) return false;
  command.run();
  return true;
}

/** Runs what the application menu asks for; returns how to stop. */
export function followMenu(): () => void {
  return onEvent((event) => {
    if (event.type === 'command') runCommand(event.command);
  });
}
