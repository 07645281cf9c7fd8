import { t } from '../../words/words.ts';
import type { TextDom } from './text-dom.ts';
import { blockIndexAt, type TextPlan } from './text-plan.ts';

/** Shows how far a text was read, under the paragraph that ends there; answers how to. */
export function createSeenMark(plan: TextPlan, dom: TextDom): (offset: number) => void {
  let shown: HTMLElement | undefined;
  let known = 0;
  return (offset) => {
    if (offset === known) return;
    known = offset;
    delete shown?.dataset['seen'];
    shown = offset === 0 ? undefined : dom.blockElement(blockIndexAt(plan.blocks, offset - 1));
    if (shown !== undefined) shown.dataset['seen'] = t('annotate.seenHere');
  };
}
