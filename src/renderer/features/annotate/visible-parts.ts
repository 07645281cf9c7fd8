import type { Span } from '../../../core/model/span.ts';
import { trimBlank } from '../../../core/text/blanks.ts';

/**
 * The parts of a span that are shown: what is folded away inside it is no part of what a person
 * sees selected, so it is no part of what they mark. Blanks at the edges of parts go.
 * @param foldedAt the stretch around an offset that is folded away
 */
export function visibleParts(
  text: string,
  [start, end]: Span,
  foldedAt: (offset: number) => Span | undefined,
): readonly Span[] {
  const parts: Span[] = [];
  let from = start;
  let at = start;
  const close = (to: number): void => {
    const part = from < to ? trimBlank(text, [from, to]) : undefined;
    if (part !== undefined) parts.push(part);
  };
  while (at < end) {
    const folded = foldedAt(at);
    if (folded !== undefined) {
      close(at);
      from = Math.max(at + 1, folded[1]);
      at = from;
      continue;
    }
    const lineBreak = text.indexOf('\n', at);
    at = lineBreak === -1 ? end : lineBreak + 1;
  }
  close(end);
  return parts;
}
