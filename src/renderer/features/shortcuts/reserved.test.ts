import { describe, expect, it } from 'vitest';
import { ANYWHERE } from '../../state/commands.ts';
import { isFixedKey, whyReserved } from './reserved.ts';

const reason = (keys: string, mac = false): string => whyReserved(keys, ['articles'], mac) ?? '';

describe('whyReserved', () => {
  it.each([
    ['Tab', 'Tab goes'],
    ['$mod+Tab', 'Tab goes'],
    ['Escape', 'Esc closes'],
    ['Enter', 'press the button'],
    ['Shift+Enter', 'press the button'],
    ['Space', 'press the button'],
    ['ArrowDown', 'moves the caret'],
    ['$mod+Home', 'moves the caret'],
    ['$mod+c', 'pastes'],
    ['$mod+0', 'size of everything'],
    ['F7', 'screen readers'],
    ['Insert', 'Screen readers'],
    ['7', 'give labels'],
  ])('%s is never free on the desk', (keys, why) => {
    expect(reason(keys, false)).toContain(why);
    expect(reason(keys, true)).toContain(why);
  });

  it.each([
    ['$mod+Alt+n', 'AltGr', ''],
    ['Meta+d', 'The system', ''],
    ['Alt+F4', 'The system', ''],
    ['Alt+f', 'opens the menu File', ''],
    ['$mod+h', '', 'macOS'],
    ['$mod+m', '', 'macOS'],
    ['$mod+q', 'quits', 'macOS'],
    ['Control+Alt+n', '', 'VoiceOver'],
  ])('%s depends on the computer', (keys, other, mac) => {
    if (other === '') expect(reason(keys, false)).toBe('');
    else expect(reason(keys, false)).toContain(other);
    if (mac === '') expect(reason(keys, true)).toBe('');
    else expect(reason(keys, true)).toContain(mac);
  });

  it.each(['n', 'Shift+n', '$mod+Shift+n', 'F4', '?', '$mod+Enter', 'Alt+ArrowUp', 'Delete', '0'])(
    '%s is free',
    (keys) => {
      expect(whyReserved(keys, ['articles'], false)).toBeUndefined();
      expect(whyReserved(keys, ['articles'], true)).toBeUndefined();
    },
  );

  it('digits are free where labels are not given', () => {
    expect(whyReserved('1', ['codebook'], false)).toBeUndefined();
    expect(whyReserved('1', ANYWHERE, false)).toContain('give labels');
  });
});

it('Esc and Enter stay with the commands that have them', () => {
  expect(['Escape', 'Enter', 'n', 'Delete'].filter(isFixedKey)).toEqual(['Escape', 'Enter']);
});
