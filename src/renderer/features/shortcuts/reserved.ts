import type { Where } from '../../state/commands.ts';
import { partsOf } from '../../state/key-press.ts';
import { menuOfLetter } from '../../state/menu-names.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';

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
  readonly why: PlainKey;
}

const MOVES = /^(?:Arrow(?:Left|Right|Up|Down)|Home|End|PageUp|PageDown)$/u;
const bare = ({ mod, control, meta, alt }: Asked): boolean => !mod && !control && !meta && !alt;
const onlyMod = ({ mod, control, meta, alt, shift }: Asked): boolean =>
  mod && !control && !meta && !alt && !shift;

/** Keys of the window itself, whatever the computer. */
const WINDOW_RULES: readonly Rule[] = [
  { holds: ({ key }) => key === 'Tab', why: 'shortcuts.whyTab' },
  { holds: ({ key }) => key === 'Escape', why: 'shortcuts.whyEscape' },
  {
    holds: (asked) => bare(asked) && (asked.key === 'Enter' || asked.key === 'Space'),
    why: 'shortcuts.whyEnter',
  },
  {
    holds: ({ key, alt }) => MOVES.test(key) && !alt,
    why: 'shortcuts.whyMoves',
  },
  {
    holds: (asked) => onlyMod(asked) && ['a', 'c', 'v', 'x'].includes(asked.key),
    why: 'shortcuts.whyClipboard',
  },
  {
    holds: ({ mod, key }) => mod && ['0', '+', '-', '=', '_'].includes(key),
    why: 'shortcuts.whyZoom',
  },
  {
    holds: (asked) => bare(asked) && /^[1-9]$/u.test(asked.key) && asked.where.includes('articles'),
    why: 'shortcuts.whyDigits',
  },
  {
    holds: ({ key }) => ['F6', 'F7', 'F10', 'F11'].includes(key),
    why: 'shortcuts.whyParts',
  },
  {
    holds: ({ key }) => ['Insert', 'ContextMenu', 'Clear', 'Help', 'PrintScreen'].includes(key),
    why: 'shortcuts.whyReaders',
  },
];

const MAC_RULES: readonly Rule[] = [
  {
    holds: ({ mod, key }) => mod && ['q', 'h', 'm', 'w', 'Space', '`'].includes(key),
    why: 'shortcuts.whyMac',
  },
  { holds: ({ control, alt }) => control && alt, why: 'shortcuts.whyVoiceOver' },
];

const OTHER_RULES: readonly Rule[] = [
  {
    holds: ({ mod, alt }) => mod && alt,
    why: 'shortcuts.whyAltGr',
  },
  { holds: ({ meta }) => meta, why: 'shortcuts.whySystem' },
  { holds: ({ mod, key }) => mod && key === 'q', why: 'shortcuts.whyQuit' },
  {
    holds: ({ alt, key }) => alt && ['F4', 'Space'].includes(key),
    why: 'shortcuts.whyWindow',
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
  if (found !== undefined) return t(found.why);
  const menu = asked.alt && !asked.shift && !mac ? menuOfLetter(asked.key) : undefined;
  return menu === undefined ? undefined : t('shortcuts.whyMenu', { menu });
}

/** Keys that mean the same everywhere: a command that has one keeps it, and none can be given it. */
export function isFixedKey(keys: string): boolean {
  return whyReserved(keys, [], false) !== undefined && whyReserved(keys, [], true) !== undefined;
}
