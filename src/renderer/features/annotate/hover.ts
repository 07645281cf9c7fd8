import { create } from 'zustand';
import type { MarkIndex } from './mark-index.ts';
import type { TextMap } from './selection.ts';

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
  readonly map: TextMap;
  readonly marks: MarkIndex;
  /** The innermost annotation under the pointer has changed. */
  readonly onHover: (id: string | undefined) => void;
}

function stackUnder(target: HoverTarget, event: MouseEvent): Hover | undefined {
  const { map, marks } = target;
  if (event.buttons !== 0 || !(event.target instanceof Element)) return undefined;
  const chip = event.target.closest<HTMLElement>('[data-chip]');
  if (chip !== null) {
    const { left, top, bottom } = chip.getBoundingClientRect();
    return { ids: [chip.dataset['chip'] ?? ''], x: left, top, bottom };
  }
  if (event.target.closest('mark') === null) return undefined;
  const offset = map.characterAt(event.clientX, event.clientY);
  const ids = offset === undefined ? [] : marks.at(offset).map((mark) => mark.id);
  const box = offset === undefined ? undefined : map.boxesOf([offset, offset + 1])[0];
  if (ids.length === 0 || box === undefined) return undefined;
  return { ids, x: box.left, top: box.top, bottom: box.bottom };
}

function sameStack(a: Hover | undefined, b: Hover | undefined): boolean {
  return (a?.ids.join(' ') ?? '') === (b?.ids.join(' ') ?? '');
}

/** Follows the pointer over marks, once a frame; returns how to stop. */
export function followHover(target: HoverTarget): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let frame = 0;
  let current: Hover | undefined;

  function show(next: Hover | undefined): void {
    if (sameStack(current, next)) return;
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
      frame = requestAnimationFrame(() => show(stackUnder(target, event)));
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
