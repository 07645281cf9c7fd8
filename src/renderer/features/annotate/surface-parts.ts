import type { Furniture } from '../../../core/model/article.ts';
import type { Span } from '../../../core/model/span.ts';
import { createCurrentBlock } from './current-block.ts';
import type { Edge } from './edges.ts';
import { createFoundWords } from './found.ts';
import { createMarkIndex, type Mark } from './mark-index.ts';
import { createOverlay } from './overlay.ts';
import { createPainter } from './painter.ts';
import { createPartLink } from './part-link.ts';
import { followPhases } from './phases.ts';
import type { PointerTarget } from './pointer.ts';
import { createTextMap } from './selection.ts';
import { buildTextDom } from './text-dom.ts';
import { blockIndexAt, type Section, type TextPlan } from './text-plan.ts';
import { createView } from './text-view.ts';

/** What the text needs from the feature around it. */
export interface SurfaceActions {
  readonly onPick: (id: string | undefined) => void;
  readonly onSpans: (id: string, spans: readonly Span[], edge: Edge) => void;
  /** As of {@link PointerTarget}. */
  readonly onChip: PointerTarget['onChip'];
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

function inlineFurnitureOf(plan: TextPlan, furniture: readonly Furniture[]): readonly Span[] {
  const isGrouped = ({ start, end }: Furniture): boolean =>
    plan.groups.some((group) => group.start <= start && end <= group.end);
  return furniture.filter((one) => !isGrouped(one)).map(({ start, end }): Span => [start, end]);
}

function startOf({ spans }: Mark): number {
  return spans[0]?.[0] ?? 0;
}

/** What stands out now. */
interface Pointed {
  selected: string | undefined;
  hovered: string | undefined;
}

/** The parts a surface is made of, and what is shown on them. */
export function createParts(place: SurfacePlace, actions: SurfaceActions) {
  const { region, host, plan, furniture } = place;
  const emphasis: Pointed = { selected: undefined, hovered: undefined };
  const dom = buildTextDom(plan, {
    onFold: (group) => setFolded(group, !dom.isFolded(group)),
    onFound: (group) => setFolded(group, false),
    onNotFurniture: actions.onNotFurniture,
  });
  const map = createTextMap({ root: host, plan, ...dom });
  const marks = createMarkIndex();
  const inlineFurniture = inlineFurnitureOf(plan, furniture);
  const phases = followPhases(host);
  const found = createFoundWords(map, () => painter.near());
  const current = createCurrentBlock(host, plan, dom);
  const painter = createPainter({
    plan,
    dom,
    map,
    marks,
    phases,
    inlineFurniture,
    onPainted: found.refresh,
  });
  const overlay = createOverlay(plan.text, map);
  const link = createPartLink({ map, isNear: (offset) => painter.isNear(offset) });
  overlay.element.append(link.element);
  const view = createView({ region, host, plan, dom, map });
  host.dir = plan.dir;
  view.measure();
  host.replaceChildren(...dom.chapters, overlay.element);

  function showCaret(): void {
    const isKeyed = region.dataset['keyed'] !== undefined && document.activeElement === region;
    overlay.showCaret(isKeyed ? map.selection()?.focus : undefined);
  }
  /** The parts of what is hovered belong together, else those of what is selected. */
  function showLink(): void {
    link.show(marks.get(emphasis.hovered ?? emphasis.selected ?? ''));
  }
  function showOverlay(): void {
    // To ask where a mark far from the view stands would lay out what is around it.
    const mark = marks.get(emphasis.selected ?? '');
    overlay.showMark(mark !== undefined && painter.isNear(startOf(mark)) ? mark : undefined);
    showLink();
    showCaret();
  }
  function show(blocks: Section): void {
    painter.show(blocks);
    const spans = marks.get(emphasis.selected ?? '')?.spans ?? [];
    const isHere = (at: number): boolean => at >= blocks.from && at < blocks.to;
    if (spans.some(([start]) => isHere(blockIndexAt(plan.blocks, start)))) showOverlay();
  }
  function paint(changed: readonly Span[]): void {
    painter.paint(emphasis, changed);
    showOverlay();
  }
  function setFolded(group: number, folded: boolean): void {
    dom.setFolded(group, folded);
    showOverlay();
  }
  const shown = { showCaret, showLink, showOverlay, paint, show, setFolded };
  return { emphasis, dom, map, marks, phases, found, current, painter, view, ...shown };
}

/** What {@link createParts} makes. */
export type Parts = ReturnType<typeof createParts>;
