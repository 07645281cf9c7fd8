import type { Annotation } from '../../../core/model/annotation.ts';
import type { Furniture } from '../../../core/model/article.ts';
import type { Label } from '../../../core/model/codebook.ts';
import type { Span } from '../../../core/model/span.ts';
import type { SnapMode } from '../../../core/text/snap.ts';
import { followApproach } from './approach.ts';
import { createCaret } from './caret.ts';
import type { KeyPress } from './caret-keys.ts';
import { createRows } from './caret-rows.ts';
import type { DeskText } from './desk-text.ts';
import { createEdgeDrag } from './edge-drag.ts';
import type { Edge } from './edges.ts';
import { followHover } from './hover.ts';
import { createMarkIndex } from './mark-index.ts';
import { createOverlay } from './overlay.ts';
import { createPainter } from './painter.ts';
import { followPointer } from './pointer.ts';
import { createTextMap } from './selection.ts';
import { showPreview } from './snap-preview.ts';
import { buildTextDom, type TextDom } from './text-dom.ts';
import { blockIndexAt, type TextPlan } from './text-plan.ts';
import { createView } from './text-view.ts';

/** What the text needs from the feature around it. */
export interface SurfaceActions {
  readonly onPick: (id: string | undefined) => void;
  readonly onSpans: (id: string, spans: readonly Span[], edge: Edge) => void;
  readonly onNotFurniture: (stretch: Furniture) => void;
  readonly mac: () => boolean;
}

/** Where a text is put. */
export interface SurfacePlace {
  /** Scrolls, and holds the focus. */
  readonly region: HTMLElement;
  /** An empty element inside it. */
  readonly host: HTMLElement;
  readonly plan: TextPlan;
  readonly furniture: readonly Furniture[];
}

/** The text of one article on screen. */
export interface Surface extends DeskText {
  /** Takes over annotations and paints them, in this frame. */
  readonly setAnnotations: (annotations: readonly Annotation[], labels: readonly Label[]) => void;
  readonly setSelected: (id: string | undefined) => void;
  /** Folds or unfolds all furniture. */
  readonly setFolded: (folded: boolean) => void;
  readonly setSnap: (mode: SnapMode) => void;
  /** Takes a key press that moves the caret; false for others. */
  readonly press: (event: KeyPress) => boolean;
  /** Selects the whole text. */
  readonly selectAll: () => void;
  /** Measures everything again, after the type or the width has changed. */
  readonly refresh: () => void;
  /** How far down a place is, 0–1, for the overview. */
  readonly heightOf: (offset: number) => number;
  readonly destroy: () => void;
}

/** Line breaks at the ends of a selection are no words. */
function withoutBreaks(text: string, span: Span): Span | undefined {
  let [start, end] = span;
  while (start < end && text.charAt(end - 1) === '\n') end -= 1;
  while (start < end && text.charAt(start) === '\n') start += 1;
  return start < end ? [start, end] : undefined;
}

function inlineFurnitureOf(plan: TextPlan, furniture: readonly Furniture[]): readonly Span[] {
  const isGrouped = ({ start, end }: Furniture): boolean =>
    plan.groups.some((group) => group.start <= start && end <= group.end);
  return furniture.filter((one) => !isGrouped(one)).map(({ start, end }): Span => [start, end]);
}

/** The stretch around an offset that is folded away. */
function foldedAt(plan: TextPlan, dom: TextDom, offset: number): Span | undefined {
  const group = plan.blocks[blockIndexAt(plan.blocks, offset)]?.group ?? -1;
  const found = group === -1 || !dom.isFolded(group) ? undefined : plan.groups[group];
  const isAll = found?.start === 0 && found.end === plan.text.length;
  return found === undefined || isAll ? undefined : [found.start, found.end];
}

/** The parts a surface is made of, and what is shown on them. */
function createParts(place: SurfacePlace, actions: SurfaceActions) {
  const { region, host, plan, furniture } = place;
  const emphasis: { selected: string | undefined; hovered: string | undefined } = {
    selected: undefined,
    hovered: undefined,
  };
  const dom = buildTextDom(plan, {
    onFold: (group) => setFolded(group, !dom.isFolded(group)),
    onFound: (group) => setFolded(group, false),
    onNotFurniture: actions.onNotFurniture,
  });
  const map = createTextMap({ root: host, plan, ...dom });
  const marks = createMarkIndex();
  const inlineFurniture = inlineFurnitureOf(plan, furniture);
  const painter = createPainter({ plan, dom, map, marks, inlineFurniture });
  const overlay = createOverlay(plan.text, map);
  const view = createView({ region, host, plan, dom, map });
  host.replaceChildren(...dom.sections, overlay.element);

  function showCaret(): void {
    const isKeyed = region.dataset['keyed'] !== undefined && document.activeElement === region;
    overlay.showCaret(isKeyed ? map.selection()?.focus : undefined);
  }
  function showOverlay(): void {
    overlay.showMark(marks.get(emphasis.selected ?? ''));
    showCaret();
  }
  function paint(): void {
    painter.paint(emphasis);
    showOverlay();
  }
  function setFolded(group: number, folded: boolean): void {
    dom.setFolded(group, folded);
    showOverlay();
  }
  return { emphasis, dom, map, marks, painter, view, showCaret, showOverlay, paint, setFolded };
}

