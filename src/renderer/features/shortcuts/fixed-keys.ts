import type { PlainKey } from '../../words/catalogue.ts';

/** Keys that stay as they are: the ways of the system, of lists and of fields. */
export interface FixedKeys {
  readonly group: PlainKey;
  readonly title: PlainKey;
  /** All of them do it, or each in its direction. */
  readonly keys: readonly string[];
}

const group = (
  name: PlainKey,
  rows: readonly (readonly [PlainKey, readonly string[]])[],
): readonly FixedKeys[] => rows.map(([title, keys]) => ({ group: name, title, keys }));

/** What the components read themselves, by the place where it works. */
export const FIXED_KEYS: readonly FixedKeys[] = [
  ...group('shortcuts.groupCaret', [
    ['shortcuts.caretMove', ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']],
    ['shortcuts.caretWord', ['$mod+ArrowLeft', '$mod+ArrowRight']],
    ['shortcuts.caretParagraph', ['$mod+ArrowUp', '$mod+ArrowDown']],
    ['shortcuts.lineEnds', ['Home', 'End']],
    ['shortcuts.textEnds', ['$mod+Home', '$mod+End']],
    ['shortcuts.byPage', ['PageUp', 'PageDown']],
    ['shortcuts.selectShift', ['Shift+ArrowRight']],
    ['shortcuts.selectText', ['$mod+a']],
  ]),
  ...group('shortcuts.groupAttributes', [
    ['shortcuts.valueKey', ['a', 'b', 'c']],
    ['shortcuts.valueMove', ['ArrowUp', 'ArrowDown']],
    ['shortcuts.valueChoose', ['Space']],
    ['shortcuts.sayNothing', ['0']],
    ['shortcuts.nextAttribute', ['Enter']],
    ['shortcuts.leaveField', ['Escape']],
  ]),
  ...group('shortcuts.groupLists', [
    ['shortcuts.move', ['ArrowUp', 'ArrowDown', 'Home', 'End']],
    ['shortcuts.open', ['Enter']],
    ['shortcuts.severalArticles', ['$mod+Space']],
    ['shortcuts.severalHits', ['Space', 'Shift+ArrowDown']],
    ['shortcuts.everything', ['$mod+a']],
    ['shortcuts.letGo', ['Escape']],
    ['shortcuts.moveEntry', ['Alt+ArrowUp', 'Alt+ArrowDown']],
  ]),
  ...group('shortcuts.groupFields', [
    ['shortcuts.mainButton', ['$mod+Enter']],
    ['shortcuts.finishField', ['Enter']],
    ['shortcuts.finishNote', ['$mod+Enter']],
    ['shortcuts.closeOrLeave', ['Escape']],
    ['shortcuts.findPlaces', ['Enter', 'Shift+Enter']],
    ['shortcuts.clipboard', ['$mod+x', '$mod+c', '$mod+v']],
    ['shortcuts.paneWidth', ['ArrowLeft', 'ArrowRight']],
  ]),
];
