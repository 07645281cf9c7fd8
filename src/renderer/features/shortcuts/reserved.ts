import type { Where } from '../../state/commands.ts';
import { partsOf } from '../../state/key-press.ts';
import { menuOfLetter } from '../../state/menu-names.ts';

/** What decides whether a key is free to be given. */
interface Asked {
  readonly key: string;
  readonly mod: boolean;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly mac: boolean;
  /** Where the command is at hand. */
  readonly where: readonly Where[];
}

interface Rule {
  readonly holds: (asked: Asked) => boolean;
  readonly why: string;
}

const MOVES = /^(?:Arrow(?:Left|Right|Up|Down)|Home|End|PageUp|PageDown)$/u;
const bare = ({ mod, control, meta, alt }: Asked): boolean => !mod && !control && !meta && !alt;
const onlyMod = ({ mod, control, meta, alt, shift }: Asked): boolean =>
  mod && !control && !meta && !alt && !shift;

/** Keys of the window itself, whatever the computer. */
const WINDOW_RULES: readonly Rule[] = [
  { holds: ({ key }) => key === 'Tab', why: 'Tab goes from one control to the next.' },
  { holds: ({ key }) => key === 'Escape', why: 'Esc closes and takes back.' },
  {
    holds: (asked) => bare(asked) && (asked.key === 'Enter' || asked.key === 'Space'),
    why: 'Enter and the space bar press the button or choose the line that has the focus.',
  },
  {
    holds: ({ key, alt }) => MOVES.test(key) && !alt,
    why: 'This key moves the caret and goes through lists.',
  },
  {
    holds: (asked) => onlyMod(asked) && ['a', 'c', 'v', 'x'].includes(asked.key),
    why: 'It selects all, copies, cuts or pastes, everywhere.',
  },
  {
    holds: ({ mod, key }) => mod && ['0', '+', '-', '=', '_'].includes(key),
    why: 'It changes the size of everything in the window.',
  },
  {
    holds: (asked) => bare(asked) && /^[1-9]$/u.test(asked.key) && asked.where.includes('articles'),
    why: 'The digits 1 to 9 give labels. Which digit gives which is set in the codebook.',
  },
  {
    holds: ({ key }) => ['F6', 'F7', 'F10', 'F11'].includes(key),
    why: 'Systems and screen readers use it to move between parts, for the caret, the menu or the full screen.',
  },
  {
    holds: ({ key }) => ['Insert', 'ContextMenu', 'Clear', 'Help', 'PrintScreen'].includes(key),
    why: 'Screen readers or the system use this key.',
  },
];

const MAC_RULES: readonly Rule[] = [
  {
    holds: ({ mod, key }) => mod && ['q', 'h', 'm', 'w', 'Space', '`'].includes(key),
    why: 'macOS uses it to quit, hide, minimise or close, to search, or to change windows.',
  },
  { holds: ({ control, alt }) => control && alt, why: 'VoiceOver uses Control with Option.' },
];

const OTHER_RULES: readonly Rule[] = [
  {
    holds: ({ mod, alt }) => mod && alt,
    why: 'On many keyboards Ctrl with Alt is AltGr, which types characters.',
  },
  { holds: ({ meta }) => meta, why: 'The system uses this key.' },
  { holds: ({ mod, key }) => mod && key === 'q', why: 'It quits Verbale.' },
  {
    holds: ({ alt, key }) => alt && ['F4', 'Space'].includes(key),
    why: 'The system uses it for the window.',
  },
];

function askedOf(keys: string, where: readonly Where[], mac: boolean): Asked {
  const { modifiers, key } = partsOf(keys);
  const has = (name: string): boolean => modifiers.has(name);
  return {
    key,
    mod: has('$mod'),
    control: has('Control'),
    meta: has('Meta'),
    alt: has('Alt'),
    shift: has('Shift'),
    mac,
    where,
  };
}

/**
 * Why a key cannot be given to a command; `undefined` where it can.
 * @param keys in normal form
 * @param where the places where the command is at hand
 */
export function whyReserved(
  keys: string,
  where: readonly Where[],
  mac: boolean,
): string | undefined {
  const asked = askedOf(keys, where, mac);
  const rules = [...WINDOW_RULES, ...(mac ? MAC_RULES : OTHER_RULES)];
  const found = rules.find(({ holds }) => holds(asked));
  if (found !== undefined) return found.why;
  const menu = asked.alt && !asked.shift && !mac ? menuOfLetter(asked.key) : undefined;
  return menu === undefined ? undefined : `Alt with this letter opens the menu ${menu}.`;
}

/** Keys that mean the same everywhere: a command that has one keeps it, and none can be given it. */
export function isFixedKey(keys: string): boolean {
  return whyReserved(keys, [], false) !== undefined && whyReserved(keys, [], true) !== undefined;
}
