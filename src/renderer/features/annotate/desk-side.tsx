import { useProject } from '../../state/project.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import { AnnotationDetails } from './annotation-details.tsx';
import styles from './annotations-list.module.css';
import { AnnotationsList } from './annotations-list.tsx';
import { SubmitBar } from './submit-bar.tsx';

/** The right side of the desk: all annotations, and under them the selected one. */
export function DeskSide() {
  const annotations = useProject((state) => state.article?.annotations);
  const selected = useProject((state) => state.selected);
  if (annotations === undefined) return null;
  const picked = annotations.find((one) => one.id === selected);
  return (
    <>
      <section
        aria-label={t('annotate.allAnnotations')}
        className={styles['panel']}
        data-picked={picked !== undefined}
      >
        <h2 className={styles['head']}>
          {t('annotate.groupAnnotations')}
          <span className={styles['count']}>{numberWords(annotations.length)}</span>
        </h2>
        {annotations.length === 0 ? (
          <div className={styles['empty']}>
            <EmptyState title={t('annotate.noneYet')}>{t('annotate.selectAndPress')}</EmptyState>
          </div>
        ) : (
          <AnnotationsList annotations={annotations} />
        )}
      </section>
      <SubmitBar />
      {picked === undefined ? null : <AnnotationDetails key={picked.id} annotation={picked} />}
    </>
  );
}
