import type { Span } from '../../../core/model/span.ts';
import { rangeOfSpan } from './selection.ts';

const NAME = 'verbale-preview';

/** Shows which words a selection would mark, without touching the page's elements. */
export function showPreview(root: Element, span: Span | undefined): void {
  const range = span === undefined ? undefined : rangeOfSpan(root, span[0], span[1]);
  if (range === undefined) CSS.highlights.delete(NAME);
  else CSS.highlights.set(NAME, new Highlight(range));
}
