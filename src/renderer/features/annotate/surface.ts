import type { Annotation } from '../../../core/model/annotation.ts';
import type { Label } from '../../../core/model/codebook.ts';
import type { Span } from '../../../core/model/span.ts';
import type { SnapMode } from '../../../core/text/snap.ts';
import { followApproach } from './approach.ts';
import { type Caret, createCaret } from './caret.ts';
import type { KeyPress } from './caret-keys.ts';
import { createRows } from './caret-rows.ts';
import type { DeskText } from './desk-text.ts';
import { createEdgeDrag } from './edge-drag.ts';
import { createHoldPlace, type HoldPlace } from './hold-place.ts';
import { followHover } from './hover.ts';
import { keepSelection } from './keep-selection.ts';
import { showTargets } from './link-targets.ts';
import { followPointer } from './pointer.ts';
import { createSeenMark } from './seen-mark.ts';
import { showPreview } from './snap-preview.ts';
import {
  createParts,
  type Parts,
  type SurfaceActions,
  type SurfacePlace,
} from './surface-parts.ts';
import type { TextDom } from './text-dom.ts';
import { blockIndexAt, type TextPlan } from './text-plan.ts';
import { annotationsAt } from './under-pointer.ts';

/** The text of one article on screen. */
export interface Surface extends DeskText {
  /** Takes over annotations and paints them, in this frame. */
  readonly setAnnotations: (annotations: readonly Annotation[], labels: readonly Label[]) => void;
  readonly setSelected: (id: string | undefined) => void;
  /** Shows how far the text was read; 0 for not at all. */
  readonly setSeen: (offset: number) => void;
  /** Folds or unfolds all furniture. */
  readonly setFolded: (folded: boolean) => void;
  readonly setSnap: (mode: SnapMode) => void;
  /** Numbers sentences in the margin, or stops to. */
  readonly setSentences: (on: boolean) => void;
  /** Dims all but the paragraph one is in, or stops to. */
  readonly setFocused: (on: boolean) => void;
  /** Takes a key press that moves the caret; false for others. */
  readonly press: (event: KeyPress) => boolean;
  /** Selects the whole text. */
  readonly selectAll: () => void;
  /** Measures everything again, after the type or the width has changed. */
  readonly refresh: () => void;
  /** Keeps the words that are read where they are while the type changes. */
  readonly place: HoldPlace;
  /** Looks where the text is now; returns how far down an offset is, 0–1, for the overview. */
  readonly heights: () => (offset: number) => number;
  readonly destroy: () => void;
}

/** Line breaks at the ends of a selection are no words. */
function withoutBreaks(text: string, span: Span): Span | undefined {
  let [start, end] = span;
  while (start < end && text.charAt(end - 1) === '\n') end -= 1;
  while (start < end && text.charAt(start) === '\n') start += 1;
  return start < end ? [start, end] : undefined;
}

/** The stretch around an offset that is folded away. */
function foldedAt(plan: TextPlan, dom: TextDom, offset: number): Span | undefined {
  const group = plan.blocks[blockIndexAt(plan.blocks, offset)]?.group ?? -1;
  const found = group === -1 || !dom.isFolded(group) ? undefined : plan.groups[group];
  const isAll = found?.start === 0 && found.end === plan.text.length;
  return found === undefined || isAll ? undefined : [found.start, found.end];
}

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
    parts.phases.stop,
    followApproach({ plan, dom, scroller: region, show: parts.show, clear: painter.clear }),
    followPointer({ region, text: plan.text, map, ...actions, ...drag }),
    keepSelection(region, map),
    followHover({
      region,
      onHover(id) {
        emphasis.hovered = id;
        painter.paint(emphasis, []);
        parts.showLink();
      },
    }),
    view.followSize((reflowed) => {
      if (reflowed) painter.measure();
      showOverlay();
    }),
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
  painter.show({ from: block, to: block + 1 });
  const group = plan.blocks[block]?.group ?? -1;
  if (group !== -1) setFolded(group, false);
  view.bringIntoSight(span);
  showOverlay();
}

/** What commands and keys ask of a surface. */
function deskTextOf(parts: Parts, { region, plan }: SurfacePlace): Omit<DeskText, 'foldedAt'> {
  const { map, view, found, painter } = parts;
  return {
    annotationsAt,
    selection: () => selectionOf(parts, plan.text),
    caret: () => map.selection()?.focus,
    placeCaret: (offset) => map.select({ anchor: offset, focus: offset }),
    selectWords: ([anchor, focus]) => map.select({ anchor, focus }),
    clearSelection() {
      const found = map.selection();
      if (found !== undefined) map.select({ anchor: found.focus, focus: found.focus });
    },
    showFound: found.show,
    showTargets: (targets) => showTargets(map, painter.near(), targets),
    reveal: (span) => reveal(parts, plan, span),
    boxesOf: (span) => map.boxesOf(span),
    firstInSight: view.firstInSight,
    isRightToLeft: view.isRightToLeft,
    focus: () => region.focus({ preventScroll: true }),
    hasFocus: () => document.activeElement === region,
  };
}

function caretIn({ map, view, dom }: Parts, place: SurfacePlace, { mac }: SurfaceActions): Caret {
  const { region, host, plan } = place;
  return createCaret({
    text: plan.text,
    map,
    rows: createRows(map, host, region),
    scroller: region,
    firstInSight: view.firstInSight,
    isRightToLeft: view.isRightToLeft,
    foldedAt: (offset) => foldedAt(plan, dom, offset),
    mac,
  });
}

/** After a change of width, face or size. */
function measureAll({ view, painter, showOverlay }: Parts): void {
  view.measureAgain();
  painter.measure();
  showOverlay();
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
  const { map, marks, view, dom, emphasis, paint } = parts;
  const onSelection = (): void => {
    map.noteSelection();
    showPreview(text, map, selectionOf(parts, text), snap);
    parts.showCaret();
    parts.current.follow(map.selection()?.focus);
  };
  const caret = caretIn(parts, place, actions);
  const stop = followAll(parts, place, actions, onSelection);
  return {
    ...deskTextOf(parts, place),
    foldedAt: (offset) => foldedAt(plan, dom, offset),
    setAnnotations(annotations, labels) {
      paint(marks.update(annotations, labels));
    },
    setSelected(id) {
      emphasis.selected = id;
      paint([]);
      parts.current.follow(marks.get(id ?? '')?.spans[0]?.[0]);
    },
    setSeen: createSeenMark(plan, dom),
    setFolded(folded) {
      for (const group of plan.groups.keys()) parts.setFolded(group, folded);
    },
    setSnap(mode) {
      if (snap === mode) return;
      snap = mode;
      onSelection();
    },
    setSentences: parts.painter.setSentences,
    setFocused(on) {
      parts.current.setOn(on, on ? (map.selection()?.focus ?? view.firstInSight()) : 0);
    },
    press(event) {
      region.dataset['keyed'] = '';
      const taken = caret.press(event);
      if (taken) parts.showCaret();
      return taken;
    },
    selectAll: () => map.select({ anchor: 0, focus: text.length }),
    refresh: () => measureAll(parts),
    place: createHoldPlace({ region, plan, map, view }),
    heights: view.heights,
    destroy() {
      stop();
      showPreview(text, map, undefined, snap);
      parts.found.show([], -1);
      showTargets(map, [], undefined);
      host.replaceChildren();
    },
  };
}
