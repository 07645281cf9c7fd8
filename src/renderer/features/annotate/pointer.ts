import type { Span } from '../../../core/model/span.ts';
import { sentenceAt } from '../../../core/text/sentences.ts';
import { snapSpan } from '../../../core/text/snap.ts';
import { wordAt } from '../../../core/text/words.ts';
import { useProject } from '../../state/project.ts';
import { useSettings } from '../../state/settings.ts';
import { type Edge, wordEdge } from './edges.ts';
import { whileHeld } from './held.ts';
import { isRepeated, type LastPick, pick } from './pick.ts';
import type { TextMap } from './selection.ts';
import { annotationsAt } from './under-pointer.ts';

/** What the mouse does to the text. */
export interface PointerTarget {
  /** Scrolls, and takes the focus. */
  readonly region: HTMLElement;
  readonly text: string;
  readonly map: TextMap;
  /** An annotation was clicked, or none. */
  readonly onPick: (id: string | undefined) => void;
  /** An edge of the selected annotation is being dragged. */
  readonly onEdge: (edge: Edge, offset: number) => void;
  /** The drag has ended; false where it was called off. */
  readonly onEdgeDone: (keep: boolean) => void;
  /** A chip is pressed: a click on it, or a relation drawn from it; returns how to call it off. */
  readonly onChip: (id: string, event: MouseEvent, click: () => void) => () => void;
}

const PIECES = { 2: wordAt, 3: sentenceAt } as const;

function pieceAt(text: string, offset: number, clicks: number): Span | undefined {
  return PIECES[clicks === 2 ? 2 : 3](text, offset);
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, input') !== null;
}

/** While a button is held the handles are out of the pointer's way. */
function hold(
  { region }: PointerTarget,
  move: (event: MouseEvent) => void,
  end: (event: MouseEvent | undefined) => void,
): () => void {
  region.dataset['dragging'] = '';
  const stop = whileHeld(move, (event) => {
    delete region.dataset['dragging'];
    end(event);
  });
  return () => {
    delete region.dataset['dragging'];
    stop();
  };
}

const nothing = (): void => undefined;

/** Double and triple click: whole words or sentences from here to wherever the mouse goes. */
function startPieces(target: PointerTarget, event: MouseEvent): () => void {
  const { region, text, map } = target;
  const { clientX: x, clientY: y } = event;
  const offset = map.characterAt(x, y) ?? map.offsetAt(x, y);
  const origin = offset === undefined ? undefined : pieceAt(text, offset, event.detail);
  if (origin === undefined) return nothing;
  event.preventDefault();
  region.focus({ preventScroll: true });
  map.select({ anchor: origin[0], focus: origin[1] });
  const extend = ({ clientX, clientY }: MouseEvent): void => {
    const at = map.offsetAt(clientX, clientY);
    const piece = at === undefined ? undefined : pieceAt(text, at, event.detail);
    if (piece === undefined) return;
    const back = piece[0] < origin[0];
    map.select({
      anchor: back ? origin[1] : origin[0],
      focus: back ? piece[0] : Math.max(piece[1], origin[1]),
    });
  };
  return hold(target, extend, nothing);
}

function startEdge(target: PointerTarget, event: MouseEvent, edge: Edge): () => void {
  event.preventDefault();
  const { map, text } = target;
  const move = ({ clientX, clientY, altKey }: MouseEvent): void => {
    const at = map.offsetAt(clientX, clientY);
    if (at !== undefined) target.onEdge(edge, altKey ? wordEdge(text, edge, at) : at);
  };
  return hold(target, move, (end) => target.onEdgeDone(end !== undefined));
}

/** What a drag has selected is widened at once, so that one sees what will be marked. */
function snap({ map, text }: PointerTarget): void {
  const selection = map.selection();
  const { snap: mode } = useSettings.getState();
  if (selection === undefined || selection.anchor === selection.focus) return;
  const { anchor, focus } = selection;
  const span = snapSpan(text, [anchor, focus], mode);
  if (span === undefined) return;
  const [start, end] = span;
  map.select(anchor < focus ? { anchor: start, focus: end } : { anchor: end, focus: start });
}

function chipAt({ target }: MouseEvent): string | undefined {
  const chip = target instanceof Element ? target.closest<HTMLElement>('[data-chip]') : null;
  return chip?.dataset['chip'];
}

/** Ids of the annotations at a place without words, where its bar is under the pointer. */
function placeAt({ target }: MouseEvent): readonly string[] | undefined {
  const place = target instanceof Element ? target.closest('[data-point]') : null;
  if (place === null) return undefined;
  const chips = place.querySelectorAll<HTMLElement>('[data-chip]');
  return [...chips].flatMap((chip) => chip.dataset['chip'] ?? []);
}

function stackAt(event: MouseEvent): readonly string[] {
  const chip = chipAt(event);
  if (chip !== undefined) return [chip];
  return placeAt(event) ?? annotationsAt(event.clientX, event.clientY);
}

/**
 * Puts the caret where the mouse was pressed. On words that are selected the browser would begin to
 * carry them off, as for dragging text into another window, and the selection would stay as it was:
 * the next label would go to words that nobody has just chosen.
 */
function putCaret({ map }: PointerTarget, { clientX, clientY }: MouseEvent): void {
  const selection = map.selection();
  if (selection === undefined || selection.anchor === selection.focus) return;
  const at = map.offsetAt(clientX, clientY);
  if (at !== undefined) map.select({ anchor: at, focus: at });
}

/** A plain press: a click where the mouse stays, a selection where it moves. */
function startPlain(target: PointerTarget, event: MouseEvent, click: () => void): () => void {
  const from = { x: event.clientX, y: event.clientY };
  if (!event.shiftKey) putCaret(target, event);
  return hold(target, nothing, (end) => {
    if (end === undefined) return;
    const selection = target.map.selection();
    const moved = Math.hypot(end.clientX - from.x, end.clientY - from.y) > 2;
    const empty = selection === undefined || selection.anchor === selection.focus;
    if (!empty && (moved || event.shiftKey)) snap(target);
    else if (!moved && !event.shiftKey) click();
  });
}

/** Follows the mouse: drag, double and triple click, click on a mark, drag of an edge or a chip. */
export function followPointer(target: PointerTarget): () => void {
  const { region } = target;
  let last: LastPick | undefined;
  let stopHolding = nothing;

  function click(event: MouseEvent): void {
    const { selected } = useProject.getState();
    const here = { x: event.clientX, y: event.clientY };
    const further = event.altKey || isRepeated(last, here, selected);
    const id = pick(stackAt(event), selected, further);
    last = { ...here, id };
    target.onPick(id);
  }

  function onMouseDown(event: MouseEvent): void {
    stopHolding();
    if (event.button !== 0 || isPressable(event.target)) return;
    const edge = event.target instanceof HTMLElement ? event.target.dataset['edge'] : undefined;
    const chip = chipAt(event);
    if (edge === 'start' || edge === 'end') stopHolding = startEdge(target, event, edge);
    else if (chip !== undefined && !event.shiftKey && event.detail === 1) {
      event.preventDefault();
      region.focus({ preventScroll: true });
      stopHolding = target.onChip(chip, event, () => click(event));
    } else if (event.detail > 1) stopHolding = startPieces(target, event);
    else stopHolding = startPlain(target, event, () => click(event));
  }

  region.addEventListener('mousedown', onMouseDown);
  return () => {
    stopHolding();
    region.removeEventListener('mousedown', onMouseDown);
  };
}
