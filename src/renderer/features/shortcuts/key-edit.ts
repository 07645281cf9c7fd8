import { create } from 'zustand';
import { inBackground } from '../../state/background.ts';
import { allCommands, type Command } from '../../state/commands.ts';
import { normalKeys } from '../../state/key-press.ts';
import { announce } from '../../state/project.ts';
import { useSession } from '../../state/session.ts';
import { changeSettings, useSettings } from '../../state/settings.ts';
import { t } from '../../words/words.ts';
import { attributeNote } from './attribute-notes.ts';
import {
  isChanged,
  type OwnKeys,
  shippedKeys,
  withKey,
  withoutKey,
  withShippedKeys,
} from './change-keys.ts';
import { plainTitle } from './command-groups.ts';
import { takenBy } from './conflicts.ts';
import { whyReserved } from './reserved.ts';

/** What is being done to the keys of one command. */
export interface KeyEdit {
  readonly command: Command;
  /** Which of its keys is to be pressed anew; `undefined` while nothing is. */
  readonly at: number | undefined;
  /** Why the keys that were pressed cannot be had. */
  readonly refused: string | undefined;
  /** Keys that other commands have, and what is done once a person agrees to take them. */
  readonly question: KeyQuestion | undefined;
  /** Something to know that stops nothing. */
  readonly note: string | undefined;
}

/** Keys that are taken. */
export interface KeyQuestion {
  readonly keys: readonly string[];
  readonly others: readonly Command[];
  readonly agreed: () => void;
}

/** The one command whose keys are being changed. */
export const useKeyEdit = create<{ readonly edit: KeyEdit | undefined }>()(() => ({
  edit: undefined,
}));

function show(edit: KeyEdit | undefined): void {
  useKeyEdit.setState({ edit });
}

const still = (command: Command): KeyEdit => ({
  command,
  at: undefined,
  refused: undefined,
  question: undefined,
  note: undefined,
});

function keep(keys: OwnKeys): void {
  inBackground(changeSettings({ keys }));
}

const own = (): OwnKeys => useSettings.getState().keys;

/** Waits for the keys to be pressed that replace one of a command, or are one more. */
export function beginCapture(command: Command, at: number): void {
  show({ ...still(command), at });
}

/** Leaves everything as it was. */
export function endEdit(): void {
  show(undefined);
}

function give(command: Command, keys: string, at: number): void {
  keep(withKey(own(), command, keys, at));
  show({ ...still(command), note: attributeNote(keys) });
  announce(() => t('shortcuts.newKey', { command: plainTitle(command) }));
}

/** The keys were pressed: gives them, asks whether to take them from others, or says why not. */
export function captured(command: Command, keys: string, at: number): void {
  const mac = useSession.getState().platform === 'darwin';
  const refused = whyReserved(keys, command.where, mac);
  if (refused !== undefined) {
    show({ ...still(command), at, refused });
    return;
  }
  const others = takenBy(keys, command, allCommands());
  if (others.length === 0) {
    give(command, keys, at);
    return;
  }
  const agreed = (): void => {
    keep(withoutKey(own(), others, keys));
    give(command, keys, at);
  };
  show({ ...still(command), question: { keys: [keys], others, agreed } });
}

/** Takes a key from a command. */
export function removeKey(command: Command, keys: string): void {
  keep(withoutKey(own(), [command], keys));
  show(still(command));
  announce(() => t('shortcuts.lostKey', { command: plainTitle(command) }));
}

function reset(command: Command): void {
  keep(withShippedKeys(own(), command));
  show(undefined);
  announce(() => t('shortcuts.ownKeys', { command: plainTitle(command) }));
}

/** Gives a command its shipped keys back; asks where others have them by now. */
export function resetKeys(command: Command): void {
  const taken = shippedKeys(command).flatMap((keys) =>
    takenBy(keys, command, allCommands()).map((other) => ({ keys, other })),
  );
  if (taken.length === 0) {
    reset(command);
    return;
  }
  const agreed = (): void => {
    for (const { keys, other } of taken) keep(withoutKey(own(), [other], keys));
    reset(command);
  };
  const keys = [...new Set(taken.map((one) => one.keys))];
  const others = [...new Set(taken.map((one) => one.other))];
  show({ ...still(command), question: { keys, others, agreed } });
}

/** Commands whose keys a person changed. */
export function changedCommands(): readonly Command[] {
  return allCommands().filter((command) => isChanged(command, own()));
}

/** Gives every command its shipped keys back. Keys of commands of other versions stay. */
export function resetAllKeys(): void {
  const known = new Set(allCommands().map(({ id }) => id));
  keep(Object.fromEntries(Object.entries(own()).filter(([id]) => !known.has(id))));
  show(undefined);
  announce(() => t('shortcuts.allOwn'));
}

/** Whether a command may have a key that a file gives it; commands of other versions keep theirs. */
export function isFree(id: string, keys: string): boolean {
  const command = allCommands().find((one) => one.id === id);
  if (command === undefined) return true;
  const normal = normalKeys(keys);
  const mac = useSession.getState().platform === 'darwin';
  return (
    shippedKeys(command).includes(normal) || whyReserved(normal, command.where, mac) === undefined
  );
}
