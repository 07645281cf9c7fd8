import type { Span } from '../../../core/model/span.ts';
import { type SnapMode, snapSpan } from '../../../core/text/snap.ts';
import type { TextMap } from './selection.ts';

/** Name of the CSS Custom Highlight; the style sheet draws it. */
const NAME = 'verbale-snap';

/** Shows what a selection would mark, where that is more than what is selected. */
export function showPreview(
  text: string,
  map: TextMap,
  selection: Span | undefined,
  mode: SnapMode,
): void {
  const span = selection === undefined ? undefined : snapSpan(text, selection, mode);
  const isSame = span?.[0] === selection?.[0] && span?.[1] === selection?.[1];
  if (span === undefined || isSame) CSS.highlights.delete(NAME);
  else CSS.highlights.set(NAME, new Highlight(map.rangeOf(span)));
}
