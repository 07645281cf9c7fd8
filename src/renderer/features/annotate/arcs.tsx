import { type RefObject, useEffect, useState } from 'react';
import type { Annotation, Relation } from '../../../core/model/annotation.ts';
import { useProject } from '../../state/project.ts';
import styles from './arcs.module.css';
import { type ArcPath, type ArcPoint, arcPath } from './arcs-path.ts';
import { deskText } from './desk-text.ts';
import { relationTypesInForce } from './relation-edits.ts';

interface Arc extends ArcPath {
  readonly id: string;
  readonly words: string;
}

/** Where arcs meet an annotation: over its first words. */
function meeting(annotation: Annotation | undefined, origin: DOMRect): ArcPoint | undefined {
  const span = annotation?.anchor.spans[0];
  const box = span === undefined ? undefined : deskText()?.boxesOf(span)[0];
  if (box === undefined) return undefined;
  return { x: box.left + Math.min(box.width / 2, 40) - origin.left, y: box.top - origin.top };
}

function arcsOf(
  relations: readonly Relation[],
  annotations: readonly Annotation[],
  origin: DOMRect,
): Arc[] {
  const types = relationTypesInForce();
  const at = (id: string): ArcPoint | undefined =>
    meeting(
      annotations.find((one) => one.id === id),
      origin,
    );
  return relations.flatMap(({ id, type, from, to }) => {
    const [start, end] = [at(from), at(to)];
    if (start === undefined || end === undefined) return [];
    const words = types.find((one) => one.id === type)?.name ?? type;
    return [{ id, words, ...arcPath(start, end) }];
  });
}

/** The relations of the selected annotation, drawn over the text. Nothing is measured while it has none. */
export function RelationArcs({ region }: { readonly region: RefObject<HTMLElement | null> }) {
  const article = useProject((state) => state.article);
  const selected = useProject((state) => state.selected);
  const own = article?.relations.filter((one) => one.from === selected || one.to === selected);
  if (article === undefined || own === undefined || own.length === 0) return null;
  return <Arcs region={region} relations={own} annotations={article.annotations} />;
}

function Arcs(props: {
  readonly region: RefObject<HTMLElement | null>;
  readonly relations: readonly Relation[];
  readonly annotations: readonly Annotation[];
}) {
  const { region, relations, annotations } = props;
  const [arcs, setArcs] = useState<readonly Arc[]>([]);
  const key = relations.map(({ id, type }) => `${id} ${type}`).join();
  useEffect(() => {
    const scroller = region.current;
    if (scroller === null) return undefined;
    let frame = 0;
    const draw = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        setArcs(arcsOf(relations, annotations, scroller.getBoundingClientRect()));
      });
    };
    draw();
    scroller.addEventListener('scroll', draw, { passive: true });
    const size = new ResizeObserver(draw);
    size.observe(scroller);
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', draw);
      size.disconnect();
    };
    // The lists are new with each edit; what they say of these relations is in the key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [region, key, annotations]);
  return (
    <svg className={styles['arcs']} aria-hidden data-arcs={arcs.length}>
      <defs>
        <marker
          id="arc-head"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M0,0 L8,4 L0,8 z" className={styles['head']} />
        </marker>
      </defs>
      {arcs.map(({ id, d, name, words }) => (
        <g key={id}>
          <path d={d} className={styles['arc']} markerEnd="url(#arc-head)" />
          <text x={name.x} y={name.y - 4} className={styles['name']}>
            {words}
          </text>
        </g>
      ))}
    </svg>
  );
}
