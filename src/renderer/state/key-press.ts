/** What of a key press tells which shortcut it is. */
export interface Press {
  readonly key: string;
  /** The place on the keyboard, as `KeyboardEvent.code`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The key that chooses the third character of a key on many European layouts. */
  readonly altGraph: boolean;
}

/** A key press of the page as plain values. */
export function pressOf(event: KeyboardEvent): Press {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  const altGraph = event.getModifierState('AltGraph');
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph };
}

/** Modifiers in the order in which shortcuts are written. */
const MODIFIERS = ['$mod', 'Control', 'Meta', 'Alt', 'Shift'] as const;
type Modifier = (typeof MODIFIERS)[number];

/** Keys that are no shortcut on their own. */
const SILENT = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'ScrollLock',
  'Fn',
  'Dead',
  'Process',
  'Unidentified',
]);

const LETTER = /^\p{L}$/u;

const isCharacter = (key: string): boolean => /^.$/u.test(key);

/** Shift chooses the character of such a key and says nothing more. */
function isSymbol(key: string): boolean {
  return isCharacter(key) && !LETTER.test(key);
}

function written(modifiers: ReadonlySet<Modifier>, key: string): string {
  const kept = MODIFIERS.filter((one) => modifiers.has(one) && !(one === 'Shift' && isSymbol(key)));
  return [...kept, key].join('+');
}

/** The parts of a shortcut: `Shift+$mod+z` is `$mod`, `Shift` and `z`; `$mod++` is `$mod` and `+`. */
export function partsOf(keys: string): {
  readonly modifiers: ReadonlySet<string>;
  readonly key: string;
} {
  const parts = keys.split(/\b\+/u);
  const key = parts.pop() ?? '';
  return { modifiers: new Set(parts), key };
}

/**
 * The one way to write a shortcut, so that two can be compared: modifiers in a fixed order, letters
 * small, no Shift where it only chooses the character (`Shift+?` is `?`).
 */
export function normalKeys(keys: string): string {
  const { modifiers, key } = partsOf(keys);
  const name = isCharacter(key) ? key.toLowerCase() : key;
  return written(modifiers as ReadonlySet<Modifier>, name);
}

function modifiersOf(press: Press, mac: boolean): Set<Modifier> {
  const held = new Set<Modifier>();
  // AltGr with a character is that character; Windows reports Ctrl and Alt with it.
  const chooses = press.altGraph && press.key.length === 1;
  if (mac ? press.metaKey : press.ctrlKey && !chooses) held.add('$mod');
  if (mac && press.ctrlKey) held.add('Control');
  if (!mac && press.metaKey) held.add('Meta');
  if (press.altKey && !chooses) held.add('Alt');
  if (press.shiftKey) held.add('Shift');
  return held;
}

/** The Latin letter or digit of the place that was pressed. */
function nameOfPlace(code: string): string | undefined {
  const found = /^(?:Key(?<letter>[A-Z])|Digit(?<digit>\d))$/u.exec(code)?.groups;
  return found?.['letter']?.toLowerCase() ?? found?.['digit'];
}

function keyName(press: Press): string | undefined {
  if (press.key === ' ') return 'Space';
  if (SILENT.has(press.key)) return undefined;
  return isCharacter(press.key) ? press.key.toLowerCase() : press.key;
}

/** Letters of Latin keyboards, with and without accents. */
const LATIN = /^[\u0020-\u024F]$/u;

/** True where the character says less than the place: other scripts, and Option on a Mac. */
function placeDecides({ key, altKey, altGraph }: Press): boolean {
  if (altGraph) return false;
  if (altKey) return !/^[\u0020-\u007E]$/u.test(key);
  return !LATIN.test(key);
}

/** On French and some other keyboards digits need Shift: without it, the place means the digit. */
function isDigitOnShift({ shiftKey, altGraph }: Press, place: string): boolean {
  return /^\d$/u.test(place) && !shiftKey && !altGraph;
}

/**
 * The shortcuts that a key press may mean, the likeliest first: the character it writes, then the
 * Latin letter or digit in its place (keyboards without Latin letters, or with digits on Shift).
 * @param mac true where Cmd is the main modifier
 */
export function shortcutsOf(press: Press, mac: boolean): readonly string[] {
  const modifiers = modifiersOf(press, mac);
  const name = keyName(press);
  const place = nameOfPlace(press.code);
  const found: string[] = [];
  if (name !== undefined) found.push(written(modifiers, name));
  if (place !== undefined && (placeDecides(press) || isDigitOnShift(press, place))) {
    found.push(written(modifiers, place));
  }
  return [...new Set(found)];
}

/**
 * The shortcut a person means who presses keys to set it; `undefined` for a modifier alone. Where
 * the place decides, it is the Latin letter, so that it works on other layouts too.
 */
export function shortcutMeant(press: Press, mac: boolean): string | undefined {
  const found = shortcutsOf(press, mac);
  return nameOfPlace(press.code) !== undefined && placeDecides(press) ? found.at(-1) : found[0];
}
