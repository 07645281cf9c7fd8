import type { Annotation } from '../../../core/model/annotation.ts';
import type { Furniture } from '../../../core/model/article.ts';
import type { Label } from '../../../core/model/codebook.ts';
import { assignLanes } from '../../../core/text/lanes.ts';
import { type Segment, segmentsOf } from '../../../core/text/segments.ts';
import type { Line } from './layout.ts';
import { backgroundOf, extraLeading, hueOf, type PaintedMark, paddingFor } from './mark-style.ts';
import styles from './surface.module.css';

/** What lines are painted with. */
export interface Paint {
  readonly text: string;
  readonly labels: ReadonlyMap<string, Label>;
  /** Furniture that covers only a part of a line. */
  readonly furniture: readonly Furniture[];
  /** Ids of the annotations that stand out: selected, or under the pointer. */
  readonly strong: ReadonlySet<string>;
}

/** How the annotations of a line are painted. */
export interface Marks {
  readonly byId: ReadonlyMap<string, PaintedMark>;
  readonly lanes: number;
}

function marksOf(annotations: readonly Annotation[], labels: Paint['labels']): Marks {
  const marked = annotations.map(({ id, anchor }) => ({ id, spans: anchor.spans }));
  const lanes = assignLanes(marked);
  const byId = new Map<string, PaintedMark>();
  let deepest = -1;
  for (const { id, label } of annotations) {
    const lane = lanes.get(id) ?? 0;
    deepest = Math.max(deepest, lane);
    byId.set(id, { id, label: labels.get(label), lane });
  }
  return { byId, lanes: deepest + 1 };
}

function chip(mark: PaintedMark, place: number): HTMLElement {
  const element = document.createElement('span');
  element.className = styles['chip'] ?? '';
  element.ariaHidden = 'true';
  // Drawn from the attribute, so that no letter gets into the text, a selection or a copy.
  element.dataset['letter'] = mark.label?.letter ?? '?';
  element.dataset['hue'] = hueOf(mark);
  element.style.setProperty('--place', String(place));
  return element;
}

/** Dresses a run as its marks say; called again when one of them comes to stand out or no longer does. */
export function styleRun(run: HTMLElement, marks: Marks, strong: Paint['strong']): void {
  const ids = (run.dataset['ids'] ?? '').split(' ');
  const painted = ids.map((id) => marks.byId.get(id)).filter((mark) => mark !== undefined);
  const innermost = painted[0];
  const stands = innermost !== undefined && strong.has(innermost.id);
  const { image, size, position } = backgroundOf(painted, stands, marks.lanes);
  run.style.backgroundImage = image;
  run.style.backgroundSize = size;
  run.style.backgroundPosition = position;
}

function markedRun(words: string, segment: Segment, marks: Marks, paint: Paint): HTMLElement {
  const run = document.createElement('mark');
  run.className = styles['mark'] ?? '';
  run.dataset['ids'] = segment.ids.join(' ');
  styleRun(run, marks, paint.strong);
  segment.starts.forEach((id, place) => {
    const mark = marks.byId.get(id);
    if (mark !== undefined) run.append(chip(mark, place));
  });
  run.append(words);
  return run;
}

/** Cuts `[start, end)` at the edges of furniture, so that only furniture is dimmed. */
function furniturePieces(
  start: number,
  end: number,
  furniture: Paint['furniture'],
): { start: number; end: number; dimmed: boolean }[] {
  const pieces: { start: number; end: number; dimmed: boolean }[] = [];
  let at = start;
  for (const block of furniture) {
    const from = Math.max(at, block.start);
    const to = Math.min(end, block.end);
    if (from >= to) continue;
    if (from > at) pieces.push({ start: at, end: from, dimmed: false });
    pieces.push({ start: from, end: to, dimmed: true });
    at = to;
  }
  if (at < end) pieces.push({ start: at, end, dimmed: false });
  return pieces;
}

function plainRun(segment: Segment, paint: Paint): (Node | string)[] {
  return furniturePieces(segment.start, segment.end, paint.furniture).map((piece) => {
    const words = paint.text.slice(piece.start, piece.end);
    if (!piece.dimmed) return words;
    const dimmed = document.createElement('span');
    dimmed.className = styles['dimmed'] ?? '';
    dimmed.append(words);
    return dimmed;
  });
}

/** Fills a line with its words, undecorated: all that lines far from the window need. */
export function paintPlain(element: HTMLElement, line: Line, text: string): void {
  element.replaceChildren(text.slice(line.start, line.end));
}

/**
 * Fills a line with its words and the marks on them.
 * @param annotations those that touch the line
 */
export function paintLine(
  element: HTMLElement,
  line: Line,
  annotations: readonly Annotation[],
  paint: Paint,
): Marks {
  const marks = marksOf(annotations, paint.labels);
  const marked = annotations.map(({ id, anchor }) => ({ id, spans: anchor.spans }));
  const runs = segmentsOf([line.start, line.end], marked).flatMap((segment) =>
    segment.ids.length === 0
      ? plainRun(segment, paint)
      : [markedRun(paint.text.slice(segment.start, segment.end), segment, marks, paint)],
  );
  element.style.setProperty('--mark-padding', String(paddingFor(marks.lanes)));
  element.style.setProperty('--extra-leading', String(extraLeading(marks.lanes)));
  element.replaceChildren(...runs);
  return marks;
}
