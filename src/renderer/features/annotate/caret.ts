import type { Span } from '../../../core/model/span.ts';
import { isBlank } from '../../../core/text/blanks.ts';
import { moveCaret } from '../../../core/text/caret.ts';
import { lineAt } from '../../../core/text/lines.ts';
import { type CaretMove, caretMove, type KeyPress } from './caret-keys.ts';
import type { Rows } from './caret-rows.ts';
import type { TextMap, TextSelection } from './selection.ts';

/** What the caret moves in. */
export interface CaretPlace {
  readonly text: string;
  readonly map: TextMap;
  readonly rows: Rows;
  readonly scroller: HTMLElement;
  /** Where the caret begins when it was not in the text yet. */
  readonly firstInSight: () => number;
  readonly isRightToLeft: (offset: number) => boolean;
  /** A stretch that is folded away around an offset: the caret passes it in one step. */
  readonly foldedAt: (offset: number) => Span | undefined;
  readonly mac: () => boolean;
}

/** The caret of the text: it moves by keys as in an editor, and extends the selection with Shift. */
export interface Caret {
  /** Takes a key press; false where it is none of the caret's. */
  readonly press: (event: KeyPress) => boolean;
}

const PAGE_OVERLAP = 70;

function startOfView(place: CaretPlace): TextSelection {
  const at = place.firstInSight();
  return { anchor: at, focus: at };
}

/** An arrow without Shift goes to an end of what is selected; `undefined` where nothing is. */
function collapsed({ anchor, focus }: TextSelection, one: CaretMove): number | undefined {
  if (one.extend || one.unit !== 'grapheme' || anchor === focus) return undefined;
  return one.forward ? Math.max(anchor, focus) : Math.min(anchor, focus);
}

/** Where the caret lands when what it reached is folded away. */
function skipFolded({ text, foldedAt }: CaretPlace, offset: number, forward: boolean): number {
  const folded = foldedAt(offset);
  if (folded === undefined) return offset;
  const [before, after] = [folded[0] - 1, folded[1]];
  if (forward) return after < text.length ? after : Math.max(0, before);
  return before >= 0 ? before : after;
}

/** Goes on over blank lines: in them a caret is nowhere, and a selection marks nothing. */
function skipBlank({ text }: CaretPlace, offset: number, forward: boolean): number {
  let at = offset;
  for (;;) {
    const [start, end] = lineAt(text, at);
    const next = forward ? end + 1 : start - 1;
    if (!isBlank(text.slice(start, end)) || next < 0 || next > text.length) return at;
    at = next;
  }
}

/** Where the caret comes to stand: in words that are shown. */
function settle(place: CaretPlace, offset: number, forward: boolean): number {
  let at = offset;
  for (;;) {
    const next = skipFolded(place, skipBlank(place, at, forward), forward);
    if (forward ? next <= at : next >= at) return next;
    at = next;
  }
}

function bringIntoSight({ map, scroller }: CaretPlace, offset: number): void {
  const box = map.caretBox(offset);
  const view = scroller.getBoundingClientRect();
  const below = box.bottom + box.height - view.bottom;
  const above = view.top + box.height - box.top;
  if (below > 0) scroller.scrollTop += below;
  if (above > 0) scroller.scrollTop -= above;
}

/** @returns a caret without a place yet: it begins at the first words in sight */
export function createCaret(place: CaretPlace): Caret {
  const { text, map, rows, scroller } = place;
  /** Column that the caret keeps to while it goes from row to row; `undefined` after any other move. */
  let column: number | undefined;

  function byRow(from: number, forward: boolean): number {
    column ??= map.caretBox(from).left;
    return rows.neighbour(from, forward, column) ?? (forward ? text.length : 0);
  }

  function byPage(from: number, forward: boolean): number {
    column ??= map.caretBox(from).left;
    const before = map.caretBox(from);
    const way = (scroller.clientHeight - PAGE_OVERLAP) * (forward ? 1 : -1);
    const top = scroller.scrollTop;
    scroller.scrollTop += way;
    if (scroller.scrollTop === top) return forward ? text.length : 0;
    return map.offsetAt(column, before.top + before.height / 2) ?? from;
  }

  function target(from: number, { unit, forward }: CaretMove): number {
    const direction = forward ? 'forward' : 'backward';
    switch (unit) {
      case 'row':
        return byRow(from, forward);
      case 'page':
        return byPage(from, forward);
      case 'row-edge':
        return rows.edge(from, forward, place.isRightToLeft(from));
      case 'grapheme':
      case 'word':
      case 'sentence':
      case 'line':
      case 'text':
        return moveCaret(text, from, unit, direction);
    }
  }

  function move(one: CaretMove): void {
    const selection = map.selection() ?? startOfView(place);
    if (one.unit !== 'row' && one.unit !== 'page') column = undefined;
    const reached = collapsed(selection, one) ?? target(selection.focus, one);
    // The start and the end of the text are looked for inwards, everything else onwards.
    const onwards = one.unit === 'text' ? !one.forward : one.forward;
    const to = settle(place, reached, onwards);
    map.select({ anchor: one.extend ? selection.anchor : to, focus: to });
    bringIntoSight(place, to);
  }

  return {
    press(event) {
      const from = map.selection()?.focus ?? place.firstInSight();
      const one = caretMove(event, place.isRightToLeft(from), place.mac());
      if (one === undefined) return false;
      move(one);
      return true;
    },
  };
}
