import type { Span } from '../../../core/model/span.ts';
import type { LinkTargets } from './link-targets.ts';

/** What commands can ask of the text on the desk. */
export interface DeskText {
  /** What is selected, `[start, end)` in UTF-16 code units, before it is snapped. */
  readonly selection: () => Span | undefined;
  /** Where the caret is; `undefined` while it is not in the text. */
  readonly caret: () => number | undefined;
  /** Puts the caret somewhere; a selection goes. */
  readonly placeCaret: (offset: number) => void;
  /** Selects words, `[start, end)` in UTF-16 code units. */
  readonly selectWords: (span: Span) => void;
  /** Drops the selection; the caret stays where it was moved last. */
  readonly clearSelection: () => void;
  /** Scrolls words into sight, unfolding furniture around them. */
  readonly reveal: (span: Span) => void;
  /** Where words are in the viewport, one box a piece of a line; none where they are folded away. */
  readonly boxesOf: (span: Span) => readonly DOMRect[];
  /** Offset of the first words in sight. */
  readonly firstInSight: () => number;
  /** True where the line at an offset runs from right to left. */
  readonly isRightToLeft: (offset: number) => boolean;
  /** The stretch around an offset that is folded away; `undefined` where the text is shown. */
  readonly foldedAt: (offset: number) => Span | undefined;
  /** Ids of all annotations drawn at a point of the viewport, innermost first. */
  readonly annotationsAt: (x: number, y: number) => readonly string[];
  /** Shows what a search found. @param current index of the one that one stands on; -1 for none */
  readonly showFound: (spans: readonly Span[], current: number) => void;
  /** Shows where a relation that is being drawn may lead; `undefined` ends that. */
  readonly showTargets: (targets: LinkTargets | undefined) => void;
  readonly focus: () => void;
  readonly hasFocus: () => boolean;
}

let current: DeskText | undefined;

/** The text on the desk; `undefined` while there is none. */
export function deskText(): DeskText | undefined {
  return current;
}

/** Makes a text the one that commands concern; returns how to end that. */
export function setDeskText(text: DeskText): () => void {
  current = text;
  return () => {
    if (current === text) current = undefined;
  };
}
