import { normalKeys, partsOf } from '../state/key-press.ts';

const MODIFIERS: Readonly<Record<string, string>> = {
  $mod: 'CmdOrCtrl',
  Control: 'Ctrl',
  Meta: 'Super',
  Alt: 'Alt',
  Shift: 'Shift',
};

const NAMES: Readonly<Record<string, string>> = {
  '+': 'Plus',
  Escape: 'Esc',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** Names that Electron's menus write as browsers do. */
const SAME =
  /^(?:[!-~]|Space|Tab|Backspace|Delete|Enter|Home|End|PageUp|PageDown|F(?:[1-9]|1\d|2[0-4]))$/u;

/**
 * A shortcut as Electron's menus write it; `undefined` where they cannot, and on a Mac for a key
 * without a modifier: there the menu would take it from the fields one types in.
 */
export function acceleratorOf(keys: string, mac: boolean): string | undefined {
  const { modifiers, key } = partsOf(normalKeys(keys));
  const name = NAMES[key] ?? (SAME.test(key) ? key : undefined);
  if (name === undefined || (mac && modifiers.size === 0)) return undefined;
  const shown = /^[a-z]$/u.test(name) ? name.toUpperCase() : name;
  return [...[...modifiers].map((one) => MODIFIERS[one] ?? one), shown].join('+');
}
