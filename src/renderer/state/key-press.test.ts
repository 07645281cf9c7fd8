import { describe, expect, it } from 'vitest';
import { normalKeys, type Press, partsOf, shortcutMeant, shortcutsOf } from './key-press.ts';

const press = (key: string, code: string, held: Partial<Press> = {}): Press => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
  ...held,
});

describe('normalKeys', () => {
  it.each([
    ['Shift+$mod+Z', '$mod+Shift+z'],
    ['Shift+?', '?'],
    ['Shift++', '+'],
    ['$mod++', '$mod++'],
    ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowLeft'],
    ['Shift+F', 'Shift+f'],
    ['Shift+Ж', 'Shift+ж'],
  ])('%s is %s', (keys, normal) => {
    expect(normalKeys(keys)).toBe(normal);
    expect(normalKeys(normal)).toBe(normal);
  });
});

it('partsOf keeps a plus that is the key', () => {
  expect(partsOf('$mod++')).toEqual({ modifiers: new Set(['$mod']), key: '+' });
  expect(partsOf('+')).toEqual({ modifiers: new Set(), key: '+' });
});

describe('shortcutsOf', () => {
  it.each<[string, Press, boolean, readonly string[]]>([
    ['a letter', press('j', 'KeyJ'), false, ['j']],
    ['Caps Lock', press('J', 'KeyJ'), false, ['j']],
    ['Ctrl', press('k', 'KeyK', { ctrlKey: true }), false, ['$mod+k']],
    ['Cmd on a Mac', press('k', 'KeyK', { metaKey: true }), true, ['$mod+k']],
    ['Ctrl on a Mac', press('k', 'KeyK', { ctrlKey: true }), true, ['Control+k']],
    ['the Windows key', press('k', 'KeyK', { metaKey: true }), false, ['Meta+k']],
    ['Shift for a character', press('?', 'Slash', { shiftKey: true }), false, ['?']],
    ['the space bar', press(' ', 'Space'), false, ['Space']],
    ['Cyrillic', press('о', 'KeyJ'), false, ['о', 'j']],
    ['Greek with Ctrl', press('ζ', 'KeyZ', { ctrlKey: true }), false, ['$mod+ζ', '$mod+z']],
    ['Option on a Mac', press('∑', 'KeyW', { altKey: true }), true, ['Alt+∑', 'Alt+w']],
    ['a dead key of a Mac', press('Dead', 'KeyN', { altKey: true }), true, ['Alt+n']],
    ['Alt on AZERTY', press('z', 'KeyW', { altKey: true }), false, ['Alt+z']],
    ['a digit on AZERTY', press('1', 'Digit1', { shiftKey: true }), false, ['1']],
    ['its place without Shift', press('&', 'Digit1'), false, ['&', '1']],
    ['an exclamation mark', press('!', 'Digit1', { shiftKey: true }), false, ['!']],
    [
      'AltGr on Windows',
      press('[', 'Digit8', { ctrlKey: true, altKey: true, altGraph: true }),
      false,
      ['['],
    ],
    ['an umlaut stays itself', press('ö', 'Semicolon'), false, ['ö']],
    ['a modifier alone', press('Shift', 'ShiftLeft', { shiftKey: true }), false, []],
  ])('%s', (_name, pressed, mac, shortcuts) => {
    expect(shortcutsOf(pressed, mac)).toEqual(shortcuts);
  });
});

describe('shortcutMeant', () => {
  it('takes the Latin letter where the character is of another script', () => {
    expect(shortcutMeant(press('о', 'KeyJ'), false)).toBe('j');
    expect(shortcutMeant(press('∑', 'KeyW', { altKey: true }), true)).toBe('Alt+w');
  });

  it('takes the character where it says enough', () => {
    expect(shortcutMeant(press('&', 'Digit1'), false)).toBe('&');
    expect(shortcutMeant(press('F4', 'F4', { shiftKey: true }), false)).toBe('Shift+F4');
  });

  it('waits for a key', () => {
    expect(shortcutMeant(press('Alt', 'AltLeft', { altKey: true }), false)).toBeUndefined();
  });
});
