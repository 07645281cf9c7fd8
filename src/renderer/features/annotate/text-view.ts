import type { Span } from '../../../core/model/span.ts';
import type { TextMap } from './selection.ts';
import type { TextDom } from './text-dom.ts';
import { blockIndexAt, type TextPlan } from './text-plan.ts';
import { measureWords, type WordMeasures } from './type-measures.ts';

/** What is in sight of a text, and how to bring other parts of it into sight. */
export interface TextView {
  readonly bringIntoSight: (span: Span) => void;
  readonly firstInSight: () => number;
  readonly isRightToLeft: (offset: number) => boolean;
  /** Tells the style sheet how high the type is. To ask the page lays it out: it is asked once a look. */
  readonly measure: () => void;
  /** As `measure`, but asks again: other type may have come. */
  readonly measureAgain: () => void;
  /** Looks where all sections are now; returns how far down an offset is, 0–1 of the whole height. */
  readonly heights: () => (offset: number) => number;
  /** Tells when the text has another size, and whether its lines wrap anew; returns how to stop. */
  readonly followSize: (changed: (reflowed: boolean) => void) => () => void;
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

/** Index of the last of ascending `values` that is at most `wanted`; 0 where none is. */
function lastAtMost(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/**
 * Tells the style sheet how high a line of the type is, in pixels, and how far the middle of its
 * words stands above their baseline, as a part of its size.
 */
function setMeasures(host: HTMLElement, { height, rise }: WordMeasures): void {
  const words = { '--type-height': `${String(height)}px`, '--type-rise': rise.toFixed(3) };
  for (const [name, value] of Object.entries(words)) {
    // What inherits it is all worked out again: only where it is another.
    if (host.style.getPropertyValue(name) !== value) host.style.setProperty(name, value);
  }
}

/** What is known of the type, by how the text is set. */
const measures = new Map<string, WordMeasures>();

function lookOf({ dataset, style }: HTMLElement): string {
  const { reading, lines, letters } = dataset;
  return [reading, lines, letters, style.cssText, window.innerWidth].join(' ');
}

function measureType(region: HTMLElement, host: HTMLElement): void {
  const look = lookOf(region);
  const known = measures.get(look) ?? measureWords(host);
  measures.set(look, known);
  setMeasures(host, known);
}

/** Tops of the sections in the host. */
function topsIn({ host, dom }: ViewPlace): readonly number[] {
  const { top } = host.getBoundingClientRect();
  return dom.sections.map((_, index) => dom.boxOf(index).top - top);
}

/** Looks where all sections are: see {@link TextView.heights}. */
function heightsOf(place: ViewPlace): TextView['heights'] {
  const { region, host, plan } = place;
  const starts = plan.sections.map(({ from }) => plan.blocks[from]?.start ?? 0);
  /** Tops of the sections in the host, and the height of everything when they were read. */
  let known: { readonly whole: number; readonly tops: readonly number[] } = { whole: -1, tops: [] };
  return () => {
    const whole = region.scrollHeight;
    // Asking every section costs more than all else: only where the sum of them has changed.
    if (whole !== known.whole) known = { whole, tops: topsIn(place) };
    const { tops } = known;
    const origin = host.offsetTop;
    let index = 0;
    return (offset) => {
      // Whoever asks for many asks in order: the section is mostly the same as before.
      const isHere =
        (starts[index] ?? 0) <= offset && offset < (starts[index + 1] ?? Number.POSITIVE_INFINITY);
      if (!isHere) index = lastAtMost(starts, offset);
      const start = starts[index] ?? 0;
      const part = (offset - start) / Math.max(1, (starts[index + 1] ?? plan.text.length) - start);
      const top = tops[index] ?? 0;
      const height = (tops[index + 1] ?? whole - origin) - top;
      return (origin + top + part * height) / Math.max(1, whole);
    };
  };
}

/** @param place where the text is */
export function createView(place: ViewPlace): TextView {
  const { region, host, plan, dom, map } = place;
  function settle(span: Span): boolean {
    const box = map.boxesOf([span[0], span[0] + 1])[0];
    if (box === undefined) return true;
    const view = region.getBoundingClientRect();
    if (box.top >= view.top + MARGIN && box.bottom <= view.bottom - MARGIN) return true;
    region.scrollTop += box.top - view.top - view.height * RESTING;
    return false;
  }

  return {
    measure: () => measureType(region, host),
    measureAgain() {
      measures.clear();
      measureType(region, host);
    },
    bringIntoSight(span) {
      // Sections that were never in sight have an estimated height: look again once they are.
      if (settle(span)) return;
      requestAnimationFrame(() => settle(span));
    },
    firstInSight() {
      const top = region.getBoundingClientRect().top + MARGIN / 2;
      const section = dom.firstBelow(top);
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
    heights: heightsOf(place),
    followSize(changed) {
      let before: number | undefined;
      const observer = new ResizeObserver(() => {
        const width = host.clientWidth;
        changed(before !== undefined && width !== before);
        before = width;
      });
      observer.observe(host);
      return () => observer.disconnect();
    },
  };
}
