import type { Span } from '../../../core/model/span.ts';
import { showPainted, showPlain, showTones } from './block-view.ts';
import type { MarkIndex } from './mark-index.ts';
import { type BlockPaint, planBlock } from './paint-plan.ts';
import type { Phases } from './phases.ts';
import { NO_SENTENCES, sentenceStarts } from './sentence-starts.ts';
import type { TextDom } from './text-dom.ts';
import type { TextPlan } from './text-plan.ts';

/** Annotations that stand out. */
export interface Emphasis {
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
}

/** How blocks are to look, beside their marks. */
export interface Look extends Emphasis {
  /** True where sentences are numbered in the margin. */
  readonly numbered: boolean;
}

/** What blocks are painted from. */
export interface BlockSource {
  readonly plan: TextPlan;
  readonly dom: TextDom;
  readonly marks: MarkIndex;
  readonly phases: Phases;
  /** Furniture inside lines of the article, ascending. */
  readonly inlineFurniture: readonly Span[];
}

/** Is told of an element before its nodes are replaced. */
export type Touch = (element: Element) => void;

/** Decorates single blocks and knows what each of them shows. */
export interface BlockPainter {
  readonly paint: (index: number, look: Look, touch: Touch) => void;
  /** Takes the decoration of a block away. */
  readonly clear: (index: number, touch: Touch) => void;
  /** Fits line patterns and numbers to the widths that words have now. */
  readonly measure: () => void;
}

/** @param source the text, its marks and its elements */
export function createBlockPainter(source: BlockSource): BlockPainter {
  const { plan, dom, marks, phases, inlineFurniture } = source;
  /** What each decorated block shows. */
  const shown = new Map<number, BlockPaint>();

  function clear(index: number, touch: Touch): void {
    const block = plan.blocks[index];
    if (block === undefined || !shown.delete(index)) return;
    const element = dom.blockElement(index);
    touch(element);
    showPlain(element, plan.text, [block.start, block.end]);
  }

  return {
    clear,
    paint(index, { numbered, ...emphasis }, touch) {
      const block = plan.blocks[index];
      if (block === undefined) return;
      const over = marks.within(block.start, block.end);
      const furniture = inlineFurniture.filter(([s, e]) => s < block.end && e > block.start);
      const sentences = numbered ? sentenceStarts(plan, block) : NO_SENTENCES;
      if (over.length === 0 && furniture.length === 0 && sentences.size === 0) {
        clear(index, touch);
        return;
      }
      const { text } = plan;
      const lanes = marks.lanesOf(over);
      const context = { text, lanes, furniture, sentences, ...emphasis };
      const paint = planBlock([block.start, block.end], over, context);
      const element = dom.blockElement(index);
      if (shown.get(index)?.key === paint.key) {
        showTones(element, paint);
        return;
      }
      touch(element);
      showPainted(element, text, paint);
      shown.set(index, paint);
      phases.fit(element, paint);
    },
    measure() {
      for (const [index, paint] of shown) phases.fit(dom.blockElement(index), paint);
    },
  };
}
