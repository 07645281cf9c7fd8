/** Keys that stay as they are: the ways of the system, of lists and of fields. */
export interface FixedKeys {
  readonly group: string;
  readonly title: string;
  /** All of them do it, or each in its direction. */
  readonly keys: readonly string[];
}

const group = (
  name: string,
  rows: readonly (readonly [string, readonly string[]])[],
): readonly FixedKeys[] => rows.map(([title, keys]) => ({ group: name, title, keys }));

/** What the components read themselves, by the place where it works. */
export const FIXED_KEYS: readonly FixedKeys[] = [
  ...group('Caret in the text', [
    ['Move by a character or a line', ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']],
    ['Move by a word', ['$mod+ArrowLeft', '$mod+ArrowRight']],
    ['Move by a paragraph', ['$mod+ArrowUp', '$mod+ArrowDown']],
    ['To the ends of the line', ['Home', 'End']],
    ['To the ends of the text', ['$mod+Home', '$mod+End']],
    ['By a page', ['PageUp', 'PageDown']],
    ['Select: Shift with any of these', ['Shift+ArrowRight']],
    ['Select the whole text', ['$mod+a']],
  ]),
  ...group('Attributes of an annotation', [
    ['Choose the value with this key', ['a', 'b', 'c']],
    ['Move between values', ['ArrowUp', 'ArrowDown']],
    ['Choose the value one is on', ['Space']],
    ['Say nothing', ['0']],
    ['Next attribute', ['Enter']],
    ['Leave the field as it was', ['Escape']],
  ]),
  ...group('Lists', [
    ['Move', ['ArrowUp', 'ArrowDown', 'Home', 'End']],
    ['Open', ['Enter']],
    ['Select several articles', ['$mod+Space']],
    ['Select several hits', ['Space', 'Shift+ArrowDown']],
    ['Select everything', ['$mod+a']],
    ['Let go of the selection', ['Escape']],
    ['Move an entry of the codebook', ['Alt+ArrowUp', 'Alt+ArrowDown']],
  ]),
  ...group('Fields and dialogs', [
    ['Main button of a dialog', ['$mod+Enter']],
    ['Finish a field', ['Enter']],
    ['Finish a note', ['$mod+Enter']],
    ['Close, or leave a field as it was', ['Escape']],
    ['Next place of Find, previous place', ['Enter', 'Shift+Enter']],
    ['Cut, copy, paste', ['$mod+x', '$mod+c', '$mod+v']],
    ['Width of a pane, on its edge', ['ArrowLeft', 'ArrowRight']],
  ]),
];
