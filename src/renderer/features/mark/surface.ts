import type { Annotation } from '../../../core/model/annotation.ts';
import type { Furniture } from '../../../core/model/article.ts';
import type { Label } from '../../../core/model/codebook.ts';
import { type IntervalIndex, intervalIndex } from '../../../core/text/interval-index.ts';
import { furnitureBlock, lineElement, sectionElement } from './elements.ts';
import { type FurnitureBlock, type Line, layOut, type Section } from './layout.ts';
import { type Marks, type Paint, paintLine, paintPlain, styleRun } from './paint-line.ts';

/** The article as the surface shows it. */
export interface SurfaceArticle {
  readonly text: string;
  readonly title: string;
  readonly furniture: readonly Furniture[];
}

/** The text of an article in the page: all of it, decorated where it is near the window. */
export interface Surface {
  /** Lays out another text, or the same with other furniture. */
  readonly show: (article: SurfaceArticle) => void;
  /** Paints annotations. Only lines that look different are touched. */
  readonly mark: (annotations: readonly Annotation[], labels: readonly Label[]) => void;
  /** Makes some annotations stand out. */
  readonly emphasise: (ids: readonly string[]) => void;
  /** Folds or unfolds furniture; the block's start says which. */
  readonly fold: (isFolded: (block: FurnitureBlock) => boolean) => void;
  /** Annotations over an offset, innermost first. */
  readonly at: (offset: number) => readonly Annotation[];
  /** Decorates the section that holds an offset now, before it is scrolled to. */
  readonly prepare: (offset: number) => void;
  readonly destroy: () => void;
}

interface Row {
  readonly line: Line;
  readonly element: HTMLElement;
  /** What it was last painted with; empty for plain words. */
  look: string;
  marks: Marks | undefined;
}

interface Part {
  readonly section: Section;
  readonly element: HTMLElement;
  readonly rows: readonly Row[];
  readonly blocks: readonly { readonly block: FurnitureBlock; readonly element: HTMLElement }[];
  near: boolean;
}

interface State {
  article: SurfaceArticle;
  parts: Part[];
  index: IntervalIndex;
  annotations: ReadonlyMap<string, Annotation>;
  labels: ReadonlyMap<string, Label>;
  strong: ReadonlySet<string>;
}

function lengthOf({ anchor }: Annotation): number {
  return anchor.spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

function annotationsIn(state: State, start: number, end: number): Annotation[] {
  const ids = new Set(state.index.intersecting(start, end).map((one) => one.id));
  return [...ids].map((id) => state.annotations.get(id)).filter((one) => one !== undefined);
}

/** Words that change whenever a line would look different. */
function lookOf(annotations: readonly Annotation[]): string {
  return annotations.map((one) => `${one.id} ${one.label} ${one.anchor.spans.join(';')}`).join('|');
}

function paintOf(state: State): Paint {
  const { text, furniture } = state.article;
  return { text, furniture, labels: state.labels, strong: state.strong };
}

function paintRow(state: State, row: Row): void {
  const { start, end } = row.line;
  const annotations = annotationsIn(state, start, end);
  const partly = state.article.furniture.some((one) => one.start < end && one.end > start);
  const look = lookOf(annotations) + (partly ? '+' : '');
  if (look === row.look) return;
  row.look = look;
  row.marks = paintLine(row.element, row.line, annotations, paintOf(state));
}

function paintPart(state: State, part: Part): void {
  for (const row of part.rows) paintRow(state, row);
}

/** Changes colours only: no text node is replaced, so a selection under way is not disturbed. */
function restyle(state: State, part: Part): void {
  for (const { element, marks } of part.rows) {
    if (marks === undefined) continue;
    for (const run of element.querySelectorAll('mark')) styleRun(run, marks, state.strong);
  }
}

function unpaintPart(state: State, part: Part): void {
  for (const row of part.rows) {
    if (row.look === '') continue;
    row.look = '';
    row.marks = undefined;
    paintPlain(row.element, row.line, state.article.text);
  }
}

function buildPart(
  state: State,
  section: Section,
  onToggle: (block: FurnitureBlock) => void,
): Part {
  const element = sectionElement(section.end - section.start);
  const rows: Row[] = [];
  const blocks: { block: FurnitureBlock; element: HTMLElement }[] = [];
  const row = (line: Line): HTMLElement => {
    const made = lineElement(line);
    paintPlain(made, line, state.article.text);
    rows.push({ line, element: made, look: '', marks: undefined });
    return made;
  };
  for (const item of section.items) {
    if ('line' in item) {
      element.append(row(item.line));
    } else {
      const { furniture } = item;
      const made = furnitureBlock(furniture, furniture.lines.map(row), () => onToggle(furniture));
      blocks.push({ block: furniture, element: made });
      element.append(made);
    }
  }
  return { section, element, rows, blocks, near: false };
}

function indexOf(annotations: readonly Annotation[]): IntervalIndex {
  return intervalIndex(
    annotations.flatMap(({ id, anchor }) =>
      anchor.spans.map(([start, end]) => ({ id, start, end })),
    ),
  );
}

/** Sections far from the window lose their decoration again, so that the page stays small. */
function watch(state: State): IntersectionObserver {
  return new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const part = state.parts.find((one) => one.element === target);
        if (part === undefined) continue;
        part.near = isIntersecting;
        if (isIntersecting) paintPart(state, part);
        else unpaintPart(state, part);
      }
    },
    { rootMargin: '80% 0px' },
  );
}

/** Makes the surface inside an element that it owns. */
export function createSurface(
  host: HTMLElement,
  onToggleFurniture: (block: FurnitureBlock) => void,
): Surface {
  const state: State = {
    article: { text: '', title: '', furniture: [] },
    parts: [],
    index: intervalIndex(),
    annotations: new Map(),
    labels: new Map(),
    strong: new Set(),
  };
  const observer = watch(state);
  const repaint = (): void => {
    for (const part of state.parts) if (part.near) paintPart(state, part);
  };
  return {
    show(article) {
      observer.disconnect();
      state.article = article;
      const { text, furniture, title } = article;
      state.parts = layOut(text, furniture, title).map((section) =>
        buildPart(state, section, onToggleFurniture),
      );
      host.replaceChildren(...state.parts.map((part) => part.element));
      const [first] = state.parts;
      if (first !== undefined) first.near = true;
      repaint();
      for (const part of state.parts) observer.observe(part.element);
    },
    mark(annotations, labels) {
      state.annotations = new Map(annotations.map((one) => [one.id, one]));
      state.labels = new Map(labels.map((one) => [one.id, one]));
      state.index = indexOf(annotations);
      repaint();
    },
    emphasise(ids) {
      state.strong = new Set(ids);
      for (const part of state.parts) restyle(state, part);
    },
    fold(isFolded) {
      for (const { blocks } of state.parts) {
        for (const { block, element } of blocks) {
          element.toggleAttribute('data-folded', isFolded(block));
        }
      }
    },
    at: (offset) =>
      annotationsIn(state, offset, offset + 1).sort((a, b) => lengthOf(a) - lengthOf(b)),
    prepare(offset) {
      const part = state.parts.findLast((one) => one.section.start <= offset) ?? state.parts[0];
      if (part !== undefined) paintPart(state, part);
    },
    destroy() {
      observer.disconnect();
      host.replaceChildren();
    },
  };
}
