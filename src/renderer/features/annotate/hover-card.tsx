import { useEffect, useState } from 'react';
import { useProject } from '../../state/project.ts';
import { LabelSquare } from '../../ui/label-square.tsx';
import { t } from '../../words/words.ts';
import { type Hover, useHover } from './hover.ts';
import styles from './hover-card.module.css';
import { labelOf, lengthWords } from './words.ts';

/** Milliseconds the pointer rests before the card comes. */
const DELAY = 320;
const WIDTH = 300;
const GAP = 10;

/** Tells which annotations are under the pointer, the innermost first. */
export function HoverCard() {
  const hover = useHover((state) => state.hover);
  const [shown, setShown] = useState<Hover>();
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(hover), hover === undefined ? 0 : DELAY);
    return () => window.clearTimeout(timer);
  }, [hover]);
  return shown === undefined || shown !== hover ? null : <Card hover={shown} />;
}

function Card({ hover }: { readonly hover: Hover }) {
  const labels = useProject((state) => state.labels);
  const annotations = useProject((state) => state.article?.annotations);
  const stack = hover.ids
    .map((id) => annotations?.find((one) => one.id === id))
    .filter((one) => one !== undefined);
  if (stack.length === 0) return null;
  const isLow = hover.bottom > window.innerHeight - 140;
  const left = Math.min(hover.x, window.innerWidth - WIDTH - GAP);
  const place = isLow
    ? { left, bottom: window.innerHeight - hover.top + GAP + 8 }
    : { left, top: hover.bottom + GAP };
  return (
    <div role="tooltip" className={styles['card']} style={place}>
      <ul>
        {stack.map((annotation) => {
          const label = labelOf(labels, annotation);
          return (
            <li key={annotation.id} className={styles['row']}>
              <LabelSquare letter={label.letter} hue={label.hue} />
              <span className={styles['name']}>{label.name}</span>
              <span className={styles['length']}>{lengthWords(annotation)}</span>
              {annotation.note === '' ? null : (
                <span className={styles['note']} dir="auto">
                  {annotation.note}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {stack.length > 1 ? <p className={styles['hint']}>{t('annotate.hoverHint')}</p> : null}
    </div>
  );
}
