import type { Span } from '../../../core/model/span.ts';
import { graphemeAt, previousGrapheme } from '../../../core/text/graphemes.ts';
import type { Edge } from './edges.ts';
import { linesOfBoxes } from './line-boxes.ts';
import type { Mark } from './mark-index.ts';
import type { TextMap } from './selection.ts';
import styles from './text.module.css';

/** What lies over the text: the caret, and around the selected mark its handles and frames. */
export interface Overlay {
  readonly element: HTMLElement;
  readonly showCaret: (offset: number | undefined) => void;
  readonly showMark: (mark: Mark | undefined) => void;
}

/** Frames are drawn in high contrast only, and only as many as can be seen at once. */
const MOST_FRAMES = 80;

function div(className: string | undefined): HTMLElement {
  const element = document.createElement('div');
  element.className = className ?? '';
  return element;
}

function isRightToLeft(box: DOMRect, map: TextMap, offset: number): boolean {
  const node = map.rangeOf([offset, offset]).startContainer;
  const element = node instanceof Element ? node : node.parentElement;
  return box.width >= 0 && element !== null && getComputedStyle(element).direction === 'rtl';
}

function framesOf(mark: Mark, map: TextMap, origin: DOMRect): HTMLElement[] {
  if (document.documentElement.dataset['theme'] !== 'high-contrast') return [];
  const lines = mark.spans.flatMap((span) => linesOfBoxes(map.boxesOf(span)));
  return lines.slice(0, MOST_FRAMES).map((line) => {
    const frame = div(styles['frame']);
    frame.style.left = `${String(line.left - origin.left)}px`;
    frame.style.top = `${String(line.top + line.height / 2 - origin.top)}px`;
    frame.style.width = `${String(line.width)}px`;
    return frame;
  });
}

/** @param map offsets to places in the page */
export function createOverlay(text: string, map: TextMap): Overlay {
  const element = div(styles['overlay']);
  const caret = div(styles['caret']);
  const frames = div(styles['frames']);
  const handles = { start: div(styles['handle']), end: div(styles['handle']) };
  for (const edge of ['start', 'end'] as const) {
    handles[edge].dataset['edge'] = edge;
    handles[edge].hidden = true;
  }
  caret.hidden = true;
  element.ariaHidden = 'true';
  element.append(frames, handles.start, handles.end, caret);

  function put(one: HTMLElement, x: number, box: DOMRect): void {
    const origin = element.getBoundingClientRect();
    one.style.left = `${String(x - origin.left)}px`;
    one.style.top = `${String(box.top + box.height / 2 - origin.top)}px`;
    one.hidden = false;
  }

  function putHandle(edge: Edge, span: Span): void {
    const offset = edge === 'start' ? span[0] : previousGrapheme(text, span[1]);
    const boxes = map.boxesOf(graphemeAt(text, offset) ?? [offset, offset]);
    const box = edge === 'start' ? boxes.at(0) : boxes.at(-1);
    handles[edge].hidden = box === undefined;
    if (box === undefined) return;
    const atRight = isRightToLeft(box, map, offset) === (edge === 'start');
    handles[edge].dataset['side'] = atRight ? 'right' : 'left';
    put(handles[edge], atRight ? box.right : box.left, box);
  }

  return {
    element,
    showCaret(offset) {
      if (offset === undefined) caret.hidden = true;
      else {
        const box = map.caretBox(offset);
        put(caret, box.left, box);
      }
    },
    showMark(mark) {
      const [first, last] = [mark?.spans[0], mark?.spans.at(-1)];
      if (mark === undefined || first === undefined || last === undefined) {
        handles.start.hidden = true;
        handles.end.hidden = true;
        frames.replaceChildren();
        return;
      }
      element.dataset['hue'] = mark.hue;
      putHandle('start', first);
      putHandle('end', last);
      frames.replaceChildren(...framesOf(mark, map, element.getBoundingClientRect()));
    },
  };
}
