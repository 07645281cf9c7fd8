import type { Span } from '../../../core/model/span.ts';
import type { TextMap } from './selection.ts';

/** Names of the CSS Custom Highlights; the style sheet draws them. */
const FITTING = 'verbale-target';
const OVER = 'verbale-target-over';
const REFUSED = 'verbale-target-refused';

/** Where a relation that is being drawn may lead. */
export interface LinkTargets {
  /** The words of annotations that it may lead to. */
  readonly fitting: readonly Span[];
  /** The words of the annotation it leads to now. */
  readonly over: readonly Span[];
  /** True where it may not lead there. */
  readonly refused: boolean;
}

function draw(name: string, ranges: readonly Range[], priority: number): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

/**
 * Shows where a relation may lead, as far as that is near the view; `undefined` shows nothing.
 * @param near the stretches of text around the view
 */
export function showTargets(
  map: TextMap,
  near: readonly Span[],
  targets: LinkTargets | undefined,
): void {
  const rangesOf = (spans: readonly Span[]): Range[] =>
    spans
      .filter(([start, end]) => near.some(([s, e]) => start < e && s < end))
      .map((span) => map.rangeOf(span));
  const { fitting = [], over = [], refused = false } = targets ?? {};
  draw(FITTING, rangesOf(fitting), 3);
  draw(OVER, refused ? [] : rangesOf(over), 4);
  draw(REFUSED, refused ? rangesOf(over) : [], 4);
}
