import { type KeyBindingPress, matchKeyBindingPress, parseKeybinding } from 'tinykeys';
import { allCommands, type Command } from '../state/commands.ts';

const parsed = new Map<string, KeyBindingPress | undefined>();

function pressOf(keys: string): KeyBindingPress | undefined {
  if (!parsed.has(keys)) parsed.set(keys, parseKeybinding(keys)[0]);
  return parsed.get(keys);
}

/** On keyboards without Latin letters, a letter's shortcut is the key in its place. */
function matchesByPlace(event: KeyboardEvent, keys: string): boolean {
  const letter = keys.split('+').at(-1) ?? '';
  if (!/^[a-z]$/u.test(letter) || /^[\u0020-\u024F]$/u.test(event.key)) return false;
  const byPlace = `${keys.slice(0, -1)}Key${letter.toUpperCase()}`;
  const press = pressOf(byPlace);
  return press !== undefined && matchKeyBindingPress(event, press);
}

function matches(event: KeyboardEvent, command: Command): boolean {
  return command.keys.some((keys) => {
    const press = pressOf(keys);
    return (
      press !== undefined && (matchKeyBindingPress(event, press) || matchesByPlace(event, keys))
    );
  });
}

/** True where keys and pasted text belong to a field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
  );
}

/** Keys that belong to a field while one types in it, although they come with Ctrl. */
const FIELD_KEYS = new Set(['z', 'y', 'a', 'c', 'v', 'x']);

function belongsElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (document.documentElement.dataset['modal'] !== undefined) return true;
  const { target } = event;
  if (
    target instanceof Element &&
    target.closest('[role="menu"], [role="listbox"][data-open]') !== null
  ) {
    return true;
  }
  if (!isTyping(target)) return false;
  const chord = event.ctrlKey || event.metaKey;
  return !chord || FIELD_KEYS.has(event.key.toLowerCase());
}

/** Runs commands by their keys; returns how to stop. */
export function followKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (belongsElsewhere(event)) return;
    const command = allCommands().find((one) => matches(event, one) && one.enabled());
    if (command === undefined) return;
    event.preventDefault();
    command.run();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
