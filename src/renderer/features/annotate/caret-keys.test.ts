import { expect, test } from 'vitest';
import { caretMove, type KeyPress } from './caret-keys.ts';

const press = (keys: string): KeyPress => {
  const parts = keys.split('+');
  return {
    key: parts.at(-1) ?? '',
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    metaKey: parts.includes('Cmd'),
  };
};

test.each([
  ['ArrowRight', 'grapheme', true],
  ['ArrowLeft', 'grapheme', false],
  ['Ctrl+ArrowRight', 'word', true],
  ['Alt+ArrowLeft', 'word', false],
  ['ArrowDown', 'row', true],
  ['Ctrl+ArrowUp', 'line', false],
  ['Home', 'row-edge', false],
  ['Ctrl+End', 'text', true],
  ['PageDown', 'page', true],
] as const)('%s', (keys, unit, forward) => {
  expect(caretMove(press(keys), false, false)).toEqual({ unit, forward, extend: false });
  expect(caretMove(press(`Shift+${keys}`), false, false)).toMatchObject({ unit, extend: true });
});

test('a Mac has its own keys', () => {
  expect(caretMove(press('Cmd+ArrowLeft'), false, true)?.unit).toBe('row-edge');
  expect(caretMove(press('Cmd+ArrowDown'), false, true)?.unit).toBe('text');
  expect(caretMove(press('Alt+ArrowRight'), false, true)?.unit).toBe('word');
});

test('from right to left the left arrow goes forward; up and down stay', () => {
  expect(caretMove(press('ArrowLeft'), true, false)?.forward).toBe(true);
  expect(caretMove(press('Ctrl+ArrowRight'), true, false)?.forward).toBe(false);
  expect(caretMove(press('ArrowDown'), true, false)?.forward).toBe(true);
  expect(caretMove(press('Home'), true, false)?.forward).toBe(false);
});

test('other keys are none of the caret', () => {
  for (const keys of ['j', '1', 'Enter', 'Ctrl+PageDown', 'Alt+ArrowDown', 'Escape']) {
    expect(caretMove(press(keys), false, false)).toBeUndefined();
  }
});
