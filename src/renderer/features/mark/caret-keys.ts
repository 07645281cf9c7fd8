import { type CaretDirection, type CaretUnit, moveCaret } from '../../../core/text/caret.ts';
import { lineOfOffset, readSelection, type Selected, writeSelection } from './selection.ts';

/** What a key does to the caret. */
interface Step {
  readonly direction: CaretDirection;
  /** A unit of the stored text, or of the lines as they are broken on screen. */
  readonly by: CaretUnit | 'screen-line' | 'line-edge' | 'page';
}

function horizontal(event: KeyboardEvent, rtl: boolean): Step {
  const forward = (event.key === 'ArrowRight') !== rtl;
  const word = event.ctrlKey || (event.altKey && !event.ctrlKey);
  return { direction: forward ? 'forward' : 'backward', by: word ? 'word' : 'grapheme' };
}

function vertical(key: string): Step | undefined {
  switch (key) {
    case 'ArrowDown':
      return { direction: 'forward', by: 'screen-line' };
    case 'ArrowUp':
      return { direction: 'backward', by: 'screen-line' };
    case 'PageDown':
      return { direction: 'forward', by: 'page' };
    case 'PageUp':
      return { direction: 'backward', by: 'page' };
    default:
      return undefined;
  }
}

/** The step of a key press; `undefined` for keys that do not move the caret. */
export function stepOf(event: KeyboardEvent, rtl: boolean): Step | undefined {
  if (event.metaKey) return undefined;
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    // With Alt the arrows move the edges of the selected annotation.
    return event.altKey ? undefined : horizontal(event, rtl);
  }
  if (event.key === 'Home' || event.key === 'End') {
    const direction = event.key === 'End' ? 'forward' : 'backward';
    return { direction, by: event.ctrlKey ? 'text' : 'line-edge' };
  }
  return event.altKey || event.ctrlKey ? undefined : vertical(event.key);
}

/** Lines on screen are known to the browser only: it moves the page's selection, we read it back. */
function moveOnScreen(root: Element, from: Selected, step: Step): Selected {
  const selection = document.getSelection();
  if (selection === null) return from;
  writeSelection(root, { anchor: from.focus, focus: from.focus });
  const times = step.by === 'page' ? 12 : 1;
  const granularity = step.by === 'line-edge' ? 'lineboundary' : 'line';
  for (let n = 0; n < times; n += 1) selection.modify('move', step.direction, granularity);
  return readSelection(root) ?? from;
}

/** True where the text of a line runs from right to left. */
export function isRightToLeft(root: Element, offset: number): boolean {
  const line = lineOfOffset(root, offset);
  return line !== undefined && getComputedStyle(line).direction === 'rtl';
}

function isHidden(root: Element, offset: number): boolean {
  return lineOfOffset(root, offset)?.checkVisibility() === false;
}

function shownFrom(
  root: Element,
  text: string,
  from: number,
  direction: CaretDirection,
): number | undefined {
  let at = from;
  while (isHidden(root, at)) {
    const next = moveCaret(text, at, 'line', direction);
    if (next === at) return undefined;
    at = next;
  }
  return at;
}

/** Goes on until the caret stands in words that are shown; at the text's end it turns back. */
function skipHidden(root: Element, text: string, to: number, direction: CaretDirection): number {
  const back = direction === 'forward' ? 'backward' : 'forward';
  return shownFrom(root, text, to, direction) ?? shownFrom(root, text, to, back) ?? to;
}

/** Where the selection is after a step. With `extend` its anchor stays. */
export function stepSelection(
  root: Element,
  text: string,
  from: Selected,
  step: Step,
  extend: boolean,
): Selected {
  const { by, direction } = step;
  const isUnit = by !== 'screen-line' && by !== 'line-edge' && by !== 'page';
  if (isUnit && by === 'grapheme' && !extend && from.anchor !== from.focus) {
    // Without Shift an arrow leaves a selection by its edge.
    const edge = direction === 'forward' ? Math.max : Math.min;
    const at = edge(from.anchor, from.focus);
    return { anchor: at, focus: at };
  }
  const reached = isUnit
    ? moveCaret(text, from.focus, by, direction)
    : moveOnScreen(root, from, step).focus;
  const focus = skipHidden(root, text, reached, direction);
  return { anchor: extend ? from.anchor : focus, focus };
}
