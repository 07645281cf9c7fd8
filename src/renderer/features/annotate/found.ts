import type { Span } from '../../../core/model/span.ts';
import type { TextMap } from './selection.ts';

/** Names of the CSS Custom Highlights; the style sheet draws them. */
const ALL = 'verbale-found';
const CURRENT = 'verbale-found-current';

/** Shows what a search found, as far as it is near the view. */
export interface FoundWords {
  /** @param current index of the one that one stands on; -1 for none */
  readonly show: (spans: readonly Span[], current: number) => void;
  /** Draws it again after the text was painted: a painted block has other nodes. */
  readonly refresh: () => void;
}

/** @param near the stretches of text around the view, `[start, end)` in UTF-16 code units */
export function createFoundWords(map: TextMap, near: () => readonly Span[]): FoundWords {
  let spans: readonly Span[] = [];
  let current = -1;

  function draw(name: string, shown: readonly Span[], priority: number): void {
    if (shown.length === 0) {
      CSS.highlights.delete(name);
      return;
    }
    const highlight = new Highlight(...shown.map(map.rangeOf));
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }

  function refresh(): void {
    if (spans.length === 0) return;
    const around = near();
    const isNear = ([start, end]: Span): boolean => around.some(([s, e]) => start < e && s < end);
    draw(ALL, spans.filter(isNear), 1);
    draw(CURRENT, spans.slice(current, current + 1).filter(isNear), 2);
  }

  return {
    refresh,
    show(next, at) {
      spans = next;
      current = at === -1 ? next.length : at;
      if (next.length > 0) refresh();
      else for (const name of [ALL, CURRENT]) CSS.highlights.delete(name);
    },
  };
}
