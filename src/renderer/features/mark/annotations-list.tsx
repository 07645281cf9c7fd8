import { useEffect, useRef } from 'react';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Label } from '../../../core/model/codebook.ts';
import { annotationsOf, useProject } from '../../state/project.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LabelChip } from '../../ui/label-chip.tsx';
import styles from './annotations-list.module.css';
import { goToAnnotation } from './walk.ts';

function Item(props: {
  readonly annotation: Annotation;
  readonly label: Label | undefined;
  readonly selected: boolean;
}) {
  const { annotation, label, selected } = props;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) item.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const name = label?.name ?? annotation.label;
  return (
    <li ref={item} className={styles['item']} data-selected={selected}>
      <button
        type="button"
        className={styles['button']}
        aria-current={selected}
        onClick={() => goToAnnotation(annotation)}
      >
        <LabelChip letter={label?.letter ?? '?'} hue={label?.hue ?? 'grey'} />
        <span className={styles['words']}>
          <span className={styles['name']}>{name} </span>
          <span className={styles['quote']} dir="auto">
            {annotation.anchor.quote.join(' … ')}
          </span>
          {annotation.note === '' ? null : <span className={styles['note']}> Note</span>}
        </span>
      </button>
    </li>
  );
}

/** All annotations of the open article in reading order. */
export function AnnotationsList() {
  const annotations = useProject(annotationsOf);
  const labels = useProject((state) => state.labels);
  const selected = useProject((state) => state.selected);
  const first = labels[0];
  return (
    <section className={styles['pane']} aria-label="Annotations of this article">
      <h2 className={styles['title']}>
        Annotations <span className={styles['count']}>{annotations.length}</span>
      </h2>
      {annotations.length === 0 ? (
        <EmptyState title="No annotations here yet.">
          Select words and press {first?.shortcut ?? '1'}.
        </EmptyState>
      ) : null}
      <ul className={styles['list']} aria-label="Annotations">
        {annotations.map((annotation) => (
          <Item
            key={annotation.id}
            annotation={annotation}
            label={labels.find((label) => label.id === annotation.label)}
            selected={annotation.id === selected}
          />
        ))}
      </ul>
    </section>
  );
}
