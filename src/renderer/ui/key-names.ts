/** Which keyboard the hints name. */
export type Keyboard = 'mac' | 'other';

const NAMES: Readonly<Record<string, string>> = {
  enter: '↵',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  delete: 'Del',
  backspace: '⌫',
  ' ': 'Space',
  space: 'Space',
};

const MODIFIERS: Readonly<Record<Keyboard, Readonly<Record<string, string>>>> = {
  mac: { $mod: '⌘', control: '⌃', shift: '⇧', alt: '⌥', meta: '⌘' },
  other: { $mod: 'Ctrl', control: 'Ctrl', shift: 'Shift', alt: 'Alt', meta: 'Win' },
};

/** Characters that need Shift on most keyboards: the hint shows the character alone. */
const SHIFTED = new Set(['?', '/', '{', '}', '+', '_', ':', '!', '"', '<', '>', '|']);

function oneName(part: string, keyboard: Keyboard): string {
  const lower = part.toLowerCase();
  const name = MODIFIERS[keyboard][lower] ?? NAMES[lower];
  if (name !== undefined) return name;
  return part.length === 1 ? part.toUpperCase() : part;
}

/** The names of the keys of a shortcut in tinykeys syntax, one a key: `$mod+e` is `Ctrl`, `E`. */
export function keyNames(shortcut: string, keyboard: Keyboard): readonly string[] {
  const parts = shortcut.split('+').filter((part) => part !== '');
  const last = parts.at(-1) ?? '+';
  const kept = SHIFTED.has(last) ? parts.filter((part) => part.toLowerCase() !== 'shift') : parts;
  return kept.map((part) => oneName(part, keyboard));
}
