import { sentenceAt } from '../../../core/text/sentences.ts';
import { snapSpan } from '../../../core/text/snap.ts';
import { wordAt } from '../../../core/text/words.ts';
import { select, useProject } from '../../state/project.ts';
import { useSettings } from '../../state/settings.ts';
import { selectText, useReader } from './reader-state.ts';
import { isPointOnSpan, offsetAtPoint, readSelection } from './selection.ts';
import type { Surface } from './surface.ts';

/** Milliseconds a pointer rests before the annotations under it are listed. */
const REST_MS = 250;

function clickAnnotation(root: HTMLElement, surface: Surface, event: MouseEvent): void {
  const offset = offsetAtPoint(root, event.clientX, event.clientY);
  if (offset === undefined) return;
  const under = surface
    .at(offset)
    .filter((one) =>
      one.anchor.spans.some((span) => isPointOnSpan(root, event.clientX, event.clientY, span)),
    );
  const { selected } = useProject.getState();
  const index = under.findIndex((one) => one.id === selected);
  // Clicking on goes outwards through what lies on top of each other.
  select(under[(index + 1) % Math.max(1, under.length)]?.id);
}

function afterClick(root: HTMLElement, surface: Surface, event: MouseEvent): void {
  const { article } = useProject.getState();
  const raw = readSelection(root);
  if (article === undefined || raw === undefined) return;
  const { text } = article;
  if (event.detail >= 2 && !event.shiftKey) {
    const at = offsetAtPoint(root, event.clientX, event.clientY) ?? raw.focus;
    const span = event.detail === 2 ? wordAt(text, at) : sentenceAt(text, at);
    if (span !== undefined) selectText({ anchor: span[0], focus: span[1] });
    return;
  }
  if (raw.anchor === raw.focus) {
    useReader.setState({ selected: raw });
    clickAnnotation(root, surface, event);
    return;
  }
  const span = snapSpan(text, [raw.anchor, raw.focus], useSettings.getState().snap);
  if (span === undefined) return;
  const backward = raw.focus < raw.anchor;
  selectText(backward ? { anchor: span[1], focus: span[0] } : { anchor: span[0], focus: span[1] });
}

function hover(root: HTMLElement, surface: Surface, event: PointerEvent): readonly string[] {
  const offset = offsetAtPoint(root, event.clientX, event.clientY);
  if (offset === undefined) return [];
  return surface
    .at(offset)
    .filter((one) =>
      one.anchor.spans.some((span) => isPointOnSpan(root, event.clientX, event.clientY, span)),
    )
    .map((one) => one.id);
}

function followHover(root: HTMLElement, surface: Surface): () => void {
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const onMove = (event: PointerEvent): void => {
    cancelAnimationFrame(frame);
    // While a button is down the hand selects; what it passes over is of no interest.
    if (event.buttons !== 0) return;
    frame = requestAnimationFrame(() => {
      const hovered = hover(root, surface, event);
      const before = useReader.getState().hovered;
      if (hovered.join(' ') === before.join(' ')) return;
      clearTimeout(rest);
      useReader.setState({ hovered, hoverAt: undefined });
      if (hovered.length === 0) return;
      const hoverAt = { x: event.clientX, y: event.clientY };
      rest = setTimeout(() => useReader.setState({ hoverAt }), REST_MS);
    });
  };
  const onLeave = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(rest);
    useReader.setState({ hovered: [], hoverAt: undefined });
  };
  root.addEventListener('pointermove', onMove);
  root.addEventListener('pointerleave', onLeave);
  return () => {
    onLeave();
    root.removeEventListener('pointermove', onMove);
    root.removeEventListener('pointerleave', onLeave);
  };
}

/** Follows the mouse over the text; returns how to stop. */
export function followPointer(root: HTMLElement, surface: Surface): () => void {
  let pressed = false;
  const onDown = (event: MouseEvent): void => {
    const own = event.target instanceof Element && event.target.closest('button') === null;
    pressed = event.button === 0 && own;
    // A selection that meets a handle on its way would run on to the end of the page.
    document.documentElement.toggleAttribute('data-selecting', pressed);
  };
  const onUp = (event: MouseEvent): void => {
    document.documentElement.removeAttribute('data-selecting');
    // A selection that ends outside the text comes with no click there.
    if (pressed && event.target instanceof Node && !root.contains(event.target)) {
      pressed = false;
      afterClick(root, surface, event);
    }
  };
  // The browser has settled its selection when it tells of the click, and no key comes in between.
  const onClick = (event: MouseEvent): void => {
    if (!pressed) return;
    pressed = false;
    afterClick(root, surface, event);
  };
  const stopHover = followHover(root, surface);
  root.addEventListener('mousedown', onDown);
  root.addEventListener('click', onClick);
  window.addEventListener('mouseup', onUp);
  return () => {
    stopHover();
    root.removeEventListener('mousedown', onDown);
    root.removeEventListener('click', onClick);
    window.removeEventListener('mouseup', onUp);
  };
}
