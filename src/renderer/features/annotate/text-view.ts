import type { Span } from '../../../core/model/span.ts';
import type { TextMap } from './selection.ts';
import type { TextDom } from './text-dom.ts';
import { blockIndexAt, type TextPlan } from './text-plan.ts';

/** What is in sight of a text, and how to bring other parts of it into sight. */
export interface TextView {
  readonly bringIntoSight: (span: Span) => void;
  readonly firstInSight: () => number;
  readonly isRightToLeft: (offset: number) => boolean;
  /** Finds out again how high the type is. */
  readonly measure: () => void;
  /** How far down a place is, 0–1 of the whole height. */
  readonly heightOf: (offset: number) => number;
  /** Tells when the text has another size; returns how to stop. */
  readonly followSize: (changed: () => void) => () => void;
}

/** Where the text is. */
export interface ViewPlace {
  readonly region: HTMLElement;
  readonly host: HTMLElement;
  readonly plan: TextPlan;
  readonly dom: TextDom;
  readonly map: TextMap;
}

/** Words nearer than this to an end of the view, in CSS pixels, are moved further in. */
const MARGIN = 56;
/** Where words come to stand, from the top of the view. */
const RESTING = 0.36;

/** The block at an offset, or the next with words: a blank line runs as the words after it do. */
function wordedBlock({ blocks }: TextPlan, offset: number): number {
  const index = blockIndexAt(blocks, offset);
  const next = blocks.findIndex(({ kind }, one) => one >= index && kind !== 'blank');
  return next === -1 ? index : next;
}

/** @param place where the text is */
export function createView({ region, host, plan, dom, map }: ViewPlace): TextView {
  function settle(span: Span): boolean {
    const box = map.boxesOf([span[0], span[0] + 1])[0];
    if (box === undefined) return true;
    const view = region.getBoundingClientRect();
    if (box.top >= view.top + MARGIN && box.bottom <= view.bottom - MARGIN) return true;
    region.scrollTop += box.top - view.top - view.height * RESTING;
    return false;
  }

  function sectionOf(block: number): number {
    return plan.sections.findIndex(({ to }) => block < to);
  }

  function measure(): void {
    const probe = document.createElement('span');
    probe.append('x');
    host.append(probe);
    const { height } = probe.getBoundingClientRect();
    probe.remove();
    host.style.setProperty('--type-height', `${String(height)}px`);
  }

  return {
    measure,
    bringIntoSight(span) {
      // Sections that were never in sight have an estimated height: look again once they are.
      if (settle(span)) return;
      requestAnimationFrame(() => settle(span));
    },
    firstInSight() {
      const top = region.getBoundingClientRect().top + MARGIN / 2;
      const section = dom.sections.findIndex((one) => one.getBoundingClientRect().bottom > top);
      const { from, to } = plan.sections[section] ?? { from: 0, to: 0 };
      for (let index = from; index < to; index += 1) {
        const box = dom.blockElement(index).getBoundingClientRect();
        const isText = plan.blocks[index]?.kind !== 'blank';
        if (isText && box.height > 0 && box.bottom > top) return plan.blocks[index]?.start ?? 0;
      }
      return plan.blocks[from]?.start ?? 0;
    },
    isRightToLeft(offset) {
      const element = dom.blockElement(wordedBlock(plan, offset));
      return getComputedStyle(element).direction === 'rtl';
    },
    heightOf(offset) {
      const index = sectionOf(blockIndexAt(plan.blocks, offset));
      const section = dom.sections[index];
      const range = plan.sections[index];
      const [first, last] = [plan.blocks[range?.from ?? 0], plan.blocks[(range?.to ?? 1) - 1]];
      if (section === undefined || first === undefined || last === undefined) return 0;
      const part = (offset - first.start) / Math.max(1, last.end - first.start);
      const top = host.offsetTop + section.offsetTop + part * section.offsetHeight;
      return top / Math.max(1, region.scrollHeight);
    },
    followSize(changed) {
      const observer = new ResizeObserver(() => changed());
      observer.observe(host);
      return () => observer.disconnect();
    },
  };
}
