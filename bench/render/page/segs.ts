import { type Segment, segmentsOf } from '../../../src/core/text/segments.ts';
import type { Work, WorkSpan } from '../work.ts';
import { classOf, column, type Technique } from './technique.ts';

/** Segment spans over the whole document: one element for each run under the same spans. */
export function createTechnique(): Technique {
  const spans = new Map<string, WorkSpan>();
  let elements: HTMLElement[] = [];
  let work: Work | undefined;
  let scroller: Element = document.body;

  function nodeOf(text: string, { start, end, ids }: Segment): Node | string {
    const words = text.slice(start, end);
    const inner = spans.get(ids[0] ?? '');
    if (inner === undefined) return words;
    const mark = document.createElement('mark');
    mark.className = classOf(inner);
    mark.dataset['ids'] = ids.join(' ');
    mark.append(words);
    return mark;
  }

  function show(paragraph: number, over: readonly WorkSpan[]): void {
    const range = work?.paragraphs[paragraph];
    if (range === undefined || work === undefined) return;
    const { text } = work;
    const marked = over.map(({ id, start, end }) => ({ id, spans: [[start, end] as const] }));
    const nodes = segmentsOf(range, marked).map((segment) => nodeOf(text, segment));
    elements[paragraph]?.replaceChildren(...nodes);
  }

  function change(span: WorkSpan, isThere: boolean): void {
    if (isThere) spans.set(span.id, span);
    else spans.delete(span.id);
    const at = work?.paragraphs.findIndex(([, end]) => span.start < end) ?? 0;
    const [from, to] = work?.paragraphs[at] ?? [0, 0];
    show(
      at,
      [...spans.values()].filter((one) => one.start < to && one.end > from),
    );
  }

  return {
    mount(host, next) {
      work = next;
      scroller = host;
      for (const span of next.spans) spans.set(span.id, span);
      elements = next.paragraphs.map(() => document.createElement('p'));
      let first = 0;
      for (const [index, [from, to]] of next.paragraphs.entries()) {
        while ((next.spans[first]?.start ?? to) < from) first += 1;
        let last = first;
        while ((next.spans[last]?.start ?? to) < to) last += 1;
        show(index, next.spans.slice(first, last));
      }
      column(host).append(...elements);
    },
    add: (span) => change(span, true),
    remove: (span) => change(span, false),
    scroller: () => scroller,
  };
}
