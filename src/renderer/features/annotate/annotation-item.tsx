import { CircleHelp } from 'lucide-react';
import { memo } from 'react';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Label } from '../../../core/model/codebook.ts';
import { LabelSquare } from '../../ui/label-square.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { t } from '../../words/words.ts';
import styles from './annotations-list.module.css';
import { CommentBadge } from './comments/comment-badge.tsx';
import { pressForRelation, type RelationDrag, useRelationDrag } from './relation-drag.ts';
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

// A click is the button's own.
const nothing = (): void => undefined;

/** What an item is to a relation that is being drawn: an end it may have, one it may not, the one it has. */
function linkWords({ from, over, verdicts }: RelationDrag, id: string): string {
  if (id === from.id) return 'from';
  const fits = verdicts.get(id)?.ok === true ? 'fits' : 'refused';
  return id === over?.id ? `over ${fits}` : fits;
}

/** One annotation of the list: chip, words, paragraph. */
export const AnnotationItem = memo(function AnnotationItem(props: AnnotationItemProps) {
  const { annotation, label, paragraph, selected, focusable } = props;
  const link = useRelationDrag(({ drag }) => drag && linkWords(drag, annotation.id));
  return (
    <button
      type="button"
      className={styles['item']}
      aria-current={selected ? 'true' : undefined}
      tabIndex={focusable ? 0 : -1}
      data-annotation={annotation.id}
      data-link={link}
      onMouseDown={(event) => {
        if (event.button === 0) pressForRelation(annotation.id, event.nativeEvent, nothing);
      }}
      onClick={() => goTo(annotation)}
    >
      <LabelSquare letter={label.letter} hue={label.hue} />
      <Spoken>{`${label.name} `}</Spoken>
      <span className={styles['quote']} dir="auto">
        {quoteOf(annotation)}
      </span>
      {annotation.confidence === 'low' ? (
        <span className={styles['place']}>
          <Spoken>{t('annotate.unsure')}</Spoken>
          <CircleHelp size={14} strokeWidth={1.6} aria-hidden />
        </span>
      ) : null}
      <CommentBadge annotation={annotation} />
      {paragraph === 0 ? null : (
        <span className={styles['place']} dir="ltr" aria-hidden>
          {`¶${String(paragraph)}`}
        </span>
      )}
    </button>
  );
});
