import { X } from 'lucide-react';
import type { Annotation } from '../../../core/model/annotation.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { t } from '../../words/words.ts';
import styles from './annotation-details.module.css';
import { deskText } from './desk-text.ts';
import { dropPart } from './span-edits.ts';

/** The parts of an annotation that has several: to go to, and to take out. */
export function PartList(props: { readonly annotation: Annotation; readonly readOnly: boolean }) {
  const { annotation, readOnly } = props;
  const { spans, quote } = annotation.anchor;
  if (spans.length < 2) return null;
  return (
    <ul aria-label={t('annotate.partsList')} className={styles['parts']}>
      {spans.map((span, index) => {
        const words = (quote[index] ?? '').replaceAll(/\s+/gu, ' ');
        return (
          <li key={String(span)} className={styles['part']}>
            <button
              type="button"
              className={styles['partWords']}
              dir="auto"
              onClick={() => deskText()?.reveal(span)}
            >
              {words}
            </button>
            <IconButton
              icon={X}
              label={t('annotate.takeOut', { words })}
              disabled={readOnly}
              onClick={() => dropPart(annotation, index)}
            />
          </li>
        );
      })}
    </ul>
  );
}
