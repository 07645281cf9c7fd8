import { create } from 'zustand';
import { annotationsAt, letterBoxAt } from './under-pointer.ts';

/** What the pointer rests on. */
export interface Hover {
  /** Ids of the annotations under the pointer, innermost first. */
  readonly ids: readonly string[];
  /** Where to tell about them, in pixels of the viewport: under the words at `top`–`bottom`. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is hovered, for the card that tells about it. */
export const useHover = create<{ readonly hover: Hover | undefined }>()(() => ({
  hover: undefined,
}));

/** What a hover is found in. */
export interface HoverTarget {
  readonly region: HTMLElement;
  /** The innermost annotation under the pointer has changed. */
  readonly onHover: (id: string | undefined) => void;
}

/** What is under the pointer; `before` where that is the same as before. */
function stackUnder(event: MouseEvent, before: Hover | undefined): Hover | undefined {
  if (event.buttons !== 0 || !(event.target instanceof Element)) return undefined;
  const chip = event.target.closest<HTMLElement>('[data-chip]');
  if (chip !== null) {
    const { left, top, bottom } = chip.getBoundingClientRect();
    return { ids: [chip.dataset['chip'] ?? ''], x: left, top, bottom };
  }
  if (event.target.closest('mark') === null) return undefined;
  const { clientX: x, clientY: y } = event;
  const ids = annotationsAt(x, y);
  if (ids.length === 0) return undefined;
  if (before !== undefined && sameIds(before.ids, ids)) return before;
  const box = letterBoxAt(x, y) ?? new DOMRect(x, y, 0, 0);
  return { ids, x: box.left, top: box.top, bottom: box.bottom };
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** Follows the pointer over marks, once a frame; returns how to stop. */
export function followHover(target: HoverTarget): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let frame = 0;
  let current: Hover | undefined;

  function show(next: Hover | undefined): void {
    if (sameIds(current?.ids ?? [], next?.ids ?? [])) return;
    current = next;
    target.onHover(next?.ids[0]);
    useHover.setState({ hover: next });
  }

  const leave = (): void => {
    cancelAnimationFrame(frame);
    show(undefined);
  };
  target.region.addEventListener(
    'mousemove',
    (event) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => show(stackUnder(event, current)));
    },
    { signal },
  );
  target.region.addEventListener('mouseleave', leave, { signal });
  target.region.addEventListener('mousedown', leave, { signal });
  target.region.addEventListener('scroll', leave, { signal });
  return () => {
    controller.abort();
    leave();
  };
}
