import { create } from 'zustand';
import type { Selected } from './selection.ts';

/** What the reader's hand is on. Nothing here is saved. */
export interface ReaderState {
  /** The selection in offsets of the stored text (UTF-16); a caret where both ends are equal. */
  readonly selected: Selected | undefined;
  /** Annotations under the pointer, innermost first. */
  readonly hovered: readonly string[];
  /** Where the pointer rests on them, in window pixels. */
  readonly hoverAt: { readonly x: number; readonly y: number } | undefined;
  /** Starts of furniture blocks that are not folded as the setting says. */
  readonly toggled: ReadonlySet<number>;
}

/** The state before anything is pointed at. */
export const NOTHING: ReaderState = {
  selected: undefined,
  hovered: [],
  hoverAt: undefined,
  toggled: new Set(),
};

/** The reader. Read with a selector. */
export const useReader = create<ReaderState>()(() => NOTHING);

/** What the text pane offers to commands while it is on screen. */
export interface ReaderHandle {
  /** Brings an offset into the middle of the pane. */
  readonly reveal: (offset: number) => void;
  readonly focus: () => void;
  /** Puts the page's selection where the state says. */
  readonly show: (selected: Selected) => void;
}

let handle: ReaderHandle | undefined;

/** Set by the reader when it comes and goes. */
export function setReader(next: ReaderHandle | undefined): void {
  handle = next;
}

/** The reader on screen, if any. */
export function reader(): ReaderHandle | undefined {
  return handle;
}

/** Selects text, or places the caret. */
export function selectText(selected: Selected | undefined): void {
  useReader.setState({ selected });
  if (selected !== undefined) handle?.show(selected);
}