type Parts = ReturnType<typeof createParts>;

/** What is selected, `[start, end)`, without line breaks at its ends. */
function selectionOf({ map }: Parts, text: string): Span | undefined {
  const found = map.selection();
  if (found === undefined) return undefined;
  const { anchor, focus } = found;
  return withoutBreaks(text, [Math.min(anchor, focus), Math.max(anchor, focus)]);
}

/** Follows mouse, scrolling and selection; returns how to stop. */
function followAll(
  parts: Parts,
  { region, plan }: SurfacePlace,
  actions: SurfaceActions,
  onSelection: () => void,
): () => void {
  const { dom, map, marks, painter, emphasis, view, paint, showCaret, showOverlay } = parts;
  const drag = createEdgeDrag({
    text: plan.text,
    marks,
    selected: () => emphasis.selected,
    paint,
    onSpans: actions.onSpans,
  });
  const stops = [
    followApproach({ dom, scroller: region, setNear: painter.setNear }),
    followPointer({ region, text: plan.text, map, marks, onPick: actions.onPick, ...drag }),
    followHover({
      region,
      map,
      marks,
      onHover(id) {
        emphasis.hovered = id;
        painter.paint(emphasis);
      },
    }),
    view.followSize(showOverlay),
  ];
  document.addEventListener('selectionchange', onSelection);
  region.addEventListener('focus', showCaret);
  region.addEventListener('blur', showCaret);
  return () => {
    for (const stop of stops) stop();
    document.removeEventListener('selectionchange', onSelection);
    region.removeEventListener('focus', showCaret);
    region.removeEventListener('blur', showCaret);
  };
}

function reveal(
  { painter, view, setFolded, showOverlay }: Parts,
  plan: TextPlan,
  span: Span,
): void {
  const block = blockIndexAt(plan.blocks, span[0]);
  painter.setNear(
    plan.sections.findIndex(({ to }) => block < to),
    true,
  );
  const group = plan.blocks[block]?.group ?? -1;
  if (group !== -1) setFolded(group, false);
  view.bringIntoSight(span);
  showOverlay();
}

/** What commands and keys ask of a surface. */
function deskTextOf(parts: Parts, { region, plan }: SurfacePlace): Omit<DeskText, 'foldedAt'> {
  const { map, view } = parts;
  return {
    selection: () => selectionOf(parts, plan.text),
    caret: () => map.selection()?.focus,
    placeCaret: (offset) => map.select({ anchor: offset, focus: offset }),
    clearSelection() {
      const found = map.selection();
      if (found !== undefined) map.select({ anchor: found.focus, focus: found.focus });
    },
    reveal: (span) => reveal(parts, plan, span),
    firstInSight: view.firstInSight,
    isRightToLeft: view.isRightToLeft,
    focus: () => region.focus({ preventScroll: true }),
    hasFocus: () => document.activeElement === region,
  };
}

/**
 * Puts a text into the page. Everything inside is done by hand and not by React: one mark more
 * touches one paragraph, in the frame of the key press.
 */
export function createSurface(place: SurfacePlace, actions: SurfaceActions): Surface {
  const { region, host, plan } = place;
  const { text } = plan;
  let snap: SnapMode = 'word';
  const parts = createParts(place, actions);
  const { map, marks, view, dom, emphasis, paint, showOverlay } = parts;
  const onSelection = (): void => {
    showPreview(text, map, selectionOf(parts, text), snap);
    parts.showCaret();
  };
  const caret = createCaret({
    text,
    map,
    rows: createRows(map, host, region),
    scroller: region,
    firstInSight: view.firstInSight,
    isRightToLeft: view.isRightToLeft,
    foldedAt: (offset) => foldedAt(plan, dom, offset),
    mac: actions.mac,
  });
  const stop = followAll(parts, place, actions, onSelection);
  return {
    ...deskTextOf(parts, place),
    foldedAt: (offset) => foldedAt(plan, dom, offset),
    setAnnotations(annotations, labels) {
      marks.update(annotations, labels);
      paint();
    },
    setSelected(id) {
      emphasis.selected = id;
      paint();
    },
    setFolded(folded) {
      for (const group of plan.groups.keys()) parts.setFolded(group, folded);
    },
    setSnap(mode) {
      snap = mode;
      onSelection();
    },
    press(event) {
      region.dataset['keyed'] = '';
      const taken = caret.press(event);
      if (taken) parts.showCaret();
      return taken;
    },
    selectAll: () => map.select({ anchor: 0, focus: text.length }),
    refresh() {
      view.measure();
      showOverlay();
    },
    heightOf: view.heightOf,
    destroy() {
      stop();
      showPreview(text, map, undefined, snap);
      host.replaceChildren();
    },
  };
}
