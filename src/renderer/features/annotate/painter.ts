import type { Span } from '../../../core/model/span.ts';
import { showPainted, showPlain, showTones } from './block-view.ts';
import type { MarkIndex } from './mark-index.ts';
import { planBlock } from './paint-plan.ts';
import type { TextMap } from './selection.ts';
import type { TextDom } from './text-dom.ts';
import type { TextPlan } from './text-plan.ts';

/** Annotations that stand out. */
export interface Emphasis {
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
}

/** Paints the sections near the window's view and keeps them up to date. */
export interface Painter {
  /** Decorates a section, or takes its decoration away once it is far. */
  readonly setNear: (section: number, near: boolean) => void;
  /** Brings everything that is decorated up to date, in this frame. */
  readonly paint: (emphasis: Emphasis) => void;
}

/** What the painter works on. */
export interface PaintedText {
  readonly plan: TextPlan;
  readonly dom: TextDom;
  readonly map: TextMap;
  readonly marks: MarkIndex;
  /** Furniture inside lines of the article, ascending. */
  readonly inlineFurniture: readonly Span[];
}

/** Puts the selection back where it was if the nodes it stood in were replaced meanwhile. */
function keepingSelection(map: TextMap, work: (touch: (element: Element) => void) => void): void {
  let kept: ReturnType<TextMap['selection']>;
  work((element) => {
    const selection = getSelection();
    if (kept !== undefined || selection === null) return;
    const { anchorNode, focusNode } = selection;
    if (element.contains(anchorNode) || element.contains(focusNode)) kept = map.selection();
  });
  if (kept !== undefined) map.select(kept);
}

/** Takes the decoration of a section away. */
function clearSection(
  { plan, dom }: Pick<PaintedText, 'plan' | 'dom'>,
  shown: Map<number, string>,
  section: number,
  touch: (element: Element) => void,
): void {
  const { from, to } = plan.sections[section] ?? { from: 0, to: 0 };
  for (let index = from; index < to; index += 1) {
    const block = plan.blocks[index];
    if (block === undefined || !shown.delete(index)) continue;
    const element = dom.blockElement(index);
    touch(element);
    showPlain(element, plan.text.slice(block.start, block.end));
  }
}

/** A painter for one article. */
export function createPainter({ plan, dom, map, marks, inlineFurniture }: PaintedText): Painter {
  const near = new Set<number>();
  /** Key of what each decorated block shows. */
  const shown = new Map<number, string>();
  let emphasis: Emphasis = { selected: undefined, hovered: undefined };

  function paintBlock(index: number, touch: (element: Element) => void): void {
    const block = plan.blocks[index];
    if (block === undefined) return;
    const over = marks.within(block.start, block.end);
    const furniture = inlineFurniture.filter(([s, e]) => s < block.end && e > block.start);
    const before = shown.get(index);
    const element = dom.blockElement(index);
    if (over.length === 0 && furniture.length === 0) {
      if (before === undefined) return;
      touch(element);
      showPlain(element, plan.text.slice(block.start, block.end));
      shown.delete(index);
      return;
    }
    const paint = planBlock([block.start, block.end], over, {
      text: plan.text,
      lanes: marks.lanesOf(over),
      furniture,
      ...emphasis,
    });
    if (before === paint.key) {
      showTones(element, paint);
      return;
    }
    touch(element);
    showPainted(element, plan.text, paint);
    shown.set(index, paint.key);
  }

  function paintSection(section: number, touch: (element: Element) => void): void {
    const { from, to } = plan.sections[section] ?? { from: 0, to: 0 };
    for (let index = from; index < to; index += 1) paintBlock(index, touch);
  }

  return {
    setNear(section, isNear) {
      if (near.has(section) === isNear) return;
      if (isNear) near.add(section);
      else near.delete(section);
      keepingSelection(map, (touch) => {
        if (isNear) {
          dom.fill(section);
          paintSection(section, touch);
        } else clearSection({ plan, dom }, shown, section, touch);
      });
    },
    paint(next) {
      emphasis = next;
      keepingSelection(map, (touch) => {
        for (const section of near) paintSection(section, touch);
      });
    },
  };
}
