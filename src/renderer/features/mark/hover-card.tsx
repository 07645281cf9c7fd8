import { useLayoutEffect, useRef } from 'react';
import { useProject } from '../../state/project.ts';
import { LabelChip } from '../../ui/label-chip.tsx';
import styles from './hover-card.module.css';
import { useReader } from './reader-state.ts';

/** Pixels between the pointer and the card, and between the card and the window's edge. */
const GAP = 14;

/** Which annotations lie under the pointer, innermost first. */
export function HoverCard() {
  const card = useRef<HTMLDivElement>(null);
  const at = useReader((state) => state.hoverAt);
  const ids = useReader((state) => state.hovered);
  const annotations = useProject((state) => state.article?.annotations);
  const labels = useProject((state) => state.labels);
  useLayoutEffect(() => {
    const { current } = card;
    if (current === null || at === undefined) return;
    const { width, height } = current.getBoundingClientRect();
    const left = Math.min(at.x + GAP, window.innerWidth - width - GAP);
    const below = at.y + GAP + height < window.innerHeight - GAP;
    const top = below ? at.y + GAP : at.y - GAP - height;
    current.style.transform = `translate(${left}px, ${top}px)`;
  }, [at]);
  const shown = ids
    .map((id) => annotations?.find((one) => one.id === id))
    .filter((one) => one !== undefined);
  if (at === undefined || shown.length === 0) return null;
  return (
    <div ref={card} className={styles['card']} role="tooltip">
      {shown.map((annotation) => {
        const label = labels.find((one) => one.id === annotation.label);
        return (
          <div key={annotation.id} className={styles['row']}>
            <LabelChip letter={label?.letter ?? '?'} hue={label?.hue ?? 'grey'} />
            <div>
              <span className={styles['name']}>{label?.name ?? annotation.label}</span>
              <span className={styles['quote']} dir="auto">
                {annotation.anchor.quote.join(' … ')}
              </span>
              {annotation.note === '' ? null : (
                <span className={styles['note']}>{annotation.note}</span>
              )}
            </div>
          </div>
        );
      })}
      {shown.length > 1 ? <p className={styles['hint']}>Click again to go outwards.</p> : null}
    </div>
  );
}
