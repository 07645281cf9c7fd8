import { phaseName, tileOf } from './lane-css.ts';
import type { BlockPaint, LaneLine, Piece } from './paint-plan.ts';
import { showSentenceNumbers } from './sentence-starts.ts';

/** A patterned line, and how much of its pattern has been drawn before it. */
export interface Phase {
  readonly lane: number;
  /** Where its first tile begins, in CSS pixels; 0 or less. */
  readonly shift: number;
}

function runsOn(line: LaneLine): boolean {
  return line.goesOn && tileOf(line) !== undefined;
}

/** True where a pattern of the block has to run on from one piece into the next. */
function hasPhases({ pieces }: BlockPaint): boolean {
  return pieces.some(({ lanes }) => lanes.some(runsOn));
}

function hasSentences({ pieces }: BlockPaint): boolean {
  return pieces.some(({ sentence }) => sentence !== undefined);
}

/**
 * How each piece's patterns are shifted so that dashes and dots run on across the borders of pieces.
 * @param widths of the pieces, in CSS pixels, wrapped lines put side by side
 * @param rightToLeft true where the next piece is drawn at the left of the one before
 */
export function phasesOf(
  pieces: readonly Pick<Piece, 'lanes'>[],
  widths: readonly number[],
  rightToLeft: boolean,
): readonly (readonly Phase[])[] {
  let before = new Map<number, number>();
  return pieces.map(({ lanes }, index) => {
    const now = new Map<number, number>();
    for (const line of lanes) {
      const tile = tileOf(line);
      if (tile === undefined) continue;
      const last = line.goesOn ? (before.get(line.lane) ?? 0) : 0;
      const gone = line.goesOn ? (widths[rightToLeft ? index : index - 1] ?? 0) : 0;
      // The strip of this piece begins so far from where the pattern of the last one began.
      const shift = rightToLeft ? last + gone : last - gone;
      now.set(line.lane, shift % tile);
    }
    before = now;
    return [...now].map(([lane, shift]): Phase => ({ lane, shift }));
  });
}

function widthOf(element: Element | undefined): number {
  const boxes = element?.getClientRects() ?? [];
  return Array.from(boxes).reduce((sum, { width }) => sum + width, 0);
}

/** Widths of the marks that a pattern runs on from or, right to left, into; 0 for all others. */
function widthsOf(
  marks: readonly Element[],
  pieces: readonly Pick<Piece, 'lanes'>[],
  rightToLeft: boolean,
): readonly number[] {
  const isNeeded = (index: number): boolean => pieces[index]?.lanes.some(runsOn) === true;
  return marks.map((mark, index) =>
    isNeeded(rightToLeft ? index : index + 1) ? widthOf(mark) : 0,
  );
}

function setPhases(mark: HTMLElement, phases: readonly Phase[]): void {
  for (const { lane, shift } of phases) {
    if (shift !== 0) mark.style.setProperty(phaseName(lane), `${shift.toFixed(2)}px`);
    else mark.style.removeProperty(phaseName(lane));
  }
}

/** Lets the patterns of painted blocks run on. Reads all widths first, so that layout is done once. */
function showPhases(blocks: Iterable<readonly [HTMLElement, BlockPaint]>): void {
  const measured = Array.from(blocks, ([element, paint]) => {
    const marks = [...element.getElementsByTagName('mark')];
    const rightToLeft = getComputedStyle(element).direction === 'rtl';
    const pieces = paint.pieces.filter(({ lanes }) => lanes.length > 0);
    return { marks, phases: phasesOf(pieces, widthsOf(marks, pieces, rightToLeft), rightToLeft) };
  });
  for (const { marks, phases } of measured) {
    for (const [index, mark] of marks.entries()) setPhases(mark, phases[index] ?? []);
  }
}

/** Fits line patterns to widths, once those are known. */
export interface Phases {
  /** A block was painted, or its words may have other widths. */
  readonly fit: (element: HTMLElement, paint: BlockPaint) => void;
  readonly stop: () => void;
}

/** Milliseconds after which patterns are fitted even if the window is busy. */
const LATEST = 200;

/**
 * Fits patterns when the window has nothing better to do, after the words are in the picture: to
 * ask for widths earlier would lay out the page twice, and what is out of sight for nothing.
 * @param host of the text
 */
export function followPhases(host: HTMLElement): Phases {
  const blocks = new Map<HTMLElement, BlockPaint>();
  let waiting = 0;

  function fitAll(): void {
    waiting = 0;
    const inSight = [...blocks].filter(([element]) =>
      element.checkVisibility({ contentVisibilityAuto: true }),
    );
    for (const [element] of inSight) blocks.delete(element);
    showPhases(inSight);
    showSentenceNumbers(inSight.map(([element]) => element));
  }
  function ask(): void {
    if (waiting === 0 && blocks.size > 0) {
      waiting = requestIdleCallback(fitAll, { timeout: LATEST });
    }
  }

  // Sections that come into sight are laid out for the first time.
  host.addEventListener('contentvisibilityautostatechange', ask);
  return {
    fit(element, paint) {
      if (hasPhases(paint) || hasSentences(paint)) blocks.set(element, paint);
      else blocks.delete(element);
      ask();
    },
    stop() {
      cancelIdleCallback(waiting);
      host.removeEventListener('contentvisibilityautostatechange', ask);
    },
  };
}
