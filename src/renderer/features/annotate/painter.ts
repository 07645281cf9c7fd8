import type { Span } from '../../../core/model/span.ts';
import {
  type BlockSource,
  createBlockPainter,
  type Emphasis,
  type Look,
  type Touch,
} from './block-painter.ts';
import type { TextMap } from './selection.ts';
import { type Block, blockIndexAt, type Section } from './text-plan.ts';

/** Paints the blocks near the window's view and keeps them up to date. */
export interface Painter {
  /** Decorates blocks, `[from, to)`; those that are decorated stay as they are. */
  readonly show: (blocks: Section) => void;
  /** Takes the decoration of blocks away, once they are far. */
  readonly clear: (blocks: Section) => void;
  /**
   * Brings what is decorated up to date, in this frame.
   * @param changed stretches where marks were put in or taken out
   */
  readonly paint: (emphasis: Emphasis, changed: readonly Span[]) => void;
  /** Fits line patterns to the widths that words have now. */
  readonly measure: () => void;
  /** Numbers sentences, or stops to. */
  readonly setSentences: (on: boolean) => void;
  /** True where the text at an offset is decorated. */
  readonly isNear: (offset: number) => boolean;
  /** The stretches of text that are decorated, `[start, end)` in UTF-16 code units. */
  readonly near: () => readonly Span[];
}

/** What the painter works on. */
export interface PaintedText extends BlockSource {
  readonly map: TextMap;
  /** Blocks may have other nodes now. */
  readonly onPainted: () => void;
}

/** Puts the selection back where it was if the nodes it stood in were replaced meanwhile. */
function keepingSelection(map: TextMap, work: (touch: Touch) => void): void {
  let kept: ReturnType<TextMap['selection']>;
  work((element) => {
    if (kept === undefined && map.holdsSelection(element)) kept = map.selection();
  });
  if (kept !== undefined) map.select(kept);
}

/** True where a block shares text, or an edge, with one of the stretches. */
function touches(block: Block | undefined, stretches: readonly Span[]): boolean {
  return (
    block !== undefined &&
    stretches.some(([start, end]) => start <= block.end && end >= block.start)
  );
}

/** A painter for one article. */
export function createPainter(painted: PaintedText): Painter {
  const { plan, map, marks, onPainted } = painted;
  const blocks = createBlockPainter(painted);
  /** Indices of the blocks that are decorated. */
  const near = new Set<number>();
  let look: Look = { selected: undefined, hovered: undefined, numbered: false };

  /** Does something to blocks, the selection staying where it is. */
  function each(indices: Iterable<number>, work: (index: number, touch: Touch) => void): void {
    keepingSelection(map, (touch) => {
      for (const index of indices) work(index, touch);
    });
    onPainted();
  }

  /** Where annotations stand that are emphasised otherwise now. */
  function emphasised(before: Emphasis, now: Emphasis): readonly Span[] {
    const ids = [before.selected, now.selected, before.hovered, now.hovered];
    const isSame = before.selected === now.selected && before.hovered === now.hovered;
    return isSame ? [] : ids.flatMap((id) => marks.get(id ?? '')?.spans ?? []);
  }

  return {
    show({ from, to }) {
      const come: number[] = [];
      for (let index = from; index < to; index += 1) if (!near.has(index)) come.push(index);
      if (come.length === 0) return;
      for (const index of come) near.add(index);
      each(come, (index, touch) => blocks.paint(index, look, touch));
    },
    clear({ from, to }) {
      const gone: number[] = [];
      for (let index = from; index < to; index += 1) if (near.delete(index)) gone.push(index);
      if (gone.length > 0) each(gone, blocks.clear);
    },
    paint(next, changed) {
      const stretches = [...changed, ...emphasised(look, next)];
      look = { ...look, ...next };
      if (stretches.length === 0) return;
      each(near, (index, touch) => {
        if (touches(plan.blocks[index], stretches)) blocks.paint(index, look, touch);
      });
    },
    setSentences(numbered) {
      if (look.numbered === numbered) return;
      look = { ...look, numbered };
      each(near, (index, touch) => blocks.paint(index, look, touch));
    },
    isNear: (offset) => near.has(blockIndexAt(plan.blocks, offset)),
    near: () =>
      Array.from(near, (index): Span => {
        const { start, end } = plan.blocks[index] ?? { start: 0, end: 0 };
        return [start, end];
      }),
    measure: blocks.measure,
  };
}
