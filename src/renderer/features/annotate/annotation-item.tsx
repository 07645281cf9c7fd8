import { memo } from 'react';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Label } from '../../../core/model/codebook.ts';
import { LabelSquare } from '../../ui/label-square.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import styles from './annotations-list.module.css';
import { goTo } from './walk.ts';
import { quoteOf } from './words.ts';

/** Props of {@link AnnotationItem}. */
export interface AnnotationItemProps {
  readonly annotation: Annotation;
  readonly label: Label;
  /** Number of the paragraph it begins in; 0 in furniture. */
  readonly paragraph: number;
  readonly selected: boolean;
  /** The one item that Tab reaches. */
  readonly focusable: boolean;
}

/** One annotation of the list: chip, words, paragraph. */
export const AnnotationItem = memo(function AnnotationItem(props: AnnotationItemProps) {
  const { annotation, label, paragraph, selected, focusable } = props;
  return (
    <button
      type="button"
      className={styles['item']}
      aria-current={selected ? 'true' : undefined}
      tabIndex={focusable ? 0 : -1}
      data-annotation={annotation.id}
      onClick={() => goTo(annotation)}
    >
      <LabelSquare letter={label.letter} hue={label.hue} />
      <Spoken>{`${label.name} `}</Spoken>
      <span className={styles['quote']} dir="auto">
        {quoteOf(annotation)}
      </span>
      {paragraph === 0 ? null : (
        <span className={styles['place']} aria-hidden>
          {`¶${String(paragraph)}`}
        </span>
      )}
    </button>
  );
});
