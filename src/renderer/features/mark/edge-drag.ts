import type { Annotation } from '../../../core/model/annotation.ts';
import type { Span } from '../../../core/model/span.ts';
import { expandToGraphemes } from '../../../core/text/graphemes.ts';
import { snapSpan } from '../../../core/text/snap.ts';
import { useProject } from '../../state/project.ts';
import { showPreview } from './preview.ts';
import { offsetAtPoint } from './selection.ts';
import { moveEdge } from './tagging.ts';

/** The span an edge would make at a point: by grapheme, with Alt by word. Edges never cross. */
function spanAt(
  root: HTMLElement,
  event: PointerEvent,
  edge: 'start' | 'end',
  span: Span,
): Span | undefined {
  const text = useProject.getState().article?.text;
  const offset = offsetAtPoint(root, event.clientX, event.clientY);
  if (text === undefined || offset === undefined) return undefined;
  const moved: Span = edge === 'start' ? [offset, span[1]] : [span[0], offset];
  if (moved[0] >= moved[1]) return undefined;
  return event.altKey ? snapSpan(text, moved, 'word') : expandToGraphemes(text, moved);
}

/** Drags one edge of an annotation from a press on its handle until the button is let go. */
export function dragEdge(
  root: HTMLElement,
  handle: HTMLElement,
  press: PointerEvent,
  annotation: Annotation,
  edge: 'start' | 'end',
): void {
  const spans = annotation.anchor.spans;
  const span = edge === 'start' ? spans[0] : spans.at(-1);
  if (span === undefined) return;
  press.preventDefault();
  let now: Span | undefined;
  // The handle lies over the text and would be what the pointer finds.
  handle.style.pointerEvents = 'none';
  const onMove = (event: PointerEvent): void => {
    now = spanAt(root, event, edge, span) ?? now;
    showPreview(root, now);
  };
  const stop = (): void => {
    handle.style.pointerEvents = '';
    showPreview(root, undefined);
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('keydown', onKey, true);
  };
  const onUp = (): void => {
    stop();
    if (now !== undefined) moveEdge(annotation, edge, edge === 'start' ? now[0] : now[1]);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('keydown', onKey, true);
}
