import { select, useProject } from '../../state/project.ts';
import { isRightToLeft, stepOf, stepSelection } from './caret-keys.ts';
import { selectText, useReader } from './reader-state.ts';
import { offsetAtPoint, rangeOfSpan, type Selected } from './selection.ts';

/** Room kept between the caret and the edge of the pane, in pixels. */
const MARGIN = 48;

function firstInSight(region: HTMLElement, root: HTMLElement): number {
  const box = region.getBoundingClientRect();
  const column = root.getBoundingClientRect();
  return offsetAtPoint(root, column.left + 2, Math.max(box.top, column.top) + 12) ?? 0;
}

function caretNow(region: HTMLElement, root: HTMLElement): Selected {
  const { selected } = useReader.getState();
  if (selected !== undefined) return selected;
  const at = firstInSight(region, root);
  return { anchor: at, focus: at };
}

function keepInSight(region: HTMLElement, root: HTMLElement, offset: number): void {
  const range = rangeOfSpan(root, offset, offset);
  const line = range?.startContainer.parentElement;
  const box = range?.getClientRects()[0] ?? line?.getBoundingClientRect();
  const pane = region.getBoundingClientRect();
  if (box === undefined) return;
  if (box.top < pane.top + MARGIN) region.scrollBy({ top: box.top - pane.top - MARGIN });
  if (box.bottom > pane.bottom - MARGIN)
    region.scrollBy({ top: box.bottom - pane.bottom + MARGIN });
}

function focusDetails(): void {
  document.querySelector<HTMLElement>('[data-annotation-note]')?.focus();
}

function onOtherKey(event: KeyboardEvent): boolean {
  const { selected } = useReader.getState();
  if (event.key === 'Escape' && selected !== undefined && selected.anchor !== selected.focus) {
    selectText({ anchor: selected.focus, focus: selected.focus });
    return true;
  }
  if (event.key === 'Escape' && useProject.getState().selected !== undefined) {
    select(undefined);
    return true;
  }
  if (event.key === 'Enter' && useProject.getState().selected !== undefined) {
    focusDetails();
    return true;
  }
  return false;
}

function selectAll(text: string): void {
  selectText({ anchor: 0, focus: text.length });
}

/** Moves the caret through the text by keys, with Shift to select; returns how to stop. */
export function followCaretKeys(region: HTMLElement, root: HTMLElement): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    const text = useProject.getState().article?.text;
    if (text === undefined || event.target !== region || event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      selectAll(text);
      return;
    }
    const from = caretNow(region, root);
    const step = stepOf(event, isRightToLeft(root, from.focus));
    if (step !== undefined) {
      event.preventDefault();
      const next = stepSelection(root, text, from, step, event.shiftKey);
      selectText(next);
      keepInSight(region, root, next.focus);
    } else if (onOtherKey(event)) {
      event.preventDefault();
    }
  };
  const onFocus = (): void => {
    // A caret to start from, for who comes by keyboard; the mouse sets its own right after.
    if (region.matches(':focus-visible') && useReader.getState().selected === undefined) {
      selectText(caretNow(region, root));
    }
  };
  region.addEventListener('keydown', onKeyDown);
  region.addEventListener('focus', onFocus);
  return () => {
    region.removeEventListener('keydown', onKeyDown);
    region.removeEventListener('focus', onFocus);
  };
}
