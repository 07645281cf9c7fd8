import type { Work, WorkSpan } from '../work.ts';

/** One way to show a text with its annotations. Absent parts are not measured for it. */
export interface Technique {
  /** Makes what the library is given, before the clock runs. */
  readonly prepare?: (work: Work, host: HTMLElement) => void | Promise<void>;
  /** Shows the text and all spans in an empty element; ends when the library says it is done. */
  readonly mount: (host: HTMLElement, work: Work) => void | Promise<void>;
  readonly add?: (span: WorkSpan) => void;
  readonly remove?: (span: WorkSpan) => void;
  /** Ids of the spans drawn at a point of the viewport. */
  readonly hit?: (x: number, y: number) => readonly string[];
  /** Offsets of the text on both sides of a point, found without the code that is measured. */
  readonly offsetsAt?: (x: number, y: number) => readonly number[];
  /** What scrolls. */
  readonly scroller: () => Element;
  /** Goes to a span as a person would, with the focus. */
  readonly goTo?: (span: WorkSpan) => void;
  /** Whether the focus is at the span and the span is in sight. */
  readonly isAt?: (span: WorkSpan) => boolean;
  /** Selects the whole text, as Ctrl+A does there; absent where the browser's own command does. */
  readonly selectAll?: () => void;
}

/** Class names of the three labels in `page.css`. */
export const LABEL_CLASSES = ['l0', 'l1', 'l2'] as const;

/** The class of a span's label. */
export function classOf({ label }: WorkSpan): string {
  return LABEL_CLASSES[label] ?? 'l0';
}

/** A scrolling column with the type of the product, so that all lay out the same lines. */
export function column(host: HTMLElement): HTMLElement {
  const element = document.createElement('div');
  element.className = 'column';
  host.append(element);
  return element;
}
