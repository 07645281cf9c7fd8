import type { CaretUnit } from '../../../core/text/caret.ts';

/** A movement of the caret. `row`, `row-edge` and `page` are lines as they are on screen. */
export interface CaretMove {
  readonly unit: CaretUnit | 'row' | 'row-edge' | 'page';
  readonly forward: boolean;
  /** True where the selection is extended instead of the caret moved. */
  readonly extend: boolean;
}

/** What of a key press decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

type Unit = CaretMove['unit'];

const HORIZONTAL: Readonly<Record<string, boolean>> = { ArrowLeft: false, ArrowRight: true };
const VERTICAL: Readonly<Record<string, boolean>> = { ArrowUp: false, ArrowDown: true };
const EDGES: Readonly<Record<string, boolean>> = { Home: false, End: true };
const PAGES: Readonly<Record<string, boolean>> = { PageUp: false, PageDown: true };

function horizontalUnit(press: KeyPress, mac: boolean): Unit | undefined {
  if (mac && press.metaKey) return 'row-edge';
  if (press.altKey || (!mac && press.ctrlKey)) return 'word';
  return press.ctrlKey || press.metaKey ? undefined : 'grapheme';
}

function verticalUnit(press: KeyPress, mac: boolean): Unit | undefined {
  if (mac ? press.metaKey : press.ctrlKey) return mac ? 'text' : 'line';
  if (press.altKey) return mac ? 'line' : undefined;
  return 'row';
}

function unitOf(press: KeyPress, mac: boolean): { unit: Unit; forward: boolean } | undefined {
  const across = HORIZONTAL[press.key];
  if (across !== undefined) {
    const unit = horizontalUnit(press, mac);
    return unit === undefined ? undefined : { unit, forward: across };
  }
  const down = VERTICAL[press.key];
  if (down !== undefined) {
    const unit = verticalUnit(press, mac);
    return unit === undefined ? undefined : { unit, forward: down };
  }
  const end = EDGES[press.key];
  if (end !== undefined) {
    return { unit: press.ctrlKey || press.metaKey ? 'text' : 'row-edge', forward: end };
  }
  const page = PAGES[press.key];
  return page === undefined || press.ctrlKey ? undefined : { unit: 'page', forward: page };
}

/**
 * What a key press does to the caret, as in other editors of the system.
 * @param rightToLeft true where the caret stands in a line from right to left: the left arrow then
 *   goes forward
 */
export function caretMove(
  press: KeyPress,
  rightToLeft: boolean,
  mac: boolean,
): CaretMove | undefined {
  const found = unitOf(press, mac);
  if (found === undefined) return undefined;
  const flip = rightToLeft && press.key in HORIZONTAL;
  return { unit: found.unit, forward: found.forward !== flip, extend: press.shiftKey };
}
