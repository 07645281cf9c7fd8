import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation } from '../../../core/model/annotation.ts';
import { useProject } from '../../state/project.ts';
import { dragEdge } from './edge-drag.ts';
import { hueOf } from './mark-style.ts';
import styles from './reader.module.css';
import { useReader } from './reader-state.ts';
import { rangeOfSpan } from './selection.ts';

/** A place in the text column, in its own pixels. */
interface Spot {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

function boxesOf(root: Element, start: number, end: number): readonly DOMRect[] {
  const range = rangeOfSpan(root, start, end);
  if (range === undefined) return [];
  const boxes = [...range.getClientRects()];
  if (boxes.length > 0) return boxes;
  const box = range.getBoundingClientRect();
  return box.height > 0 ? [box] : [];
}

function spotOf(root: Element, offset: number, side: 'before' | 'after'): Spot | undefined {
  const boxes =
    side === 'before' ? boxesOf(root, offset, offset + 1) : boxesOf(root, offset - 1, offset);
  const box = side === 'before' ? boxes[0] : boxes.at(-1);
  const column = root.parentElement?.getBoundingClientRect();
  if (box === undefined || column === undefined) return undefined;
  const line = root.querySelector(`[data-start="${String(offset)}"]`);
  const rtl = getComputedStyle(line ?? root).direction === 'rtl';
  const left = (side === 'before') === rtl ? box.right : box.left;
  const x = side === 'after' && !rtl ? box.right : left;
  return { left: x - column.left, top: box.top - column.top, height: box.height };
}

/** Counts up whenever the column changes its shape, so that what lies over it is placed anew. */
function useShape(root: RefObject<HTMLElement | null>): number {
  const [shape, setShape] = useState(0);
  useLayoutEffect(() => {
    const { current } = root;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setShape((count) => count + 1));
    observer.observe(current);
    return () => observer.disconnect();
  }, [root]);
  return shape;
}

function Handle(props: {
  readonly root: RefObject<HTMLElement | null>;
  readonly annotation: Annotation;
  readonly edge: 'start' | 'end';
  readonly hue: string;
}) {
  const { root, annotation, edge, hue } = props;
  const element = useRef<HTMLDivElement>(null);
  const shape = useShape(root);
  const span = edge === 'start' ? annotation.anchor.spans[0] : annotation.anchor.spans.at(-1);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null || root.current === null || span === undefined) return;
    const spot =
      edge === 'start'
        ? spotOf(root.current, span[0], 'before')
        : spotOf(root.current, span[1], 'after');
    current.hidden = spot === undefined;
    if (spot === undefined) return;
    current.style.transform = `translate(${spot.left}px, ${spot.top}px)`;
    current.style.height = `${spot.height}px`;
  }, [root, span, edge, shape]);
  return (
    <div
      ref={element}
      className={styles['handle']}
      data-hue={hue}
      data-edge={edge}
      aria-hidden="true"
      onPointerDown={(event) => {
        if (root.current !== null) {
          dragEdge(root.current, event.currentTarget, event.nativeEvent, annotation, edge);
        }
      }}
    />
  );
}

function Caret({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const element = useRef<HTMLDivElement>(null);
  const selected = useReader((state) => state.selected);
  const shape = useShape(root);
  const caret = selected?.anchor === selected?.focus ? selected?.focus : undefined;
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const found = root.current;
    const spot =
      found === null || caret === undefined
        ? undefined
        : (spotOf(found, caret, 'before') ?? spotOf(found, caret, 'after'));
    current.hidden = spot === undefined;
    if (spot === undefined) return;
    current.style.transform = `translate(${spot.left}px, ${spot.top}px)`;
    current.style.height = `${spot.height}px`;
  }, [root, caret, shape]);
  return <div ref={element} className={styles['caret']} aria-hidden="true" hidden />;
}

/** What lies over the text: the caret, and the handles of the selected annotation. */
export function TextOverlay({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const labels = useProject((state) => state.labels);
  const annotation = useProject((state) =>
    state.article?.annotations.find((one) => one.id === state.selected),
  );
  const label = labels.find((one) => one.id === annotation?.label);
  return (
    <>
      <Caret root={root} />
      {annotation === undefined
        ? null
        : (['start', 'end'] as const).map((edge) => (
            <Handle
              key={edge}
              root={root}
              annotation={annotation}
              edge={edge}
              hue={hueOf({ label })}
            />
          ))}
    </>
  );
}
