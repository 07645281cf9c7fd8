import type { TextDom } from './text-dom.ts';
import { blockIndexAt, type TextPlan } from './text-plan.ts';

/** The paragraph one reads in, while all others are dimmed. */
export interface CurrentBlock {
  /** @param offset where one is; `undefined` leaves the paragraph as it was */
  readonly follow: (offset: number | undefined) => void;
  readonly setOn: (on: boolean, offset: number) => void;
}

/** @param host the element that holds all blocks */
export function createCurrentBlock(host: HTMLElement, plan: TextPlan, dom: TextDom): CurrentBlock {
  let shown: HTMLElement | undefined;
  let on = false;

  function show(element: HTMLElement | undefined): void {
    if (element === shown) return;
    delete shown?.dataset['current'];
    shown = element;
    if (shown !== undefined) shown.dataset['current'] = '';
  }
  function follow(offset: number | undefined): void {
    if (on && offset !== undefined) show(dom.blockElement(blockIndexAt(plan.blocks, offset)));
  }

  return {
    follow,
    setOn(next, offset) {
      on = next;
      if (next) {
        host.dataset['focused'] = '';
        follow(offset);
      } else {
        delete host.dataset['focused'];
        show(undefined);
      }
    },
  };
}
