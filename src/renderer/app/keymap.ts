import { allCommands, isEnabled, keysFor } from '../state/commands.ts';
import { partsOf, pressOf, shortcutsOf } from '../state/key-press.ts';
import { useSession } from '../state/session.ts';

const isMac = (): boolean => useSession.getState().platform === 'darwin';

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
  return (
    !chord || shortcutsOf(pressOf(event), isMac()).some((keys) => FIELD_KEYS.has(partsOf(keys).key))
  );
}

/** Runs commands by their keys; returns how to stop. */
export function followKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (belongsElsewhere(event)) return;
    for (const keys of shortcutsOf(pressOf(event), isMac())) {
      const command = allCommands().find((one) => keysFor(one).includes(keys) && isEnabled(one));
      if (command === undefined) continue;
      event.preventDefault();
      command.run();
      return;
    }
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
